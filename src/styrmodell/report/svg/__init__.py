"""Charts as SVG: plain strings that stand in a page as they are, with words for those who do not see them."""

from styrmodell.report.svg.matrix import matrix_svg
from styrmodell.report.svg.sparkline import sparkline_svg
from styrmodell.report.svg.write import chart_svg

__all__ = ["chart_svg", "matrix_svg", "sparkline_svg"]
