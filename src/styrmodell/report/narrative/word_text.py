"""Running text from a Word file: what people write when they are given a document and not a form.

Read are headings (by style), paragraphs, bold and italic, lists, links and footnotes; tracked insertions count as
text and tracked deletions do not. What cannot be read becomes a finding that says where it stands.
"""

from collections.abc import Iterator
from io import BytesIO
from typing import Any

from attrs import define, evolve, field

from styrmodell.finding import Finding, Findings
from styrmodell.report.engines import docx_engine
from styrmodell.report.flow import Heading, Prose, Read, Run
from styrmodell.report.narrative.codes import NO_WORD_TEXT, NOT_READ
from styrmodell.report.narrative.word_lists import ListLine, listings
from styrmodell.report.word.faults import READ_FAULTS
from styrmodell.report.word.markup import W
from styrmodell.source import Source

_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_LINKS = ("http://", "https://", "mailto:")
_FOOTNOTES = "/footnotes"
_SKIPPED = ("del", "moveFrom", "pPr", "rPr", "instrText", "delText", "proofErr", "bookmarkStart", "bookmarkEnd")
_UNREAD = {
    "tbl": ("en tabell", "a table"),
    "drawing": ("en bild eller ett diagram", "a picture or a chart"),
    "pict": ("en bild eller textruta", "a picture or a text box"),
    "object": ("ett inbäddat objekt", "an embedded object"),
    "oMath": ("en formel", "a formula"),
}
_BREAKS = {"br": "\n", "cr": "\n", "tab": "\t", "noBreakHyphen": "\u2011", "softHyphen": "\u00ad"}


def read_word_text(data: bytes, file: str) -> tuple[tuple[Read, ...], Findings]:
    """Read a .docx file's running text.

    Args:
        data: A file that has passed the check of zip packages.
        file: Its name in the workspace, for findings.

    Returns:
        Its headings, paragraphs and lists, and a finding for each thing that was not read.
    """
    try:
        document = docx_engine().Document(BytesIO(data))
        reading = _Reading(document=document, file=file, notes=_footnotes(document))
        blocks = tuple(reading.blocks())
    except READ_FAULTS as error:
        return (), Findings((NO_WORD_TEXT.at(Source(file=file), error=f"{type(error).__name__}: {error}"),))
    return blocks, Findings.gather(reading.findings)


def _footnotes(document: Any) -> dict[str, Any]:
    """Footnote id → its element."""
    for relation in document.part.rels.values():
        if relation.reltype.endswith(_FOOTNOTES) and not relation.is_external:
            root = docx_engine().oxml.parse_xml(relation.target_part.blob)
            return {note.get(_w("id")): note for note in root.iterchildren(_w("footnote"))}
    return {}


@define(kw_only=True, eq=False)
class _Reading:
    document: Any
    file: str
    notes: dict[str, Any]
    number: int = 0
    findings: list[Finding] = field(factory=list)

    def blocks(self) -> Iterator[Read]:
        waiting: list[ListLine] = []
        for element in self.elements(self.document.element.body):
            line = self.line(element)
            if isinstance(line, ListLine):
                waiting.append(line)
                continue
            yield from listings(waiting)
            waiting = []
            if line is not None:
                yield line
        yield from listings(waiting)

    def elements(self, parent: Any) -> Iterator[Any]:
        """Paragraphs in order, those inside content controls too."""
        for element in parent:
            name = _name(element)
            if name == "p":
                self.number += 1
                yield element
            elif name in ("sdt", "sdtContent", "ins", "moveTo"):
                yield from self.elements(element)
            elif name in _UNREAD:
                self.number += 1
                self.tell(name)

    def line(self, element: Any) -> Heading | Prose | ListLine | None:
        runs = joined(tuple(self.runs(element, Run(text=""))))
        if not any(run.text.strip() or run.note for run in runs):
            return None
        paragraph = docx_engine().text.paragraph.Paragraph(element, self.document)
        style = str(paragraph.style.name).lower() if paragraph.style is not None else ""
        if style == "title" or style.startswith("heading"):
            level = int(style.split()[-1]) if style.split()[-1].isdigit() else 1
            return Heading(text="".join(run.text for run in runs).strip(), level=level)
        return ListLine.of(self.document, paragraph, style, runs) or Prose(runs=runs)

    def runs(self, parent: Any, look: Run) -> Iterator[Run]:
        for element in parent:
            name = _name(element)
            if name in _SKIPPED:
                continue
            if name == "r":
                yield from self.run(element, look)
            elif name == "hyperlink":
                yield from self.runs(element, evolve(look, link=self.address(element)))
            elif name in _UNREAD:
                self.tell(name)
            else:
                yield from self.runs(element, look)

    def run(self, element: Any, look: Run) -> Iterator[Run]:
        own = evolve(look, strong=look.strong or _is_on(element, "b"), emphasis=look.emphasis or _is_on(element, "i"))
        for child in element:
            name = _name(child)
            if name == "t":
                yield evolve(own, text=child.text or "")
            elif name in _BREAKS:
                yield evolve(own, text=_BREAKS[name])
            elif name == "footnoteReference":
                note = self.notes.get(child.get(_w("id")))
                texts = () if note is None else tuple(self.runs(note, Run(text="")))
                yield Run(text="", note=trimmed(joined(texts)))
            elif name in _UNREAD or name == "AlternateContent":
                self.tell(name if name in _UNREAD else "drawing")

    def address(self, element: Any) -> str:
        """Where a hyperlink leads; links inside the file and unsafe ones are text."""
        relation = self.document.part.rels.get(element.get(f"{{{_R}}}id", ""))
        address = str(relation.target_ref) if relation is not None and relation.is_external else ""
        return address if address.lower().startswith(_LINKS) else ""

    def tell(self, name: str) -> None:
        what, what_en = _UNREAD[name]
        self.findings.append(
            NOT_READ.at(Source(file=self.file, place=f"stycke {self.number}"), what=what, what_en=what_en)
        )


def _w(name: str) -> str:
    return f"{{{W}}}{name}"


def _name(element: Any) -> str:
    return str(element.tag).rpartition("}")[2]


def _is_on(run: Any, name: str) -> bool:
    found = run.find(f"{_w('rPr')}/{_w(name)}")
    return found is not None and found.get(_w("val"), "1") not in ("0", "false", "off")


def joined(runs: tuple[Run, ...]) -> tuple[Run, ...]:
    """*runs* with neighbours of one look as one run: Word parts words at every correction."""
    result: list[Run] = []
    for run in runs:
        last = result[-1] if result else None
        if (
            last is not None
            and not last.note
            and evolve(last, text="") == evolve(run, text="", note=())
            and not run.note
        ):
            result[-1] = evolve(last, text=last.text + run.text)
        elif run.text or run.note:
            result.append(run)
    return tuple(result)


def trimmed(runs: tuple[Run, ...]) -> tuple[Run, ...]:
    """*runs* without the space that Word puts before a footnote's text."""
    if not runs:
        return runs
    first, *rest = runs
    return (evolve(first, text=first.text.lstrip()), *rest)
