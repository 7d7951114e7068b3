"""What is wrong with the marks of one part of a Word master: each read in the sandbox, none of them run."""

from collections.abc import Iterator, Mapping
from typing import Any

from attrs import define, evolve, field, frozen

from styrmodell.finding import Code, Finding
from styrmodell.model.ids import near_names
from styrmodell.report.codes import REFUSED_TAG, UNBALANCED_TAG, UNKNOWN_VARIABLE
from styrmodell.report.word.template.parts import StoryPart
from styrmodell.report.word.template.story import (
    Passage,
    Stray,
    T,
    join_tags,
    meeting_braces,
    paragraph_of,
    passages_of,
    strays_of,
)
from styrmodell.report.word.template.tags import Reading, Tag, read_tag, tags_of
from styrmodell.report.word.template.words import FILTERS, PLACE, master_variables
from styrmodell.source import Source

_SHOWN = 60
_MOST = 1_000
_KNOWN = tuple(variable.name for variable in master_variables())
_FILTERS = ", ".join(form.name for form in FILTERS)


@frozen(kw_only=True, eq=False)
class ReadTag:
    """A mark where it stands, and what it says.

    Attributes:
        passage: Its paragraph; None in texts that are no paragraph's.
        is_inside_condition: Whether an if before it has not ended.
    """

    tag: Tag
    reading: Reading
    passage: Passage | None
    is_inside_condition: bool = False


@define(kw_only=True, eq=False)
class MarkReader:
    """Reads the marks of a document's parts, and gathers what is wrong."""

    file: str
    environment: Any
    found: list[Finding] = field(factory=list)
    _known: dict[Tag, Reading] = field(factory=dict)

    def read_story(self, story: StoryPart) -> tuple[ReadTag, ...]:
        """Read all marks of a part that is filled; each is joined in the run where it begins."""
        passages = passages_of(story.root, story.name)
        for passage in passages:
            join_tags(passage)
        order = {element: at for at, element in enumerate(story.root.iter(T))}
        read = [one for passage in passages for one in self.read_text(passage.text, passage.place, passage)]
        read.sort(key=lambda one: (_first(one, order), one.tag.start))
        places = {passage.element: passage.place for passage in passages}
        for stray in strays_of(story.root, passages):
            read += self.read_stray(stray, places.get(stray.paragraph, story.name))
        for element in meeting_braces(story.root):
            self.unbalanced(places.get(paragraph_of(element), story.name), "{", *_MEETS)
        story.keep()
        return tuple(self.paired(read))

    def read_text(self, text: str, place: str, passage: Passage | None = None) -> Iterator[ReadTag]:
        """Read the marks of one text."""
        tags, loose = tags_of(text)
        for at, sign in loose:
            self.unbalanced(place, text[at : at + _SHOWN].strip() if sign in _OPENERS else sign, *_HALVES[sign])
        for tag in tags:
            reading = self.reading_of(tag)
            self.judge(tag, reading, place)
            yield ReadTag(tag=tag, reading=reading, passage=passage)

    def reading_of(self, tag: Tag) -> Reading:
        """What a mark says; the same mark is read once."""
        here = evolve(tag, start=0, end=0)
        if here not in self._known:
            self._known[here] = read_tag(self.environment, tag)
        return self._known[here]

    def read_stray(self, stray: Stray, place: str) -> Iterator[ReadTag]:
        """Read a text outside the paragraphs: nothing but variables in what is read aloud."""
        if not stray.is_read_aloud:
            self.refused(place, _shown(stray.text), f"i {stray.where[0]}", f"in {stray.where[1]}")
            return
        yield from self.read_variables(stray.text, place, ("en alternativtext", "an alternative text"))

    def read_variables(self, text: str, place: str, where: tuple[str, str]) -> Iterator[ReadTag]:
        """Read the marks of a text in which only variables may stand."""
        for one in self.read_text(text, place):
            if one.tag.opener == "{%" or any(sign in one.tag.inner for sign in "\"'<>&"):
                self.refused(
                    place, one.tag.text, f"mer än en variabel i {where[0]}", f"more than a variable in {where[1]}"
                )
            yield one

    def judge(self, tag: Tag, reading: Reading, place: str) -> None:
        """Tell what is wrong with one mark by itself."""
        if reading.broken:
            self.unbalanced(place, tag.text, _SUCH, f"{_SUCH_EN} ({reading.broken})")
        elif reading.refused:
            self.refused(place, tag.text, reading.refused_sv, reading.refused)
        for name in reading.names:
            if name not in _KNOWN and not reading.broken:
                known = ", ".join(_KNOWN)
                self.tell(
                    UNKNOWN_VARIABLE, place, found=_shown(name), known=known, near=near_names(name.lower(), _KNOWN)
                )

    def paired(self, read: list[ReadTag]) -> Iterator[ReadTag]:
        """Match if with endif in the order in which the part is filled."""
        open_: list[ReadTag] = []
        cases: list[int] = []  # of each that is open
        for one in read:
            word = one.reading.keyword
            if not word or one.passage is None:
                yield ReadTag(tag=one.tag, reading=one.reading, passage=one.passage, is_inside_condition=bool(open_))
                continue
            if word == "if":
                open_.append(one)
                cases.append(0)
            elif not open_:
                self.unbalanced(one.passage.place, one.tag.text, "ett if före det", "an if before it")
            elif not _side_by_side(open_[-1], one):
                self.unbalanced(one.passage.place, one.tag.text, *_APART)
            self.measure(word, cases, one)
            if word == "endif" and open_:
                open_.pop()
                cases.pop()
            yield one
        for one in open_:
            if one.passage is not None:
                self.unbalanced(one.passage.place, one.tag.text, "{% endif %} efter det", "{% endif %} after it")

    def measure(self, word: str, cases: list[int], one: ReadTag) -> None:
        """Refuse conditions that Jinja or Python could not take; each fault is told once."""
        place = "" if one.passage is None else one.passage.place
        if word == "if" and len(cases) == _DEEPEST + 1:
            self.refused(place, one.tag.text, *_TOO_DEEP)
        if word == "elif" and cases:
            cases[-1] += 1
            if cases[-1] == _MOST_CASES + 1:
                self.refused(place, one.tag.text, *_TOO_LONG)

    def unbalanced(self, place: str, found: str, expected: str, expected_en: str) -> None:
        """Tell a mark that does not close or cannot be read."""
        shown = _shown(found)
        self.tell(UNBALANCED_TAG, place, found=shown, found_en=shown, expected=expected, expected_en=expected_en)

    def refused(self, place: str, tag: str, found: str, found_en: str) -> None:
        """Tell what the sandbox does not let in."""
        self.tell(REFUSED_TAG, place, tag=_shown(tag), found=found, found_en=found_en, filters=_FILTERS)

    def tell(self, code: Code, place: str, **args: str) -> None:
        """Add a finding at *place*; a master with thousands of them is no better known by all."""
        if len(self.found) < _MOST:
            self.found.append(code.at(Source(file=self.file, place=place), **args))


