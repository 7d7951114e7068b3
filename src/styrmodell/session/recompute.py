"""A recomputation against what was kept: by bytes, and where they differ by the figures of the cells."""

import json
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Literal

from attrs import define, field, frozen

from styrmodell.finding import Code, Finding, Findings
from styrmodell.report.spec import DATA_FORMATS
from styrmodell.session.frozen_codes import DIFFERS, NOT_RECOMPUTED, SAME_FIGURES
from styrmodell.session.frozen_files import digest_of
from styrmodell.session.manifest import Output
from styrmodell.session.rendered import CELLS
from styrmodell.session.report_index import NO_REPORT
from styrmodell.source import Source

# "no" where there was nothing to recompute from.
Sameness = Literal["bytes", "cells", "differs", "no"]
_SHOWN = 3
Words = tuple[str, str]


@frozen(kw_only=True)
class Recomputed:
    """What a recomputation says.

    Attributes:
        sameness: Whether documents have the same bytes, or at least the same figures.
        findings: SM435, SM437 and SM438.
    """

    sameness: Sameness = "no"
    findings: Findings = Findings()


@define(kw_only=True, eq=False)
class Comparison:
    """Compares *made*, a folder of a new run, with what was kept of an earlier one.

    Attributes:
        kept: The folder of the earlier run.
        whole: Its files that are as they were noted.
        prefix: What stands before a file in findings ("ut/").
        same_versions: Whether the same styrmodell and plugins made both.
    """

    kept: Path
    whole: frozenset[str]
    made: Path
    same_versions: bool
    prefix: str = ""
    _sameness: Sameness = field(default="bytes", init=False)

    def compare(self, noted: Iterable[Output]) -> Recomputed:
        """Compare every document among *noted*, and the other files where no document differs."""
        documents: dict[tuple[str, str, str], list[Output]] = {}
        others: list[Output] = []
        for output in noted:
            named = (output.report, output.unit, output.period)
            (others if output.report == NO_REPORT else documents.setdefault(named, [])).append(output)
        findings = [found for files in documents.values() for found in self._document(files)]
        if not findings and self.same_versions:
            findings = [self._at(SAME_FIGURES, file) for file in self._differing(others)]
        return Recomputed(sameness=self._sameness, findings=Findings(findings))

    def _differing(self, files: Iterable[Output]) -> tuple[str, ...]:
        return tuple(output.file for output in files if digest_of(self.made / output.file) != output.sha256)

    def _document(self, files: Sequence[Output]) -> tuple[Finding, ...]:
        """One finding at most: its other formats differ for the same reason."""
        differing = self._differing(files)
        if not differing:
            return ()
        lost = next((file for file in differing if not (self.made / file).is_file()), None)
        data = next((file for file in differing if _is_data(file)), None)
        if data is not None and lost is None:
            return self._data(data)
        cells = next((output.file for output in files if output.file.endswith(CELLS)), None)
        words = _NOT_MADE if lost else self._cells(cells) if cells in differing else None
        if words is None and cells is None:
            if not self.same_versions:
                return (self._at(NOT_RECOMPUTED, differing[0], _NO_CELLS),)
            words = _NO_CELLS
        if words is not None:
            self._sameness = "differs"
            return (self._at(DIFFERS, lost or cells or differing[0], words),)
        self._sameness = "cells" if self._sameness == "bytes" else self._sameness
        return (self._at(SAME_FIGURES, differing[0]),) if self.same_versions else ()

    def _data(self, file: str) -> tuple[Finding, ...]:
        """Data for other programs are their figures: other bytes are other figures, or another version's columns."""
        if not self.same_versions:
            return (self._at(NOT_RECOMPUTED, file, _OTHER_DATA),)
        self._sameness = "differs"
        return (self._at(DIFFERS, file, _OTHER_DATA),)

    def _cells(self, file: str) -> Words | None:
        """How the figures of two lists of cells differ; None where they are the same."""
        if file not in self.whole:
            return _CELLS_LOST
        then, now = _read(self.kept / file), _read(self.made / file)
        other = [name for name in sorted({*then, *now}) if then.get(name) != now.get(name)]
        if not other:
            return None
        shown = "; ".join(f"{name}: {then.get(name, '–')} → {now.get(name, '–')}" for name in other[:_SHOWN])
        more, count = "; …" if len(other) > _SHOWN else "", len(other)
        return (
            f"{count} {'cell' if count == 1 else 'celler'} med en annan siffra: {shown}{more}",
            f"{count} {'cell' if count == 1 else 'cells'} with another figure: {shown}{more}",
        )

    def _at(self, code: Code, file: str, words: Words = ("", "")) -> Finding:
        return code.at(Source(file=self.prefix + file), found=words[0], found_en=words[1])


_OTHER_DATA = ("andra uppgifter", "other data")
_NOT_MADE = ("ett dokument som inte görs längre", "a document that is not made any more")
_NO_CELLS = ("andra byte, och ingen lista över celler att jämföra", "other bytes, and no list of cells to compare")
_CELLS_LOST = ("celler som inte är de som skrevs ned", "cells that are not those that were noted")


def _is_data(file: str) -> bool:
    return file.endswith(tuple(f".{form}" for form in DATA_FORMATS)) and not file.endswith(CELLS)


def _read(path: Path) -> Mapping[str, str]:
    """Cell id → figure as printed, of a list of cells that styrmodell has written."""
    return {str(entry["id"]): str(entry["text"]) for entry in json.loads(path.read_text(encoding="utf-8"))}
