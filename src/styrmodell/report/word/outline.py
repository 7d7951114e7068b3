"""The headings of a Word document: without jumps, each with a bookmark, and the table of contents made of them."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from attrs import define, frozen

from styrmodell.report.document import Contents, Edition
from styrmodell.report.edition_text import ACKNOWLEDGED_TITLE, FINDINGS_TITLE
from styrmodell.report.flow import Heading
from styrmodell.report.word.markup import field, paragraph, run
from styrmodell.report.xml_text import xml_attribute

DEEPEST = 4
_DEEPEST_ENTRY = 3
# Word works out the pages; until it has, no number is better than a wrong one.
_UNKNOWN_PAGE = "–"


@frozen(kw_only=True)
class OutlineEntry:
    """A heading as it is printed."""

    text: str
    level: int
    bookmark: str


def outline_of(edition: Edition) -> tuple[OutlineEntry, ...]:
    """The headings of *edition* in order, those of its findings last; one without text is none."""
    headings = [(block.text, block.level) for block in edition.document.flow if isinstance(block, Heading)]
    if edition.findings.open():
        headings.append((FINDINGS_TITLE, 1))
    if edition.findings.acknowledged():
        headings.append((ACKNOWLEDGED_TITLE, 1))
    entries, deepest = list[OutlineEntry](), 0
    for text, wanted in headings:
        if not text.strip():
            continue
        deepest = min(max(wanted, 1), deepest + 1, DEEPEST)
        entries.append(OutlineEntry(text=text, level=deepest, bookmark=f"_Toc_styrmodell_{len(entries) + 1}"))
    return tuple(entries)


@define(kw_only=True, eq=False)
class HeadingWriter:
    """Writes the headings of an outline, in its order."""

    styles: Mapping[str, str]
    entries: Iterator[OutlineEntry]
    first_bookmark: int
    _count: int = 0

    def write(self) -> str:
        """The next heading."""
        entry = next(self.entries)
        number = self.first_bookmark + self._count
        self._count += 1
        start = f'<w:bookmarkStart w:id="{number}" w:name="{entry.bookmark}"/>'
        text = f'{start}{run(entry.text)}<w:bookmarkEnd w:id="{number}"/>'
        return paragraph(self.styles[f"heading {entry.level}"], text)


def free_bookmark(document: Any) -> int:
    """A number that no bookmark of *document*'s body has, nor any above it."""
    return max((int(one) for one in document.element.body.xpath(".//w:bookmarkStart/@w:id")), default=0) + 1


def contents_xml(contents: Contents, entries: Sequence[OutlineEntry], styles: Mapping[str, str], width: int) -> str:
    """A field that lists headings, filled with what they are; nothing when there are none.

    Args:
        width: Room between the margins, in twips.
    """
    levels = min(max(contents.levels, 1), _DEEPEST_ENTRY)
    listed = [entry for entry in entries if entry.level <= levels]
    if not listed:
        return ""
    tabs = f'<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="{width}"/></w:tabs>'
    begin = _mark("begin") + _instruction(f'TOC \\o "1-{levels}" \\h \\z \\u') + _mark("separate")
    lines = [_entry(entry) for entry in listed]
    lines[0] = begin + lines[0]
    lines[-1] += _mark("end")
    written = "".join(
        paragraph(styles[f"toc {entry.level}"], line, tabs) for entry, line in zip(listed, lines, strict=True)
    )
    title = run(contents.title)
    return (paragraph(styles["TOC Heading"], title) if title else "") + written


def _entry(entry: OutlineEntry) -> str:
    page = field(f"PAGEREF {entry.bookmark} \\h", run(_UNKNOWN_PAGE))
    return (
        f'<w:hyperlink w:anchor="{xml_attribute(entry.bookmark)}" w:history="1">{run(entry.text)}'
        f"<w:r><w:tab/></w:r>{page}</w:hyperlink>"
    )


def _mark(kind: str) -> str:
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'


def _instruction(text: str) -> str:
    return f'<w:r><w:instrText xml:space="preserve"> {text} </w:instrText></w:r>'
