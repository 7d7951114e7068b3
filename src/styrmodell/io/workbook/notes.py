"""Notes in cells: what people write to each other in a workbook, beside what stands in it."""

import re
from collections.abc import Iterator
from html import unescape

from attrs import frozen

from styrmodell.io.problems import BadValueError
from styrmodell.io.workbook.parts import part_of, read_book, read_relations
from styrmodell.io.workbook.zip_guard import ZipParts, open_zip

_MAIN = "officeDocument"
_NOTE = re.compile(rb"<(?:\w+:)?comment\s[^<>]*?\bref=[\"']([A-Z]{1,3}[0-9]{1,7})[\"'][^<>]*>")
_TEXT = re.compile(rb"<(?:\w+:)?t(?:\s[^<>]*)?>([^<]*)</")
_MOST, _LONGEST = 1000, 2000
# What Excel writes for those that do not know threads stands before the first message's own text.
_THREAD = re.compile(r"\[[^\]]+\].*?(?:Comment|Kommentar):", re.DOTALL)


@frozen(kw_only=True)
class Note:
    """A note; its text on one line."""

    sheet: str
    cell: str
    text: str


def read_notes(data: bytes, file: str) -> tuple[Note, ...]:
    """The notes of a workbook, a thousand at most; none where they cannot be read, for they are no data."""
    parts, _ = open_zip(data, file)
    if parts is None:
        return ()
    try:
        return tuple(note for note, _ in zip(_notes(parts), range(_MOST), strict=False))
    except BadValueError:
        return ()


def _notes(parts: ZipParts) -> Iterator[Note]:
    main = next((one.target for one in read_relations(parts, "").values() if one.kind == _MAIN), "")
    content = part_of(parts, main)
    book = read_book(content, main) if content is not None else None
    relations = read_relations(parts, main) if book is not None else {}
    for sheet in book.sheets if book is not None else ():
        part = relations.get(sheet.relation)
        own = read_relations(parts, part.target).values() if part is not None else ()
        for relation in own:
            if relation.kind == "comments":
                yield from _of_sheet(part_of(parts, relation.target) or b"", sheet.name)


def _of_sheet(content: bytes, sheet: str) -> Iterator[Note]:
    begins = list(_NOTE.finditer(content))
    ends = [*(one.start() for one in begins[1:]), len(content)]
    for found, end in zip(begins, ends, strict=True):
        texts = _TEXT.findall(content[found.end() : end])
        text = unescape(b"".join(texts).decode("utf-8", "replace"))
        text = " ".join(_THREAD.sub("", text, count=1).split())[:_LONGEST]
        if text:
            yield Note(sheet=sheet, cell=found[1].decode("ascii"), text=text)
