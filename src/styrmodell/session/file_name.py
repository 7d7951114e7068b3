"""Names of output files: safe on Windows, inside the folder, never two alike."""

import re
import unicodedata
from collections.abc import Mapping
from string import Formatter

_FORBIDDEN = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]')
# What cannot be seen, and what turns the letters after it round: with it a name ends otherwise than it is shown.
_UNSEEN = re.compile("[\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\U000e0000-\U000e007f]")
# Windows takes what stands before the first point, without the spaces that end it.
_RESERVED = re.compile(r"(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$) *(?:\..*)?\Z", re.IGNORECASE)
MAX_LENGTH = 120
# Most systems take 255 bytes; what ends a name, "(2)" and ".docx.cells.json", must have room beside it.
MAX_BYTES = 220


def safe_name(text: str) -> str:
    """*text* as a file name that Windows, macOS and Linux all take: at most 120 characters, never empty."""
    cleaned = _FORBIDDEN.sub("-", _UNSEEN.sub("", unicodedata.normalize("NFC", text)))[:MAX_LENGTH]
    cleaned = cleaned.encode()[:MAX_BYTES].decode(errors="ignore").strip(". ")
    if not cleaned:
        return "namnlos"
    return f"_{cleaned}" if _RESERVED.match(cleaned) else cleaned


def filled_pattern(pattern: str, places: Mapping[str, str]) -> str:
    """*pattern* with each {place} filled; "{{" and "}}" are braces.

    Python's own format would also read attributes, and pad to any width.

    Raises:
        ValueError: It has another place than those, or anything but a name between its braces.
    """
    filled = ""
    for text, name, width, conversion in Formatter().parse(pattern):
        filled += text
        if name is None:
            continue
        if name not in places or width or conversion:
            raise ValueError(name)
        filled += places[name]
    return filled
