"""Courses in table cells: a small line, as a chart part that holds its figures itself."""

from styrmodell.report.palette import ACCENT
from styrmodell.report.plot import printed_value
from styrmodell.report.table import TrendCell
from styrmodell.report.word.chart_defaults import CHART
from styrmodell.report.word.chart_part import DRAWING

_LINE = f'<a:ln w="19050" cap="rnd"><a:solidFill><a:srgbClr val="{ACCENT}"/></a:solidFill><a:round/></a:ln>'
_DOT = f'<c:spPr><a:solidFill><a:srgbClr val="{ACCENT}"/></a:solidFill><a:ln><a:noFill/></a:ln></c:spPr>'
_NOTHING = "<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>"
_NO_DOT = '<c:marker><c:symbol val="none"/></c:marker>'
_AXES = (
    '<c:catAx><c:axId val="1"/><c:scaling><c:orientation val="minMax"/></c:scaling><c:delete val="1"/>'
    '<c:axPos val="b"/><c:crossAx val="2"/></c:catAx>'
    '<c:valAx><c:axId val="2"/><c:scaling><c:orientation val="minMax"/>{scale}</c:scaling><c:delete val="1"/>'
    '<c:axPos val="l"/><c:crossAx val="1"/></c:valAx>'
)


def trend_xml(cell: TrendCell) -> bytes:
    """The chart part of a course: its line, a dot at its last figure, no axes."""
    values = [printed_value(point) for point in cell.points]
    known = [place for place, value in enumerate(values) if value is not None]
    points = "".join(
        f'<c:pt idx="{place}"><c:v>{value!r}</c:v></c:pt>' for place, value in enumerate(values) if value is not None
    )
    # Between two gaps there is no line to see.
    alone = {place for place in known if place - 1 not in known and place + 1 not in known}
    dots = "".join(_dot(place) for place in sorted({*alone, *known[-1:]}))
    figures = f'<c:formatCode>General</c:formatCode><c:ptCount val="{len(values)}"/>{points}'
    series = (
        f'<c:ser><c:idx val="0"/><c:order val="0"/><c:spPr>{_LINE}</c:spPr>{_NO_DOT}'
        f"{dots}"
        f'<c:val><c:numLit>{figures}</c:numLit></c:val><c:smooth val="0"/></c:ser>'
    )
    plot = (
        '<c:layout><c:manualLayout><c:layoutTarget val="inner"/><c:xMode val="edge"/><c:yMode val="edge"/>'
        '<c:x val="0.04"/><c:y val="0.12"/><c:w val="0.92"/><c:h val="0.76"/></c:manualLayout></c:layout>'
        f'<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>{series}<c:marker val="1"/>'
        f'<c:axId val="1"/><c:axId val="2"/></c:lineChart>{_AXES.format(scale=_scale(values))}{_NOTHING}'
    )
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
        f'<c:chartSpace xmlns:c="{CHART}" xmlns:a="{DRAWING}"><c:date1904 val="0"/><c:lang val="sv-SE"/>'
        '<c:roundedCorners val="0"/><c:chart><c:autoTitleDeleted val="1"/>'
        f'<c:plotArea>{plot}</c:plotArea><c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart>{_NOTHING}'
        "</c:chartSpace>"
    ).encode()


def _dot(place: int) -> str:
    marker = f'<c:marker><c:symbol val="circle"/><c:size val="5"/>{_DOT}</c:marker>'
    return f'<c:dPt><c:idx val="{place}"/>{marker}<c:bubble3D val="0"/><c:spPr>{_LINE}</c:spPr></c:dPt>'


def _scale(values: list[float | None]) -> str:
    """The ends of the axis: those of the figures, so that what moves is seen."""
    known = [value for value in values if value is not None]
    if not known or min(known) == max(known):
        return ""
    return f'<c:max val="{max(known)!r}"/><c:min val="{min(known)!r}"/>'
