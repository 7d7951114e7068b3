"""The figures of a document by the ids of their cells: what can be compared when one version did not write both."""

from collections import Counter
from collections.abc import Mapping

from styrmodell.session.office_text import ARROW
from styrmodell.session.shown_text import Shown

_ID, _SHEET, _CELL = "A", "B", "C"
_HOW = "/hur"


def other_figures(
    kept: Shown, made: Shown, form: str, cells: Mapping[str, str]
) -> tuple[tuple[str, str, str], ...] | None:
    """(what, figure kept, figure made) where a document prints another figure for one of *cells*.

    Args:
        kept: The texts of the document that was kept; *made*: of the one that was made again.
        cells: Id → figure as printed, the same for both; none where there is no list of them.

    Returns:
        Nothing for a cell that either of them does not tell the place of. A Word file has no ids: there each printed
        figure must stand as often as there are cells with it. None when there is nothing to go by.
    """
    if form == "docx":
        return _fewer(kept, made, cells) if cells else None
    find = _by_address if form == "xlsx" else _by_id
    then, now = find(kept), find(made)
    known = [name for name in now if name in then and (not cells or name in cells)]
    if not known:
        return None
    return tuple((name, then[name], now[name]) for name in known if then[name] != now[name])


def _fewer(kept: Shown, made: Shown, cells: Mapping[str, str]) -> tuple[tuple[str, str, str], ...]:
    then, now = (Counter(text for _, text in shown) for shown in (kept, made))
    wanted = Counter(" ".join(text.split()) for text in cells.values())
    return tuple(
        ("", f"{text} × {then[text]}", f"× {min(count, now[text])}")
        for text, count in wanted.items()
        if then[text] < min(count, now[text])
    )


def _by_id(shown: Shown) -> dict[str, str]:
    """Cell id → what is printed there, of a page; what tells how it was computed has an id below it."""
    return {place: text for place, text in shown if "@" in place and " " not in place and not place.endswith(_HOW)}


def _by_address(shown: Shown) -> dict[str, str]:
    """Cell id → value, by the sheet that tells where each figure stands."""
    places = dict(shown)
    numbers = {text: place.removesuffix(" namn") for place, text in shown if place.endswith(" namn")}
    found = {}
    for place, text in shown:
        sheet, _, cell = place.rpartition(" ")
        if not cell.startswith(_ID) or not cell[1:].isdigit() or "/" not in text:
            continue
        other = numbers.get(places.get(f"{sheet} {_SHEET}{cell[1:]}", ""))
        value = places.get(f"{other} {places.get(f'{sheet} {_CELL}{cell[1:]}', '')}") if other else None
        if value is not None:
            found[text] = value.rpartition(ARROW)[2]
    return found
