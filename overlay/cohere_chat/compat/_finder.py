"""The modules of the official SDK, made when they are imported."""

from __future__ import annotations

from collections.abc import Sequence
from importlib import import_module
from importlib.abc import Loader, MetaPathFinder
from importlib.machinery import ModuleSpec
from types import ModuleType
from typing import Any

from ._names import resolve
from ._official import MODULES, NAMES, TOP_NAMES, VERSION


class Finder(MetaPathFinder, Loader):
    """Finds `cohere` and its modules; each offers all names there are."""

    def find_spec(
        self, fullname: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        if fullname not in MODULES:
            return None
        is_package = any(module.startswith(f"{fullname}.") for module in MODULES)
        spec = ModuleSpec(fullname, self, origin=__file__, is_package=is_package)
        # So that the module has a __file__.
        spec.has_location = True
        return spec

    def exec_module(self, module: ModuleType) -> None:
        def get(name: str) -> Any:
            if f"{module.__name__}.{name}" in MODULES:
                return import_module(f"{module.__name__}.{name}")
            if name not in NAMES:
                raise AttributeError(f"module {module.__name__!r} (of cohere_chat.compat) has no attribute {name!r}")
            value = resolve(name)
            setattr(module, name, value)
            return value

        listed = TOP_NAMES if module.__name__ == "cohere" else NAMES
        vars(module).update(
            __getattr__=get, __all__=sorted(listed), __doc__="See cohere_chat.compat.", __version__=VERSION
        )
