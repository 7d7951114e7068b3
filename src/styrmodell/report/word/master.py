"""The master used when a region brings none: made by code, A4, quiet, in Swedish."""

from collections.abc import Mapping, Sequence
from typing import Any

from styrmodell.report.document import Edition, NewPage
from styrmodell.report.edition_text import DRAFT_WORD
from styrmodell.report.engines import docx_engine
from styrmodell.report.palette import ALARM, INK
from styrmodell.report.table_text import is_wide
from styrmodell.report.word.markup import R, W, paragraph, run
from styrmodell.report.word.styles import FONT, settle_styles

_SHORT, _LONG = 11_906, 16_838  # A4 in twips
_SIDE = 1_134
_MARGINS = (
    f'<w:pgMar xmlns:w="{W}" w:top="1332" w:right="{_SIDE}" w:bottom="1134" w:left="{_SIDE}"'
    ' w:header="567" w:footer="510" w:gutter="0"/>'
)
_LANGUAGE = "sv-SE"


def default_master(edition: Edition) -> Any:
    """A python-docx document with an empty body: page, styles, header and footer for *edition*.

    The page lies on its side when a table has more than seven columns and the document does not turn pages itself.
    """
    document = docx_engine().Document()
    _drop_thumbnail(document)
    _set_defaults(document)
    styles = settle_styles(document, restyle=True)
    turns_itself = any(isinstance(block, NewPage) for block in edition.document.blocks)
    width = _set_page(document, not turns_itself and is_wide(edition.document.tables()))
    section = document.sections[0]
    # On a cover the header would only say again what it says.
    section.different_first_page_header_footer = edition.document.cover
    section.header.is_linked_to_previous = section.footer.is_linked_to_previous = False
    _fill_heads(edition, styles, (section.header._element, section.footer._element), width)
    return document


def turned_heads(document: Any, edition: Edition) -> tuple[str, ...]:
    """References to a header and a footer of the default master for pages on their side; none where there are none.

    Their tabs stand elsewhere than those of standing pages.
    """
    if not any(isinstance(block, NewPage) and block.landscape for block in edition.document.blocks):
        return ()
    styles = settle_styles(document, restyle=False)
    header, header_id = document.part.add_header_part()
    footer, footer_id = document.part.add_footer_part()
    _fill_heads(edition, styles, (header.element, footer.element), _LONG - 2 * _SIDE)
    return tuple(
        f'<w:{kind}Reference xmlns:w="{W}" xmlns:r="{R}" w:type="default" r:id="{name}"/>'
        for kind, name in (("header", header_id), ("footer", footer_id))
    )


def _drop_thumbnail(document: Any) -> None:
    """The picture of an empty American page."""
    relations = document.part.package.rels
    for key in [key for key, relation in relations.items() if relation.reltype.endswith("/thumbnail")]:
        del relations[key]


def _set_defaults(document: Any) -> None:
    defaults = document.styles.element.find(f"{{{W}}}docDefaults")
    document.styles.element.replace(
        defaults,
        docx_engine().oxml.parse_xml(
            f'<w:docDefaults xmlns:w="{W}"><w:rPrDefault><w:rPr>'
            f'<w:rFonts w:ascii="{FONT}" w:hAnsi="{FONT}" w:eastAsia="{FONT}" w:cs="{FONT}"/>'
            f'<w:color w:val="{INK}"/><w:sz w:val="20"/><w:szCs w:val="20"/>'
            f'<w:lang w:val="{_LANGUAGE}" w:eastAsia="{_LANGUAGE}" w:bidi="ar-SA"/>'
            '</w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after="140" w:line="276" w:lineRule="auto"/>'
            "</w:pPr></w:pPrDefault></w:docDefaults>"
        ),
    )
    language = document.settings.element.find(f"{{{W}}}themeFontLang")
    if language is not None:
        language.set(f"{{{W}}}val", _LANGUAGE)


def _set_page(document: Any, wide: bool) -> int:
    """Set size and margins; gives the room between the margins."""
    width, height = (_LONG, _SHORT) if wide else (_SHORT, _LONG)
    turned = ' w:orient="landscape"' if wide else ""
    properties = document.sections[0]._sectPr
    for tag, text in (
        ("pgSz", f'<w:pgSz xmlns:w="{W}" w:w="{width}" w:h="{height}"{turned}/>'),
        ("pgMar", _MARGINS),
    ):
        properties.replace(properties.find(f"{{{W}}}{tag}"), docx_engine().oxml.parse_xml(text))
    return width - 2 * _SIDE


def _tabs(width: int) -> str:
    return f'<w:tabs><w:tab w:val="center" w:pos="{width // 2}"/><w:tab w:val="right" w:pos="{width}"/></w:tabs>'


def _header_lines(edition: Edition) -> list[str]:
    """Body and registry number to the left, appendix and date to the right, UTKAST between them."""
    head = edition.document.head
    day = head.dated or edition.as_of
    left = [text for text in (f"{head.body} {head.paragraph}".strip(), head.dnr and f"Dnr {head.dnr}") if text]
    right = [text for text in (head.appendix, day.isoformat()) if text]
    draft = [DRAFT_WORD] if edition.draft else []
    lines = max(len(left), len(right))
    filled = ((column + [""] * lines)[:lines] for column in (left, draft, right))
    alarm = f'<w:b/><w:bCs/><w:color w:val="{ALARM}"/>'
    return [run(a) + run("\t") + run(b, alarm) + run("\t") + run(c) for a, b, c in zip(*filled, strict=True)]


def _footer_runs(edition: Edition) -> str:
    page, pages = (_field(name) for name in ("PAGE", "NUMPAGES"))
    return f"{run(edition.document.head.footer)}{run(chr(9) * 2)}{run('Sida ')}{page}{run(' (')}{pages}{run(')')}"


def _field(name: str) -> str:
    return f'<w:fldSimple w:instr=" {name} "><w:r><w:t>1</w:t></w:r></w:fldSimple>'


def _fill_heads(edition: Edition, styles: Mapping[str, str], heads: tuple[Any, Any], width: int) -> None:
    header, footer = heads
    _fill(header, [paragraph(styles["header"], runs, _tabs(width)) for runs in _header_lines(edition)])
    _fill(footer, [paragraph(styles["footer"], _footer_runs(edition), _tabs(width))])


def _fill(element: Any, paragraphs: Sequence[str]) -> None:
    """Let *paragraphs* be all that stands in a header or footer."""
    for child in list(element):
        element.remove(child)
    for text in paragraphs:
        element.append(docx_engine().oxml.parse_xml(text.replace("<w:p>", f'<w:p xmlns:w="{W}">', 1)))
