"""Text on its way into XML: what XML cannot hold becomes U+FFFD, what it reads as markup is escaped."""

import re
from collections.abc import Sequence
from xml.sax.saxutils import escape

_REPLACEMENT = "\ufffd"
_ILLEGAL = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_LINE_ENDS = re.compile("\r\n?")
_SPECIAL = re.compile("[&<>\r]|" + _ILLEGAL.pattern)
_SPECIAL_QUOTED = re.compile('["\n\t]|' + _SPECIAL.pattern)


def clean_text(text: str) -> str:
    """*text* with line ends as line feeds, and each character that XML forbids replaced by U+FFFD."""
    return _LINE_ENDS.sub("\n", _ILLEGAL.sub(_REPLACEMENT, text))


def xml_text(text: str) -> str:
    """*text* cleaned and escaped for use between tags."""
    if _SPECIAL.search(text) is None:  # nearly every text, and a large table has many
        return text
    return escape(clean_text(text))


def xml_texts(texts: Sequence[str]) -> Sequence[str]:
    """Each of *texts* as *xml_text* gives it; looked through at once, for few hold anything to escape."""
    return texts if _SPECIAL.search("".join(texts)) is None else [xml_text(text) for text in texts]


def xml_attribute(text: str) -> str:
    """*text* cleaned and escaped for use between double quotes; on one line, as attributes are."""
    if _SPECIAL_QUOTED.search(text) is None:
        return text
    return escape(clean_text(text).replace("\n", " ").replace("\t", " "), {'"': "&quot;"})
