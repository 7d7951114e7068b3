"""What a chart part leaves unsaid, said: programs differ on what stands unless something else is said.

XlsxWriter writes for the oldest of them. In a document of a newer one, lines without ``c:smooth`` are curved, bars
below zero are white, axes are gone, and the frame has round corners.
"""

from typing import Any

from attrs import frozen

from styrmodell.report.engines import lxml_engine

CHART = "http://schemas.openxmlformats.org/drawingml/2006/chart"


@frozen
class _Unsaid:
    """An element that is false unless it is there: of what it is a part, and what stands before it."""

    name: str
    owner: str
    after: tuple[str, ...]


_ALL = (
    _Unsaid("roundedCorners", "self::c:chartSpace", ("date1904", "lang")),
    _Unsaid("varyColors", ".//c:barChart | .//c:lineChart", ("barDir", "grouping")),
    _Unsaid("invertIfNegative", ".//c:barChart/c:ser", ("idx", "order", "tx", "spPr")),
    _Unsaid(
        "smooth",
        ".//c:lineChart/c:ser",
        ("idx", "order", "tx", "spPr", "marker", "dPt", "dLbls", "trendline", "errBars", "cat", "val"),
    ),
    _Unsaid("delete", ".//c:catAx | .//c:valAx", ("axId", "scaling")),
    _Unsaid("overlay", ".//c:legend | .//c:title", ("legendPos", "legendEntry", "tx", "layout")),
)


def say_all(root: Any) -> None:
    """Write every such element that the chart part *root* lacks, as false."""
    for one in _ALL:
        for owner in root.xpath(one.owner, namespaces={"c": CHART}):
            if owner.find(f"{{{CHART}}}{one.name}") is None:
                before = {f"{{{CHART}}}{name}" for name in one.after}
                element = lxml_engine().fromstring(f'<c:{one.name} xmlns:c="{CHART}" val="0"/>')
                owner.insert(sum(child.tag in before for child in owner), element)
