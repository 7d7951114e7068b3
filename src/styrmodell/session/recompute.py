"""A recomputation against what was kept: by bytes, and where they differ by the figures of the cells."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Literal

from attrs import define, field, frozen

from styrmodell.finding import Code, Finding, Findings
from styrmodell.report.spec import DATA_FORMATS
from styrmodell.session.frozen_codes import DIFFERS, MISSING, NOT_RECOMPUTED, SAME_FIGURES
from styrmodell.session.frozen_files import digest_of
from styrmodell.session.manifest import NO_REPORT, Output
from styrmodell.session.rendered import CELLS
from styrmodell.session.shown_figures import other_figures
from styrmodell.session.shown_text import other_texts, shown_text
from styrmodell.source import Source

# "no" where there was nothing to recompute from.
Sameness = Literal["bytes", "cells", "differs", "no"]
_SHOWN, _MOST_LETTERS = 3, 60
Words = tuple[str, str]


@frozen(kw_only=True)
class Recomputed:
    """What a recomputation says.

    Attributes:
        sameness: Whether documents have the same bytes, or at least the same figures.
        findings: SM433, SM435, SM437 and SM438.
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
        if others and self.same_versions:
            # Only a run that was kept whole notes what is no document.
            findings += self._lacking([*others, *(file for files in documents.values() for file in files)])
        return Recomputed(sameness=self._sameness, findings=Findings(findings))

    def _differing(self, files: Iterable[Output]) -> tuple[str, ...]:
        return tuple(output.file for output in files if digest_of(self.made / output.file) != output.sha256)

    def _document(self, files: Sequence[Output]) -> tuple[Finding, ...]:
        """One finding when the figures are others, since all formats differ for that; else one for each file."""
        differing = self._differing(files)
        lost = next((file for file in differing if not (self.made / file).is_file()), None)
        if lost is not None:
            return (self._differs(lost, _NOT_MADE),)
        if (data := next(filter(_is_data, differing), None)) is not None:
            return self._data(data)
        cells = next((output.file for output in files if output.file.endswith(CELLS)), None)
        words = self._cells(cells) if cells is not None and cells in differing else None
        if cells is not None and words is not None:
            return (self._differs(cells, words),)
        known = _read(self.made / cells) if cells is not None else {}
        return tuple(found for file in differing for found in self._shown(file, known))

    def _shown(self, file: str, cells: Mapping[str, str]) -> tuple[Finding, ...]:
        """What a reader sees in a document whose bytes are others: nothing else may differ than what is not seen."""
        if file not in self.whole:
            return (self._differs(file, _LOST),)
        if file.endswith(CELLS):
            return self._same(file)  # their figures have been compared
        form = file.rpartition(".")[2]
        kept, made = (shown_text((folder / file).read_bytes(), form) for folder in (self.kept, self.made))
        if kept is None or made is None:
            return (self._differs(file, _UNREADABLE),)
        other = other_texts(kept, made) if self.same_versions else other_figures(kept, made, form, cells)
        if other is None:
            return (self._at(NOT_RECOMPUTED, file, _NO_CELLS),)
        if other:
            return (self._differs(file, _other_words(other)),)
        return self._same(file)

    def _same(self, file: str) -> tuple[Finding, ...]:
        """The same figures in other bytes: another version is expected to write others."""
        self._sameness = "cells" if self._sameness == "bytes" else self._sameness
        return (self._at(SAME_FIGURES, file),) if self.same_versions else ()

    def _data(self, file: str) -> tuple[Finding, ...]:
        """Data for other programs are their figures: other bytes are other figures, or another version's columns."""
        if not self.same_versions:
            return (self._at(NOT_RECOMPUTED, file, _OTHER_DATA),)
        return (self._differs(file, _OTHER_DATA),)

    def _cells(self, file: str) -> Words | None:
        """How the figures of two lists of cells differ; None where they are the same."""
        if file not in self.whole:
            return _LOST
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

    def _lacking(self, noted: Iterable[Output]) -> Iterator[Finding]:
        """Files that the same run makes and nobody noted: they were taken away, and so was the note of them."""
        known = {output.file for output in noted}
        for file in sorted(path.name for path in self.made.iterdir() if path.name not in known):
            if not (self.kept / file).exists():  # else it is told as one that does not belong
                self._sameness = "differs"
                yield MISSING.at(Source(file=self.prefix + file), expected=digest_of(self.made / file) or "")

    def _differs(self, file: str, words: Words) -> Finding:
        self._sameness = "differs"
        return self._at(DIFFERS, file, words)

    def _at(self, code: Code, file: str, words: Words = ("", "")) -> Finding:
        return code.at(Source(file=self.prefix + file), found=words[0], found_en=words[1])


_OTHER_DATA = ("andra uppgifter", "other data")
_NOT_MADE = ("ett dokument som inte görs längre", "a document that is not made any more")
_NO_CELLS = ("andra byte, och ingen lista över celler att jämföra", "other bytes, and no list of cells to compare")
_LOST = ("innehåll som inte är det som skrevs ned", "content that is not what was noted")
_UNREADABLE = ("ett dokument som inte går att läsa", "a document that cannot be read")


def _other_words(other: Sequence[tuple[str, str, str]]) -> Words:
    """What a document prints, and what a recomputation does, where they differ."""
    parts = (f"{place}: {_short(then)} → {_short(now)}" for place, then, now in other[:_SHOWN])
    shown = "; ".join(part.removeprefix(": ") for part in parts) + ("; …" if len(other) > _SHOWN else "")
    return f"annat än omräkningen ger: {shown}", f"other than a recomputation gives: {shown}"


def _short(text: str) -> str:
    return f"{text[:_MOST_LETTERS]}…" if len(text) > _MOST_LETTERS else text or "–"


def _is_data(file: str) -> bool:
    return file.endswith(tuple(f".{form}" for form in DATA_FORMATS)) and not file.endswith(CELLS)


def _read(path: Path) -> Mapping[str, str]:
    """Cell id → figure as printed, of a list of cells that styrmodell has written."""
    return {str(entry["id"]): str(entry["text"]) for entry in json.loads(path.read_text(encoding="utf-8"))}
