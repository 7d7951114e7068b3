"""The words of WordprocessingML that a body is written in: runs and paragraphs, as text."""

from styrmodell.report.xml_text import xml_text

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_BREAKS = {"\n": "<w:br/>", "\t": "<w:tab/>"}


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
