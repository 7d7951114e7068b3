"""The guard before Office packages: sizes, ratios, names and DOCTYPEs are checked before any parser sees a part."""

import zipfile
import zlib
from collections.abc import Iterator, Mapping
from io import BytesIO
from types import MappingProxyType

from attrs import field, frozen

from styrmodell.finding import Findings
from styrmodell.io.codes import TOO_LARGE
from styrmodell.io.input_file import MAX_FILE_BYTES
from styrmodell.io.problems import BadValueError, Problems, shorten
from styrmodell.io.workbook.codes import (
    BROKEN_PACKAGE,
    ENCRYPTED_WORKBOOK,
    NOT_A_WORKBOOK,
    REFUSED_XML,
    UNSAFE_PACKAGE,
)
from styrmodell.io.workbook.file_kind import is_encrypted_office, kind_of_bytes
from styrmodell.io.workbook.xml_prolog import PROLOG_BYTES, XML_ENDINGS, begins_as_markup, fault_of_prolog

MAX_ENTRIES = 5_000
MAX_INFLATED_BYTES = 512_000_000
MAX_RATIO = 200
SMALL_PART_BYTES = 100_000
_CHUNK = 65_536
_PICTURES = (".svg",)
_HEADER = 30
_ENTRY_MARK = b"PK\x01\x02"
# What zipfile raises for a broken table of contents has no common root: RuntimeError when the package asks for a newer
# way of packing than it knows, the others when offsets and lengths lie.
_ZIP_FAULTS = (zipfile.BadZipFile, ValueError, RuntimeError, OSError, EOFError, OverflowError)


@frozen(kw_only=True)
class ZipParts:
    """A package whose table of contents was checked; its parts are inflated when they are asked for.

    Attributes:
        entries: Name in lower case → entry; OPC names do not know upper from lower case.
    """

    data: bytes = field(repr=False)
    entries: Mapping[str, zipfile.ZipInfo]

    def names(self) -> tuple[str, ...]:
        """The parts' names as they are written, in the package's order."""
        return tuple(entry.filename for entry in self.entries.values())

    def read(self, name: str) -> bytes | None:
        """Inflate the part *name*; None when there is none.

        Raises:
            BadValueError: The part is not what the package declares (SM143).
        """
        entry = self.entries.get(name.casefold())
        if entry is None:
            return None
        return _inflated(self._packed(entry), entry)

    def head(self, entry: zipfile.ZipInfo, size: int) -> bytes:
        """At most the first *size* bytes of a part."""
        packed = self._packed(entry)
        if entry.compress_type == zipfile.ZIP_STORED:
            return bytes(packed[:size])
        try:
            # Deflate grows at most a thousandfold and shrinks next to nothing, so this much input gives the head.
            return zlib.decompressobj(-zlib.MAX_WBITS).decompress(packed[: size + 1024], size)
        except zlib.error:
            raise _broken(entry.filename, "går inte att packa upp", "cannot be unpacked") from None

    def require_whole(self, entry: zipfile.ZipInfo) -> None:
        """Inflate a part piece by piece, keeping nothing, and compare it with what is declared (SM143)."""
        size, checksum = 0, 0
        for piece in _pieces(self._packed(entry), entry):
            size += len(piece)
            checksum = zlib.crc32(piece, checksum)
            if size > entry.file_size:
                break
        _require_declared(entry, size, checksum)

    def _packed(self, entry: zipfile.ZipInfo) -> memoryview:
        start = entry.header_offset
        header = self.data[start : start + _HEADER]
        if len(header) < _HEADER or not header.startswith(b"PK\x03\x04"):
            raise _broken(entry.filename, "saknas i paketet", "is not in the package")
        name_size, extra_size = int.from_bytes(header[26:28], "little"), int.from_bytes(header[28:30], "little")
        begin = start + _HEADER + name_size + extra_size
        packed = memoryview(self.data)[begin : begin + entry.compress_size]
        if len(packed) < entry.compress_size:
            raise _broken(entry.filename, "är avklippt", "is cut off")
        return packed


def check_zip(data: bytes, file: str) -> Findings:
    """Check a whole package before any parser: what it is, its sizes, its names, and that each part is as declared.

    Returns:
        Nothing when it is safe and whole, else SM114, SM140, SM141, SM142, SM143 or SM144.
        Takes memory for one piece of a part at a time.
    """
    parts, told = open_zip(data, file)
    if parts is None:
        return told
    problems = Problems(file)
    for entry in parts.entries.values():
        try:
            parts.require_whole(entry)
        except BadValueError as bad:
            problems.add_bad(bad, "")
    return problems.findings()


def open_zip(data: bytes, file: str) -> tuple[ZipParts | None, Findings]:
    """Open a package after every check that needs no more than the beginning of its parts.

    Returns:
        The parts, or None with the findings of check_zip. Whether a part is as declared is told when it is read.
    """
    problems = Problems(file)
    try:
        _require_package(data)
        parts = _parts(data)
    except BadValueError as bad:
        problems.add_bad(bad, "")
        return None, problems.findings()
    for entry in parts.entries.values():
        try:
            _require_safe(parts, entry)
        except BadValueError as bad:
            problems.add_bad(bad, "")
    found = problems.findings()
    return (None if found else parts), found


def _require_package(data: bytes) -> None:
    if len(data) > MAX_FILE_BYTES:
        raise BadValueError(TOO_LARGE, found=str(len(data)), limit=str(MAX_FILE_BYTES))
    if is_encrypted_office(data):
        raise BadValueError(ENCRYPTED_WORKBOOK)
    if kind := kind_of_bytes(data):
        raise BadValueError(NOT_A_WORKBOOK, found=kind[0], found_en=kind[1])
    # Counted before zipfile makes an object of each.
    if (count := data.count(_ENTRY_MARK)) > MAX_ENTRIES:
        raise _unsafe(f"{count} delar", f"{count} parts", f"{MAX_ENTRIES} delar", f"{MAX_ENTRIES} parts")


