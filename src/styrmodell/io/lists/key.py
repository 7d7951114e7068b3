"""Headings as people write them → what tells them apart."""

import re
import unicodedata
from types import MappingProxyType

GROUP_MARK = " | "
_DASHES = MappingProxyType(
    str.maketrans(
        {**dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2212", "-"), "\u00ad": "", "\u200b": "", "\ufeff": ""}
    )
)
_BROKEN_WORD = re.compile(r"(?<=\w)-\s*\n\s*(?=[a-zåäö])")
_PARENTHESIS = re.compile(r"\([^()]*\)")
# One sign a turn: a run within a run can be parted in as many ways as there are subsets.
_FOOTNOTES = re.compile(r"(?:\s*(?:\*\)?|[¹²³⁴⁵⁶⁷⁸⁹]|(?<![\w.,])\d{1,2}\)|(?<=[^\W\d])\d\)))+\s*\Z")
_LONGEST_FOOTNOTES = 40
_NO_LETTER = re.compile(r"[^a-z0-9|%]+")


def clean_heading(text: str) -> str:
    """A heading as it is shown: one line, without parentheses, footnote marks and a colon at the end."""
    text = unicodedata.normalize("NFC", text).translate(_DASHES)
    text = _BROKEN_WORD.sub("-", text)
    without = _PARENTHESIS.sub(" ", text)
    text = " ".join((without if without.strip() else text).split())
    # Only the end is searched, or a hostile text of nothing but marks would take long.
    marks = _FOOTNOTES.search(text, max(len(text) - _LONGEST_FOOTNOTES, 0))
    return (text[: marks.start()] if marks else text).strip().rstrip(":").strip()


def split_heading(text: str) -> tuple[str, str]:
    """The group above a heading (empty for none), and the heading itself; both clean."""
    group, _, name = text.rpartition(GROUP_MARK)
    return clean_heading(group), clean_heading(name)


def heading_key(text: str) -> str:
    """What is left when case, dots over letters, spaces, hyphens and marks do not matter ("mått" is "matt")."""
    parts = (clean_heading(part) for part in text.split("|"))
    return "|".join(key for part in parts if (key := _letters(part)))


def _letters(text: str) -> str:
    plain = unicodedata.normalize("NFD", text.casefold())
    return _NO_LETTER.sub("", "".join(char for char in plain if not unicodedata.combining(char)))
