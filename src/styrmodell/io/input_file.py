"""Opening files and turning bytes into text: sizes, encodings and control characters, before any parser."""

import re
import stat
from hashlib import sha256
from pathlib import Path

from attrs import field, frozen

from styrmodell.finding import Finding, Findings
from styrmodell.io.codes import CONTROL_CHARACTER, OPEN_FAILED, TOO_LARGE, WRONG_ENCODING
from styrmodell.source import Source

MAX_FILE_BYTES = 50_000_000
MAX_YAML_BYTES = 5_000_000
MAX_TOML_BYTES = 1_000_000
# Control characters, noncharacters and half surrogate pairs: no file of a workspace may hold them.
NOT_IN_FILES = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
_UTF8_MARK = b"\xef\xbb\xbf"
_UTF16_MARKS = (b"\xff\xfe", b"\xfe\xff")


@frozen(kw_only=True)
class InputFile:
    """A file as it was read.

    Attributes:
        file: Path relative to the workspace, with forward slashes.
        sha256: Hex digest of *data*, so that a run can say what it was made from.
    """

    file: str
    data: bytes = field(repr=False)
    sha256: str


def open_file(path: Path, file: str, *, limit: int = MAX_FILE_BYTES) -> InputFile | Finding:
    """Read the bytes of *path*, or tell why not (SM101, SM114)."""
    source = Source(file=file)
    try:
        if not _has_an_end(path):
            return _no_file(source)
        with path.open("rb") as stream:
            data = stream.read(limit + 1)
            size = path.stat().st_size
    except (OSError, ValueError) as error:
        return open_failed(source, error)
    if len(data) > limit:
        return TOO_LARGE.at(source, found=str(max(size, len(data))), limit=str(limit))
    return InputFile(file=file, data=data, sha256=sha256(data).hexdigest())


def _has_an_end(path: Path) -> bool:
    """Whether *path* is a file, or a folder that open() refuses: a pipe waits and a device goes on for ever."""
    mode = path.stat().st_mode
    return stat.S_ISREG(mode) or stat.S_ISDIR(mode)


def _no_file(source: Source) -> Finding:
    return OPEN_FAILED.at(
        source,
        found="ett rör eller en enhet, inte en fil",
        found_en="a pipe or a device, not a file",
        expected="en fil som går att läsa",
        expected_en="a file that can be read",
    )


def open_failed(source: Source, error: Exception) -> Finding:
    """SM101 with the reason in both languages."""
    reasons: dict[type[Exception], tuple[str, str]] = {
        FileNotFoundError: ("filen finns inte", "no such file"),
        IsADirectoryError: ("en mapp, inte en fil", "a folder, not a file"),
        NotADirectoryError: ("sökvägen går genom en fil", "the path goes through a file"),
        PermissionError: ("läsning nekades", "permission denied"),
    }
    found, found_en = reasons.get(type(error), (f"fel vid läsning: {error}", f"error while reading: {error}"))
    return OPEN_FAILED.at(
        source,
        found=found,
        found_en=found_en,
        expected="en fil som går att läsa",
        expected_en="a file that can be read",
    )


def read_text(data: bytes, file: str, encoding: str) -> tuple[str | None, Findings]:
    """Decode *data* as *encoding*, strictly; a byte order mark is accepted and taken off.

    Args:
        data: The whole file.
        file: For the place of findings.
        encoding: What the file is declared to be: utf-8, utf-8-sig, cp1252 or utf-16.

    Returns:
        The text, or None with a finding (SM106, SM116).
    """
    actual = _actual_encoding(data, encoding)
    try:
        text = data.decode(actual)
    except UnicodeDecodeError as error:
        return None, Findings((_wrong_encoding(data, file, encoding, error.start),))
    if actual == "utf-16" and data[:2] not in _UTF16_MARKS and data:
        return None, Findings((_wrong_encoding(data, file, "utf-16", 0),))
    if bad := NOT_IN_FILES.search(text):
        place = _place(text, bad.start())
        return None, Findings((CONTROL_CHARACTER.at(Source(file=file, place=place), found=f"U+{ord(bad[0]):04X}"),))
    return text, Findings()


def _actual_encoding(data: bytes, declared: str) -> str:
    """What the bytes certainly are when a mark says so, else what was declared."""
    if data.startswith(_UTF8_MARK):
        return "utf-8-sig"
    # In cp1252 the UTF-16 mark is the letters "ÿþ"; zero bytes are what no other encoding of text has.
    if data[:2] in _UTF16_MARKS and len(data) % 2 == 0 and b"\x00" in data:
        return "utf-16"
    return declared


def _wrong_encoding(data: bytes, file: str, encoding: str, position: int) -> Finding:
    line = data.count(b"\n", 0, position) + 1
    suggestion = "cp1252" if encoding.startswith("utf-8") else "utf-8"
    if data[:2] in _UTF16_MARKS:
        suggestion = "utf-16"
    found = f"0x{data[position]:02X}" if position < len(data) else "0x"
    return WRONG_ENCODING.at(
        Source(file=file, place=f"rad {line}"), encoding=encoding, found=found, suggestion=suggestion
    )


def _place(text: str, position: int) -> str:
    line = text.count("\n", 0, position) + 1
    return f"rad {line} kolumn {position - text.rfind(chr(10), 0, position)}"
