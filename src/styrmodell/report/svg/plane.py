"""The plane that bars and lines stand in: standing, with categories along the foot, or lying, with them at the side."""

from collections.abc import Iterable, Sequence

from attrs import define, field

from styrmodell.report.palette import INK, LINE, MUTED
from styrmodell.report.svg.axis import Axis
from styrmodell.report.svg.lettering import SIZE, text_at, width_of
from styrmodell.report.xml_text import xml_texts

WIDTH = 720
# How high over a standing plane its unit is written: over the label of a bar that reaches the top.
UNIT_RISE = 19
_GAP = 5
_CUT = 12.0
_QUIET = f' fill="#{MUTED}"'
# Letters stand a third of their size under the line they are centred on.
_MIDDLE = SIZE * 0.36


@define(kw_only=True, eq=False)
class Plane:
    """Where values and categories stand.

    Attributes:
        lying: Whether values grow to the right, not upwards.
        count: How many categories there are.
        slot: The room of one category.
    """

    lying: bool
    left: float
    top: float
    right: float
    bottom: float
    axis: Axis
    count: int
    slot: float = field(init=False)
    _scale: float = field(init=False)
    _low: float = field(init=False)
    _foot: float = field(init=False)
    _edge: float = field(init=False)

    def __attrs_post_init__(self) -> None:
        low, high, count = self.axis.low, self.axis.high, self.count or 1
        along, up = self.right - self.left, self.bottom - self.top
        self._low = low
        if self.lying:
            self.slot, self._scale, self._foot, self._edge = up / count, along / (high - low), self.left, self.top
        else:
            self.slot, self._scale, self._foot, self._edge = along / count, -up / (high - low), self.bottom, self.left

    def at(self, value: float) -> float:
        """Where *value* stands on its axis."""
        return self._foot + (value - self._low) * self._scale

    def start(self, place: int) -> float:
        """Where the room of the category at *place* begins."""
        return self._edge + place * self.slot

    def bar(self, off: float, thick: float, low: float, high: float, fill: str) -> str:
        """A bar from *low* to *high*, *thick* wide from *off*."""
        foot, lowest, scale = self._foot, self._low, self._scale
        one, other = foot + (low - lowest) * scale, foot + (high - lowest) * scale
        near, size = (one, other - one) if one <= other else (other, one - other)
        if self.lying:
            return f'<rect x="{near:.1f}" y="{off:.1f}" width="{size:.1f}" height="{thick:.1f}" fill="{fill}"/>'
        return f'<rect x="{off:.1f}" y="{near:.1f}" width="{thick:.1f}" height="{size:.1f}" fill="{fill}"/>'

    def bars(self, off: float, thick: float, values: Iterable[float | None], fill: str) -> str:
        """A bar from zero to each of *values* that is known, *thick* wide from *off* in the room of its category."""
        edge, slot, foot, low, scale = self._edge, self.slot, self._foot, self._low, self._scale
        zero = foot + (0.0 - low) * scale
        known = [
            (edge + place * slot + off, foot + (value - low) * scale)
            for place, value in enumerate(values)
            if value is not None
        ]
        if self.lying:
            rest = f'" height="{thick:.1f}" fill="{fill}"/>'
            return "".join(
                [
                    f'<rect x="{end if end < zero else zero:.1f}" y="{at:.1f}" width="{abs(end - zero):.1f}{rest}'
                    for at, end in known
                ]
            )
        wide, rest = f'" width="{thick:.1f}" height="', f'" fill="{fill}"/>'
        return "".join(
            [
                f'<rect x="{at:.1f}" y="{end if end < zero else zero:.1f}{wide}{abs(end - zero):.1f}{rest}'
                for at, end in known
            ]
        )

    def cut(self, off: float, thick: float, start: float, end: float) -> str:
        """A jagged line of paper across a bar near its *start*, which tells that it is longer than it is drawn."""
        edge = self.at(start)
        at = edge + (_CUT if self.at(end) > edge else -_CUT)
        if abs(self.at(end) - edge) < 2 * _CUT:
            return ""
        tooth = thick / 4
        path = f"M{at:.1f} {off:.1f}" if self.lying else f"M{off:.1f} {at:.1f}"
        rise = 5 if self.lying else -5
        for sign in (1, -1, 1, -1):
            path += f"l{sign * rise} {tooth:.1f}" if self.lying else f"l{tooth:.1f} {sign * rise}"
        return f'<path d="{path}" fill="none" stroke="#fff" stroke-width="3"/>'

    def end_label(self, middle: float, value: float, text: str, *, below: bool, full: str = "", extra: str = "") -> str:
        """*text* at the end of a bar that is centred on *middle*; *below* the end where values fall."""
        end = self._foot + (value - self._low) * self._scale
        if self.lying:
            x, anchor = (end - _GAP, "end") if below else (end + _GAP, "")
            return text_at(x, middle + _MIDDLE, text, anchor, full, extra)
        return text_at(middle, end + (SIZE + 1 if below else -_GAP), text, "middle", full, extra)

    def end_labels(self, middle: float, labels: Sequence[tuple[float, str]]) -> str:
        """The end label of each bar, one a category, all *middle* into its room; *labels* are its value and text."""
        edge, slot, foot, low, scale = self._edge, self.slot, self._foot, self._low, self._scale
        if self.lying:
            at = enumerate(labels)
            return "".join(
                [self.end_label(edge + place * slot + middle, *label, below=label[0] < 0) for place, label in at]
            )
        texts = xml_texts([text for _, text in labels])
        drop, rise = SIZE + 1, -_GAP
        return "".join(
            [
                f'<text x="{edge + place * slot + middle:.1f}" '
                f'y="{foot + (value - low) * scale + (drop if value < 0 else rise):.1f}" '
                f'text-anchor="middle">{text}</text>'
                for place, ((value, _), text) in enumerate(zip(labels, texts, strict=True))
            ]
        )

    def meets_label(self, value: float, text: str, line: float, *, below: bool) -> bool:
        """Whether a line across at the value *line* runs through the label at the end of a bar to *value*."""
        size = width_of(text) if self.lying else SIZE
        away = (self.at(line) - self.at(value)) * (1 if self.lying != below else -1)
        return -_GAP < away < size + 2 * _GAP

    def label_within(self, middle: float, value: float, text: str) -> str:
        """*text* on a field of paper just within the end of a bar to *value*; nothing where the bar is too short."""
        end, start = self.at(value), self.at(min(max(0.0, self.axis.low), self.axis.high))
        half = (width_of(text) + 4 if self.lying else SIZE) / 2 + _GAP
        if abs(end - start) < 2 * half:
            return ""
        return self.label_on(middle, end - half if end > start else end + half, text)

    def inner_label(self, middle: float, value: float, text: str) -> str:
        """*text* in the middle of a bar."""
        return self.label_on(middle, self.at(value), text)

    def label_on(self, middle: float, at: float, text: str) -> str:
        """*text* on a field of paper, so that it is read on any colour and hatch."""
        wide = width_of(text) + 4
        x, y = (at, middle) if self.lying else (middle, at)
        field_of = f'<rect x="{x - wide / 2:.1f}" y="{y - 7.5:.1f}" width="{wide:.1f}" height="15" rx="2" fill="#fff"/>'
        return field_of + text_at(x, y + _MIDDLE, text, "middle")

    def absent(self, middle: float, text: str) -> str:
        """A dash where there should be a figure but is none; *text* says what is the matter."""
        at = min(max(0.0, self.axis.low), self.axis.high)
        return self.end_label(middle, at, "–", below=False, full=text, extra=_QUIET)

    def across(self, place: int, value: float) -> str:
        """The path of a line across the whole room of a category at *value*."""
        start, at = self.start(place), self.at(value)
        end = start + self.slot
        return f"M{at:.1f} {start:.1f}V{end:.1f}" if self.lying else f"M{start:.1f} {at:.1f}H{end:.1f}"

    def grid(self, unit: str) -> str:
        """The lines and texts of the axis, and its unit; what is drawn later stands before it."""
        told = f"{unit} (axeln börjar inte vid 0)".strip() if self.axis.is_cut else unit
        foot, low, scale = self._foot, self._low, self._scale
        ends = [(foot + (value - low) * scale, text) for value, text in self.axis.ticks]
        if self.lying:
            near, far = f" {self.top:.1f}V{self.bottom:.1f}", f'" y="{self.bottom + SIZE + 4:.1f}">'
            lines = "".join([f"M{x:.1f}{near}" for x, _ in ends])
            texts = "".join([f'<text x="{x:.1f}{far}{text}</text>' for x, text in ends])
            title = text_at(self.right, self.bottom + 2 * SIZE + 8, told, "end", extra=_QUIET) if told else ""
        else:
            near, far = f"M{self.left:.1f} ", f"H{self.right:.1f}"
            side = f'<text x="{self.left - 6:.1f}" y="'
            lines = "".join([f"{near}{y:.1f}{far}" for y, _ in ends])
            texts = "".join([f'{side}{y + _MIDDLE:.1f}">{text}</text>' for y, text in ends])
            title = text_at(0, self.top - UNIT_RISE, told, extra=_QUIET) if told else ""
        anchor = "middle" if self.lying else "end"
        # The texts are numbers: there is nothing in them to escape.
        return f'<path d="{lines}" stroke="#{LINE}"/><g text-anchor="{anchor}"{_QUIET}>{texts}</g>{title}'

    def zero(self) -> str:
        """The line at zero, where the axis holds it."""
        if self.axis.is_cut:
            return ""
        at = self.at(0.0)
        line = (
            f"M{at:.1f} {self.top:.1f}V{self.bottom:.1f}"
            if self.lying
            else f"M{self.left:.1f} {at:.1f}H{self.right:.1f}"
        )
        return f'<path d="{line}" stroke="#{INK}"/>'
