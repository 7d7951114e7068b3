"""A risk matrix as a table: consequence downwards from the greatest, likelihood across; what stands in it is listed."""

from collections.abc import Iterator, Mapping

from attrs import frozen

from styrmodell.report.chart import Matrix
from styrmodell.report.palette import PAPER
from styrmodell.report.word.cell import cell_xml, row_xml
from styrmodell.report.word.markup import paragraph, run
from styrmodell.report.word.table_head import HEADER_ROW, table_head

_SIDE_SHARE, _WIDEST_SQUARE = 4, 2_000
_CENTRED = '<w:jc w:val="center"/>'
_GAP = "".join(f'<w:{side} w:val="single" w:sz="12" w:space="0" w:color="{PAPER}"/>' for side in ("top", "left"))
_ITEM_INDENT = '<w:ind w:left="340" w:hanging="340"/>'


def matrix_xml(matrix: Matrix, styles: Mapping[str, str], width: int) -> str:
    """The table of *matrix* and the list of what stands in it.

    Args:
        styles: Invariant style name → id.
        width: Room between the margins, in twips.
    """
    return _MatrixWriter(matrix=matrix, styles=styles, width=width).xml()


@frozen(kw_only=True, eq=False)
class _MatrixWriter:
    matrix: Matrix
    styles: Mapping[str, str]
    width: int

    def xml(self) -> str:
        matrix = self.matrix
        widths = (self._side, *(self._square for _ in matrix.across))
        head = table_head(matrix.title, matrix.alt, self.styles["Styrmodelltabell"], widths)
        rows = (self._row(up) for up in range(len(matrix.up), 0, -1))
        return f"<w:tbl>{head}{self._header()}{''.join(rows)}</w:tbl>{''.join(self._items())}"

    @property
    def _side(self) -> int:
        return self.width // _SIDE_SHARE

    @property
    def _square(self) -> int:
        return min((self.width - self._side) // len(self.matrix.across), _WIDEST_SQUARE)

    def _header(self) -> str:
        matrix, style = self.matrix, self.styles["Tabellhuvud"]
        corner = paragraph(style, run(f"{matrix.up_title} \u2193\n{matrix.across_title} \u2192"))
        steps = (
            cell_xml(self._square, paragraph(style, run(self.matrix.step(step, word)), _CENTRED))
            for step, word in enumerate(matrix.across, 1)
        )
        return row_xml(HEADER_ROW, cell_xml(self._side, corner), *steps)

    def _row(self, up: int) -> str:
        head = paragraph(self.styles["Tabellhuvud"], run(self.matrix.step(up, self.matrix.up[up - 1])))
        squares = (self._square_xml(across, up) for across in range(1, len(self.matrix.across) + 1))
        height = '<w:trPr><w:cantSplit/><w:trHeight w:val="560" w:hRule="atLeast"/></w:trPr>'
        return row_xml(height, cell_xml(self._side, head, align="center"), *squares)

    def _square_xml(self, across: int, up: int) -> str:
        look = self.matrix.tone(across, up).look
        labels = ", ".join(item.label for item in self.matrix.at(across, up))
        text = run(labels, f'<w:b/><w:bCs/><w:color w:val="{look.ink}"/>')
        keeping = "<w:keepNext/>" if up > 1 or self.matrix.items else ""
        block = paragraph(self.styles["Tabelltext"], text, keeping + _CENTRED)
        return cell_xml(self._square, block, line=_GAP, fill=look.field, align="center")

    def _items(self) -> Iterator[str]:
        across, up = (title.lower() for title in (self.matrix.across_title, self.matrix.up_title))
        for item in self.matrix.items:
            where = f" ({across} {item.across}, {up} {item.up})"
            shown = run(item.label, "<w:b/><w:bCs/>") + run(f" – {item.name}{where}")
            yield paragraph(self.styles["Tabellnot"], shown, _ITEM_INDENT)