# Python takes a hundred levels of indentation, and Jinja makes one of each condition; its compiler goes one step down
# for each case.
_DEEPEST, _MOST_CASES = 20, 100
_TOO_DEEP = (f"mer än {_DEEPEST} villkor inuti varandra", f"more than {_DEEPEST} conditions inside each other")
_TOO_LONG = (f"mer än {_MOST_CASES} elif i ett villkor", f"more than {_MOST_CASES} elif in a condition")
_OPENERS = ("{{", "{%", "{#")
_HALVES: Mapping[str, tuple[str, str]] = {
    "{{": ("}} i samma stycke", "}} in the same paragraph"),
    "{%": ("%} i samma stycke", "%} in the same paragraph"),
    "{#": ("vanlig text utan {#", "plain text without {#"),
    "}}": ("{{ före det, i samma stycke", "{{ before it, in the same paragraph"),
    "%}": ("{% före det, i samma stycke", "{% before it, in the same paragraph"),
    "#}": ("vanlig text utan #}", "plain text without #}"),
    "{_{": ("klamrar utan understreck", "braces without an underscore"),
    "}_}": ("klamrar utan understreck", "braces without an underscore"),
    "{_%": ("klamrar utan understreck", "braces without an underscore"),
    "%_}": ("klamrar utan understreck", "braces without an underscore"),
}
_SUCH = "en variabel som {{ titel }} eller ett villkor som {% if utkast %}"
_SUCH_EN = "a variable such as {{ titel }} or a condition such as {% if utkast %}"
_MEETS = ("hela märken, eller klamrar en och en", "whole marks, or braces one by one")
_APART = (
    "samma stycke som if, eller ett stycke i samma cell eller brödtext",
    "the same paragraph as its if, or a paragraph of the same cell or body",
)


def _shown(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _SHOWN else line[: _SHOWN - 1] + "…"


def _first(one: ReadTag, order: Mapping[Any, int]) -> int:
    return -1 if one.passage is None else order.get(one.passage.piece_of(one.tag), -1)


def _side_by_side(first: ReadTag, second: ReadTag) -> bool:
    """Whether leaving out all between them leaves whole XML: the same parents, in one paragraph or in sisters."""
    if first.passage is None or second.passage is None:
        return False
    holders = [one.passage.piece_of(one.tag).getparent().getparent() for one in (first, second) if one.passage]
    paragraphs = [first.passage.element, second.passage.element]
    if paragraphs[0] is paragraphs[1]:
        return holders[0] is holders[1]
    return holders == paragraphs and paragraphs[0].getparent() is paragraphs[1].getparent()


def has_name(read: ReadTag, name: str = PLACE) -> bool:
    """Whether a mark asks for *name*."""
    return name in read.reading.names
