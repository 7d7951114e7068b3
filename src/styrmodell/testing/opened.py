"""Opening a rendered file again: its parts, and the text a reader sees."""

import io
import zipfile
from collections.abc import Iterator, Mapping
from html.parser import HTMLParser
from pathlib import PurePosixPath
from xml.parsers import expat

from attrs import field, frozen

# The part without which a file of the kind is none.
_HEART = {"docx": "word/document.xml", "xlsx": "xl/workbook.xml"}
_UNSEEN = ("script", "style")


@frozen(kw_only=True)
class Opened:
    """A rendered file, opened.

    Attributes:
        parts: Name → bytes; a file that is no package is one part, "page.<format>".
        text: The text a reader sees, a line a paragraph or cell.
    """

    parts: Mapping[str, bytes]
    text: str


def open_again(form: str, data: bytes) -> Opened:
    """Open *data*, the bytes of a rendered file of the format *form* ("docx", "xlsx", "html", "csv", "json").

    Raises:
        AssertionError: It is not what it says it is.
    """
    if form not in _HEART:
        text = data.decode("utf-8")
        if form == "html":
            assert text.lstrip().lower().startswith("<!doctype html>"), "no HTML page"
            text = _page_text(text)
        return Opened(parts={f"page.{form}": data}, text=text)
    parts = _parts(data)
    assert "[Content_Types].xml" in parts, "no Office file: it lacks [Content_Types].xml"
    assert _HEART[form] in parts, f"no {form}: it lacks {_HEART[form]}"
    read = {name: _read_xml(name, part) for name, part in parts.items() if is_xml(name)}
    return Opened(parts=parts, text="\n".join(text for text in read.values() if text))


def is_xml(name: str) -> bool:
    """Whether a part of that name is XML."""
    return PurePosixPath(name).suffix in (".xml", ".rels")


def _parts(data: bytes) -> dict[str, bytes]:
    assert zipfile.is_zipfile(io.BytesIO(data)), "no zip file"
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.testzip() is None, "a part is damaged"
        names = archive.namelist()
        assert len(names) == len(set(names)), "two parts have one name"
        return {name: archive.read(name) for name in names}


@frozen(kw_only=True)
class _Text:
    """Gathers the text of an Office part: what stands in its elements called t, a line a paragraph or cell."""

    lines: list[str] = field(factory=lambda: [""])
    open: list[str] = field(factory=list)

    def begin(self, tag: str, attributes: dict[str, str]) -> None:
        name = tag.rpartition(":")[2]
        self.open.append(name)
        if name == "sheet":
            self.lines.append(attributes.get("name", ""))
        if name in ("p", "si", "is", "sheet"):
            self.lines.append("")
        if name in ("tab", "br"):
            self.lines[-1] += " "

    def end(self, _tag: str) -> None:
        self.open.pop()

    def data(self, text: str) -> None:
        if self.open and self.open[-1] == "t":
            self.lines[-1] += text


def _read_xml(name: str, part: bytes) -> str:
    gathered = _Text()
    parser = expat.ParserCreate()
    parser.StartElementHandler = gathered.begin
    parser.EndElementHandler = gathered.end
    parser.CharacterDataHandler = gathered.data
    try:
        parser.Parse(part, True)
    except expat.ExpatError as error:
        raise AssertionError(f"{name} is no XML: {error}") from error
    return "\n".join(line for line in gathered.lines if line)


class _Page(HTMLParser):
    """Gathers the text of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.pieces: list[str] = []
        self.unseen = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        del attrs  # only the tag says whether a reader sees what follows
        self.unseen += tag in _UNSEEN

    def handle_endtag(self, tag: str) -> None:
        self.unseen -= tag in _UNSEEN

    def handle_data(self, data: str) -> None:
        if not self.unseen:
            self.pieces.append(data)


def _page_text(text: str) -> str:
    page = _Page()
    page.feed(text)
    page.close()
    return "".join(page.pieces)


def in_one_line(text: str) -> str:
    """*text* without line breaks and with plain single spaces, as texts are compared."""
    return " ".join(text.split())


def lines_of(part: bytes) -> Iterator[str]:
    """The lines of a part that is text; XML, which is one long line, is broken between its tags."""
    yield from part.decode("utf-8").replace("><", ">\n<").splitlines()
