"""Native charts of Word: a chart part with the workbook behind it, which Word opens when its figures are edited."""

from datetime import date, datetime, time
from io import BytesIO
from typing import Any
from zipfile import ZipFile

from styrmodell.report.chart import Chart
from styrmodell.report.engines import lxml_engine, xlsxwriter_engine
from styrmodell.report.excel.chart_series import drawn_series
from styrmodell.report.excel.charts import SeriesPlace, make_chart
from styrmodell.report.excel.text import visible
from styrmodell.report.formula.address import Address
from styrmodell.report.numbers import excel_format
from styrmodell.report.plot import Plot, plot_of
from styrmodell.report.word.chart_defaults import CHART, say_all
from styrmodell.report.word.markup import R
from styrmodell.report.word.package import repack
from styrmodell.report.xml_text import xml_attribute

DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main"
WORKBOOK_RELATION = "rId1"
_SHEET = "Diagramdata"
_LANGUAGE = "sv-SE"
_WIDTHS = (36.0, 16.0)
_TEXT_IS_TEXT = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
_PART = "xl/charts/chart1.xml"


def chart_files(chart: Chart, as_of: date, font: str) -> tuple[bytes, bytes]:
    """The chart part of *chart*, whose relation ``WORKBOOK_RELATION`` is its workbook, and that workbook.

    Args:
        as_of: The only date that reaches the workbook.
        font: The typeface of the document.
    """
    plot = plot_of(chart)
    target = BytesIO()
    workbook = xlsxwriter_engine().Workbook(target, {"in_memory": True, **_TEXT_IS_TEXT})
    workbook.set_properties({"created": datetime.combine(as_of, time.min)})
    sheet = workbook.add_worksheet(_SHEET)
    places = _write(workbook, sheet, chart, plot)
    native = make_chart(workbook, plot, chart.kind, places, chart.title)
    # The caption over it says the title.
    native.set_title({"none": True})
    native.set_chartarea({"border": {"none": True}})
    sheet.insert_chart(len(plot.categories) + 2, 0, native)
    workbook.close()
    with ZipFile(target) as package:
        part = package.read(_PART)
    return _as_word_has_it(part, font), repack(target.getvalue())


def _write(workbook: Any, sheet: Any, chart: Chart, plot: Plot) -> tuple[SeriesPlace, ...]:
    """Categories down the first column, a series a column; a missing figure is an empty cell."""
    categories = plot.categories
    series = drawn_series(plot, chart.kind)
    look = workbook.add_format({"num_format": excel_format(plot.style)})
    sheet.set_column(0, 0, _WIDTHS[0])
    sheet.set_column(1, max(len(series), 1), _WIDTHS[1])
    for row, name in enumerate(categories, 1):
        sheet.write_string(row, 0, visible(name))
    for column, one in enumerate(series, 1):
        sheet.write_string(0, column, visible(one.name))
        for row, value in enumerate(one.values, 1):
            if value is not None:
                sheet.write_number(row, column, value, look)
    return tuple(_place(column, len(categories)) for column, _ in enumerate(series, 1))


def _place(column: int, count: int) -> SeriesPlace:
    def at(row: int, where: int) -> Address:
        return Address(sheet=_SHEET, row=row, column=where)

    last = max(count, 1)
    return SeriesPlace(name=at(0, column), categories=(at(1, 0), at(last, 0)), values=(at(1, column), at(last, column)))


def _as_word_has_it(part: bytes, font: str) -> bytes:
    """XlsxWriter's chart part in Swedish, in the document's typeface, with a workbook of its own."""
    etree = lxml_engine()
    root = etree.fromstring(part)
    for element in root.iter(f"{{{DRAWING}}}rPr", f"{{{DRAWING}}}endParaRPr"):
        element.set("lang", _LANGUAGE)
    root.find(f"{{{CHART}}}lang").set("val", _LANGUAGE)
    say_all(root)
    for setup in root.findall(f"{{{CHART}}}printSettings"):
        root.remove(setup)
    root.append(etree.fromstring(typeface_xml(font)))
    root.append(
        etree.fromstring(
            f'<c:externalData xmlns:c="{CHART}" xmlns:r="{R}" r:id="{WORKBOOK_RELATION}"><c:autoUpdate val="0"/>'
            "</c:externalData>"
        )
    )
    return bytes(etree.tostring(root, encoding="UTF-8", standalone=True))


def typeface_xml(font: str) -> str:
    """The ``c:txPr`` of a whole chart."""
    return (
        f'<c:txPr xmlns:c="{CHART}" xmlns:a="{DRAWING}"><a:bodyPr/><a:lstStyle/><a:p>'
        f'<a:pPr><a:defRPr><a:latin typeface="{xml_attribute(font)}"/></a:defRPr></a:pPr>'
        f'<a:endParaRPr lang="{_LANGUAGE}"/></a:p></c:txPr>'
    )
