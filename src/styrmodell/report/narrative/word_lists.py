"""Lists in Word files: paragraphs with a number or a dot, put together to lists with lists in them."""

from collections.abc import Iterator, Sequence
from typing import Any, Self

from attrs import frozen

from styrmodell.report.flow import Listing, ListItem, Run
from styrmodell.report.word.markup import W

_BULLET = "bullet"


@frozen(kw_only=True)
class ListLine:
    """A paragraph that is an item of a list; *level* 0 is outermost."""

    runs: tuple[Run, ...]
    level: int
    is_ordered: bool

    @classmethod
    def of(cls, document: Any, paragraph: Any, style: str, runs: tuple[Run, ...]) -> Self | None:
        """The item *paragraph* is, by its own numbering, its style's, or its style's name; None when it is none."""
        numbering = _numbering(paragraph)
        if numbering is not None:
            number, level = numbering
            named = _level_of(style) if level == 0 else level  # Word's "List Bullet 2" is level 0 of a list of its own
            return cls(runs=runs, level=named, is_ordered=_format(document, number, level) != _BULLET)
        if not style.startswith(("list bullet", "list number")):
            return None
        return cls(runs=runs, level=_level_of(style), is_ordered="number" in style)


def _level_of(style: str) -> int:
    last = style.split()[-1] if style.startswith("list ") else ""
    return int(last) - 1 if last.isdigit() else 0


def _numbering(paragraph: Any) -> tuple[str, int] | None:
    """(number id, level) of a paragraph or its style; number 0 takes a style's numbering away."""
    styles = (paragraph.style.element,) if paragraph.style is not None else ()
    for element in (paragraph._p, *styles):
        found = element.find(f"{_w('pPr')}/{_w('numPr')}")
        if found is not None:
            number, level = found.find(_w("numId")), found.find(_w("ilvl"))
            name = "0" if number is None else str(number.get(_w("val")))
            return None if name == "0" else (name, 0 if level is None else int(level.get(_w("val"))))
    return None


def _format(document: Any, number: str, level: int) -> str:
    """The number format of a level: "bullet", "decimal" ..."""
    relations = (r for r in document.part.rels.values() if r.reltype.endswith("/numbering"))
    part = next(relations, None)
    if part is None:
        return _BULLET
    root = part.target_part.element
    abstract = next(
        (n.find(_w("abstractNumId")) for n in root.iterchildren(_w("num")) if n.get(_w("numId")) == number), None
    )
    if abstract is None:
        return _BULLET
    for known in root.iterchildren(_w("abstractNum")):
        if known.get(_w("abstractNumId")) == abstract.get(_w("val")):
            found = known.find(f"{_w('lvl')}[@{_w('ilvl')}='{level}']/{_w('numFmt')}")
            return _BULLET if found is None else str(found.get(_w("val")))
    return _BULLET


def listings(lines: Sequence[ListLine]) -> Iterator[Listing]:
    """Put *lines* together; a change between dots and numbers at one level begins a new list."""
    place = 0
    while place < len(lines):
        items, kind, level = list[ListItem](), lines[place].is_ordered, lines[place].level
        while place < len(lines) and (lines[place].level > level or lines[place].is_ordered is kind):
            end = place + 1
            while end < len(lines) and lines[end].level > lines[place].level:
                end += 1
            items.append(ListItem(runs=lines[place].runs, lists=tuple(listings(lines[place + 1 : end]))))
            place = end
        yield Listing(items=tuple(items), is_ordered=kind)


def _w(name: str) -> str:
    return f"{{{W}}}{name}"
