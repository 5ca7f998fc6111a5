"""From a vendor's document of the future, one sync makes a client that knows all of it."""

from __future__ import annotations

import contextlib
import io
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import sync
from future import future_document
from ruamel.yaml import YAML
from spec.load import SpecError
from spec_documents import DATA
from support import ROOT
from vendorlike import DEPARTURES, vendor_document


def copied(folder: Path) -> Path:
    """A checkout to change at will, with the documents beside it."""
    checkout = folder / "checkout"
    for name in ("templates", "tools", "generated", "overlay"):
        shutil.copytree(ROOT / name, checkout / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("openapi.yaml", "generator-config.yaml"):
        shutil.copy(ROOT / name, checkout)
    (folder / "departures.yaml").write_text(DEPARTURES)
    yaml = YAML()
    yaml.dump(vendor_document(), folder / "today.yaml")
    yaml.dump(future_document()[0], folder / "future.yaml")
    return checkout


def run_sync(folder: Path, spec: str, *arguments: str) -> int:
    departures = ["--departures", str(folder / "departures.yaml"), "--root", str(folder / "checkout")]
    return sync.main([str(folder / spec), *departures, "--no-checks", *arguments])


def tree(checkout: Path) -> dict[str, bytes]:
    files = [path for path in checkout.rglob("*") if path.is_file() and path.suffix != ".pyc"]
    return {str(path.relative_to(checkout)): path.read_bytes() for path in files}


@pytest.fixture(scope="module")
def synced(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[str]]:
    """The folder of a checkout that was synced with the future, and what that printed."""
    folder = tmp_path_factory.mktemp("future")
    copied(folder)
    with contextlib.redirect_stdout(io.StringIO()) as printed:
        assert run_sync(folder, "future.yaml", "--accept", "request.k") == 1  # what is breaking is left
    return folder, printed.getvalue().splitlines()


@pytest.fixture(scope="module")
def folder(synced: tuple[Path, list[str]]) -> Path:
    return synced[0]


def python(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    path = os.pathsep.join(str(folder / "checkout" / name) for name in ("overlay", "generated"))
    return subprocess.run(
        [sys.executable, *arguments],
        env={**os.environ, "PYTHONPATH": path, "MYPYPATH": path},
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
    )


def test_another_wording_changes_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    checkout = copied(tmp_path)
    before = tree(checkout)
    assert run_sync(tmp_path, "today.yaml") == 0
    assert capsys.readouterr().out == "openapi.yaml is as it was.\n"
    assert tree(checkout) == before


def test_only_openapi_yaml_and_what_is_generated_from_it_change(folder: Path) -> None:
    made = tree(folder / "checkout")
    changed = {name for name in made if not (ROOT / name).is_file() or (ROOT / name).read_bytes() != made[name]}
    assert "openapi.yaml" in changed
    assert {name for name in changed if not name.startswith("generated/")} == {"openapi.yaml"}


def test_a_second_sync_changes_nothing(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = tree(folder / "checkout")
    assert run_sync(folder, "future.yaml") == 1
    out = capsys.readouterr().out
    assert out.endswith("openapi.yaml is as it was.\n")
    assert "carried" not in out
    assert tree(folder / "checkout") == before


def test_a_program_that_uses_the_additions_runs(folder: Path) -> None:
    done = python(folder, "-W", "error", str(DATA / "future_program.py"))
    assert done.stderr == ""
    assert done.stdout.startswith("chat() has no argument 'top_b'; did you mean 'top_a'?")


def test_it_passes_the_type_checker(folder: Path) -> None:
    cache = ROOT / ".mypy_cache" / "future"
    done = python(folder, "-m", "mypy", "--strict", "--cache-dir", str(cache), str(DATA / "future_program.py"))
    assert done.stdout == "Success: no issues found in 1 source file\n"


def test_deprecation_shows_in_the_types(folder: Path) -> None:
    params = (folder / "checkout/generated/cohere_chat_api/params.py").read_text()
    assert '    thinking: ThinkingParam | Thinking | None\n    """Deprecated. ' in params
    methods = (folder / "checkout/generated/cohere_chat_api/groups/v2.py").read_text()
    assert "(deprecated; 0 to 1; default 0.0)" in " ".join(methods.split())


def test_what_is_breaking_is_left_with_the_way_to_accept_it(synced: tuple[Path, list[str]]) -> None:
    lines = synced[1]
    _, _, breaking = future_document()
    assert len([one for one in lines if one.startswith("left: ")]) == len(breaking)
    assert "    breaking for those who send requests; to carry it, ACCEPT='models_get'" in lines
    assert "note: --accept request.k names no difference" in lines
    assert "### Deprecated" in lines
    assert "- `v2_chat`: request.top_a: parameter added: number, minimum 0, maximum 1" in lines
    assert any(
        line.endswith("descriptions in openapi.yaml begin with 'TODO: own words': write them anew.") for line in lines
    )


def test_what_the_generator_does_not_take_is_not_written(tmp_path: Path) -> None:
    checkout = copied(tmp_path)
    (checkout / "templates" / "group.py.jinja").write_text("{{ this_is_not_there() }}")
    before = tree(checkout)
    with pytest.raises(SpecError, match=r"the new openapi\.yaml: cannot be generated from:\n"):
        sync.write(checkout, (checkout / "openapi.yaml").read_text() + "# New.\n")
    assert tree(checkout) == before
