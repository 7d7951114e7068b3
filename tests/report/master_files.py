"""Word masters for tests, made part by part: any text in any place of a package."""

from collections.abc import Callable
from functools import cache
from io import BytesIO
from xml.sax.saxutils import escape, unescape
from zipfile import ZipFile

import docx

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
BODY = "word/document.xml"
Parts = dict[str, bytes]


def run(xml: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{xml}</w:t></w:r>'


def paragraph(xml: str, *more: str) -> str:
    """A paragraph with one run for each text; they are XML."""
    return f"<w:p>{''.join(map(run, (xml, *more)))}</w:p>"


def plain_parts(*paragraphs: str) -> Parts:
    """The parts of a master whose body is those texts, then the place of the report."""
    return dict(_made(paragraphs))


@cache
def _made(paragraphs: tuple[str, ...]) -> Parts:
    document = docx.Document()
    for text in (*paragraphs, "{{ innehall }}"):
        document.add_paragraph(text)
    saved = BytesIO()
    document.save(saved)
    with ZipFile(saved) as package:
        return {name: package.read(name) for name in package.namelist()}


def packed(parts: Parts) -> bytes:
    out = BytesIO()
    with ZipFile(out, "w") as package:
        for name, data in parts.items():
            package.writestr(name, data)
    return out.getvalue()


def add_part(parts: Parts, name: str, kind: str, xml: str, content_type: str = "") -> str:
    """Add a part below word/ that the document points at; gives the id of the relation."""
    parts[f"word/{name}.xml"] = f'<?xml version="1.0" encoding="UTF-8"?>{xml}'.encode()
    override = f'<Override PartName="/word/{name}.xml" ContentType="{content_type or f"{TYPE}.{kind}+xml"}"/></Types>'
    parts["[Content_Types].xml"] = parts["[Content_Types].xml"].replace(b"</Types>", override.encode())
    return add_relation(parts, f"{R}/{kind}", f"{name}.xml")


def add_relation(parts: Parts, kind: str, target: str, outside: bool = False) -> str:
    key = f"rId9{len(parts)}"
    mode = ' TargetMode="External"' if outside else ""
    entry = f'<Relationship Id="{key}" Type="{kind}" Target="{target}"{mode}/></Relationships>'
    name = "word/_rels/document.xml.rels"
    parts[name] = parts[name].replace(b"</Relationships>", entry.encode())
    return key


def insert_in_body(parts: Parts, xml: str) -> Parts:
    """Put *xml* first in the body."""
    start = parts[BODY].index(b"<w:body>") + len(b"<w:body>")
    parts[BODY] = parts[BODY][:start] + xml.encode() + parts[BODY][start:]
    return parts


def in_body(xml: str) -> Parts:
    return insert_in_body(plain_parts(), paragraph(xml))


def in_cell(xml: str) -> Parts:
    grid = '<w:tblPr/><w:tblGrid><w:gridCol w:w="100"/></w:tblGrid>'
    table = f"<w:tbl>{grid}<w:tr><w:tc><w:tcPr/>{paragraph(xml)}</w:tc></w:tr></w:tbl>"
    return insert_in_body(plain_parts(), table)


def in_text_box(xml: str) -> Parts:
    box = f"<w:txbxContent>{paragraph(xml)}</w:txbxContent>"
    space = 'xmlns:v="urn:schemas-microsoft-com:vml"'
    return insert_in_body(
        plain_parts(), f"<w:p><w:r><w:pict><v:shape {space}><v:textbox>{box}</v:textbox></v:shape></w:pict></w:r></w:p>"
    )


def in_link(xml: str) -> Parts:
    """The text of a hyperlink."""
    return insert_in_body(plain_parts(), f'<w:p><w:hyperlink w:anchor="a">{run(xml)}</w:hyperlink></w:p>')


def in_field(xml: str) -> Parts:
    """A field's instruction."""
    start, end = (f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "end"))
    return insert_in_body(plain_parts(), f"<w:p>{start}<w:r><w:instrText>{xml}</w:instrText></w:r>{end}</w:p>")


def in_simple_field(xml: str) -> Parts:
    inner = f'<w:fldSimple w:instr="{xml.replace(chr(34), "&quot;")}">{run("x")}</w:fldSimple>'
    return insert_in_body(plain_parts(), f"<w:p>{inner}</w:p>")


def in_xml_comment(xml: str) -> Parts:
    return insert_in_body(plain_parts(), f"<!--{unescape(xml)}-->")


