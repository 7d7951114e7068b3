"""Drawings in a body: what the text holds of a chart, and the parts it points at."""

from datetime import date
from typing import Any

from attrs import define

from styrmodell.report.chart import Chart
from styrmodell.report.table import TrendCell
from styrmodell.report.word.chart_defaults import CHART
from styrmodell.report.word.chart_part import DRAWING, WORKBOOK_RELATION, chart_files
from styrmodell.report.word.markup import R, W
from styrmodell.report.word.relations import NewParts, Relations
from styrmodell.report.word.trend import trend_xml
from styrmodell.report.xml_text import xml_attribute

_INLINE = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
_CHART_TYPE = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"
_WORKBOOK_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_HEADS = ("wordprocessingml.header+xml", "wordprocessingml.footer+xml")
_TWIPS = 635
_THEME_FONT = "+mn-lt"


@define(kw_only=True, eq=False)
class Drawings:
    """The drawings of a body, numbered in its document.

    Attributes:
        relations: What the main part points at.
        as_of: The only date that reaches the workbooks behind charts.
        font: The typeface of charts.
        last: The highest number that a drawing of the document has.
    """

    parts: NewParts
    relations: Relations
    as_of: date
    font: str = _THEME_FONT
    last: int = 0

    def chart(self, chart: Chart, alt: str, size: tuple[int, int]) -> str:
        """A run with *chart*, *size* twips wide and high; *alt* is read aloud in its place."""
        content, workbook = chart_files(chart, self.as_of, self.font)
        part = self.parts.make("/word/charts/chart{}.xml", _CHART_TYPE, content)
        book = self.parts.make("/word/embeddings/Microsoft_Excel_Sheet{}.xlsx", _WORKBOOK_TYPE, workbook)
        part.rels.add_relationship(f"{R}/package", book, WORKBOOK_RELATION)
        return self._run(part, chart.title, alt, size)

    def trend(self, cell: TrendCell, name: str, size: tuple[int, int]) -> str:
        """A run with the course of *cell*; its words are read aloud in its place."""
        part = self.parts.make("/word/charts/trend{}.xml", _CHART_TYPE, trend_xml(cell))
        return self._run(part, name, cell.text, size)

    def _run(self, part: Any, title: str, alt: str, size: tuple[int, int]) -> str:
        relation = self.relations.point_at(part, "chart")
        self.last += 1
        width, height = (side * _TWIPS for side in size)
        named = f'name="Diagram {self.last}" descr="{xml_attribute(alt)}" title="{xml_attribute(title)}"'
        return (
            f'<w:r><w:drawing><wp:inline xmlns:wp="{_INLINE}" distT="0" distB="0" distL="0" distR="0">'
            f'<wp:extent cx="{width}" cy="{height}"/><wp:docPr id="{self.last}" {named}/><wp:cNvGraphicFramePr/>'
            f'<a:graphic xmlns:a="{DRAWING}"><a:graphicData uri="{CHART}">'
            f'<c:chart xmlns:c="{CHART}" xmlns:r="{R}" r:id="{relation}"/></a:graphicData></a:graphic>'
            "</wp:inline></w:drawing></w:r>"
        )


def last_drawing(document: Any) -> int:
    """The highest number of a drawing in *document*'s body, headers and footers."""
    roots = [document.element.body, *(part.element for part in document.part.related_parts.values() if _is_head(part))]
    tag = f"{{{_INLINE}}}docPr"
    return max((int(drawing.get("id", 0)) for root in roots for drawing in root.iter(tag)), default=0)


def _is_head(part: Any) -> bool:
    return str(part.content_type).endswith(_HEADS)


def typeface_of(document: Any) -> str:
    """The typeface its styles name for all text; else that of the theme."""
    found = document.styles.element.xpath("w:docDefaults/w:rPrDefault/w:rPr/w:rFonts")
    return str(found[0].get(f"{{{W}}}ascii") or _THEME_FONT) if found else _THEME_FONT
