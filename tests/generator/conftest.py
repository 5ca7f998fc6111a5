"""A package that is generated from library.yaml, which has one of each thing that the generator knows."""

from __future__ import annotations

import copy
import functools
import importlib
import os
import sys
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from generator import project
from generator.contract import Contract
from openapi_python_client.config import Config, ConfigFile, MetaType
from ruamel.yaml import YAML

ROOT = Path(__file__).resolve().parents[2]
LIBRARY = Path(__file__).parent / "library.yaml"
CONFIG = ROOT / "generator-config.yaml"
TEMPLATES = ROOT / "templates"


@functools.cache
def _document() -> dict[str, Any]:
    document: dict[str, Any] = YAML(typ="safe", pure=True).load(LIBRARY)
    return document


@pytest.fixture
def document() -> dict[str, Any]:
    """The contract of the library, to change at will."""
    return copy.deepcopy(_document())


@pytest.fixture
def package(tmp_path: Path) -> Callable[[dict[str, Any]], project.Package]:
    """Reads a contract; nothing is written until build(), and that is not formatted."""

    def read(document: dict[str, Any]) -> project.Package:
        file = ConfigFile(literal_enums=True, post_hooks=[])
        config = Config.from_sources(file, MetaType.NONE, "", "utf-8", overwrite=True, output_path=tmp_path / "made")
        return project.Package(Contract(document, config), config, TEMPLATES)

    return read


@pytest.fixture
def generate(tmp_path: Path) -> Callable[..., list[str]]:
    """Generates the package `made` from a contract; gives what is refused."""

    def run(document: Any, config: Path = CONFIG) -> list[str]:
        YAML(typ="safe", pure=True).dump(document, tmp_path / "contract.yaml")
        return project.generate(tmp_path / "contract.yaml", config, TEMPLATES, tmp_path / "made")

    return run


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the package library_api is, as `make generate` would write it."""
    folder = tmp_path_factory.mktemp("library")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PATH", f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}")
        assert project.generate(LIBRARY, CONFIG, TEMPLATES, folder / "library_api") == []
    return folder


@pytest.fixture
def library(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], ModuleType]:
    """Imports a module of library_api."""
    monkeypatch.syspath_prepend(str(folder))
    return lambda name: importlib.import_module(f"library_api.{name}")
