"""Risk matrices: likelihood along the foot, consequence up the side."""

from collections.abc import Iterator

from attrs import frozen

from styrmodell.report.chart import Matrix, MatrixItem
from styrmodell.report.palette import INK, MUTED
from styrmodell.report.svg.frame import picture
from styrmodell.report.svg.lettering import LINE_HEIGHT, SIZE, broken, lines_at, shortened, text_at, width_of
from styrmodell.report.svg.plane import WIDTH
from styrmodell.report.xml_text import xml_text

_LEFT = 128.0
_TALL = 58.0
_CHIP = 20.0
_AIR = 4.0
_WIDEST_SQUARE = 116.0


@frozen
class _Square:
    x: float
    y: float
    wide: float


def matrix_svg(matrix: Matrix, ids: str) -> str:
    """Draw *matrix* as an SVG picture; its items stand in their squares by their labels.

    Args:
        ids: What the ids inside begin with; letters, digits and hyphens, and no other picture of the page has it.
    """
    across, up = len(matrix.across), len(matrix.up)
    wide = min((WIDTH - _LEFT) / across, _WIDEST_SQUARE)
    squares = (
        _square(matrix, column, row, _Square(_LEFT + (column - 1) * wide, (up - row) * _TALL, wide))
        for row in range(1, up + 1)
        for column in range(1, across + 1)
    )
    body = "".join((*squares, *_side(matrix), *_foot(matrix, wide)))
    height = up * _TALL + _foot_lines(matrix, wide) * LINE_HEIGHT + SIZE + 22
    return picture(ids, matrix.title, _desc(matrix), height, body)


def _desc(matrix: Matrix) -> str:
    placed = (
        f"{item.label} {item.name}: {matrix.across[item.across - 1]}, {matrix.up[item.up - 1]}" for item in matrix.items
    )
    told = "; ".join(placed)
    return f"{matrix.alt} {told}." if told else matrix.alt


def _square(matrix: Matrix, column: int, row: int, at: _Square) -> str:
    """A square, its product in the corner: the colour says nothing that the number does not."""
    look = matrix.tone(column, row).look
    product = text_at(at.x + at.wide - 6, at.y + SIZE + 2, str(column * row), "end", extra=f' fill="#{look.ink}"')
    return (
        f'<rect x="{at.x:.1f}" y="{at.y:.1f}" width="{at.wide:.1f}" height="{_TALL:.1f}" fill="#{look.field}" '
        f'stroke="#fff" stroke-width="2"/>{product}{"".join(_chips(matrix.at(column, row), at))}'
    )


def _chips(items: tuple[MatrixItem, ...], at: _Square) -> Iterator[str]:
    """The labels of *items*, as many as have room, then how many more there are."""
    x, y, right = at.x + _AIR, at.y + _AIR, at.x + at.wide - _AIR
    for place, item in enumerate(items):
        # The product stands at the end of the first line.
        end = right - 18 if y < at.y + _CHIP else right
        label = shortened(item.label, at.wide - 2 * _AIR - 30)
        wide = max(width_of(label) + 10, _CHIP)
        if x > at.x + _AIR and x + wide > end:
            x, y = at.x + _AIR, y + _CHIP + _AIR
        left = len(items) - place
        is_last_line = y + 2 * _CHIP + _AIR > at.y + _TALL
        if is_last_line and left > 1 and x + wide + 34 > right:
            names = "; ".join(f"{one.label} {one.name}" for one in items[place:])
            yield text_at(x + 2, y + 14.5, f"+{left}", full=names)
            return
        yield _chip(x, y, wide, label, f"{item.label} {item.name}")
        x += wide + _AIR


def _chip(x: float, y: float, wide: float, label: str, full: str) -> str:
    return (
        f'<g><title>{xml_text(full)}</title><rect x="{x:.1f}" y="{y:.1f}" width="{wide:.1f}" height="{_CHIP:.0f}" '
        f'rx="10" fill="#fff" stroke="#{INK}"/>{text_at(x + wide / 2, y + 14.5, label, "middle")}</g>'
    )


def _side(matrix: Matrix) -> Iterator[str]:
    """The words of the scale up the side, and its title turned."""
    steps = len(matrix.up)
    for row, word in enumerate(matrix.up, 1):
        lines = broken(word, _LEFT - 34, 3)
        y = (steps - row + 0.5) * _TALL + SIZE * 0.36 - (len(lines) - 1) * LINE_HEIGHT / 2
        yield lines_at(_LEFT - 8, y, lines, "end", word)
    middle = steps * _TALL / 2
    title = shortened(matrix.up_title, steps * _TALL)
    turned = f' transform="rotate(-90 12 {middle:.1f})" font-weight="700" fill="#{MUTED}"'
    yield text_at(12, middle, title, "middle", matrix.up_title, turned)


def _foot(matrix: Matrix, wide: float) -> Iterator[str]:
    """The words of the scale along the foot, and its title."""
    y = len(matrix.up) * _TALL + SIZE + 6
    for column, word in enumerate(matrix.across):
        yield lines_at(_LEFT + (column + 0.5) * wide, y, broken(word, wide - 6, 3), "middle", word)
    middle = _LEFT + len(matrix.across) * wide / 2
    title = shortened(matrix.across_title, len(matrix.across) * wide)
    bold = f' font-weight="700" fill="#{MUTED}"'
    yield text_at(middle, y + _foot_lines(matrix, wide) * LINE_HEIGHT + 6, title, "middle", matrix.across_title, bold)


def _foot_lines(matrix: Matrix, wide: float) -> int:
    return max(len(broken(word, wide - 6, 3)) for word in matrix.across)
