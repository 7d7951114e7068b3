"""Writing what was collected into the workspace: figures, objects, the register, and the patterns that read them."""

from collections.abc import Sequence
from pathlib import Path

from attrs import define, field

from styrmodell.finding import Finding
from styrmodell.io.workspace_file import FILE_NAME
from styrmodell.session.collect.came import came_of
from styrmodell.session.collect.compare import Compared
from styrmodell.session.collect.include import FIGURES, OBJECTS, include
from styrmodell.session.collect.objects.write import ObjectWriter
from styrmodell.session.collect.write import CollectedWriter
from styrmodell.session.disk_fault import not_written
from styrmodell.session.form.register import CAME, FOLDER, Came, came_bytes, read_came
from styrmodell.session.hold import hold
from styrmodell.session.workspace import Workspace


@define(kw_only=True, eq=False)
class WorkspaceFiles:
    """Writes in the workspace's folder.

    Attributes:
        files: The names of what was written, relative to it.
        told: What was added to styrmodell.toml, and what could not be written.
    """

    workspace: Workspace
    root: Path
    files: list[str] = field(factory=list)
    told: list[Finding] = field(factory=list)

    def write(self, compared: Sequence[Compared]) -> None:
        """Write what the forms hold, and that they came; a form whose part cannot be written is not registered.

        What somebody else collected meanwhile stays, and what is there already is not written twice.
        """
        try:
            with hold(self.root), hold(self.root / FOLDER):
                self._write(compared)
        except OSError as error:
            self.told.append(not_written(FOLDER, error))

    def _write(self, compared: Sequence[Compared]) -> None:
        before = (self.root / FILE_NAME).read_bytes()
        figures = include(before)
        objects = include(figures.toml or before, OBJECTS)
        wanted = [(figures, any(one.figures for one in compared)), (objects, any(one.has_objects for one in compared))]
        asked = [included for included, is_wanted in wanted if is_wanted]
        self.told += [included.told for included in asked if included.told is not None]
        if not all(included.is_read for included in asked):
            return
        measures = {measure.id: measure for measure in reversed(self.workspace.publisher.plan.measures)}
        writer = CollectedWriter(root=self.root, measures=measures, format=figures.format)
        toml = before
        for pattern, (_, is_wanted) in zip((FIGURES, OBJECTS), wanted, strict=True):
            toml = include(toml, pattern).toml or toml if is_wanted else toml
        if toml == before or writer.put(FILE_NAME, toml):
            self._write_forms(compared, writer)
        self.files += writer.written
        self.told += writer.failed

    def _write_forms(self, compared: Sequence[Compared], writer: CollectedWriter) -> None:
        objects = ObjectWriter(root=self.root)
        taken = [one for one in compared if self._write_form(one, writer, objects)]
        earlier = read_came(self.root)
        came = [one for one in map(came_of, taken) if not any(_is_same(one, other) for other in earlier)]
        if came:
            writer.put(CAME, came_bytes((*earlier, *came)))
        self.files += objects.written
        self.told += objects.failed

    def _write_form(self, one: Compared, writer: CollectedWriter, objects: ObjectWriter) -> bool:
        name = f"{one.form.head['enhet']}.{one.form.head['period']}"
        is_written = not one.has_objects or objects.add(name, one.objects.revisions, one.objects.additions)
        return is_written and (not one.figures or writer.add(name, one.figures))


def _is_same(one: Came, other: Came) -> bool:
    return (one.id, one.sha256) == (other.id, other.sha256)
