"""Texts that come from data: nothing in them is markup."""

from collections.abc import Iterable

from styrmodell.api import Block, Listing, ListItem, Paragraph, Run

NOT_FILLED = "Ej ifyllt."


def bulleted(texts: Iterable[str]) -> tuple[Listing, ...]:
    """A list of *texts* as they stand; nothing where there are none."""
    items = tuple(ListItem(runs=(Run(text=text),)) for text in texts)
    return (Listing(items=items),) if items else ()


def headed(texts: Iterable[str]) -> tuple[Listing, ...]:
    """A list of *texts*, of each what stands before its first colon in bold."""
    items = tuple(ListItem(runs=_headed(text)) for text in texts)
    return (Listing(items=items),) if items else ()


def blank() -> Block:
    """What stands where nobody has filled anything in: a gap that is seen."""
    return Paragraph(markdown=f"*{NOT_FILLED}*")


def _headed(text: str) -> tuple[Run, ...]:
    head, colon, rest = text.partition(":")
    return (Run(text=f"{head}:", strong=True), Run(text=rest)) if colon else (Run(text=text),)
