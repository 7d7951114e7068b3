"""Reading running text in a small subset of Markdown; what is not in the subset is printed as it stands."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Any

from attrs import define, evolve

from styrmodell.report.engines import footnote_engine, markdown_engine
from styrmodell.report.flow import Heading, Listing, ListItem, Prose, Read, Run

# No HTML, pictures, code or tables: they would need rules of their own in three formats.
_RULES = ("heading", "list", "emphasis", "escape", "link", "newline")
_LINKS = ("http://", "https://", "mailto:")
# markdown-it's own objects: its types are not loaded before they are needed.
_Token = Any


def read_markdown(markdown: str) -> tuple[Read, ...]:
    """Read *markdown* into headings, paragraphs and lists; a ``{{ name }}`` is left as it stands."""
    environment: dict[str, Any] = {}
    tokens = _reader().parse(markdown, environment)
    notes = environment.get("footnotes", {}).get("list", {})
    return tuple(_Reader(notes=notes).blocks(tokens))


@cache
def _reader() -> Any:
    reader = markdown_engine().MarkdownIt("zero").enable(list(_RULES))
    reader.use(footnote_engine().footnote_plugin)
    reader.disable(["footnote_tail", "footnote_def", "footnote_ref"])
    reader.validateLink = _is_safe_link
    return reader


def _is_safe_link(address: str) -> bool:
    return address.lower().startswith(_LINKS)


@define(kw_only=True, eq=False)
class _Reader:
    notes: Mapping[int, Mapping[str, Any]]

    def blocks(self, tokens: Sequence[_Token]) -> Iterator[Read]:
        place = 0
        while place < len(tokens):
            token, end = tokens[place], _end(tokens, place)
            inner = tokens[place + 1 : end]
            if token.type == "heading_open":
                yield Heading(text="".join(run.text for run in self.runs_of(inner)), level=int(token.tag[1:]))
            elif token.type in ("bullet_list_open", "ordered_list_open"):
                yield self.listing(token, inner)
            elif token.type == "paragraph_open":
                yield Prose(runs=self.runs_of(inner))
            place = end + 1

    def listing(self, token: _Token, inner: Sequence[_Token]) -> Listing:
        items, place = list[ListItem](), 0
        while place < len(inner):
            end = _end(inner, place)
            items.append(self.item(inner[place + 1 : end]))
            place = end + 1
        first = int(token.attrGet("start") or 1)
        return Listing(items=tuple(items), is_ordered=token.type == "ordered_list_open", first=first)

    def item(self, tokens: Sequence[_Token]) -> ListItem:
        """Paragraphs of an item are parted by line breaks."""
        runs, lists = list[Run](), list[Listing]()
        for block in self.blocks(tokens):
            if isinstance(block, Listing):
                lists.append(block)
                continue
            more = block.runs if isinstance(block, Prose) else (Run(text=block.text, strong=True),)
            runs.extend((Run(text="\n"), *more) if runs else more)
        return ListItem(runs=tuple(runs), lists=tuple(lists))

    def runs_of(self, tokens: Sequence[_Token]) -> tuple[Run, ...]:
        """The runs of the one inline token among *tokens*."""
        return tuple(run for token in tokens if token.type == "inline" for run in self.runs(token.children or ()))

    def runs(self, tokens: Sequence[_Token]) -> Iterator[Run]:
        look = Run(text="")
        for token in tokens:
            if token.type in ("strong_open", "strong_close"):
                look = evolve(look, strong=token.nesting > 0)
            elif token.type in ("em_open", "em_close"):
                look = evolve(look, emphasis=token.nesting > 0)
            elif token.type in ("link_open", "link_close"):
                look = evolve(look, link=token.attrGet("href") or "" if token.nesting > 0 else "")
            elif token.type == "footnote_ref":
                note = self.notes[token.meta["id"]]
                yield Run(text="", note=tuple(self.runs(note["tokens"])))
            elif token.type in ("softbreak", "hardbreak"):
                yield evolve(look, text=" " if token.type == "softbreak" else "\n")
            elif token.content:
                yield evolve(look, text=token.content)


def _end(tokens: Sequence[_Token], start: int) -> int:
    """The place of the token that closes the one at *start*."""
    level = 0
    for place in range(start, len(tokens)):
        level += tokens[place].nesting
        if level <= 0:
            return place
    return len(tokens) - 1
