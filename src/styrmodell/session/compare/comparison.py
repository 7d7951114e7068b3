"""What a comparison found, as scripts and people get it."""

import json
from datetime import date
from html import escape
from typing import Any

from attrs import frozen

from styrmodell.finding import Finding, Findings
from styrmodell.model.ids import require_known
from styrmodell.report.document import Document
from styrmodell.report.spec import FORMATS, Format
from styrmodell.session.compare.difference import ChangeGroup, Difference, of_group
from styrmodell.session.compare.document import MOST, comparison_document, render_document
from styrmodell.session.compare.figures import number_data
from styrmodell.session.compare.side import ComparedSide
from styrmodell.session.compare.text import comparison_text
from styrmodell.session.rendered import Rendered
from styrmodell.source import Source

FORMAT = 1


@frozen(kw_only=True)
class Comparison:
    """What differs between two workspaces, or two workbooks.

    Attributes:
        old: What was.
        new: What is.
        changes: Printed figures first, then how things stand, reported figures and objects, each in its own order.
        findings: What could not be compared, or only with care.
    """

    old: ComparedSide
    new: ComparedSide
    changes: tuple[Difference, ...] = ()
    findings: Findings = Findings()

    def of(self, group: ChangeGroup) -> tuple[Difference, ...]:
        """The changes of one sort."""
        return of_group(self.changes, group)

    @property
    def printed(self) -> tuple[Difference, ...]:
        """Changes of what reports print."""
        return self.of(ChangeGroup.PRINTED)

    @property
    def inputs(self) -> tuple[Difference, ...]:
        """Changes of what somebody wrote; what is printed and how goals stand follow from them."""
        return tuple(change for change in self.changes if not change.is_derived)

    def causes(self, change: Difference) -> tuple[Difference, ...]:
        """The changes that moved a printed figure, or how something stands."""
        refs = set(change.moved_by)
        return tuple(one for one in self.inputs if one.ref in refs)

    def text(self, lang: str = "sv") -> str:
        """The changes as lines of text for a console of a hundred columns; at most 25 of each sort."""
        return comparison_text((self.old, self.new), self.changes, lang)

    def data(self) -> dict[str, Any]:
        """All changes as dicts (key → value), lists and text, for JSON; numbers are text with all their digits."""
        return {
            "format": FORMAT,
            "old": _side(self.old),
            "new": _side(self.new),
            "changes": [_change(change) for change in self.changes],
            "findings": [_finding(finding) for finding in self.findings],
        }

    def json(self) -> str:
        """The same as JSON text."""
        return json.dumps(self.data(), ensure_ascii=False, indent=2)

    def document(self, most: int | None = MOST) -> Document:
        """The changes as a document: the *most* largest of printed figures first, then a table for each sort."""
        return comparison_document((self.old, self.new), self.changes, most)

    def render(self, format: Format) -> Rendered:
        """Render the document; nothing is written. A workbook holds every change, however small.

        Raises:
            UnknownNameError: There is no such format.
            RenderError: It cannot be written in that format.
        """
        require_known("format", format, FORMATS)
        return render_document((self.old, self.new), self.document(None if format == "xlsx" else MOST), format)

    def _repr_html_(self) -> str:
        return f"<pre>{escape(self.text())}</pre>"


def _side(side: ComparedSide) -> dict[str, Any]:
    return {
        "name": side.name,
        "path": side.path,
        "as_of": _day(side.as_of),
        "unit": side.unit_name,
        "period": side.period.text if side.period else None,
    }


def _change(change: Difference) -> dict[str, Any]:
    return {
        "group": change.group.value,
        "kind": change.kind.value,
        "object_kind": change.object_kind,
        "object": change.object,
        "ref": change.ref,
        "name": change.name,
        "field": change.field,
        "field_name": change.field_name,
        "old": change.old,
        "new": change.new,
        "old_number": number_data(change.old_number),
        "new_number": number_data(change.new_number),
        "delta": number_data(change.delta),
        "relative": number_data(change.relative),
        "better": change.better,
        "unit": change.unit,
        "manner": change.manner.value if change.manner else None,
        "who": change.who,
        "when": _day(change.when),
        "comment": change.comment,
        "lacks_comment": change.lacks_comment,
        "cells": list(change.cells),
        "moved_by": list(change.moved_by),
        "old_source": _source(change.old_source),
        "new_source": _source(change.new_source),
    }


def _finding(finding: Finding) -> dict[str, str]:
    return {
        "code": finding.code.code,
        "severity": finding.code.severity.value,
        "file": finding.source.file,
        "place": finding.source.place,
        "found": finding.found(),
    }


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _source(source: Source | None) -> dict[str, str] | None:
    return None if source is None else {"file": source.file, "place": source.place}
