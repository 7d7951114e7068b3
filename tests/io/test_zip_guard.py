"""The guard before packages: what is no package, is too large or dense, lies, or holds a DOCTYPE."""

import struct
import zipfile
from io import BytesIO

import pytest
from tests.io.workbooks import workbook, zipped

from styrmodell.io.workbook import zip_guard
from styrmodell.io.workbook.zip_guard import check_zip, open_zip

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)


def told(data: bytes) -> list[tuple[str, str]]:
    return [(finding.code.code, finding.found()) for finding in check_zip(data, "f.xlsx")]


def codes(data: bytes) -> set[str]:
    return {code for code, _ in told(data)}


def with_central(data: bytes, offset: int, layout: str, value: int) -> bytes:
    """*data* with a field of the first entry of its table of contents changed."""
    start = data.index(b"PK\x01\x02")
    return data[: start + offset] + struct.pack(layout, value) + data[start + offset + struct.calcsize(layout) :]


def test_a_package_packed_in_a_newer_way_than_is_known_is_told():
    assert codes(with_central(workbook(), 6, "<H", 255)) == {"SM143"}


def test_a_sound_package_gives_nothing():
    assert check_zip(workbook(), "f.xlsx") == ()


@pytest.mark.parametrize(
    ("data", "found"),
    [
        (b"", "en tom fil"),
        (OLE, "en Excelfil i det gamla formatet (.xls)"),
        (b"enhet;varde\nrlf;1\n", "en textfil, kanske CSV"),
        ("\ufeffenhet;värde".encode("utf-16"), "en textfil, kanske CSV"),
        (b"\xef\xbb\xbf <!DOCTYPE html><html><table>", "en webbsida (HTML)"),
        (b'<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet">',
         "ett XML-kalkylblad från Excel 2003"),
        (b"<svg/>", "en XML-fil"),
        (b"%PDF-1.7", "en PDF-fil"),
        (b"\x00\x01\x02", "en fil av okänt slag"),
    ],
)  # fmt: skip
def test_what_is_no_package_is_told_by_what_it_looks_like(data, found):
    assert told(data) == [("SM140", found)]


def test_a_workbook_behind_a_password_is_told_as_encrypted():
    assert codes(OLE + "EncryptedPackage".encode("utf-16-le")) == {"SM141"}


def test_an_encrypted_part_is_told_as_encrypted():
    assert codes(with_central(zipped({"a.txt": "x"}), 8, "<H", 1)) == {"SM141"}


def test_a_file_beyond_the_limit_is_refused(monkeypatch):
    monkeypatch.setattr(zip_guard, "MAX_FILE_BYTES", 100)
    assert codes(workbook()) == {"SM114"}


def test_too_many_parts_are_refused_before_they_are_listed():
    assert told(zipped({f"{index}": "" for index in range(5001)})) == [("SM142", "5001 delar")]


def test_a_part_that_is_too_dense_is_refused():
    assert told(zipped({"xl/a.bin": "0" * 1_000_000, "b": bytes(range(256)) * 400}))[0][0] == "SM142"


def test_a_small_part_may_be_dense():
    assert check_zip(zipped({"a.bin": "0" * 90_000}), "f.xlsx") == ()


def test_many_small_dense_parts_are_refused_together():
    assert codes(zipped({f"{index}": "0" * 90_000 for index in range(20)})) == {"SM142"}


def test_what_would_unpack_to_too_much_is_refused(monkeypatch):
    monkeypatch.setattr(zip_guard, "MAX_INFLATED_BYTES", 1000)
    assert codes(zipped({"a": bytes(range(256)) * 4})) == {"SM142"}


@pytest.mark.parametrize("name", ["../a.xml", "/a.xml", "xl/../../a", "C:/a", "\\a", "x\\..\\..\\a"])
def test_a_part_outside_the_package_is_refused(name):
    assert codes(zipped({name: "<a/>"})) == {"SM143"}


def test_a_part_that_is_there_twice_is_refused():
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w") as package:
        package.writestr("a.xml", "<a/>")
        package.writestr("b.xml", "<b/>")
    assert told(stream.getvalue().replace(b"b.xml", b"a.xml")) == [("SM143", "a.xml: finns två gånger")]


def test_names_that_differ_in_case_alone_are_the_same():
    assert codes(zipped({"a.xml": "<a/>", "A.XML": "<a/>"})) == {"SM143"}


@pytest.mark.parametrize(
    ("change", "found"), [(-1, "a.txt: är större än den säger"), (1, "a.txt: är mindre än den säger")]
)
def test_a_size_that_lies_is_told(change, found):
    data = zipped({"a.txt": "hundra tecken" * 8})
    assert told(with_central(data, 24, "<L", 104 + change)) == [("SM143", found)]


def test_a_stored_part_that_lies_is_told():
    data = zipped({"a.txt": "abc"}, zipfile.ZIP_STORED)
    assert codes(with_central(data, 24, "<L", 2)) == {"SM143"}


def test_no_more_than_one_byte_beyond_the_declared_size_is_unpacked():
    data = with_central(zipped({"a.txt": "0" * 5_000_000}), 24, "<L", 10)
    parts, _ = open_zip(data, "f.xlsx")
    assert parts is not None
    with pytest.raises(Exception, match="SM143"):
        parts.read("a.txt")


def test_a_checksum_that_differs_is_told():
    assert codes(with_central(zipped({"a.txt": "abc"}), 16, "<L", 1)) == {"SM143"}


def test_a_package_that_is_cut_off_is_told():
    assert codes(workbook()[:-30]) == {"SM143"}


def test_an_unknown_way_of_packing_is_refused():
    assert codes(zipped({"a": "x" * 50}, zipfile.ZIP_BZIP2)) == {"SM143"}


@pytest.mark.parametrize(
    "part",
    [
        b'<!DOCTYPE a [<!ENTITY b "c">]><a/>',
        b'<?xml version="1.0"?>\n<!-- x --><!doctype a><a/>',
        b"\xef\xbb\xbf<!DOCTYPE a><a/>",
        '<?xml version="1.0" encoding="UTF-16"?><!DOCTYPE a><a/>'.encode("utf-16"),
        "<!DOCTYPE a><a/>".encode("utf-16-be"),
        b"<!--" + b" " * 70_000 + b"--><!DOCTYPE a><a/>",
        b'<?xml version="1.0" encoding="UTF-7"?><a/>',
        b"inte xml",
    ],
)
def test_xml_that_begins_with_anything_but_a_root_is_refused(part):
    assert codes(zipped({"a.XML": part})) == {"SM144"}


def test_the_word_doctype_in_a_text_is_no_doctype():
    assert check_zip(zipped({"a.xml": "<a>&lt;!DOCTYPE a></a>", "b.xml": ""}), "f.xlsx") == ()
