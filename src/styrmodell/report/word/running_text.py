"""Running text in Word: runs of every look, links and footnotes, paragraphs and lists."""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from urllib.parse import quote, urlsplit, urlunsplit

from attrs import evolve, frozen

from styrmodell.report.flow import Listing, Prose, Run
from styrmodell.report.word.footnotes import Footnotes
from styrmodell.report.word.markup import R, paragraph, run
from styrmodell.report.word.numbering import LEVELS, Numbering
from styrmodell.report.word.relations import Relations
from styrmodell.report.xml_text import clean_text

_WEB = ("http", "https")
# Word takes a file with a malformed address for a broken one.
_AFTER_LIST = '<w:spacing w:after="160"/>'
_HOST = re.compile(r"[A-Za-z0-9._~@:-]+")
_KEPT = "%/:=&?~#+!$,;'@()*"


@frozen(kw_only=True, eq=False)
class TextWriter:
    """Writes running text.

    Attributes:
        styles: Invariant style name → id.
        links: What the part written in points at.
        notes: Where footnotes go; None in a footnote, which holds no other.
    """

    styles: Mapping[str, str]
    links: Relations
    notes: Footnotes | None
    numbering: Numbering

    def prose(self, prose: Prose, look: str = "") -> str:
        """A paragraph; nothing when it says nothing.

        Args:
            look: More of ``w:pPr``.
        """
        written = self.runs(prose.runs)
        return paragraph("", written, look) if written else ""

    def listing(self, listing: Listing) -> Iterator[str]:
        """A paragraph an item, the lists under it next; a little room after the last."""
        lines = list(self._lines(listing, 0))
        yield from (paragraph(*line) for line in lines[:-1])
        if lines:
            style, written, look = lines[-1]
            yield paragraph(style, written, look + _AFTER_LIST)

    def _lines(self, listing: Listing, level: int) -> Iterator[tuple[str, str, str]]:
        """Style, runs and look of each paragraph of a list that stands in *level* others."""
        at = min(level, LEVELS - 1)
        number = self.numbering.begin(at, is_ordered=listing.is_ordered, first=listing.first)
        style = self.styles["List Number" if listing.is_ordered else "List Bullet"]
        look = f'<w:numPr><w:ilvl w:val="{at}"/><w:numId w:val="{number}"/></w:numPr>'
        for item in listing.items:
            if written := self.runs(item.runs):
                yield style, written, look
            for below in item.lists:
                yield from self._lines(below, level + 1)

    def runs(self, runs: Sequence[Run]) -> str:
        """*runs* as XML, neighbours of one link in one link."""
        alike = groupby(runs, key=lambda one: outside_address(one.link))
        return "".join(self._linked(address, tuple(same)) for address, same in alike)

    def _linked(self, address: str, runs: tuple[Run, ...]) -> str:
        if not address:
            return "".join(self._run(one) + self._note(one.note) for one in runs)
        look = f'<w:rStyle w:val="{self.styles["Hyperlink"]}"/>'
        written = "".join(self._run(one, look) for one in runs)
        # A footnote is a link of its own, so it stands after.
        notes = "".join(self._note(one.note) for one in runs)
        if not written:
            return notes
        return f'<w:hyperlink xmlns:r="{R}" r:id="{self.links.link(address)}">{written}</w:hyperlink>{notes}'

    def _run(self, one: Run, look: str = "") -> str:
        look += "<w:b/><w:bCs/>" if one.strong else ""
        look += "<w:i/><w:iCs/>" if one.emphasis else ""
        return run(one.text, look)

    def _note(self, note: tuple[Run, ...]) -> str:
        """A footnote; in a footnote it stands in brackets."""
        if not note:
            return ""
        if self.notes is None:
            return run(" (") + self.runs(note) + run(")")
        inner = evolve(self, links=self.notes.relations, notes=None)
        return self.notes.add(inner.runs(note))


def outside_address(link: str) -> str:
    """*link* as an address that Word opens: of http, https or mailto, what may not stand in it escaped; else empty."""
    if not link:
        return ""
    try:
        parts = urlsplit(clean_text(link).strip())
        host = parts.netloc.encode("idna").decode()
    except ValueError:
        return ""
    known = _HOST.fullmatch(host) if parts.scheme in _WEB else parts.scheme == "mailto" and parts.path and not host
    return quote(urlunsplit(parts._replace(netloc=host)), safe=_KEPT) if known else ""
