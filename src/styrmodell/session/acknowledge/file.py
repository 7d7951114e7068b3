"""kvitterade.yaml: acknowledgements are added at its end, and what stands in it is left as it is."""

import re
from collections.abc import Sequence

from attrs import frozen

from styrmodell.finding import Acknowledgement
from styrmodell.io.converter import Converters
from styrmodell.io.read_yaml import YamlContent, yaml_content
from styrmodell.io.save.yaml_file import yaml_file
from styrmodell.io.sources import SourceFormat

NAME = "kvitterade.yaml"
KEY = "acknowledgements"
_COMMENT = """Iakttagelser som någon svarar för: varför, vilken roll och till och med när.
En kvittering gäller en iakttagelse, så länge den säger just det som står här.
Skriv roller, inga namn på personer."""
_HEAD = re.compile(rf"^{KEY}:[ \t]*(?:#.*)?$", re.MULTILINE)
_ITEM = re.compile(r"^( *)- ", re.MULTILINE)


@frozen(kw_only=True)
class Added:
    """A file with something added at its end.

    Attributes:
        data: All of the file.
        text: What was added.
    """

    data: bytes
    text: str


def add(before: bytes | None, new: Sequence[Acknowledgement], format: SourceFormat) -> Added | None:
    """Add *new* to a file that holds *before*; None is a file that is not there yet.

    Returns:
        None where it would not be read back as what was there and *new*: lists that are written on one line, or do
        not stand last.
    """
    written = yaml_file(None, {KEY: new}, _COMMENT if before is None else "")
    if written is None:
        return None
    text = written.decode("utf-8") if before is None else _items(before, written.decode("utf-8"), format)
    try:
        data = (before or b"") + text.encode(format.encoding.removesuffix("-sig"))
    except UnicodeEncodeError:
        return None
    return Added(data=data, text=text) if _is_whole(before, data, new, format) else None


def _items(before: bytes, written: str, format: SourceFormat) -> str:
    """The lines to add: under the list that is there, as far in and with line breaks as it has."""
    known = before.decode(format.encoding, errors="replace")
    head = _HEAD.search(known.replace("\r\n", "\n"))
    there = _ITEM.search(known.replace("\r\n", "\n"), head.end()) if head is not None else None
    lines = written.splitlines()
    if head is not None:
        lines = lines[1:]
    if there is not None:
        lines = [there[1] + line[2:] for line in lines]
    end = "\r\n" if "\r\n" in known else "\n"
    start = "" if not known or known.endswith("\n") else end
    return start + "".join(line + end for line in lines)


def _is_whole(before: bytes | None, data: bytes, new: Sequence[Acknowledgement], format: SourceFormat) -> bool:
    """Whether *data* is read as what *before* was, with *new* at the end of its list."""
    then = _read(before, format) if before else YamlContent()
    now = _read(data, format)
    lists = {**then.objects, KEY: (*then.objects.get(KEY, ()), *new)}
    rows = [content.rows.rows if content.rows is not None else () for content in (then, now)]
    return (now.head, now.profile, dict(now.objects), rows[1], now.findings) == (
        then.head,
        then.profile,
        lists,
        rows[0],
        then.findings,
    )


def _read(data: bytes, format: SourceFormat) -> YamlContent:
    return yaml_content(data, NAME, Converters().of(format), format.encoding)
