"""The files of the package."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, Final

from openapi_python_client import Project
from openapi_python_client.config import Config, ConfigFile, MetaType
from openapi_python_client.parser.errors import GeneratorError
from openapi_python_client.strings import pascal_case, snake_case
from ruamel.yaml import YAML

from generator.contract import Contract, Json, Refusal
from generator.groups import groups
from generator.models import Models
from generator.operations import Operations
from generator.text import docstring, plain
from generator.types import Types, optional

HEADER: Final = "# Made by `make generate` from openapi.yaml. Do not edit.\n"
RUNTIME: Final = Path(__file__).parent / "runtime"
ABOUT: Final = (
    "The low-level half of cohere-chat: the API's operations, objects and parameters as openapi.yaml states them."
)


class Package(Project):
    """The package that is generated: openapi-python-client's project with files of our own."""

    def __init__(self, contract: Contract, config: Config, templates: Path) -> None:
        super().__init__(openapi=contract.data, config=config, custom_template_path=templates)
        self.env.filters.update(docstring=docstring, optional=optional, repr=repr)
        self._contract = contract
        self.refusals = contract.refusals
        if self.refusals:
            return  # the rest would follow from that
        self._types = Types(contract)
        self._operations = Operations(contract, self._types)
        self._models = Models(contract, self._types, self._operations.sent)
        self.refusals = list(dict.fromkeys([*self._operations.refusals, *self._models.refusals]))

    def build(self) -> Sequence[GeneratorError]:
        """Write the files."""
        self._create_package()
        self._build_models()
        self._build_api()
        self._run_post_hooks()
        return self._get_errors()

    def _write(self, name: str, text: str) -> None:
        path = self.package_dir / name
        path.parent.mkdir(exist_ok=True, parents=True)
        path.write_text(text, encoding=self.config.file_encoding)

    def _render(self, name: str, template: str, **values: Any) -> None:
        self._write(name, HEADER + self.env.get_template(template).render(**values))

    def _create_package(self) -> None:
        self._write("__init__.py", f'{HEADER}"""{ABOUT}"""\n')
        self._write("py.typed", "")
        for path in sorted(RUNTIME.glob("*.py")):
            self._write(path.name, HEADER + path.read_text("utf-8"))
        self._write("contract.py", HEADER + "".join(self._constants()))
        # For what reads the contract at run time without a YAML library. What YAML takes for a date is text in OpenAPI.
        self._write("openapi.json", json.dumps(self._contract.raw, indent=1, default=str) + "\n")

    def _constants(self) -> Iterable[str]:
        raw = self._contract.raw
        yield '"""What the contract says of all operations."""\n\nfrom typing import Final\n\n'
        yield f"SERVER: Final = {raw['servers'][0]['url']!r}\n"
        for name, parameter in raw.get("components", {}).get("parameters", {}).items():
            if parameter.get("x-set-by-client"):
                yield f"{snake_case(name).upper()}_{parameter['in'].upper()}: Final = {parameter['name']!r}\n"
        found = self._operations.found
        jobs = {name: (what, each.group, each.name, id) for each in found for name, (what, id) in each.jobs.items()}
        yield "\n# The classes that stand for a job: what it is, the group and method to ask, and where its id is.\n"
        yield f"JOBS: Final[dict[str, tuple[str, str, str, str]]] = {jobs!r}\n"

    def _build_models(self) -> None:
        models, types = self._models, self._types
        for module in models.modules:
            imports = [*models.imports(module.types, "", module.name), *models.named_imports(module.types)]
            self._render(f"models/{module.name}.py", "module.py.jinja", module=module, imports=imports)
        names = {"places": models.places, "also_named": models.also_named()}
        self._render("models/__init__.py", "models_init.py.jinja", **names)

        unions = {name: types.either(members) for name, members in types.unions.items()}
        self._render("unions.py", "unions.py.jinja", unions=unions, imports=models.imports(unions.values(), ".models"))

        sent = {f"{name}Param": types.sent(types.unions[name]) for name in sorted(types.sent_unions)}
        dictionaries = [models.classes[name] for name in sorted(models.sent)]
        v2 = [each for each in self._operations.found if each.group == "v2" and each.body == "json"]
        used = [*sent.values(), *(field.argument for each in dictionaries for field in each.fields)]
        used += [argument.type for each in v2 for argument in each.arguments]
        self._render(
            "params.py",
            "params.py.jinja",
            dictionaries=dictionaries,
            unions=sent,
            methods={f"{pascal_case(each.name)}Params": each for each in v2},
            imports=models.imports(used, ".models"),
        )

    def _build_api(self) -> None:
        docs = {tag["name"]: plain(tag.get("description")) for tag in self._contract.raw.get("tags", ())}
        for group in groups(self._operations.found, docs):
            types = [type_ for each in group.operations for type_ in each.types]
            imports = [*self._models.imports(types, "..models"), *self._models.named_imports(types)]
            self._render(f"groups/{group.name}.py", "group.py.jinja", group=group, imports=imports)
        self._write("groups/__init__.py", f'{HEADER}"""The methods of the clients."""\n')


def generate(contract: Path, config_file: Path, templates: Path, output: Path) -> list[str]:
    """Write the package, or say in lines what cannot be generated."""
    # The C library that may be there instead reads YAML 1.1.
    raw: Json = YAML(typ="safe", pure=True).load(contract)
    config = Config.from_sources(
        ConfigFile.load_from_path(config_file), MetaType.NONE, contract, "utf-8", overwrite=True, output_path=output
    )
    try:
        package = Package(Contract(raw, config), config, templates)
    except Refusal as refusal:
        return [str(refusal)]
    if package.refusals:
        return package.refusals
    return [" ".join(f"{error.header}: {error.detail}".split()) for error in package.build()]
