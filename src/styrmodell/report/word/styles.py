"""The styles a body is written in: found by their invariant names, made where a master lacks them."""

from collections.abc import Mapping
from typing import Any

from attrs import frozen

from styrmodell.report.engines import docx_engine
from styrmodell.report.palette import ACCENT, ALARM, BAD, INK, LINE, MUTED
from styrmodell.report.word.markup import W

FONT = "Arial"


@frozen(kw_only=True)
class StyleSpec:
    """A style, as content of ``w:pPr``, ``w:rPr`` and ``w:tblPr``.

    Attributes:
        name: Word's invariant name; people may see it translated.
        id: Its id in a document where it has to be made.
        after: Name of the style the next paragraph takes when somebody types on.
        is_character: Whether it styles stretches of text inside paragraphs.
    """

    name: str
    id: str
    paragraph: str = ""
    run: str = ""
    table: str = ""
    based_on: str = "Normal"
    after: str = "Normal"
    is_character: bool = False

    @property
    def kind(self) -> str:
        """Word's word for what it styles."""
        return "character" if self.is_character else "table" if self.table else "paragraph"


def _spaced(before: int, after: int, line: int = 240) -> str:
    return f'<w:spacing w:before="{before}" w:after="{after}" w:line="{line}" w:lineRule="auto"/>'


def _font(size: int, color: str = INK, bold: bool = False) -> str:
    """Run properties; *size* in half points."""
    weight = "<w:b/><w:bCs/>" if bold else '<w:b w:val="0"/><w:i w:val="0"/>'
    return f'{weight}<w:color w:val="{color}"/><w:sz w:val="{size}"/><w:szCs w:val="{size}"/>'


def _heading(level: int, size: int, before: int) -> StyleSpec:
    return StyleSpec(
        name=f"heading {level}",
        id=f"Heading{level}",
        paragraph=f'<w:keepNext/><w:keepLines/>{_spaced(before, 100)}<w:outlineLvl w:val="{level - 1}"/>',
        run=_font(size, ACCENT, bold=True),
    )


_TABLE_SPACE = _spaced(34, 34)
_TABLE_LOOK = (
    f'<w:tblBorders><w:top w:val="single" w:sz="8" w:space="0" w:color="{ACCENT}"/>'
    f'<w:bottom w:val="single" w:sz="8" w:space="0" w:color="{ACCENT}"/>'
    f'<w:insideH w:val="single" w:sz="4" w:space="0" w:color="{LINE}"/></w:tblBorders>'
    '<w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="57" w:type="dxa"/>'
    '<w:bottom w:w="0" w:type="dxa"/><w:right w:w="57" w:type="dxa"/></w:tblCellMar>'
)


def _entry(level: int) -> StyleSpec:
    """A line in a table of contents."""
    return StyleSpec(
        name=f"toc {level}",
        id=f"TOC{level}",
        paragraph=f'{_spaced(100 if level == 1 else 0, 40)}<w:ind w:left="{(level - 1) * 280}" w:right="560"/>',
        run=_font(20, bold=level == 1),
    )


def _list(name: str) -> StyleSpec:
    return StyleSpec(name=name, id=name.replace(" ", ""), paragraph=_spaced(0, 60, 276), after=name)