def _parts(data: bytes) -> ZipParts:
    try:
        with zipfile.ZipFile(BytesIO(data)) as package:
            infos = package.infolist()
    except _ZIP_FAULTS as error:
        raise BadValueError(BROKEN_PACKAGE, found=shorten(str(error)), found_en=shorten(str(error))) from None
    entries: dict[str, zipfile.ZipInfo] = {}
    for info in infos:
        if info.filename.casefold() in entries:
            raise _broken(info.filename, "finns två gånger", "is there twice")
        entries[info.filename.casefold()] = info
    _require_sizes(infos, len(data))
    return ZipParts(data=data, entries=MappingProxyType(entries))


def _require_sizes(infos: list[zipfile.ZipInfo], available: int) -> None:
    inflated = sum(info.file_size for info in infos)
    packed = sum(info.compress_size for info in infos)
    if packed > available:
        raise BadValueError(BROKEN_PACKAGE, found="delarna ligger på varandra", found_en="the parts overlap")
    if inflated > MAX_INFLATED_BYTES:
        limit = str(MAX_INFLATED_BYTES)
        raise _unsafe(f"{inflated} byte uppackat", f"{inflated} bytes unpacked", f"{limit} byte", f"{limit} bytes")
    if inflated > max(SMALL_PART_BYTES, packed * MAX_RATIO):
        raise _too_dense("", inflated, packed)


def _require_safe(parts: ZipParts, entry: zipfile.ZipInfo) -> None:
    name = entry.filename
    steps = name.replace("\\", "/").split("/")
    if ".." in steps or not steps[0] or ":" in steps[0]:
        raise _broken(name, "ligger utanför paketet", "lies outside the package")
    if entry.flag_bits & 0x41:  # encrypted, or strongly so
        raise BadValueError(ENCRYPTED_WORKBOOK)
    if entry.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        raise _broken(name, "är packad på ett okänt sätt", "is packed in an unknown way")
    if entry.file_size >= SMALL_PART_BYTES and entry.file_size > entry.compress_size * MAX_RATIO:
        raise _too_dense(name, entry.file_size, entry.compress_size)
    head = parts.head(entry, PROLOG_BYTES)
    if _is_markup(name, head) and (fault := fault_of_prolog(head)):
        raise BadValueError(REFUSED_XML, part=shorten(name), found=fault[0], found_en=fault[1])


def _is_markup(name: str, head: bytes) -> bool:
    """Whether a part is XML by its name or by how it begins: what it is taken for is said elsewhere in the package.

    Pictures are left out: what drawing programs write begins with a DOCTYPE, and nothing here reads it.
    """
    end = name.casefold()
    return end.endswith(XML_ENDINGS) or (not end.endswith(_PICTURES) and begins_as_markup(head))


def _inflated(packed: memoryview, entry: zipfile.ZipInfo) -> bytes:
    """A whole part; never more than one byte beyond what is declared."""
    if entry.compress_type == zipfile.ZIP_STORED:
        content = bytes(packed[: entry.file_size + 1])
    else:
        try:
            content = zlib.decompressobj(-zlib.MAX_WBITS).decompress(packed, entry.file_size + 1)
        except zlib.error:
            raise _broken(entry.filename, "går inte att packa upp", "cannot be unpacked") from None
    _require_declared(entry, len(content), zlib.crc32(content))
    return content


def _pieces(packed: memoryview, entry: zipfile.ZipInfo) -> Iterator[bytes]:
    """The part in pieces; one packed piece at a time bounds what is unpacked."""
    chunks = (bytes(packed[start : start + _CHUNK]) for start in range(0, len(packed), _CHUNK))
    if entry.compress_type == zipfile.ZIP_STORED:
        yield from chunks
        return
    inflater = zlib.decompressobj(-zlib.MAX_WBITS)
    try:
        for chunk in chunks:
            left = chunk
            while left:
                yield inflater.decompress(left, 16 * _CHUNK)
                left = inflater.unconsumed_tail
        yield inflater.flush()
    except zlib.error:
        raise _broken(entry.filename, "går inte att packa upp", "cannot be unpacked") from None


def _require_declared(entry: zipfile.ZipInfo, size: int, checksum: int) -> None:
    if size > entry.file_size:
        raise _broken(entry.filename, "är större än den säger", "is larger than it says")
    if size < entry.file_size:
        raise _broken(entry.filename, "är mindre än den säger", "is smaller than it says")
    if checksum != entry.CRC:
        raise _broken(entry.filename, "har fel kontrollsumma", "has the wrong checksum")


def _broken(part: str, found: str, found_en: str) -> BadValueError:
    return BadValueError(BROKEN_PACKAGE, part=shorten(part), found=found, found_en=found_en)


def _unsafe(found: str, found_en: str, limit: str, limit_en: str, part: str = "") -> BadValueError:
    return BadValueError(
        UNSAFE_PACKAGE, part=shorten(part), found=found, found_en=found_en, limit=limit, limit_en=limit_en
    )


def _too_dense(part: str, inflated: int, packed: int) -> BadValueError:
    times = str(inflated // max(packed, 1))
    return _unsafe(
        f"{times} gånger så stort uppackat", f"{times} times as large unpacked", f"{MAX_RATIO} gånger",
        f"{MAX_RATIO} times", part,
    )  # fmt: skip
