"""Sections of a Word document: pages on their side in the midst of pages that stand."""

from collections.abc import Iterator
from copy import deepcopy
from typing import Any

from attrs import define

from styrmodell.report.engines import docx_engine, lxml_engine
from styrmodell.report.word.markup import W

_TWIPS = 635  # one twip in Word's smallest measure, EMU
_PAGE = (11_906, 16_838)  # A4, in twips, where a master does not say
_SIDE = 1_134
_BLOCKS = (f"{{{W}}}p", f"{{{W}}}tbl", f"{{{W}}}sdt")
# Of w:sectPr: what stands before the kind of break, in order.
_HEADS = ("headerReference", "footerReference")
_BEFORE_KIND = (*_HEADS, "footnotePr", "endnotePr")


@define(kw_only=True, eq=False)
class Sections:
    """The sections of a body, all with the look of the one it is put in.

    Attributes:
        own: The ``w:sectPr`` of the section where the body stands.
        ends_at_place: Whether that section ends in the very paragraph that the body replaces.
        is_first: Whether nothing of the master stands before the body.
        is_last: Whether nothing of the master stands between the body and the section's end.
        turned: Whether the section being written lies on its side where its master's does not.
        turned_heads: References to headers and footers for pages on their side; empty where they have those of the
            pages before.
    """

    own: Any
    ends_at_place: bool
    is_first: bool
    is_last: bool
    turned: bool = False
    turned_heads: tuple[str, ...] = ()
    _is_whole: bool = True

    @property
    def room(self) -> int:
        """The twips between the margins in the section being written."""
        width, height = self._size()
        margins = _twips(self.own.left_margin, _SIDE) + _twips(self.own.right_margin, _SIDE)
        return (height if self.turned else width) - margins

    @property
    def height(self) -> int:
        """The twips between the upper and the lower margin in the section being written."""
        width, height = self._size()
        margins = abs(_twips(self.own.top_margin, _SIDE)) + abs(_twips(self.own.bottom_margin, _SIDE))
        return (width if self.turned else height) - margins

    def turns(self, *, landscape: bool) -> bool:
        """Whether a page on its side, or not, is other than the pages of the section being written."""
        width, height = self._size()
        return (landscape and width < height) != self.turned

    def begin(self, *, landscape: bool) -> None:
        """Let the body begin on pages that lie on their side, or do not; nothing is written yet."""
        self.turned ^= self.turns(landscape=landscape)

    def end(self) -> str:
        """The ``w:sectPr`` that ends the section being written; what follows is turned the other way."""
        written = self._written()
        self.turned = not self.turned
        return written

    def last(self) -> str:
        """The ``w:sectPr`` to end the body with; empty where the master's own section goes on."""
        if self.ends_at_place or (self.turned and not self.is_last):
            return self._written()
        return ""

    def settle(self) -> None:
        """Let the section in which the body ends, in the master, be what it was written as."""
        if self.ends_at_place:
            return
        if not self._is_whole:
            self._continue(self.own)
        if self.turned and self.is_last:
            self._turn(self.own)

    def _written(self) -> str:
        section = deepcopy(self.own)
        if not self._is_whole:
            self._continue(section)
        if self.turned:
            self._turn(section)
        self._is_whole = False
        return str(lxml_engine().tostring(section, encoding="unicode", with_tail=False))

    def _continue(self, section: Any) -> None:
        """Let *section* go on from the one before: its headers and footers, its page numbers, on a new page."""
        # Where pages on their side have heads of their own, every section has to say which are its.
        _drop(section, "titlePg", "type", *(() if self.turned_heads else _HEADS))
        _put(section, docx_engine().oxml.parse_xml(f'<w:type xmlns:w="{W}" w:val="nextPage"/>'), _BEFORE_KIND)
        numbers = section.find(f"{{{W}}}pgNumType")
        if numbers is not None:
            numbers.attrib.pop(f"{{{W}}}start", None)

    def _turn(self, section: Any) -> None:
        if self.turned_heads:
            _drop(section, *_HEADS)
            for head in self.turned_heads:
                _put(section, docx_engine().oxml.parse_xml(head), _HEADS)
        width, height = self._size()
        size = section.find(f"{{{W}}}pgSz")
        if size is None:
            size = docx_engine().oxml.parse_xml(f'<w:pgSz xmlns:w="{W}"/>')
            _put(section, size, (*_BEFORE_KIND, "type"))
        for name, value in (("w", str(height)), ("h", str(width)), ("orient", "landscape")):
            size.set(f"{{{W}}}{name}", value)

    def _size(self) -> tuple[int, int]:
        return _twips(self.own.page_width, _PAGE[0]), _twips(self.own.page_height, _PAGE[1])


def sections_at(document: Any, place: Any, turned_heads: tuple[str, ...] = ()) -> Sections:
    """The sections of a body in *place*, a paragraph of *document*.

    Args:
        turned_heads: References to headers and footers for pages on their side.
    """
    ending = next(_endings(place), None)
    body = document.element.body
    own = ending if ending is not None else body.find(f"{{{W}}}sectPr")
    if own is None:
        own = docx_engine().oxml.parse_xml(f'<w:sectPr xmlns:w="{W}"/>')
        body.append(own)
    before = next(place.itersiblings(*_BLOCKS, preceding=True), None)
    after = next(place.itersiblings(*_BLOCKS), None)
    ends_at_place = _ending(place) is not None
    return Sections(
        own=own,
        ends_at_place=ends_at_place,
        is_first=before is None,
        is_last=ends_at_place or after is None or _only_ends(after),
        turned_heads=turned_heads,
    )


def _endings(place: Any) -> Iterator[Any]:
    for paragraph in (place, *place.itersiblings(f"{{{W}}}p")):
        if (ending := _ending(paragraph)) is not None:
            yield ending


def _ending(paragraph: Any) -> Any:
    return paragraph.find(f"{{{W}}}pPr/{{{W}}}sectPr")


def _only_ends(block: Any) -> bool:
    """Whether *block* is a paragraph that says nothing but that a section ends."""
    is_paragraph = block.tag == _BLOCKS[0]
    return is_paragraph and _ending(block) is not None and block.find(f"{{{W}}}r") is None


def _drop(section: Any, *names: str) -> None:
    for name in names:
        for element in section.findall(f"{{{W}}}{name}"):
            section.remove(element)


def _put(section: Any, element: Any, before: tuple[str, ...]) -> None:
    names = {f"{{{W}}}{name}" for name in before}
    section.insert(sum(child.tag in names for child in section), element)


def _twips(length: Any, otherwise: int) -> int:
    return otherwise if length is None else int(length // _TWIPS)