STYLES = (
    StyleSpec(name="Title", id="Title", paragraph=f"<w:keepNext/>{_spaced(0, 120)}", run=_font(40, ACCENT, bold=True)),
    _heading(1, 28, 360),
    _heading(2, 24, 280),
    _heading(3, 21, 240),
    _heading(4, 20, 200),
    StyleSpec(
        name="caption",
        id="Caption",
        paragraph=f"<w:keepNext/><w:keepLines/>{_spaced(280, 100)}",
        run=_font(20, INK, bold=True),
    ),
    StyleSpec(name="header", id="Header", paragraph=_spaced(0, 0), run=_font(17, MUTED), after="header"),
    StyleSpec(name="footer", id="Footer", paragraph=_spaced(0, 0), run=_font(17, MUTED), after="footer"),
    StyleSpec(
        name="Utkast",
        id="Utkast",
        paragraph=f'<w:keepNext/><w:pBdr><w:left w:val="single" w:sz="36" w:space="8" w:color="{ALARM}"/></w:pBdr>'
        f'<w:shd w:val="clear" w:color="auto" w:fill="{BAD.field}"/>{_spaced(0, 200)}<w:ind w:left="200"/>',
        run=_font(20, ALARM, bold=True),
    ),
    StyleSpec(name="Subtitle", id="Subtitle", paragraph=_spaced(0, 240), run=_font(26, MUTED)),
    StyleSpec(name="Faktarad", id="Faktarad", paragraph=_spaced(0, 40), after="Faktarad"),
    StyleSpec(name="Tabelltext", id="Tabelltext", paragraph=_TABLE_SPACE, run='<w:sz w:val="18"/><w:szCs w:val="18"/>'),
    StyleSpec(
        name="Tabelltal", id="Tabelltal", paragraph='<w:jc w:val="right"/>', based_on="Tabelltext", after="Tabelltal"
    ),
    StyleSpec(
        name="Tabellhuvud",
        id="Tabellhuvud",
        paragraph="<w:keepNext/>",
        run=f'<w:b/><w:bCs/><w:color w:val="{ACCENT}"/>',
        based_on="Tabelltext",
        after="Tabellhuvud",
    ),
    StyleSpec(
        name="Tabellnot",
        id="Tabellnot",
        paragraph=f"<w:keepLines/>{_spaced(50, 0)}",
        run=_font(16, MUTED),
        after="Tabellnot",
    ),
    StyleSpec(name="Diagram", id="Diagram", paragraph=f"<w:keepLines/>{_spaced(0, 200)}"),
    StyleSpec(
        name="TOC Heading",
        id="TOCHeading",
        paragraph=f"<w:keepNext/>{_spaced(0, 160)}",
        run=_font(28, ACCENT, bold=True),
    ),
    *(_entry(level) for level in (1, 2, 3)),
    _list("List Bullet"),
    _list("List Number"),
    StyleSpec(name="footnote text", id="FootnoteText", paragraph=_spaced(0, 40), run=_font(17), after="footnote text"),
    StyleSpec(
        name="footnote reference",
        id="FootnoteReference",
        run='<w:vertAlign w:val="superscript"/>',
        based_on="Default Paragraph Font",
        is_character=True,
    ),
    StyleSpec(
        name="Hyperlink",
        id="Hyperlink",
        run=f'<w:color w:val="{ACCENT}"/><w:u w:val="single"/>',
        based_on="Default Paragraph Font",
        is_character=True,
    ),
    StyleSpec(name="Styrmodelltabell", id="Styrmodelltabell", table=_TABLE_LOOK, based_on="Normal Table"),
)


def settle_styles(document: Any, *, restyle: bool) -> Mapping[str, str]:
    """See to it that *document* has every style a body needs.

    Args:
        document: A python-docx document.
        restyle: Whether styles that are there already take our look; a region's master keeps its own.

    Returns:
        Invariant name → id in this document.
    """
    element = document.styles.element
    ids = {_name(style): style.styleId for style in element.style_lst}
    taken = set(ids.values())
    for spec in STYLES:
        if spec.name in ids and restyle:
            _drop(element, ids[spec.name])
        if spec.name not in ids:
            ids[spec.name] = _free(spec.id, taken)
            taken.add(ids[spec.name])
        elif not restyle:
            continue
        element.append(_style_element(spec, ids))
    return ids


def _name(style: Any) -> str:
    """The invariant name; Word writes "heading 1" where older programs wrote "Heading 1"."""
    name = str(style.name_val)
    return name if name in _OWN_NAMES else _OWN_NAMES_BY_LOWER.get(name.lower(), name)


_OWN_NAMES = frozenset(spec.name for spec in STYLES)
_OWN_NAMES_BY_LOWER = {spec.name.lower(): spec.name for spec in STYLES}


def _drop(element: Any, style_id: str) -> None:
    element.remove(next(style for style in element.style_lst if style.styleId == style_id))


def _free(wanted: str, taken: set[str]) -> str:
    while wanted in taken:
        wanted += "X"
    return wanted


def _style_element(spec: StyleSpec, ids: Mapping[str, str]) -> Any:
    based = ids.get(spec.based_on)
    after = ids.get(spec.after, based) if spec.kind == "paragraph" else None
    parts = (
        f'<w:name w:val="{spec.name}"/>',
        f'<w:basedOn w:val="{based}"/>' if based else "",
        f'<w:next w:val="{after}"/>' if after else "",
        "<w:qFormat/>",
        f"<w:pPr>{spec.paragraph}</w:pPr>" if spec.paragraph else "",
        f"<w:rPr>{spec.run}</w:rPr>" if spec.run else "",
        f"<w:tblPr>{spec.table}</w:tblPr>" if spec.table else "",
    )
    head = f'<w:style xmlns:w="{W}" w:type="{spec.kind}" w:styleId="{ids[spec.name]}">'
    return docx_engine().oxml.parse_xml(f"{head}{''.join(parts)}</w:style>")
