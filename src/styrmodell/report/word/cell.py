"""Rows and cells of tables, as WordprocessingML text."""


def row_xml(properties: str, *cells: str) -> str:
    """A row; *properties* is its ``w:trPr``."""
    return f"<w:tr>{properties}{''.join(cells)}</w:tr>"


def cell_xml(
    width: int,
    content: str,
    *,
    span: int = 1,
    merge: str = "",
    line: str = "",
    fill: str = "",
    align: str = "bottom",
    turned: bool = False,
) -> str:
    """A cell.

    Args:
        merge: Whether it begins ("restart") or goes on with ("continue") a cell over several rows.
        line: Content of ``w:tcBorders``, in the order top, left, bottom.
        fill: Colour behind it, as six hexadecimal digits.
        turned: Whether its text is read from below.
    """
    look = cell_look(width, span=span, merge=merge, line=line, fill=fill, align=align, turned=turned)
    return f"<w:tc>{look}{content}</w:tc>"


def cell_look(
    width: int,
    *,
    span: int = 1,
    merge: str = "",
    line: str = "",
    fill: str = "",
    align: str = "bottom",
    turned: bool = False,
) -> str:
    """The ``w:tcPr`` of ``cell_xml``."""
    spanned = f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
    merged = f'<w:vMerge w:val="{merge}"/>' if merge else ""
    borders = f"<w:tcBorders>{line}</w:tcBorders>" if line else ""
    direction = '<w:textDirection w:val="btLr"/>' if turned else ""
    filled = f'<w:shd w:val="clear" w:color="auto" w:fill="{fill}"/>' if fill else ""
    return (
        f'<w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{spanned}{merged}{borders}{filled}'
        f'{direction}<w:vAlign w:val="{align}"/></w:tcPr>'
    )
