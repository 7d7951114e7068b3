"""docs/reference/krokar.md tells of each hook as the code has it, and of no other; a region's plugin uses each."""

import ast
import re
from pathlib import Path
from types import ModuleType

import pytest

from styrmodell.finding import Code
from styrmodell.plugins import builtin, codes, hookspecs
from styrmodell.plugins.loader import HOOKS
from styrmodell.plugins.registry import registry_of

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "reference" / "krokar.md").read_text(encoding="utf-8")
SECTIONS = dict(re.findall(r"^## `(\w+)`\n(.*?)(?=^## )", PAGE, re.DOTALL | re.MULTILINE))
PLUGINS = sorted((ROOT / "plugins").glob("*/src/*/plugin.py"))


def functions(path: Path) -> dict[str, ast.FunctionDef]:
    """The functions at the top of a file, those called as a hook alone."""
    body = ast.parse(path.read_text(encoding="utf-8")).body
    return {
        node.name: node for node in body if isinstance(node, ast.FunctionDef) and node.name.startswith("styrmodell")
    }


def signature(node: ast.FunctionDef) -> str:
    assert node.returns is not None
    return f"def {node.name}({ast.unparse(node.args)}) -> {ast.unparse(node.returns)}: ..."


SPECS = functions(Path(hookspecs.__file__))


def blocks(hook: str) -> list[str]:
    return re.findall(r"^```python\n(.*?)^```$", SECTIONS[hook], re.DOTALL | re.MULTILINE)


def test_the_page_names_each_hook_and_no_other() -> None:
    assert set(SECTIONS) == set(SPECS)
    assert set(HOOKS) == set(SPECS)


@pytest.mark.parametrize("hook", SPECS)
def test_the_documented_signature_is_the_codes(hook: str) -> None:
    assert blocks(hook)[0].strip() == signature(SPECS[hook])


@pytest.mark.parametrize("hook", SPECS)
def test_the_example_of_a_hook_works(hook: str) -> None:
    module = ModuleType("styrmodell_exempel")
    exec(compile(blocks(hook)[1], "styrmodell_exempel.py", "exec"), vars(module))
    registry = registry_of({"exempel": module}, strict=True)
    offered = {**registry.reports, **registry.rules, **registry.checks, **registry.profiles}
    assert [key for key in offered if key.partition(".")[0] == "exempel"]
    assert module.plugin_api == hookspecs.PLUGIN_API


@pytest.mark.parametrize("hook", SPECS)
def test_a_hook_says_what_it_gives_when_it_is_used_and_by_whom(hook: str) -> None:
    for word in ("**Ger:**", "**Används sedan:**", "**Exempel i bruk:**"):
        assert word in SECTIONS[hook]


@pytest.mark.parametrize("hook", SPECS)
def test_a_hook_is_used_by_the_plugins_that_the_page_names(hook: str) -> None:
    using = {path.parents[2].name for path in PLUGINS if hook in functions(path)}
    built_in = {"inbyggda"} if hook in functions(Path(builtin.__file__)) else set()
    line = SECTIONS[hook].partition("**Exempel i bruk:**")[2].partition("\n\n")[0]
    assert using, "a hook that no region's plugin uses"
    assert set(re.findall(r"styrmodell-[a-z-]+|inbyggda", line)) == using | built_in


@pytest.mark.parametrize("path", [*PLUGINS, Path(builtin.__file__)], ids=lambda path: path.parent.name)
def test_a_plugin_writes_its_hooks_as_they_are_specified(path: Path) -> None:
    assert {name: signature(node) for name, node in functions(path).items()} == {
        name: signature(SPECS[name]) for name in functions(path)
    }


def test_the_page_tells_of_each_fault_of_a_plugin() -> None:
    known = {one.code for one in vars(codes).values() if isinstance(one, Code)}
    assert known | {"SM401"} == set(re.findall(r"\| (SM\d+) \|", PAGE))
