"""Packages that attack: bombs, lies, strange names, entities, claims of size, macros and links. All made, none kept."""

import struct
import zipfile
from collections.abc import Mapping
from io import BytesIO

from tests.io.workbooks import OFFICE, PACKAGE, SHEET, parts_of, row, sheet_xml, workbook, zipped

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
LAUGHS = (
    '<!DOCTYPE x [<!ENTITY a "ha">'
    + "".join(f'<!ENTITY {after} "{f"&{before};" * 10}">' for before, after in zip("abcdefgh", "bcdefghi", strict=True))
    + "]>"
)
# What stands before the root of a part, by what it tries.
ENTITIES: Mapping[str, str] = {
    "a billion laughs": LAUGHS,
    "a file": '<!DOCTYPE x [<!ENTITY i SYSTEM "file:///etc/passwd">]>',
    "an address": '<!DOCTYPE x [<!ENTITY i SYSTEM "http://127.0.0.1:9/x">]>',
    "a parameter entity": '<!DOCTYPE x [<!ENTITY % p SYSTEM "file:///etc/passwd">%p;]>',
    "a DTD elsewhere": '<!DOCTYPE x SYSTEM "http://127.0.0.1:9/x.dtd">',
    "one long entity": f'<!DOCTYPE x [<!ENTITY i "{"A" * 50_000}">]>',
}


def number(text: str, place: str = "") -> str:
    """A cell with the number *text*."""
    return f"<c{f' r={chr(34)}{place}{chr(34)}' if place else ''}><v>{text}</v></c>"


def words(text: str) -> str:
    """A cell with the text *text*, which is XML."""
    return f'<c t="inlineStr"><is><t xml:space="preserve">{text}</t></is></c>'


def flat_rows(*rows: tuple[str, ...]) -> str:
    """The rows of a sheet of one row a figure, every cell a text."""
    head = ("enhet", "matt", "period", "typ", "varde", "kommentar")
    return "".join(row(at, *map(words, cells)) for at, cells in enumerate((head, *rows), 1))


def figures_book(cell: str, *, parts: Mapping[str, str | bytes] | None = None) -> bytes:
    """A sound workbook of figures but for *cell*, the value's."""
    head = row(1, *map(words, ("enhet", "matt", "period", "typ", "varde")))
    line = row(2, words("rlf"), words("area"), words("2020"), words("utfall"), cell)
    return workbook(head + line, dict(parts or {}))


def bomb(megabytes: int) -> bytes:
    """A zip with one part of so many megabytes of zeros."""
    return zipped({"0": bytes(megabytes * 1_000_000)})


def nested(levels: int) -> bytes:
    """A zip in a zip in a zip, each with ten of the one below, in a workbook that is sound itself."""
    inner = bomb(10)
    for _ in range(levels):
        inner = zipped({f"{place}.zip": inner for place in range(10)})
    return workbook(row(1, words("a")), {"xl/embeddings/inre.zip": inner})


def many_entries(count: int) -> bytes:
    """So many parts of no content."""
    return zipped({f"xl/{place}.xml": "" for place in range(count)}, zipfile.ZIP_STORED)


def with_field(data: bytes, offset: int, value: int, *, size: int, mark: bytes = b"PK\x01\x02") -> bytes:
    """*data* with a number written over in each entry of the table of contents (or after each *mark*)."""
    changed, place = bytearray(data), data.find(mark)
    while place >= 0:
        changed[place + offset : place + offset + size] = value.to_bytes(size, "little")
        place = data.find(mark, place + 4)
    return bytes(changed)


def overlapping(count: int) -> bytes:
    """One part of much content, and so many entries that all are it."""
    data = zipped({"a": bytes(9_000_000)})
    start, end = data.index(b"PK\x01\x02"), data.index(b"PK\x05\x06")
    entry, tail = data[start:end], data[end:]
    entries = b"".join(entry[:46] + bytes([33 + place]) + entry[47:] for place in range(count))
    sizes = struct.pack("<HHL", count, count, len(entries))
    return data[:start] + entries + tail[:8] + sizes + tail[16:]


