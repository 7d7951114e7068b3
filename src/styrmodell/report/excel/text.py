"""Text on its way into a workbook: cleaned as XML wants it, and cut where Excel holds no more."""

from styrmodell.report.xml_text import clean_text

CELL_LIMIT = 32_767
PROPERTY_LIMIT = 255
_CUT = "…"
# XlsxWriter copies a text between these unescaped, as looks of its own making; a character of no width parts them.
_MARKUP = ("<r>", "</r>")
_NO_WIDTH = "\u2060"


def visible(text: str, limit: int = CELL_LIMIT) -> str:
    """*text* as a workbook can hold it.

    Characters XML forbids become U+FFFD and line ends one line feed; text longer than *limit* UTF-16 units,
    as Excel counts, ends with "…".
    """
    if 2 * len(text) <= limit and text.isprintable() and text[:1] != "<":
        return text
    cleaned = shorten(clean_text(text), limit)
    return cleaned + _NO_WIDTH if cleaned.startswith(_MARKUP[0]) and cleaned.endswith(_MARKUP[1]) else cleaned


def shorten(text: str, limit: int) -> str:
    """*text* in at most *limit* UTF-16 units, with "…" where it was cut."""
    if 2 * len(text) <= limit or utf16_length(text) <= limit:
        return text
    kept = text.encode("utf-16-le")[: 2 * (limit - 1)]
    return kept.decode("utf-16-le", "ignore") + _CUT


def utf16_length(text: str) -> int:
    """How long Excel thinks *text* is; *text* is cleaned."""
    return len(text.encode("utf-16-le")) // 2


def page_text(text: str, limit: int) -> str:
    """*text* for a page header or footer: on one line, every & doubled so that it is no code, at most *limit* long."""
    line = shorten(" ".join(clean_text(text).split()), limit)
    while utf16_length(line.replace("&", "&&")) > limit:
        line = line.rstrip(_CUT)[:-1] + _CUT
    return line.replace("&", "&&")