def in_header(xml: str, kind: str = "default") -> Parts:
    return _in_edge(xml, "header", "hdr", kind)


def in_first_header(xml: str) -> Parts:
    return in_header(xml, "first")


def in_footer(xml: str) -> Parts:
    return _in_edge(xml, "footer", "ftr", "default")


def _in_edge(xml: str, kind: str, root: str, page: str) -> Parts:
    parts = plain_parts()
    key = add_part(parts, f"{kind}9", kind, f'<w:{root} xmlns:w="{W}">{paragraph(xml)}</w:{root}>')
    reference = f'<w:{kind}Reference w:type="{page}" r:id="{key}" xmlns:r="{R}"/><w:pgSz'
    parts[BODY] = parts[BODY].replace(b"<w:pgSz", reference.encode(), 1)
    return parts


def in_footnote(xml: str) -> Parts:
    return _in_notes(xml, "footnotes", "footnote")


def in_endnote(xml: str) -> Parts:
    return _in_notes(xml, "endnotes", "endnote")


def in_comment(xml: str) -> Parts:
    return _in_notes(xml, "comments", "comment")


def _in_notes(xml: str, kind: str, element: str) -> Parts:
    parts = plain_parts()
    note = f'<w:{element} w:id="2" w:author="a">{paragraph(xml)}</w:{element}>'
    add_part(parts, kind, kind, f'<w:{kind} xmlns:w="{W}">{note}</w:{kind}>')
    return parts


def in_settings(xml: str) -> Parts:
    parts = plain_parts()
    variable = f'<w:docVars><w:docVar w:name="a" w:val="{xml.replace(chr(34), "&quot;")}"/></w:docVars></w:settings>'
    parts["word/settings.xml"] = parts["word/settings.xml"].replace(b"</w:settings>", variable.encode())
    return parts


def in_custom_property(xml: str) -> Parts:
    parts = plain_parts()
    spaces = (
        'xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"'
        ' xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"'
    )
    one = f'<property fmtid="{{D5CDD505-2E9C-101B-9397-08002B2CF9AE}}" pid="2" name="a"><vt:lpwstr>{xml}</vt:lpwstr>'
    content_type = "application/vnd.openxmlformats-officedocument.custom-properties+xml"
    add_part(parts, "custom", "custom-properties", f"<Properties {spaces}>{one}</property></Properties>", content_type)
    return parts


def in_category(xml: str) -> Parts:
    return _in_core("cp:category", xml)


def in_title_property(xml: str) -> Parts:
    return _in_core("dc:title", xml)


def _in_core(tag: str, xml: str) -> Parts:
    parts = plain_parts()
    spaces = (
        'xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/"'
    )
    parts["docProps/core.xml"] = f"<cp:coreProperties {spaces}><{tag}>{xml}</{tag}></cp:coreProperties>".encode()
    return parts


def in_link_target(xml: str) -> Parts:
    parts = plain_parts()
    key = add_relation(
        parts, f"{R}/hyperlink", f"https://region.example/{xml.replace(chr(34), '&quot;')}", outside=True
    )
    link = f'<w:p><w:hyperlink r:id="{key}" xmlns:r="{R}">{run("länk")}</w:hyperlink></w:p>'
    return insert_in_body(parts, link)


# Place → (how a text gets there, the part it stands in): first where texts are filled, then where they are not.
FILLED: dict[str, tuple[Callable[[str], Parts], str]] = {
    "body": (in_body, BODY),
    "cell": (in_cell, BODY),
    "text box": (in_text_box, BODY),
    "link text": (in_link, BODY),
    "header": (in_header, "word/header9.xml"),
    "first header": (in_first_header, "word/header9.xml"),
    "footer": (in_footer, "word/footer9.xml"),
    "footnote": (in_footnote, "word/footnotes.xml"),
    "title property": (in_title_property, "docProps/core.xml"),
    "field": (in_field, BODY),
    "simple field": (in_simple_field, BODY),
    "XML comment": (in_xml_comment, BODY),
}
NOT_FILLED: dict[str, tuple[Callable[[str], Parts], str]] = {
    "endnote": (in_endnote, "word/endnotes.xml"),
    "comment": (in_comment, "word/comments.xml"),
    "custom property": (in_custom_property, "word/custom.xml"),
    "category property": (in_category, "docProps/core.xml"),
    "settings": (in_settings, "word/settings.xml"),
    "link target": (in_link_target, "word/_rels/document.xml.rels"),
}


def as_xml(text: str) -> str:
    return escape(text)
