"""Writing what was collected: figures as CSV in the workspace, the register, and what each unit is to correct."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from attrs import define, evolve, field

from styrmodell.finding import Finding
from styrmodell.io.input_file import open_file
from styrmodell.io.save.csv_figures import figures_csv
from styrmodell.io.sources import SourceFormat
from styrmodell.io.tables.read_csv import csv_observations
from styrmodell.model.ids import MeasureId
from styrmodell.model.measure import Measure
from styrmodell.model.observation import Observation
from styrmodell.report.codes import NOT_WRITTEN
from styrmodell.session.collect.codes import UNREADABLE_COLLECTED
from styrmodell.session.file_name import safe_name
from styrmodell.session.form.register import FOLDER
from styrmodell.session.write import write_atomic
from styrmodell.source import Source


@define(kw_only=True, eq=False)
class CollectedWriter:
    """Writes files under the workspace's folder.

    Attributes:
        written: The names of what was written, relative to it.
        failed: What was not (SM404, SM468).
    """

    root: Path
    measures: Mapping[MeasureId, Measure]
    format: SourceFormat
    written: list[str] = field(factory=list)
    failed: list[Finding] = field(factory=list)

    def add(self, name: str, new: Sequence[Observation]) -> bool:
        """Add *new* to insamlat/*name*.csv, after what is there; whether they were written."""
        file = f"{FOLDER}/{safe_name(name)}.csv"
        before = self._before(file)
        if before is None:
            return False
        every = (*before, *(evolve(one, source=Source(file=file)) for one in new))
        try:
            data = figures_csv(every, self.measures, self.format, corrections=True)
        except (ArithmeticError, KeyError) as error:
            self._refuse(file, f"{type(error).__name__}: {error}")
            return False
        back, findings = csv_observations(data, file, self.format, self.measures)
        if tuple(back) != every:
            self._refuse(file, findings.text() or "det lästes inte tillbaka lika")
            return False
        return self.put(file, data)

    def put(self, file: str, data: bytes) -> bool:
        """Write *data* at *file*; whether it was written."""
        try:
            write_atomic(self.root / file, data)
        except OSError as error:
            reason = error.strerror or type(error).__name__
            self.failed.append(NOT_WRITTEN.at(Source(file=file), file=file, error=reason))
            return False
        self.written.append(file)
        return True

    def _before(self, file: str) -> tuple[Observation, ...] | None:
        """What the file holds; nothing where there is none, None where it cannot be read."""
        if not (self.root / file).exists():
            return ()
        opened = open_file(self.root / file, file)
        if isinstance(opened, Finding):
            self.failed.append(opened)
            return None
        observations, findings = csv_observations(opened.data, file, self.format, self.measures)
        if findings.errors():
            self._refuse(file, findings.errors().text())
            return None
        return observations

    def _refuse(self, file: str, found: str) -> None:
        self.failed.append(UNREADABLE_COLLECTED.at(Source(file=file), found=found))
