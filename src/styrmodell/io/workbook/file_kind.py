"""What bytes look like when they are not the workbook they were said to be."""

from collections.abc import Iterable
from types import MappingProxyType

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_STARTS = MappingProxyType(
    {
        b"%PDF": ("en PDF-fil", "a PDF file"),
        b"{\\rtf": ("ett RTF-dokument", "an RTF document"),
        b"\x89PNG": ("en bild", "a picture"),
        b"\xff\xd8\xff": ("en bild", "a picture"),
        b"\x1f\x8b": ("en gzip-fil", "a gzip file"),
        b"7z\xbc\xaf": ("ett 7z-arkiv", "a 7z archive"),
        b"Rar!": ("ett RAR-arkiv", "a RAR archive"),
    }
)
_MEMBERS = MappingProxyType(
    {
        "xl/workbook.bin": ("en binär Excelfil (.xlsb)", "a binary Excel file (.xlsb)"),
        "word/document.xml": ("ett Worddokument", "a Word document"),
        "ppt/presentation.xml": ("en Powerpointfil", "a Powerpoint file"),
        "content.xml": (
            "en fil i OpenDocument-format (.ods eller liknande)",
            "a file in OpenDocument format (.ods or the like)",
        ),
        "index.zip": ("en fil från Numbers", "a file from Numbers"),
    }
)
_TAGS = (b"<!doctype html", b"<html", b"<head", b"<table", b"<body")


def is_encrypted_office(data: bytes) -> bool:
    """Whether *data* is an Office file behind a password: an OLE file that holds an encrypted package."""
    return data.startswith(_OLE) and _ENCRYPTED in data


def kind_of_bytes(data: bytes) -> tuple[str, str] | None:
    """What *data* is, in Swedish and English; None when it begins as a zip package does."""
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return None
    if not data:
        return ("en tom fil", "an empty file")
    if data.startswith(_OLE):
        return ("en Excelfil i det gamla formatet (.xls)", "an Excel file in the old format (.xls)")
    for start, kind in _STARTS.items():
        if data.startswith(start):
            return kind
    return _kind_of_text(data)


def _kind_of_text(data: bytes) -> tuple[str, str]:
    head = data[:4096].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if b"urn:schemas-microsoft-com:office:spreadsheet" in head:
        return ("ett XML-kalkylblad från Excel 2003", "an XML spreadsheet of Excel 2003")
    if head.startswith(_TAGS) or (head.startswith(b"<?xml") and b"<html" in head):
        return ("en webbsida (HTML)", "a web page (HTML)")
    if head.startswith(b"<"):
        return ("en XML-fil", "an XML file")
    is_text = b"\x00" not in data[:4096] or data[:2] in (b"\xff\xfe", b"\xfe\xff")
    if is_text:
        return ("en textfil, kanske CSV", "a text file, perhaps CSV")
    return ("en fil av okänt slag", "a file of an unknown kind")


def kind_of_names(names: Iterable[str]) -> tuple[str, str]:
    """What a zip package with parts called *names* is, in Swedish and English, when it is no workbook."""
    lower = {name.casefold() for name in names}
    for member, kind in _MEMBERS.items():
        if member in lower:
            return kind
    return ("ett zip-paket utan arbetsbok", "a zip package without a workbook")
