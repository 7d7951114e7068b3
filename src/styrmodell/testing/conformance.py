"""What every report must hold: inherit the class, name the plugin, and pytest runs it all."""

import ast
import pickle
import re
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import ClassVar

import pytest
from attrs import evolve
from hypothesis import HealthCheck, given, settings

from styrmodell.model.plan import Plan
from styrmodell.plugins.hookspecs import PLUGIN_API
from styrmodell.report.document import Document
from styrmodell.report.flow import Heading
from styrmodell.report.spec import FORMATS, Format, ReportSpec
from styrmodell.session.load import load
from styrmodell.session.workspace import Workspace
from styrmodell.testing.example import example_plan, make_workspace
from styrmodell.testing.opened import in_one_line, open_again
from styrmodell.testing.strategies import plans

MOST_PLANS = 15
_KEY = re.compile(r"[a-z0-9-]+(\.[a-z0-9-]+)+\Z")
_CELL = re.compile(r"[a-z0-9._-]+@[a-z][a-z0-9_-]*@[a-z0-9._-]+/[a-z0-9._-]+/[a-z0-9._-]+/[a-z0-9._-]+\Z")
_PUBLIC = ("styrmodell.api", "styrmodell.testing")


class ReportConformance:
    """The tests of a plugin's reports.

    Subclass it as TestSomething and set:

    Attributes:
        plugin: The module that holds the hooks.
        name: The plugin's name, the prefix of its keys.
        example: A workspace folder with the plugin's own figures; None when it has none.
    """

    plugin: ClassVar[ModuleType]
    name: ClassVar[str]
    example: ClassVar[Path | None] = None

    @pytest.fixture(params=["example plan", "empty plan", "own example"])
    def workspace(self, request: pytest.FixtureRequest) -> Workspace:
        """The plans the reports must stand: a small one of other measures, one without figures, the plugin's own."""
        if request.param == "own example":
            if self.example is None:
                pytest.skip("the plugin has no example workspace")
            registry = make_workspace(example_plan(), {self.name: self.plugin}).registry
            return load(self.example, registry=registry)
        plan = example_plan()
        if request.param == "empty plan":
            plan = evolve(plan, measures=(), dimensions=(), observations=())
        return make_workspace(plan, {self.name: self.plugin}, profile=self.name)

    def specs(self, workspace: Workspace) -> Iterator[ReportSpec]:
        """The plugin's own reports."""
        reports = workspace.registry.reports.values()
        yield from (spec for spec in reports if spec.key.startswith(f"{self.name}."))

    def documents(self, workspace: Workspace) -> Iterator[Document]:
        """Every document the plan calls for.

        Raises:
            RenderError: The plugin fails to build one (PluginError where the registry is strict).
            UnknownNameError: It is for a unit that the plan does not have.
            FindingsError: There is no plan.
        """
        for spec in self.specs(workspace):
            yield from self._documents(workspace, spec)

    def _documents(self, workspace: Workspace, spec: ReportSpec) -> Iterator[Document]:
        for unit, period in workspace.publisher.instances(spec):
            yield workspace.publisher.document(spec, unit, period)

    def plan(self, workspace: Workspace) -> Plan:
        """The workspace's plan."""
        assert workspace.plan is not None
        return workspace.plan

    def test_keys_begin_with_the_plugins_name(self, workspace: Workspace) -> None:
        """The registry refuses others; here all that are offered must have got in."""
        assert workspace.registry.findings == ()
        specs = list(self.specs(workspace))
        assert specs
        assert [spec.key for spec in specs if not _KEY.match(spec.key)] == []

    def test_builds_can_be_pickled(self, workspace: Workspace) -> None:
        """A build that can be sent to another process: a function of a module, or a method of plain data."""
        for spec in self.specs(workspace):
            assert callable(pickle.loads(pickle.dumps(spec.build)))

    def test_cell_ids_are_of_the_form_and_unique(self, workspace: Workspace) -> None:
        """Cell ids are a contract: people keep them in mails and minutes."""
        for document in self.documents(workspace):
            ids = [cell.id for cell in document.cells()]
            assert [cell_id for cell_id in ids if not _CELL.match(cell_id)] == []
            assert len(ids) == len(set(ids))

    def test_every_number_explains_itself(self, workspace: Workspace) -> None:
        """Each figure recomputes from its parts and names the places it was read from."""
        for document in self.documents(workspace):
            for cell in document.cells():
                if cell.figure is None:
                    continue
                explained = workspace.inquiry.explained(cell)
                assert explained.recheck() == ()
                assert explained.sources or explained.number == 0

    def test_renders_in_every_format_and_opens_again(self, workspace: Workspace) -> None:
        """Each file is what it says it is."""
        for spec in self.specs(workspace):
            for form in spec.formats:
                open_again(form, workspace.render(spec.key, form).data)

    def test_text_survives(self, workspace: Workspace) -> None:
        """Titles, headings and the words of tables stand in every file as they are: & < > " å ä ö too."""
        for spec in self.specs(workspace):
            document = next(iter(self._documents(workspace, spec)), None)
            for form in FORMATS if document is not None else ():
                if document is not None and form in spec.formats:
                    text = in_one_line(open_again(form, workspace.render(spec.key, form).data).text)
                    assert [words for words in _words(document, form) if words not in text] == [], (
                        f"{spec.key} as {form}"
                    )

    def test_stands_generated_plans(self) -> None:
        """Any small sound plan can be reported: built, computed, and each figure computed again from its parts."""

        @settings(deadline=None, database=None, max_examples=MOST_PLANS, suppress_health_check=list(HealthCheck))
        @given(plans())
        def every_plan(plan: Plan) -> None:
            workspace = make_workspace(plan, {self.name: self.plugin}, profile=self.name)
            for document in self.documents(workspace):
                for cell in document.cells():
                    if cell.figure is not None:
                        assert workspace.inquiry.explained(cell).recheck() == ()

        every_plan()

    def test_renders_the_same_bytes_twice(self, workspace: Workspace) -> None:
        """The same input gives the same file, so that a changed file means a changed figure."""
        again = evolve(workspace)
        for spec in self.specs(workspace):
            for form in spec.formats:
                assert workspace.render(spec.key, form).data == again.render(spec.key, form).data

    def test_the_plugin_says_which_version_it_is_made_for(self) -> None:
        """One that does not may fail without a word when the hooks change."""
        assert getattr(self.plugin, "plugin_api", None) == PLUGIN_API

    def test_the_plugin_imports_the_public_surface_alone(self) -> None:
        """What is not in styrmodell.api may change with any version."""
        assert self.plugin.__file__ is not None
        folder = Path(self.plugin.__file__).parent
        inner = [f"{path.name}: {name}" for path in sorted(folder.rglob("*.py")) for name in _imports(path)]
        assert inner == []


def _words(document: Document, form: Format) -> Iterator[str]:
    """Words that a reader must find, each on one line; workbooks have sheets and no headings."""
    tables = document.tables()
    headings = [block.text for block in document.flow if isinstance(block, Heading)]
    titles = [document.title, *(headings if form != "xlsx" else ())]
    labels = [row.label for table in tables for row in table.rows]
    heads = [column.label for table in tables for column in table.columns]
    yield from filter(None, map(in_one_line, (*titles, *labels, *heads)))


def _imports(path: Path) -> Iterator[str]:
    """Names of styrmodell's inner modules that the file imports."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
        if isinstance(node, ast.ImportFrom):
            names = [node.module or ""]
        for name in names:
            is_ours = name == "styrmodell" or name.startswith("styrmodell.")
            if is_ours and not name.startswith(_PUBLIC):
                yield name
