"""How amounts, code strings and rows of a ledger are told in findings and sources."""

from collections.abc import Iterable, Sequence
from decimal import Decimal

from styrmodell.model.code_plan import SEGMENTS, CodeString
from styrmodell.source import Source

_SHOWN_FILES = 3


# The file and the sheet, which is empty for a CSV file; the first and the last row, as people count; and how many
# rows between them are meant. A plain tuple: a ledger has a hundred thousand of them.
Span = tuple[tuple[str, str], int, int, int]
Spans = tuple[Span, ...]


def row_text(sheet: str, line: int) -> str:
    """The place of one row: "rad 7", in a workbook "Blad1 rad 7"."""
    return f"{sheet} rad {line}" if sheet else f"rad {line}"


def span_text(span: Span) -> str:
    """The place of several rows: "rad 2–481 (37 rader)", in a workbook "Blad1 rad 2–481 (37 rader)"."""
    (_, sheet), first, last, rows = span
    return row_text(sheet, first) + ("" if first == last else f"–{last} ({rows} rader)")


def joined(spans: Iterable[Span]) -> Spans:
    """One span a file and sheet, in the order they first come."""
    by_place: dict[tuple[str, str], list[Span]] = {}
    for span in spans:
        by_place.setdefault(span[0], []).append(span)
    return tuple(_one(place, parts) for place, parts in by_place.items())


def _one(place: tuple[str, str], parts: Sequence[Span]) -> Span:
    _, firsts, lasts, rows = zip(*parts, strict=True)
    return place, min(firsts), max(lasts), sum(rows)


def row_count(spans: Iterable[Span]) -> int:
    """How many rows *spans* mean together."""
    return sum(span[3] for span in spans)


def source_of(spans: Iterable[Span]) -> Source:
    """Where an amount was booked: the first file and its rows, then the others."""
    first, *rest = joined(spans)
    others = [f"{span[0][0]} {span_text(span)}" for span in rest[: _SHOWN_FILES - 1]]
    more = len(rest) - len(others)
    places = [
        span_text(first),
        *others,
        *([f"och {more} filer till" if more > 1 else "och en fil till"] if more else []),
    ]
    return Source(file=first[0][0], place="; ".join(places))


def kr_text(amount: Decimal) -> str:
    """An amount with all its digits: "−1 234,50"; no decimals when it is whole, else at least two."""
    exponent = amount.as_tuple().exponent
    if amount == amount.to_integral_value():
        text = f"{abs(amount):,.0f}"
    else:
        text = f"{abs(amount):,.2f}" if exponent == -1 else f"{abs(amount):,f}"
    text = text.replace(",", "\u00a0").replace(".", ",")
    return f"\u2212{text}" if amount < 0 else text


def difference(total: Decimal, control: Decimal) -> dict[str, str]:
    """Two amounts that should be one, and what is between them, as a finding tells them."""
    return {"total": kr_text(total), "control": kr_text(control), "difference": kr_text(total - control)}


def code_text(code: CodeString) -> str:
    """A code string as it is told: "konto 4010, ansvar 120"."""
    parts = (f"{name} {part}" for name, part in zip(SEGMENTS, code, strict=True) if part)
    return ", ".join(parts) or "tom kodsträng"


def listed(texts: Sequence[str], shown: int = 12) -> str:
    """*texts* on one line, cut when they are many."""
    return ", ".join(texts[:shown]) + (" …" if len(texts) > shown else "")
