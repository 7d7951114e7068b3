"""Reading written Word documents back, part by part."""

from io import BytesIO
from posixpath import dirname, join, normpath
from zipfile import ZipFile

import docx
from docx.document import Document as WordDocument
from docx.oxml.ns import qn
from lxml import etree

from styrmodell.report.document import Edition
from styrmodell.report.word import write_word

R = "{http://schemas.openxmlformats.org/package/2006/relationships}"
TYPES = "{http://schemas.openxmlformats.org/package/2006/content-types}"
NAMES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "c": "http://schemas.openxmlformats.org/drawingml/2006/chart",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
}


def reopened(edition: Edition, master: bytes | None = None) -> WordDocument:
    """*edition* written and opened with python-docx."""
    return docx.Document(BytesIO(write_word(edition, master)))


def parts_of(written: bytes) -> dict[str, bytes]:
    """Name → content of each part."""
    with ZipFile(BytesIO(written)) as package:
        return {name: package.read(name) for name in package.namelist()}


def root_of(parts: dict[str, bytes], name: str = "word/document.xml") -> etree._Element:
    return etree.fromstring(parts[name])


def found(root: etree._Element, path: str) -> list[etree._Element]:
    result = root.xpath(path, namespaces=NAMES)
    assert isinstance(result, list)
    return [one for one in result if isinstance(one, etree._Element)]


def texts_found(root: etree._Element, path: str) -> list[str]:
    """Attributes or texts that *path* selects."""
    result = root.xpath(path, namespaces=NAMES)
    assert isinstance(result, list)
    return [str(one) for one in result]


def text_of(element: etree._Element) -> str:
    """The text of a paragraph or a run, with tabs and breaks as they were written."""
    signs = {qn("w:tab"): "\t", qn("w:br"): "\n"}
    # Tabs stand in the looks of paragraphs too.
    return "".join(
        signs.get(str(one.tag), one.text or "")
        for one in found(element, "descendant-or-self::w:r/*[self::w:t or self::w:tab or self::w:br]")
    )


def dangling(parts: dict[str, bytes]) -> list[str]:
    """Relations that lead nowhere, ids that no relation has, and parts without a content type."""
    wrong = list[str]()
    types = etree.fromstring(parts["[Content_Types].xml"])
    overrides = {str(one.get("PartName")) for one in types.iter(f"{TYPES}Override")}
    defaults = {str(one.get("Extension")).lower() for one in types.iter(f"{TYPES}Default")}
    for name, content in parts.items():
        if name.endswith(".rels"):
            source = dirname(dirname(name))
            for relation in etree.fromstring(content).iter(f"{R}Relationship"):
                target = str(relation.get("Target"))
                place = target[1:] if target.startswith("/") else normpath(join(source, target))
                if relation.get("TargetMode") != "External" and place not in parts:
                    wrong.append(f"{name}: {target}")
        elif f"/{name}" not in overrides and name.rpartition(".")[2].lower() not in defaults:
            wrong.append(f"{name}: no content type")
        elif name.endswith(".xml") and name != "[Content_Types].xml":
            wrong.extend(_unknown_ids(parts, name))
    return wrong


def _unknown_ids(parts: dict[str, bytes], name: str) -> list[str]:
    used = set(texts_found(etree.fromstring(parts[name]), "//@r:id"))
    relations = parts.get(f"{dirname(name)}/_rels/{name.rpartition('/')[2]}.rels", b"<a/>")
    known = {str(one.get("Id")) for one in etree.fromstring(relations).iter(f"{R}Relationship")}
    return [f"{name}: {one}" for one in sorted(used - known)]
