"""styrmodell.toml: what a workspace is made of."""

import re
import tomllib
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

from attrs import evolve, field, frozen

from styrmodell.finding import Finding, Findings
from styrmodell.io.codes import BROKEN_TOML, MISSING_KEY, OUTSIDE_FOLDER, TOO_DEEP, UNKNOWN_FORMAT, UNKNOWN_KEY
from styrmodell.io.file_pattern import FilePattern
from styrmodell.io.input_file import MAX_TOML_BYTES, open_file, read_text
from styrmodell.io.ledger.format import LedgerFormat, read_ledger_formats
from styrmodell.io.lists.kinds import LIST_KINDS
from styrmodell.io.problems import Problems, shorten, suggestions
from styrmodell.io.sources import SourceFormat, read_sources
from styrmodell.io.tables.blocks import TableFormat, read_tables
from styrmodell.io.toml_place import TomlPlaces
from styrmodell.io.toml_values import unfit_values
from styrmodell.io.value_codes import NOT_A_DATE
from styrmodell.io.values import shape
from styrmodell.source import Source

FILE_NAME = "styrmodell.toml"
FORMAT = 1
MAX_NESTING = 50
_TOP = ("workspace", "reports", "sources", "tables", "ledgers")
WORKSPACE_KEYS = ("format", "name", "profile", "as_of", "files")
# The library needs the square of a dotted key's length; here a key has no more than three parts.
_LONG_KEY = re.compile(r"""(?<![\w-])(?:(?:[\w-]++|"[^"\n]*+"|'[^'\n]*+')[ \t]*+\.[ \t]*+){50}""")
_LINE = re.compile(r"\(at line (\d+), column (\d+)\)")

Settings = tuple[tuple[str, str], ...]


@frozen(kw_only=True)
class WorkspaceFile:
    """What styrmodell.toml says.

    Attributes:
        profile: A plugin's key, or a path in the workspace; empty for none.
        as_of: "Today": what staleness is counted from and files are stamped with.
        files: Patterns of the files that belong to the workspace.
        include: Keys of the reports to build.
        settings: (report key, (name, text) pairs) for the reports that have any.
        sources: How files are written.
        tables: Which tables stand where, for files that do not say it themselves.
        ledgers: Which files are ledgers.
    """

    name: str = ""
    profile: str = ""
    as_of: date
    files: tuple[str, ...]
    include: tuple[str, ...] = ()
    settings: tuple[tuple[str, Settings], ...] = ()
    sources: tuple[SourceFormat, ...] = ()
    tables: tuple[TableFormat, ...] = ()
    ledgers: tuple[LedgerFormat, ...] = ()
    source: Source = field(default=Source(), eq=False)


def read_workspace_file(folder: Path) -> tuple[WorkspaceFile | None, Findings]:
    """Read the styrmodell.toml of a workspace.

    Args:
        folder: The folder it lies in.

    Returns:
        What it says, or None when it cannot be read or lacks as_of or files; and every fault (SM101, SM102,
        SM107, SM108, SM114, SM115, SM116, SM118, SM119, SM121, SM133, SM138, SM139).
    """
    opened = open_file(folder / FILE_NAME, FILE_NAME, limit=MAX_TOML_BYTES)
    if isinstance(opened, Finding):
        return None, Findings((opened,))
    return workspace_from(opened.data)


def workspace_from(data: bytes) -> tuple[WorkspaceFile | None, Findings]:
    """The same as read_workspace_file for bytes that were already read."""
    text, told = read_text(data, FILE_NAME, "utf-8")
    if text is None:
        return None, told
    problems = Problems(FILE_NAME)
    if _LONG_KEY.search(text):
        problems.add(TOO_DEEP, "", limit=str(MAX_NESTING))
        return None, problems.findings()
    try:
        tables = tomllib.loads(text, parse_float=Decimal)
    except (tomllib.TOMLDecodeError, RecursionError, ValueError) as error:
        _tell_broken(problems, text, error)
        return None, problems.findings()
    for bad in unfit_values(tables):
        problems.add_bad(bad, "")
    if unfit := problems.findings():
        return None, unfit
    places = TomlPlaces.of(text)
    reader = _Reader(tables=tables, problems=problems, places=places)
    formats, format_findings = read_sources(tables.get("sources"), FILE_NAME, places)
    blocks, block_findings = read_tables(tables.get("tables"), FILE_NAME, places, [kind.key for kind in LIST_KINDS])
    ledgers, ledger_findings = read_ledger_formats(tables.get("ledgers"), FILE_NAME, places)
    workspace = reader.workspace()
    if workspace is not None:
        workspace = evolve(workspace, sources=formats, tables=blocks, ledgers=ledgers)
    return workspace, Findings.gather(problems.findings(), format_findings, block_findings, ledger_findings)


