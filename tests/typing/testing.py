"""What a plugin author's tests and a script's frames look like, type-checked and never run."""

from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any, ClassVar, assert_type

from hypothesis.strategies import SearchStrategy

from styrmodell.api import Goal, Kind, Plan, Registry, Rendered, Values, Workspace, make_registry
from styrmodell.testing import (
    Golden,
    Opened,
    ReportConformance,
    anything,
    batches,
    check_rule,
    example_plan,
    make_workspace,
    open_again,
    plans,
)


class Conformance(ReportConformance):
    plugin: ClassVar[ModuleType]
    name = "prov"
    example = Path("exempel")


def kit(registry: Registry) -> None:
    assert_type(example_plan(), Plan)
    assert_type(make_workspace(example_plan(), registry=registry), Workspace)
    assert_type(plans(), SearchStrategy[Plan])
    assert_type(anything(Goal), SearchStrategy[Any])
    check_rule(registry.rules["sum"], batches("matt"))


def golden(rendered: Rendered) -> None:
    Golden(folder=Path("golden"), update=False).check(rendered, ignore=["docProps/core.xml"])
    assert_type(open_again("docx", rendered.data), Opened)
    assert_type(open_again("docx", rendered.data).text, str)


def frames(workspace: Workspace) -> None:
    assert_type(workspace.values(kinds=[Kind.BUDGET]), Values)
    assert_type(workspace.values().columns(), dict[str, list[Any]])


def registries() -> None:
    assert_type(make_registry(only=["dalarna"], strict=True), Registry)
    assert_type(make_registry().strict, bool)


def fixtures(styrmodell_render: Callable[[str, str], Rendered], styrmodell_golden: Golden) -> None:
    styrmodell_golden.check(styrmodell_render("generic.matt", "html"))
