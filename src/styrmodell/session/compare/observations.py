"""Reported figures compared: added, removed, corrected, told anew in a later version, or silently changed."""

from collections.abc import Iterable, Iterator
from fractions import Fraction
from typing import Any

from attrs import define, field, frozen

from styrmodell.aggregation.key import Key
from styrmodell.aggregation.version import Versions
from styrmodell.model.kind import STATE_WORDS, State
from styrmodell.model.number import Exact
from styrmodell.model.observation import Observation
from styrmodell.session.compare.betterment import is_better
from styrmodell.session.compare.difference import OBSERVATIONS, ChangeGroup, ChangeKind, ChangeManner, Difference
from styrmodell.session.compare.field_words import field_name, group_of
from styrmodell.session.compare.figures import figure_words, moved, natural_style
from styrmodell.session.compare.names import Names
from styrmodell.session.compare.pairing import unequal

Series = tuple[Any, ...]
# Beside these, only what names the series and its version.
_FIGURE = ("value", "numerator", "denominator", "state")
_TOLD = ("as_of", "reported", "reporter", "precision", "comment", "correction")
_EMPTY = (State.MISSING, State.NOT_APPLICABLE)


def series_of(one: Observation) -> Series:
    """What *one* is a value of, whatever its version."""
    beside = (one.counterparty, one.ie, one.state is State.STATED)
    return (one.measure_id, one.unit_id, one.period.text, one.kind.value, one.dims, *beside)


def differing(old: Iterable[Observation], new: Iterable[Observation]) -> dict[Series, "Told"]:
    """The series of which something differs, with all that both say of them."""
    sides = (_by_series(old), _by_series(new))
    names = dict.fromkeys((*sides[0], *sides[1]))
    told = {name: (sides[0].get(name, []), sides[1].get(name, [])) for name in names}
    return {name: Told(old=before, new=after) for name, (before, after) in told.items() if any(unequal(before, after))}


@frozen(kw_only=True)
class Told:
    """What two plans say of one series, all versions together."""

    old: list[Observation]
    new: list[Observation]


def _by_series(observations: Iterable[Observation]) -> dict[Series, list[Observation]]:
    found: dict[Series, list[Observation]] = {}
    for one in observations:
        found.setdefault(series_of(one), []).append(one)
    return found


@define(kw_only=True, eq=False)
class FigureChanges:
    """Tells the changes of reported figures."""

    names: Names
    versions: Versions

    def of(self, told: Told) -> Iterator[Difference]:
        """The changes of one series, versions in the profile's order."""
        return _SeriesChanges(words=self, told=told).all()

    def added(self, one: Observation, manner: ChangeManner | None = None) -> Difference:
        """A figure that was not there."""
        return self._whole(one, ChangeKind.ADDED, manner)

    def removed(self, one: Observation) -> Difference:
        """A figure that is not there any longer."""
        return self._whole(one, ChangeKind.REMOVED, None)

    def _whole(self, one: Observation, kind: ChangeKind, manner: ChangeManner | None) -> Difference:
        exact = figure_of(one)
        style = natural_style(self._unit(one), exact)
        is_new = kind is ChangeKind.ADDED
        words = _words(one, figure_words(exact, style))
        numbers = moved(None, exact) if is_new else moved(exact, None)
        sides = {"new": words, "new_source": one.source} if is_new else {"old": words, "old_source": one.source}
        return self._change(one, kind=kind, manner=manner, style=style, **sides, **numbers)

    def between(self, old: Observation, new: Observation, manner: ChangeManner) -> Iterator[Difference]:
        """What differs between two figures of one series: the figure, else what is told beside it, field by field."""
        if manner is not ChangeManner.SILENT or any(getattr(old, name) != getattr(new, name) for name in _FIGURE):
            yield self._figure(old, new, manner)
            return
        for name in _TOLD:
            before, after = getattr(old, name), getattr(new, name)
            if before != after:
                yield self._change(
                    new,
                    group=ChangeGroup.FIGURE if name == "precision" else group_of(OBSERVATIONS, name, before or after),
                    field=name,
                    field_name=field_name(OBSERVATIONS, name),
                    manner=manner,
                    old=_plain(before),
                    new=_plain(after),
                    old_source=old.source,
                    new_source=new.source,
                )

    def _figure(self, old: Observation, new: Observation, manner: ChangeManner) -> Difference:
        before, after = figure_of(old), figure_of(new)
        style = natural_style(self._unit(new), before, after)
        return self._change(
            new,
            field="value",
            field_name=field_name(OBSERVATIONS, "value"),
            manner=manner,
            old=_words(old, figure_words(before, style)),
            new=_words(new, figure_words(after, style)),
            style=style,
            better=is_better(self.names.measures.get(new.measure_id), before, after),
            old_source=old.source,
            new_source=new.source,
            **moved(before, after),
        )

    def _change(self, one: Observation, **known: Any) -> Difference:
        said = "; ".join(text for text in (one.comment, one.correction) if text)
        told: dict[str, Any] = {
            "group": ChangeGroup.FIGURE,
            "object_kind": OBSERVATIONS,
            "object": cell_of(one),
            "name": self.names.figure(one),
            "unit": self._unit(one),
            "who": one.reporter,
            "when": one.dated if one.reported is None else one.reported,
            "comment": said,
        }
        return Difference(**{**told, **known})

    def _unit(self, one: Observation) -> str:
        measure = self.names.measures.get(one.measure_id)
        return measure.unit if measure is not None else ""


