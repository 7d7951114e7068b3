"""Objects by what they serve, in words and as data."""

from collections.abc import Iterable, Iterator
from fractions import Fraction
from typing import Any

from styrmodell.aggregation.explanation import Explanation
from styrmodell.aggregation.placed import PlacedObject, PlacedTotals
from styrmodell.model.measure import MONEY
from styrmodell.model.number import Exact
from styrmodell.report.numbers import format_figure, make_style
from styrmodell.report.savings_data import exact_text

Row = tuple[str, ...]
_HEADINGS = {
    "sv": ("bidrar till", "objekt", "helt belopp, tkr", "fördelat, tkr"),
    "en": ("serves", "objects", "whole amount, tkr", "divided, tkr"),
}
_LAST = {
    "sv": ("bidrar inte till något", "delad utan andelar", "summa, varje objekt en gång"),
    "en": ("serves nothing", "shared without shares", "total, each object once"),
}


def placed_rows(found: PlacedTotals, lang: str = "sv") -> Iterator[Row]:
    """A heading, a row for each thing that is served, what serves none or is shared without shares, and the total."""
    yield _HEADINGS["en" if lang == "en" else "sv"]
    for place in found.places:
        yield (place.name or place.id, str(len(place.objects)), _tkr(place.whole.exact), _tkr(place.divided.exact))
    unplaced, undivided, total = _LAST["en" if lang == "en" else "sv"]
    if found.unplaced:
        parts = [one.part.exact for one in found.unplaced if one.part is not None and one.part.exact is not None]
        yield (unplaced, str(len(found.unplaced)), "", _tkr(_added(parts)))
    if found.undivided:
        amounts = [one.amount.exact for one in found.undivided if one.amount.exact is not None]
        yield (undivided, str(len(found.undivided)), _tkr(_added(amounts)), "")
    yield (total, "", _tkr(found.total.exact), "")


def placed_data(found: PlacedTotals) -> dict[str, Any]:
    """The same as dicts, lists and text, ready for JSON; numbers are text with all their digits, in kr."""
    return {
        "places": [
            {
                "id": place.id,
                "name": place.name,
                "whole": _digits(place.whole),
                "divided": _digits(place.divided),
                "objects": [_object(one) for one in place.objects],
            }
            for place in found.places
        ],
        "unplaced": [_object(one) for one in found.unplaced],
        "undivided": [_object(one) for one in found.undivided],
        "total": _digits(found.total),
    }


def _object(one: PlacedObject) -> dict[str, Any]:
    return {
        "id": one.id,
        "name": one.name,
        "share": None if one.share is None else str(one.share),
        "amount": _digits(one.amount),
        "part": None if one.part is None else _digits(one.part),
    }


def _digits(step: Explanation) -> str | None:
    return exact_text(step.exact)


def _added(amounts: Iterable[Exact]) -> Fraction:
    return sum((Fraction(amount) for amount in amounts), Fraction(0))


def _tkr(exact: Exact | None) -> str:
    return "–" if exact is None else format_figure(exact, make_style(MONEY, "tkr", 0))
