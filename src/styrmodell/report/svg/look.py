"""How series are told apart: by colour, and without it by hatches, dashes and markers."""

from collections.abc import Iterable

from attrs import frozen

from styrmodell.report.palette import SERIES, TARGET

PLAIN = 0
FALLING = 2
# White strokes on the series' colour. The first series is plain.
_HATCHES = (
    "",
    "M0 8L8 0M-2 2L2 -2M6 10L10 6",
    "M0 0L8 8M6 -2L10 2M-2 6L2 10",
    "M0 4H8",
    "M4 0V8",
    "M0 0L8 8M0 8L8 0",
    "M0 4H8M4 0V8",
    "M1 4h2M5 4h2M1 0h2M5 0h2",
)
_DASHES = ("", "8 4", "2 3", "10 3 2 3", "5 3", "12 4", "2 5", "8 3 2 3 2 3")
_MARKERS = (
    "m-4 0a4 4 0 1 0 8 0a4 4 0 1 0 -8 0",
    "m-3.6 -3.6h7.2v7.2h-7.2z",
    "m0 -4.6l4.4 8h-8.8z",
    "m0 -5l5 5l-5 5l-5 -5z",
    "m0 4.6l4.4 -8h-8.8z",
    "m-4.4 -1.4h3v-3h2.8v3h3v2.8h-3v3h-2.8v-3h-3z",
    "m-5 -2.4h10v4.8h-10z",
    "m-2.4 -5h4.8v10h-4.8z",
)


@frozen
class Look:
    """How a series looks.

    Attributes:
        fill: Of its bars: a colour, or a hatch in it.
        dash: Of its line; empty for a whole one.
        marker: A path around a point, to be moved there.
    """

    color: str
    fill: str
    dash: str
    marker: str


def look_of(place: int, ids: str) -> Look:
    """The look of the series at *place*; beyond the eighth, colours come again with other hatches."""
    turn, at = divmod(place, len(SERIES))
    hatch = (at + 3 * turn) % len(_HATCHES)
    color = f"#{SERIES[at]}"
    fill = f"url(#{ids}-h{place})" if _HATCHES[hatch] else color
    return Look(color, fill, _DASHES[hatch], _MARKERS[hatch])


def hatches(places: Iterable[int], ids: str) -> str:
    """The definitions that the looks of *places* use."""
    found = []
    for place in places:
        turn, at = divmod(place, len(SERIES))
        found.append(hatch(f"{ids}-h{place}", SERIES[at], (at + 3 * turn) % len(_HATCHES)))
    return f"<defs>{''.join(found)}</defs>" if any(found) else ""


def hatch(name: str, color: str, kind: int) -> str:
    """A pattern of white strokes on *color*; nothing for the plain kind."""
    if not _HATCHES[kind]:
        return ""
    return (
        f'<pattern id="{name}" width="8" height="8" patternUnits="userSpaceOnUse">'
        f'<path d="M0 0H8V8H0Z" fill="#{color}"/>'
        f'<path d="{_HATCHES[kind]}" stroke="#fff" stroke-width="1.4"/></pattern>'
    )


TARGET_STROKE = f'stroke="#{TARGET}" stroke-width="2.5" stroke-dasharray="7 3" fill="none"'
