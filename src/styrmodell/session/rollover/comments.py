"""Comments of files that are written anew: what stands at the top is kept, and the others are counted."""

import re
from collections.abc import Iterator

OLD_HEAD = "Överst i förra årets fil stod:"
# What an earlier turn wrote there, and what an editor reads.
_MADE = (
    OLD_HEAD,
    "Förd över från planen för ",
    "Tal skrivs med decimalpunkt, belopp i kronor",
    "yaml-language-server:",
)
_BLOCK = re.compile(r"[:\-]\s+[|>][+\-0-9]*\s*(?:#.*)?\Z")


def head_comment(text: str) -> tuple[str, ...]:
    """The lines of the comment that a file begins with, without their marks and without what was written for it."""
    return tuple(line for line in _head(text) if not line.startswith(_MADE))


def lost_comments(old: str, new: str) -> int:
    """How many lines of a YAML or TOML file have a comment that the *new* file has nowhere."""
    comments = (words for words in map(_words, _comments(old)) if words and not words.startswith(_MADE))
    return sum(words not in new for words in comments)


def _head(text: str) -> Iterator[str]:
    for line in text.splitlines():
        if line.strip() and not line.lstrip().startswith("#"):
            return
        if words := _words(line):
            yield words


def _words(comment: str) -> str:
    return comment.strip().lstrip("#").strip()


def _comments(text: str) -> Iterator[str]:
    """The comment of each line that has one; the text of a block ("|", ">") has none."""
    block: int | None = None
    for line in text.splitlines():
        indent = len(line) - len(line.lstrip())
        if block is not None and (not line.strip() or indent > block):
            continue
        block = indent if _BLOCK.search(line) else None
        yield from _comment(line)


def _comment(line: str) -> Iterator[str]:
    """What stands after a # that is outside quotation marks, and first or after a space."""
    quote, before = "", " "
    for place, sign in enumerate(line):
        if quote:
            quote = "" if sign == quote else quote
        elif sign in "\"'" and not before.isalnum():
            quote = sign
        elif sign == "#" and before.isspace():
            yield line[place:]
            return
        before = sign
