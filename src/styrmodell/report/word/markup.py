"""The words of WordprocessingML that a body is written in: runs and paragraphs, as text."""

import re

from styrmodell.report.xml_text import xml_text

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
# Word demands a paragraph between two tables, and one that ends a section: it takes no room.
BETWEEN = '<w:p><w:pPr><w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/></w:pPr></w:p>'
_BREAKS = {"\n": "<w:br/>", "\t": "<w:tab/>"}
_PARAGRAPH = "<w:p>"
# The schema wants a page break after the style and what keeps the paragraph together.
_FIRST = re.compile("<w:p>(<w:pPr>((?:<w:pStyle [^>]*>)?(?:<w:keepNext/>)?(?:<w:keepLines/>)?))?")


def run(text: str, properties: str = "") -> str:
    """A run of *text*; line feeds and tabs become Word's own. No text, no run.

    Args:
        properties: Content of ``w:rPr`` ("<w:b/>").
    """
    if not text:
        return ""
    inner = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f"<w:r>{inner}{text_elements(text)}</w:r>"


def text_elements(text: str) -> str:
    """The ``w:t`` of *text*, split at line feeds and tabs."""
    escaped = xml_text(text)
    if "\n" not in escaped and "\t" not in escaped:
        return _text_element(escaped)
    parts: list[str] = []
    rest = escaped
    while rest:
        place = min((rest.find(sign) for sign in _BREAKS if sign in rest), default=len(rest))
        parts.append(_text_element(rest[:place]) + _BREAKS.get(rest[place : place + 1], ""))
        rest = rest[place + 1 :]
    return "".join(parts)


def _text_element(escaped: str) -> str:
    if not escaped:
        return ""
    # The attribute only where it is needed: it makes large documents slow to move about.
    kept = ' xml:space="preserve"' if escaped[0] == " " or escaped[-1] == " " or "  " in escaped else ""
    return f"<w:t{kept}>{escaped}</w:t>"


def paragraph(style: str, runs: str, properties: str = "") -> str:
    """A paragraph of *runs*.

    Args:
        style: Style id; empty for the document's default.
        properties: More of ``w:pPr``, in the order of the schema, after the style.
    """
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    inner = f"<w:pPr>{named}{properties}</w:pPr>" if named or properties else ""
    return f"<w:p>{inner}{runs}</w:p>"


def field(instruction: str, shown: str, properties: str = "") -> str:
    """A field that Word works out; *shown*, as XML of runs, stands there until it does."""
    inner = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return (
        f'<w:r>{inner}<w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r>{inner}<w:instrText xml:space="preserve"> {instruction} </w:instrText></w:r>'
        f'<w:r>{inner}<w:fldChar w:fldCharType="separate"/></w:r>{shown}'
        f'<w:r>{inner}<w:fldChar w:fldCharType="end"/></w:r>'
    )


def on_new_page(blocks: str) -> str:
    """*blocks*, begun on a new page: their first paragraph asks for it, also when it stands in a table."""
    return _FIRST.sub(_with_break, blocks, count=1)


def _with_break(found: re.Match[str]) -> str:
    return f"<w:p><w:pPr>{found[2] or ''}<w:pageBreakBefore/>{'' if found[1] else '</w:pPr>'}"


def ended(block: str, section: str) -> str:
    """*block*, whose last paragraph ends a section; *section* is the ``w:sectPr``."""
    start = block.rfind(_PARAGRAPH) + len(_PARAGRAPH)
    before, last = block[:start], block[start:]
    if not last.startswith("<w:pPr>"):
        return f"{before}<w:pPr>{section}</w:pPr>{last}"
    return before + last.replace("</w:pPr>", f"{section}</w:pPr>", 1)
