"""The workbooks that tell units what to correct, and those of an earlier time that hold no longer."""

import json
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from datetime import date
from itertools import count
from pathlib import Path

from attrs import define, evolve, field, frozen

from styrmodell.finding import Finding, Severity
from styrmodell.report.codes import HAND_EDITED
from styrmodell.report.excel.fault_list import FAULT_SHEET, Fault, write_fault_list
from styrmodell.report.formula.address import quote_sheet
from styrmodell.session.collect.codes import OLD_FAULTS
from styrmodell.session.disk_fault import not_written
from styrmodell.session.file_name import safe_name
from styrmodell.session.manifest import digest
from styrmodell.session.write import write_atomic
from styrmodell.source import Source

RECORD = "att-ratta.json"
_FORMAT = 1
# Whoever fills in the form has no command line: they answer whoever sent it.
_FOR_COMMANDS, _CONFIRM = "--accept '{cell}'", "; stämmer det ändå, svara det"


@frozen(kw_only=True)
class FaultBook:
    """A workbook of faults that was written in the folder."""

    unit: str
    file: str
    sha256: str


@define(kw_only=True, eq=False)
class FaultBooks:
    """Writes a folder's workbooks of faults.

    Attributes:
        created: The workspace's day.
        written: What was written.
        told: What was not, and what stands there from before (SM403, SM404, SM469).
    """

    folder: Path
    created: date
    written: list[FaultBook] = field(factory=list)
    told: list[Finding] = field(factory=list)
    _earlier: tuple[FaultBook, ...] = field(init=False)

    def __attrs_post_init__(self) -> None:
        noted: dict[str, FaultBook] = {}
        for one in _read_record(self.folder / RECORD):  # of several of one name, that which stands there
            if one.file not in noted or _digest_of(self.folder / one.file) == one.sha256:
                noted[one.file] = one
        self._earlier = tuple(noted.values())

    def write(self, unit: str, name: str, findings: Iterable[Finding]) -> None:
        """Write the workbook of *unit*, beside the one that is there when that was changed by hand."""
        data = faults_book(name, findings, self.created)
        wanted = f"{safe_name(f'{FAULT_SHEET} {name}')}.xlsx"
        file = self._free_name(wanted, data)
        if file != wanted:
            self.told.append(HAND_EDITED.at(Source(file=wanted), file=wanted, other=file))
        book = FaultBook(unit=unit, file=file, sha256=digest(data))
        try:
            # Noted first: a run that is killed between the two leaves no workbook that counts as somebody's own.
            write_atomic(self.folder / RECORD, _record_bytes([*self._earlier, *self.written, book]))
            write_atomic(self.folder / file, data)
        except OSError as error:
            self.told.append(not_written(file, error))
        else:
            self.written.append(book)

    def close(self, fine: Mapping[str, str]) -> None:
        """Remove the workbooks that no longer hold and that nobody has changed; the others are told (SM469).

        Args:
            fine: Id → name of the units whose forms have no faults now.
        """
        new = {one.file for one in self.written}
        ended = {*fine, *(one.unit for one in self.written)}
        kept = [one for one in self._earlier if one.file not in new and not (one.unit in ended and self._end(one))]
        for name in fine.values():
            self._tell_unknown(name)
        if self.written or kept != list(self._earlier):
            with suppress(OSError):  # what was noted before each workbook still says whose they are
                write_atomic(self.folder / RECORD, _record_bytes([*kept, *self.written]))

    def _end(self, one: FaultBook) -> bool:
        """Remove a workbook that is as it was written; whether it is gone."""
        path = self.folder / one.file
        if _digest_of(path) == one.sha256:
            with suppress(OSError):
                path.unlink()
        if path.exists():
            self._tell_old(one.file)
        return not path.exists()

    def _tell_unknown(self, name: str) -> None:
        """Tell of a workbook for the unit *name* that no record has."""
        file = f"{safe_name(f'{FAULT_SHEET} {name}')}.xlsx"
        if (self.folder / file).exists() and all(one.file != file for one in self._earlier):
            self._tell_old(file)

    def _tell_old(self, file: str) -> None:
        self.told.append(OLD_FAULTS.at(Source(file=file), found=file))

    def _free_name(self, wanted: str, data: bytes) -> str:
        """*wanted*, or the first "name (2).xlsx" that no hand has touched."""
        stem = wanted.removesuffix(".xlsx")
        names = (wanted if number == 1 else f"{stem} ({number}).xlsx" for number in count(1))
        return next(name for name in names if self._is_ours(name, data))

    def _is_ours(self, name: str, data: bytes) -> bool:
        found = _digest_of(self.folder / name)
        known = {one.sha256 for one in self._earlier if one.file == name}
        return found is None or found == digest(data) or found in known


def faults_book(unit: str, findings: Iterable[Finding], created: date) -> bytes:
    """The workbook that tells *unit* what to correct: cell, what was found, what was expected and what to do."""
    return write_fault_list(unit, [_fault(one) for one in findings], created)


def _fault(finding: Finding) -> Fault:
    is_asked = _FOR_COMMANDS in finding.code.do.sv
    told = evolve(finding, args=tuple(one for one in finding.args if one[0] != "cell")) if is_asked else finding
    return Fault(
        file=told.source.file,
        cell=_address(told.source.place),
        found=told.found(),
        expected=told.expected(),
        do=told.do() + (_CONFIRM if is_asked else ""),
        grade=told.severity_word(),
        is_error=told.code.severity is Severity.ERROR,
    )


def _address(place: str) -> str:
    """ "Bilaga 10 a!D12" as Excel's name box takes it."""
    sheet, bang, cell = place.rpartition("!")
    return f"{quote_sheet(sheet)}!{cell}" if bang else place


def _digest_of(path: Path) -> str | None:
    try:
        return digest(path.read_bytes())
    except (OSError, UnicodeEncodeError):  # the second where the computer cannot write such a name
        return None


def _read_record(path: Path) -> tuple[FaultBook, ...]:
    """The workbooks that were written before; none where there is no record, or it is none of ours."""
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
        listed = data["files"] if data["format"] == _FORMAT else []
        books = [FaultBook(unit=str(one["unit"]), file=str(one["file"]), sha256=str(one["sha256"])) for one in listed]
    except (OSError, ValueError, KeyError, TypeError):
        return ()
    return tuple(one for one in books if Path(one.file).name == one.file)


def _record_bytes(books: Sequence[FaultBook]) -> bytes:
    files = [{"unit": one.unit, "file": one.file, "sha256": one.sha256} for one in sorted(books, key=lambda b: b.file)]
    return (json.dumps({"format": _FORMAT, "files": files}, ensure_ascii=False, indent=2) + "\n").encode("utf-8")