@define(kw_only=True, eq=False)
class _SeriesChanges:
    """Tells the changes of one series; a version that another has taken the place of is told once."""

    words: FigureChanges
    told: Told
    old: dict[str, list[Observation]] = field(init=False)
    new: dict[str, list[Observation]] = field(init=False)
    replaced: set[str] = field(factory=set)

    def __attrs_post_init__(self) -> None:
        self.old, self.new = _by_version(self.told.old), _by_version(self.told.new)

    def all(self) -> Iterator[Difference]:
        ordered = sorted(self.new, key=self.words.versions.place)
        for version in ordered:
            if version in self.old:
                yield from self.same_version(version)
            else:
                yield from self.new_version(version)
        for version in sorted(self.old, key=self.words.versions.place):
            if version not in self.new and version not in self.replaced:
                yield from map(self.words.removed, self.old[version])

    def same_version(self, version: str) -> Iterator[Difference]:
        gone, come = unequal(self.old[version], self.new[version])
        gone, come = sorted(gone, key=_is_correction), sorted(come, key=_is_correction)
        for before, after in zip(gone, come, strict=False):
            corrects = after.correction and after.correction != before.correction
            yield from self.words.between(before, after, ChangeManner.CORRECTION if corrects else ChangeManner.SILENT)
        yield from map(self.words.removed, gone[len(come) :])
        standing = _standing(self.old[version])
        for after in come[len(gone) :]:
            if after.correction:
                yield from self.words.between(standing, after, ChangeManner.CORRECTION)
                standing = after
            else:
                yield self.words.added(after)

    def new_version(self, version: str) -> Iterator[Difference]:
        first, *others = sorted(self.new[version], key=_is_correction)
        before = self.before(version)
        if version in self.words.versions.additions:
            yield self.words.added(first, ChangeManner.ADDITION)
        elif before is None:
            yield self.words.added(first)
        else:
            yield from self.words.between(before, first, ChangeManner.NEWER_VERSION)
        for other in others:
            if other.correction:
                yield from self.words.between(first, other, ChangeManner.CORRECTION)
            else:
                yield self.words.added(other)

    def before(self, version: str) -> Observation | None:
        """What stood before *version* came: the newest of the older versions, else one that is gone."""
        place = self.words.versions.place
        both = {**self.old, **{name: ones for name, ones in self.new.items() if name not in self.old}}
        older = [name for name in both if place(name) < place(version)]
        gone = [name for name in self.old if name not in self.new and name not in self.replaced]
        found = max(older or gone, key=place, default=None)
        if found is None:
            return None
        if found in gone:
            self.replaced.add(found)
        return _standing(both[found])


def _by_version(observations: Iterable[Observation]) -> dict[str, list[Observation]]:
    found: dict[str, list[Observation]] = {}
    for one in observations:
        found.setdefault(one.version, []).append(one)
    return found


def _is_correction(one: Observation) -> tuple[bool, str]:
    return (bool(one.correction), one.reported.isoformat() if one.reported else "")


def _standing(observations: list[Observation]) -> Observation:
    return max(observations, key=_is_correction)


def figure_of(one: Observation) -> Exact | None:
    """The figure of *one*; a quotient's as it is."""
    if one.state in _EMPTY:
        return None
    if one.value is None and one.numerator is not None and one.denominator:
        return Fraction(one.numerator) / Fraction(one.denominator)
    return one.value


def cell_of(one: Observation) -> str:
    """The cell id that asks for what *one* is a value of."""
    key = Key(
        measure=one.measure_id,
        unit=one.unit_id,
        period=one.period,
        kind=one.kind,
        version=one.version,
        dims=one.dims,
    )
    return key.cell


def _words(one: Observation, figure: str) -> str:
    """The figure, its parts where it is told in parts, and its state where that is out of the ordinary."""
    parts = one.value is None and one.numerator is not None
    told = f"{figure} ({_plain(one.numerator)}/{_plain(one.denominator)})".strip() if parts else figure
    if one.state is State.REPORTED:
        return told
    state = next(word for word, known in STATE_WORDS if known is one.state)
    return f"{told}, {state}" if told else state


def _plain(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, str):
        return value
    return value.isoformat() if hasattr(value, "isoformat") else figure_words(value, natural_style("", value))
