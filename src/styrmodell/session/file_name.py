"""Names of output files: safe on Windows, inside the folder, never two alike."""

import re
import unicodedata

_FORBIDDEN = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f]')
_RESERVED = re.compile(r"(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?:\..*)?\Z", re.IGNORECASE)
MAX_LENGTH = 120


def safe_name(text: str) -> str:
    """*text* as a file name that Windows, macOS and Linux all take: at most 120 characters, never empty."""
    cleaned = _FORBIDDEN.sub("-", unicodedata.normalize("NFC", text))[:MAX_LENGTH].strip(". ")
    if not cleaned:
        return "namnlos"
    return f"_{cleaned}" if _RESERVED.match(cleaned) else cleaned
