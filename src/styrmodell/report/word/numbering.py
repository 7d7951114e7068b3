"""Numbering of lists: our own bullets and numbers, and a new count for every list."""

from typing import Any

from attrs import define, field

from styrmodell.report.engines import docx_engine, lxml_engine
from styrmodell.report.word.markup import W
from styrmodell.report.word.relations import NewParts, part_of

_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.numbering+xml"
_EMPTY = f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:numbering xmlns:w="{W}"/>'
LEVELS = 9
_STEP, _FIRST = 360, 360
_BULLETS = ("•", "–", "•")
_FORMATS = ("decimal", "lowerLetter", "lowerRoman")
_AT_END = f"{{{W}}}numIdMacAtCleanup"


@define(kw_only=True, eq=False)
class Numbering:
    """The lists of a body; the part is opened when the first is begun."""

    document: Any
    parts: NewParts
    _root: Any = None
    _part: Any = None
    _bullets: int = 0
    _numbers: int = 0
    _bulleted: int = 0
    _next: int = 0
    _written: list[str] = field(factory=list)

    def begin(self, level: int, *, is_ordered: bool, first: int) -> int:
        """Begin a list; gives its number.

        Args:
            level: How many lists it stands in, from 0.
            first: Number of its first item where they are numbered.
        """
        if self._root is None:
            self._open()
        if not is_ordered:
            return self._bulleted
        number, self._next = self._next, self._next + 1
        start = f'<w:lvlOverride w:ilvl="{level}"><w:startOverride w:val="{max(first, 0)}"/></w:lvlOverride>'
        self._written.append(_list(number, self._numbers, start))
        return number

    def settle(self) -> None:
        """Put the lists begun in their part."""
        if self._root is None:
            return
        looks = (_look(self._bullets, is_ordered=False), _look(self._numbers, is_ordered=True))
        first = self._root.find(f"{{{W}}}num")
        for look in looks:
            self._put(look, first)
        for one in self._written:
            self._put(one, self._root.find(_AT_END))
        if not hasattr(self._part, "element"):
            self._part._blob = lxml_engine().tostring(self._root, encoding="UTF-8", standalone=True)

    def _put(self, xml: str, before: Any) -> None:
        element = docx_engine().oxml.parse_xml(xml)
        if before is None:
            self._root.append(element)
        else:
            before.addprevious(element)

    def _open(self) -> None:
        part = part_of(self.document, "numbering")
        if part is None:
            part = self.parts.make("/word/numbering{}.xml", _TYPE, _EMPTY.encode())
            self.document.part.relate_to(part, docx_engine().opc.constants.RELATIONSHIP_TYPE.NUMBERING)
        self._part = part
        self._root = part.element if hasattr(part, "element") else docx_engine().oxml.parse_xml(part.blob)
        self._bullets = self._free("abstractNum", "abstractNumId")
        self._numbers = self._bullets + 1
        self._bulleted = self._free("num", "numId")
        self._next = self._bulleted + 1
        self._written.append(_list(self._bulleted, self._bullets, ""))

    def _free(self, tag: str, name: str) -> int:
        """A number that no element of the kind has; 0 would mean no list."""
        return max((int(one.get(f"{{{W}}}{name}")) for one in self._root.findall(f"{{{W}}}{tag}")), default=0) + 1


def _list(number: int, look: int, start: str) -> str:
    return f'<w:num xmlns:w="{W}" w:numId="{number}"><w:abstractNumId w:val="{look}"/>{start}</w:num>'


def _look(number: int, *, is_ordered: bool) -> str:
    levels = "".join(_level(at, is_ordered=is_ordered) for at in range(LEVELS))
    return (
        f'<w:abstractNum xmlns:w="{W}" w:abstractNumId="{number}"><w:multiLevelType w:val="multilevel"/>'
        f"{levels}</w:abstractNum>"
    )


def _level(at: int, *, is_ordered: bool) -> str:
    kind = _FORMATS[at % len(_FORMATS)] if is_ordered else "bullet"
    text = f"%{at + 1}." if is_ordered else _BULLETS[at % len(_BULLETS)]
    return (
        f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/><w:lvlText w:val="{text}"/>'
        f'<w:lvlJc w:val="left"/><w:pPr><w:ind w:left="{_FIRST + at * _STEP}" w:hanging="{_STEP}"/></w:pPr></w:lvl>'
    )
