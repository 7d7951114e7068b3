"""The beginning of an XML part: its encoding, and whether anything but comments stands before the root."""

import re

XML_ENDINGS = (".xml", ".rels", ".vml")
# A prolog that does not end within so much is a fault.
PROLOG_BYTES = 65_536
# A DOCTYPE can only stand before the root element; this is all that may.
_PROLOG = re.compile(r"(?:\s|<\?(?s:.*?)\?>|<!--(?s:.*?)-->)*")
_DECLARED = re.compile(rb"<\?xml[^>]*?\bencoding\s*=\s*[\"']([\w.:-]+)[\"']")
_MARKS = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))
_BARE = ((b"<\x00", "utf-16-le"), (b"\x00<", "utf-16-be"))
# What Office files are written in, and what some exports are; UTF-7 and its like can hide a DOCTYPE.
_ALLOWED = ("utf-8", "utf8", "us-ascii", "iso-8859-1", "windows-1252")


def encoding_of(head: bytes) -> str | None:
    """The encoding of a part from its first bytes, or None when it is declared to be one that is not read."""
    for mark, encoding in (*_MARKS, *_BARE):
        if head.startswith(mark):
            return encoding
    declared = _DECLARED.match(head)
    name = declared[1].decode("ascii", "replace").casefold() if declared else "utf-8"
    return name if name in _ALLOWED else None


def begins_as_markup(head: bytes) -> bool:
    """Whether the first sign of a part, in whatever encoding, is <, or may be: that it is not seen is no proof."""
    text = head.replace(b"\x00", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n")
    return text.startswith(b"<") or (not text and _is_long_blank(head))


def _is_long_blank(head: bytes) -> bool:
    return len(head) >= PROLOG_BYTES and head.count(b"\x00") < len(head)


def fault_of_prolog(head: bytes) -> tuple[str, str] | None:
    """What is wrong before the root element, in Swedish and English; None when nothing is.

    Args:
        head: The first bytes of the part; a prolog that does not end within them is a fault.
    """
    if not head.strip() and len(head) < PROLOG_BYTES:
        return None  # an empty part is for whoever needs it to miss
    encoding = encoding_of(head)
    if encoding is None:
        return ("en teckenkodning som inte läses", "an encoding that is not read")
    text = head.decode(encoding, "replace").removeprefix("\ufeff")
    prolog = _PROLOG.match(text)
    rest = text[prolog.end() if prolog else 0 :]
    if rest[:9].upper() == "<!DOCTYPE":
        return ("DOCTYPE", "DOCTYPE")
    if rest[:1] != "<" or not (rest[1:2].isalpha() or rest[1:2] == "_"):
        return ("inget rotelement i början", "no root element at the beginning")
    return None


def to_utf8(part: bytes) -> bytes:
    """The part in UTF-8; one that was already is given as it is, mark and declaration and all.

    Raises:
        ValueError: Its bytes are not what it says, or it says an encoding that is not read.
    """
    encoding = encoding_of(part[:1024])
    if encoding is None:
        raise ValueError("an encoding that is not read")
    if encoding in ("utf-8", "utf8", "us-ascii"):
        return part
    text = part.decode(encoding).removeprefix("\ufeff")
    if text.startswith("<?xml"):
        text = text[text.find("?>") + 2 :]
    return text.encode()
