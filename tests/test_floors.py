"""The house holds: floors, owners of packages, no circles, no hidden imports, no registries, small files."""

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
SRC = ROOT / "src" / "styrmodell"
PLUGINS = ROOT / "plugins"
FLOORS = {
    "cli": 8,
    "api": 7,
    "session": 6,
    "plugins": 5,
    "report": 4,
    "io": 3,
    "aggregation": 3,
    "model": 2,
    "finding": 1,
    "errors": 0,
    "source": 0,
    "batch": 0,
    "csv_guard": 0,
    "deprecation": 0,
}
OWNERS = {
    "cattrs": "io",
    "yaml": "io",
    "orjson": "io",
    "python_calamine": "io",
    "pluggy": "plugins",
    "docxtpl": "report",
    "docx": "report",
    "lxml": "report",
    "xlsxwriter": "report",
    "jinja2": "report",
    "icalendar": "report",
    "markupsafe": "report",
    "markdown_it": "report",
    "mdit_py_plugins": "report",
    "click": "cli",
    "rich": "cli",
    "hypothesis": "testing",
    "pytest": "testing",
}
# They may see every floor; no floor sees them.
WINGS = ("testing", "pytest_plugin")
HEAVY = (
    "cattrs",
    "yaml",
    "orjson",
    "python_calamine",
    "docxtpl",
    "docx",
    "lxml",
    "xlsxwriter",
    "jinja2",
    "icalendar",
    "markdown_it",
    "mdit_py_plugins",
)
SAYS_NOTHING = ("helpers", "utils", "common", "misc", "base", "core")
MAX_LINES = 300
MAX_FUNCTION_LINES = 30
API = SRC / "api.py"


def modules() -> list[Path]:
    return sorted(SRC.rglob("*.py"))


