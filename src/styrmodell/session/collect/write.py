"""Writing what was collected: figures as CSV in the workspace, the register, and what each unit is to correct."""

from collections.abc import Mapping, Sequence

from attrs import define, evolve

from styrmodell.io.save.csv_figures import figures_csv
from styrmodell.io.sources import SourceFormat
from styrmodell.io.tables.read_csv import csv_observations
from styrmodell.model.ids import MeasureId
from styrmodell.model.measure import Measure
from styrmodell.model.observation import Observation
from styrmodell.session.collect.folder_writer import FolderWriter
from styrmodell.session.file_name import safe_name
from styrmodell.session.form.register import FOLDER
from styrmodell.source import Source


@define(kw_only=True, eq=False)
class CollectedWriter(FolderWriter):
    """Writes files of figures under the workspace's folder."""

    measures: Mapping[MeasureId, Measure]
    format: SourceFormat

    def add(self, name: str, new: Sequence[Observation]) -> bool:
        """Add *new* to insamlat/*name*.csv, after what is there; whether they were written."""
        file = f"{FOLDER}/{safe_name(name)}.csv"
        before = self._before(file)
        if before is None:
            return False
        # Somebody else may have collected the same form since the workspace was read.
        known = frozenset(before)
        unknown = (one for one in new if one not in known)
        every = (*before, *(evolve(one, source=Source(file=file)) for one in unknown))
        try:
            data = figures_csv(every, self.measures, self.format, corrections=True)
        except (ArithmeticError, KeyError) as error:
            return self.refuse(file, f"{type(error).__name__}: {error}")
        back, findings = csv_observations(data, file, self.format, self.measures)
        if tuple(back) != every:
            return self.refuse(file, findings.text() or "det lästes inte tillbaka lika")
        return self.put(file, data)

    def _before(self, file: str) -> tuple[Observation, ...] | None:
        """What the file holds; nothing where there is none, None where it cannot be read."""
        if not (self.root / file).exists():
            return ()
        data = self.read(file)
        if data is None:
            return None
        observations, findings = csv_observations(data, file, self.format, self.measures)
        if findings.errors():
            self.refuse(file, findings.errors().text())
            return None
        return observations
