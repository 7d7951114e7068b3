"""Footnotes: in the master's own part where it has one, else in a new part."""

from collections.abc import Mapping
from typing import Any

from attrs import define, field

from styrmodell.report.engines import docx_engine, lxml_engine
from styrmodell.report.word.markup import W, paragraph
from styrmodell.report.word.relations import NewParts, Relations, part_of
from styrmodell.report.word.setting import put_setting

_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
_SEPARATORS = (
    '<w:footnote w:type="{kind}" w:id="{id}"><w:p><w:pPr><w:spacing w:after="0" w:line="240" w:lineRule="auto"/>'
    "</w:pPr><w:r><w:{kind}/></w:r></w:p></w:footnote>"
)
_KINDS = (("separator", -1), ("continuationSeparator", 0))
_EMPTY = (
    f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:footnotes xmlns:w="{W}">'
    + "".join(_SEPARATORS.format(kind=kind, id=number) for kind, number in _KINDS)
    + "</w:footnotes>"
)
_NUMBER = "<w:footnoteRef/>"


@define(kw_only=True, eq=False)
class Footnotes:
    """The footnotes of a body; its part is opened when the first is written."""

    document: Any
    styles: Mapping[str, str]
    parts: NewParts
    _relations: Relations | None = None
    _root: Any = None
    _next: int = 0
    _written: list[str] = field(factory=list)

    @property
    def relations(self) -> Relations:
        """What the footnotes point at."""
        if self._relations is None:
            self._relations = Relations(part=self._open())
        return self._relations

    def add(self, runs: str) -> str:
        """Write a footnote of *runs*, as XML; gives the run that refers to it."""
        assert self.relations is not None
        number, self._next = self._next, self._next + 1
        mark = f'<w:rPr><w:rStyle w:val="{self.styles["footnote reference"]}"/></w:rPr>'
        own = f'<w:r>{mark}{_NUMBER}</w:r><w:r><w:t xml:space="preserve"> </w:t></w:r>'
        text = paragraph(self.styles["footnote text"], own + runs)
        self._written.append(f'<w:footnote w:id="{number}">{text}</w:footnote>')
        return f'<w:r>{mark}<w:footnoteReference w:id="{number}"/></w:r>'

    def settle(self) -> None:
        """Put the footnotes written in their part."""
        if not self._written:
            return
        read = docx_engine().oxml.parse_xml
        for child in read(f'<w:footnotes xmlns:w="{W}">{"".join(self._written)}</w:footnotes>'):
            self._root.append(child)
        part = self.relations.part
        if not hasattr(part, "element"):  # python-docx keeps footnotes as bytes
            part._blob = lxml_engine().tostring(self._root, encoding="UTF-8", standalone=True)

    def _open(self) -> Any:
        part = part_of(self.document, "footnotes")
        if part is None:
            part = self.parts.make("/word/footnotes{}.xml", _TYPE, _EMPTY.encode())
            self.document.part.relate_to(part, docx_engine().opc.constants.RELATIONSHIP_TYPE.FOOTNOTES)
            named = "".join(f'<w:footnote w:id="{number}"/>' for _, number in _KINDS)
            put_setting(self.document, f'<w:footnotePr xmlns:w="{W}">{named}</w:footnotePr>')
        self._root = part.element if hasattr(part, "element") else docx_engine().oxml.parse_xml(part.blob)
        ids = (int(note.get(f"{{{W}}}id")) for note in self._root.iter(f"{{{W}}}footnote"))
        self._next = max(0, *ids, 0) + 1
        return part