def _tell_broken(problems: Problems, text: str, error: Exception) -> None:
    if isinstance(error, RecursionError):
        problems.add(TOO_DEEP, "", limit=str(MAX_NESTING))
        return
    reason = str(error)
    match = _LINE.search(reason)
    place = f"rad {match[1]} kolumn {match[2]}" if match else f"rad {text.count(chr(10)) + 1}"
    problems.add(BROKEN_TOML, place, found=shorten(_LINE.sub("", reason)))


@frozen(kw_only=True)
class _Reader:
    tables: dict[str, Any]
    problems: Problems
    places: TomlPlaces

    def workspace(self) -> WorkspaceFile | None:
        self._known("", self.tables, _TOP)
        table = self._table("workspace")
        self._known("workspace", table, WORKSPACE_KEYS)
        self._format(table)
        as_of, files = self._as_of(table), self._patterns(table)
        name, profile = self._text(table, "name"), self._text(table, "profile")
        include, settings = self._reports()
        if as_of is None or files is None:
            return None
        return WorkspaceFile(
            name=name,
            profile=profile,
            as_of=as_of,
            files=files,
            include=include,
            settings=settings,
            source=Source(file=FILE_NAME, place=self.places.of_key("workspace", "")),
        )

    def _known(self, path: str, table: Mapping[str, object], known: tuple[str, ...]) -> None:
        for key in table:
            if key not in known:
                self.problems.add(UNKNOWN_KEY, self.places.of_key(path, key), **suggestions(key, known))

    def _table(self, key: str) -> Mapping[str, object]:
        table = self.tables.get(key, {})
        if isinstance(table, dict):
            return table
        self.problems.add_bad(shape(table, f"[{key}]", f"[{key}]"), self.places.of_key("", key))
        return {}

    def _missing(self, key: str) -> None:
        self.problems.add(MISSING_KEY, self.places.of_key("workspace", key), key=f"workspace.{key}")

    def _format(self, table: Mapping[str, object]) -> None:
        given = table.get("format")
        if given is None:
            self._missing("format")
        elif type(given) is not int or given != FORMAT:
            self.problems.add(UNKNOWN_FORMAT, self.places.of_key("workspace", "format"), found=shorten(str(given)))

    def _as_of(self, table: Mapping[str, object]) -> date | None:
        given = table.get("as_of")
        if type(given) is date:  # a datetime is a date, too, but no day
            return given
        if given is None:
            self._missing("as_of")
        else:
            place = self.places.of_key("workspace", "as_of")
            self.problems.add(NOT_A_DATE, place, found=shorten(f"{given} ({_toml_type(given)})"))
        return None

    def _text(self, table: Mapping[str, object], key: str) -> str:
        given = table.get(key, "")
        if isinstance(given, str):
            return given.strip()
        self.problems.add_bad(shape(given, "en text", "a text"), self.places.of_key("workspace", key))
        return ""

    def _patterns(self, table: Mapping[str, object]) -> tuple[str, ...] | None:
        if "files" not in table:
            self._missing("files")
            return None
        patterns = self._texts(table["files"], "workspace", "files")
        for text in patterns:
            if not FilePattern.parse(text).is_inside:
                self.problems.add(OUTSIDE_FOLDER, self.places.of_key("workspace", "files"), found=shorten(text))
        return tuple(text for text in patterns if FilePattern.parse(text).is_inside)

    def _texts(self, value: object, path: str, key: str) -> tuple[str, ...]:
        """A list of texts; items of other kinds are told and left out."""
        place = self.places.of_key(path, key)
        if not isinstance(value, list):
            self.problems.add_bad(shape(value, "en lista", "a list"), place)
            return ()
        for index, item in enumerate(value):
            if not isinstance(item, str):
                self.problems.add_bad(shape(item, "en text", "a text"), f"{place}[{index}]")
        return tuple(item.strip() for item in value if isinstance(item, str))

    def _reports(self) -> tuple[tuple[str, ...], tuple[tuple[str, Settings], ...]]:
        """[reports] include, and one table of settings a report."""
        table = self._table("reports")
        include = self._texts(table["include"], "reports", "include") if "include" in table else ()
        settings = {key: value for key, value in table.items() if key != "include"}
        for key, value in settings.items():
            if not isinstance(value, dict):
                self.problems.add(UNKNOWN_KEY, self.places.of_key("reports", key), **suggestions(key, ("include",)))
        pairs = ((key, self._settings(key, value)) for key, value in settings.items() if isinstance(value, dict))
        return include, tuple(pairs)

    def _settings(self, report: str, table: Mapping[str, object]) -> Settings:
        """Settings are text for the report to read; numbers, dates and truth values become their TOML text."""
        found: list[tuple[str, str]] = []
        for name, value in table.items():
            if isinstance(value, list | dict):
                place = self.places.of_key(f"reports.{report}", name)
                self.problems.add_bad(shape(value, "en text", "a text"), place)
            else:
                found.append((name, str(value).lower() if isinstance(value, bool) else str(value)))
        return tuple(found)


def _toml_type(value: object) -> str:
    return "text" if isinstance(value, str) else type(value).__name__