def quoted(count: int) -> bytes:
    """Parts that each hold the header of the next, so that one packed kernel is unpacked many times (Fifield's way)."""
    kernel = zipped({"k": bytes(9_000_000)})
    whole = bytearray(kernel[: kernel.index(b"PK\x01\x02")])
    entry = kernel[kernel.index(b"PK\x01\x02") : kernel.index(b"PK\x05\x06")]
    entries = bytearray()
    for place in range(count):
        moved = bytearray(entry)
        moved[46:47] = bytes([48 + place])
        moved[42:46] = struct.pack("<L", 0)
        entries += moved
    end = struct.pack("<4sHHHHLLH", b"PK\x05\x06", 0, 0, count, count, len(entries), len(whole), 0)
    return bytes(whole + entries) + end


def part_called(name: str) -> bytes:
    """A sound workbook with one more part, called *name*."""
    return workbook(row(1, words("a")), {name: "<a/>"})


def claims(dimension: str) -> bytes:
    """A sheet of one cell that says it is as large as *dimension*."""
    return workbook(parts={SHEET: sheet_xml(row(1, words("a")), f'<dimension ref="{dimension}"/>')})


def rows_of(count: int, cell: str = "<c><v>1</v></c>") -> bytes:
    """A sheet of so many rows of one cell; stored, for packed it would be refused as too dense."""
    body = "".join(f"<row>{cell}</row>" for _ in range(count))
    return zipped(parts_of(body), zipfile.ZIP_STORED)


def renamed(part: str, name: str, prolog: str) -> bytes:
    """A workbook where *part* has another name, its relation leads there, and *prolog* stands before its root."""
    parts: dict[str, str | bytes] = dict(parts_of(row(1, words("&i;" if "ENTITY i" in prolog else "a"))))
    content = parts.pop(part)
    assert isinstance(content, str)
    parts[name] = prolog + content
    old, new = part.removeprefix("xl/"), name.removeprefix("xl/")
    relations = parts["xl/_rels/workbook.xml.rels"]
    assert isinstance(relations, str)
    parts["xl/_rels/workbook.xml.rels"] = relations.replace(old, new)
    return zipped(parts)


def with_relation(kind: str, target: str, *, outside: bool = True) -> bytes:
    """A workbook whose sheet leads somewhere."""
    mode = ' TargetMode="External"' if outside else ""
    one = f'<Relationship Id="rId1" Type="{OFFICE}/{kind}" Target="{target}"{mode}/>'
    relations = f'<Relationships xmlns="{PACKAGE}">{one}</Relationships>'
    return figures_book(number("1"), parts={"xl/worksheets/_rels/sheet1.xml.rels": relations})


def macro_book() -> bytes:
    """A workbook with a part that is a macro project."""
    return figures_book(number("1"), parts={"xl/vbaProject.bin": OLE + b"Attribut" * 200})


def deep_sheet(levels: int) -> bytes:
    """A sheet whose cell is so many elements deep."""
    return workbook(row(1, "<c>" * levels + "</c>" * levels))


def encrypted() -> bytes:
    """What Office writes for a password: an OLE container with an encrypted package, made by hand."""
    names = "EncryptionInfo".encode("utf-16-le") + bytes(64) + "EncryptedPackage".encode("utf-16-le")
    return OLE + bytes(1016) + names + bytes(2048)


def with_password(data: bytes) -> bytes:
    """*data* with every part said to be encrypted, the way of zip programs."""
    return with_field(with_field(data, 8, 1, size=2), 6, 1, size=2, mark=b"PK\x03\x04")


def old_excel() -> bytes:
    """An OLE container as Excel 97 wrote it, or near enough."""
    return OLE + bytes(504) + "Workbook".encode("utf-16-le") + bytes(1500)


def sheet_twice() -> bytes:
    """Two sheets of one part."""
    parts: dict[str, str | bytes] = dict(parts_of(row(1, words("a"))))
    book = parts["xl/workbook.xml"]
    assert isinstance(book, str)
    parts["xl/workbook.xml"] = book.replace("</sheets>", '<sheet name="Blad2" sheetId="2" r:id="rId1"/></sheets>')
    return zipped(parts)


def truncated(data: bytes, parts: int) -> dict[int, bytes]:
    """*data* cut off at so many places, evenly."""
    return {place: data[:place] for place in range(0, len(data), max(1, len(data) // parts))}


def raw_zip(entries: Mapping[bytes, bytes]) -> bytes:
    """A zip with names that zipfile would not write."""
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w") as package:
        for place, (name, content) in enumerate(entries.items()):
            package.writestr(f"{place:0{len(name)}}", content)
    data = stream.getvalue()
    for place, name in enumerate(entries):
        data = data.replace(f"{place:0{len(name)}}".encode(), name)
    return data