@cache
def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def name_of(path: Path) -> str:
    parts = path.relative_to(SRC.parent).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def imported(path: Path) -> Iterator[tuple[str, ast.stmt]]:
    """(module, statement) for every import of a file; `from package import module` counts as the module."""
    known = {name_of(other) for other in modules()}
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Import):
            yield from ((alias.name, node) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative import"
            for alias in node.names:
                inner = f"{node.module}.{alias.name}"
                yield (inner if inner in known else node.module or "", node)


def floor_of(module: str) -> str:
    return module.split(".")[1] if "." in module else ""


def ids(path: Path) -> str:
    return str(path.relative_to(SRC))


def test_the_tree_that_is_checked_is_there() -> None:
    """A guard that finds no files passes without checking anything."""
    assert len(modules()) > 50
    assert {floor_of(name_of(path)) for path in modules()} >= set(FLOORS) - {""}


@pytest.mark.parametrize("path", modules(), ids=ids)
def test_a_file_imports_its_own_floor_and_those_below(path: Path) -> None:
    floor = floor_of(name_of(path))
    for name, _ in imported(path):
        other = floor_of(name) if name.startswith("styrmodell.") else ""
        if not other or other == floor or floor in (*WINGS, "__main__"):
            continue
        assert other not in WINGS, f"{name}: no floor sees {other}"
        assert FLOORS[other] < FLOORS[floor], f"{name} is not below {floor}"


def test_io_and_aggregation_are_neighbours_and_report_does_not_know_io() -> None:
    reached = {(floor_of(name_of(path)), floor_of(name)) for path in modules() for name, _ in imported(path)}
    assert not reached & {("io", "aggregation"), ("aggregation", "io"), ("report", "io")}


@pytest.mark.parametrize("path", modules(), ids=ids)
def test_a_third_party_package_is_imported_by_its_owner_alone(path: Path) -> None:
    floor = floor_of(name_of(path))
    for name, _ in imported(path):
        owner = OWNERS.get(name.split(".")[0])
        assert owner in (None, floor) or floor in WINGS, f"{name} belongs to {owner}"


def test_every_dependency_has_an_owner() -> None:
    text = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    block = re.search(r"^dependencies = \[(.*?)^\]", text, re.MULTILINE | re.DOTALL)
    assert block is not None
    names = {re.split(r"[<>=!~\[]", line.strip().strip('",'))[0] for line in block[1].splitlines() if '"' in line}
    importable = {
        "PyYAML": "yaml",
        "XlsxWriter": "xlsxwriter",
        "python-calamine": "python_calamine",
        "python-docx": "docx",
        "markdown-it-py": "markdown_it",
        "mdit-py-plugins": "mdit_py_plugins",
    }
    assert {importable.get(name, name) for name in names} <= set(OWNERS) | {"attrs"}


@pytest.mark.parametrize("path", modules(), ids=ids)
def test_imports_stand_at_the_top(path: Path) -> None:
    """Only engines.py, the one lazy door of a floor, imports inside a function."""
    if path.name == "engines.py":
        return
    top = set(map(id, tree(path).body))
    hidden = [name for name, node in imported(path) if id(node) not in top]
    assert hidden == []


@pytest.mark.parametrize("path", modules(), ids=ids)
def test_heavy_packages_load_through_the_lazy_door(path: Path) -> None:
    if path.name == "engines.py":
        return
    assert [name for name, _ in imported(path) if name.split(".")[0] in HEAVY] == []


def test_there_are_no_circles() -> None:
    graph = {name_of(path): {name for name, _ in imported(path)} for path in modules()}
    done: set[str] = set()

    def visit(name: str, way: tuple[str, ...]) -> None:
        assert name not in way, " → ".join((*way, name))
        if name not in done:
            for other in sorted(graph.get(name, set()) & set(graph)):
                visit(other, (*way, name))
            done.add(name)

    for name in graph:
        visit(name, ())


@pytest.mark.parametrize("path", modules(), ids=ids)
def test_nothing_mutable_is_made_at_module_level(path: Path) -> None:
    """No registry, converter or plugin manager: they are made by the caller and passed down."""
    forbidden = re.compile(r"(Registry|PluginManager|Converter|Environment|Workspace)\Z")
    for node in tree(path).body:
        value = node.value if isinstance(node, ast.Assign | ast.AnnAssign) else None
        if isinstance(value, ast.Call):
            called = value.func.attr if isinstance(value.func, ast.Attribute) else getattr(value.func, "id", "")
            assert not forbidden.search(called), f"line {node.lineno}: {called}"
        if isinstance(value, ast.List | ast.Set):
            assert isinstance(node, ast.Assign), f"line {node.lineno}: a mutable list or set"
            assert ast.unparse(node.targets[0]) == "__all__", f"line {node.lineno}: a mutable list or set"
        if isinstance(value, ast.Dict):
            assert value.keys, f"line {node.lineno}: an empty dict waits to be filled"


@pytest.mark.parametrize("path", modules(), ids=ids)
def test_there_are_no_type_checking_blocks(path: Path) -> None:
    """cattrs reads the types at run time."""
    assert "TYPE_CHECKING" not in path.read_text(encoding="utf-8")


def own_files() -> list[Path]:
    return [*modules(), *sorted(PLUGINS.glob("*/src/**/*.py"))]


@pytest.mark.parametrize("path", own_files(), ids=lambda path: path.name)
def test_files_and_functions_stay_small(path: Path) -> None:
    if path != API:  # a list of names, which grows with what there is to name
        assert len(path.read_text(encoding="utf-8").splitlines()) <= MAX_LINES
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.FunctionDef) and node.end_lineno is not None:
            body = node.body[1:] if ast.get_docstring(node) and len(node.body) > 1 else node.body
            lines = node.end_lineno - body[0].lineno + 1
            assert lines <= MAX_FUNCTION_LINES, f"{node.name} has {lines} lines"


def test_the_public_surface_only_names_what_others_hold() -> None:
    docstring, *rest = tree(API).body
    assert isinstance(docstring, ast.Expr)
    assert {type(node) for node in rest} == {ast.ImportFrom, ast.Assign}
    assert [ast.unparse(node.targets[0]) for node in rest if isinstance(node, ast.Assign)] == ["__all__"]


@pytest.mark.parametrize("path", own_files(), ids=lambda path: path.name)
def test_names_say_something_and_every_module_says_what_it_is(path: Path) -> None:
    assert path.stem not in SAYS_NOTHING
    assert ast.get_docstring(tree(path)), "no docstring"


@pytest.mark.parametrize("floor", ["model", "aggregation"])
def test_there_is_no_float_below_the_report_floor(floor: str) -> None:
    calls = (node for path in (SRC / floor).rglob("*.py") for node in ast.walk(tree(path)))
    assert not [n for n in calls if isinstance(n, ast.Call) and getattr(n.func, "id", "") == "float"]


def test_requirements_name_the_core_and_every_plugin() -> None:
    """requirements.txt stands in README's first command; pip on Windows expands no globs."""
    lines = (ROOT / "requirements.txt").read_text(encoding="utf-8").splitlines()
    paths = [line.strip() for line in lines if line.strip() and not line.startswith("#")]
    expected = [".", *(f"./plugins/{path.parent.name}" for path in sorted(PLUGINS.glob("*/pyproject.toml")))]
    assert paths == expected
