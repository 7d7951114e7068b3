"""Lists of texts that come from data: nothing in them is markup."""

from collections.abc import Iterable

from styrmodell.api import Listing, ListItem, Run


def bulleted(texts: Iterable[str]) -> tuple[Listing, ...]:
    """A list of *texts* as they stand; nothing where there are none."""
    items = tuple(ListItem(runs=(Run(text=text),)) for text in texts)
    return (Listing(items=items),) if items else ()
