"""What was spent until the new first column: amounts "t o m" added up exactly, and told where they cannot be."""

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from itertools import pairwise
from typing import Any

from attrs import define, evolve, field, frozen

from styrmodell.finding import Finding
from styrmodell.model.kind import Kind
from styrmodell.model.measure import MONEY
from styrmodell.model.money import PlannedAmount
from styrmodell.model.number import MAX_DIGITS, exact
from styrmodell.model.period import Period
from styrmodell.report.numbers import format_figure, make_style
from styrmodell.session.rollover.codes import FORECAST_SPENT, NOT_ADDED_UP, NOTHING_MORE
from styrmodell.session.rollover.turn import Turn

# What was spent in a year, the surest first. A budget or a plan says nothing of what was spent.
_SPENT = (Kind.OUTCOME, Kind.FORECAST)


class _UnknownError(Exception):
    """Why nobody can say what was spent, in Swedish and English."""

    def __init__(self, sv: str, en: str) -> None:
        self.why = {"why": sv, "why_en": en}
        super().__init__(en)


@frozen(kw_only=True)
class _Sum:
    amount: PlannedAmount
    forecast: tuple[Period, ...]


@define(kw_only=True, eq=False)
class Amounts:
    """Adds up what investments and projects have cost.

    Attributes:
        versions: The profile's versions of forecasts, oldest first.
        additions: Those that add to the one before them.
        with_forecast: Whether a forecast counts as spent where there is no outcome. It is not known to be, so it does
            not unless somebody says so.
        findings: What could not be added up, or counts a forecast.
    """

    turn: Turn
    versions: Sequence[str] = ()
    additions: Sequence[str] = ()
    with_forecast: bool = False
    findings: list[Finding] = field(factory=list)

    def carried(self, thing: Any) -> Any:
        """*thing* with what was spent until the new first column, beside all the amounts it had.

        What cannot be added up is there as an amount that is not known: without it, sums would count it as nothing.
        """
        posts = dict.fromkeys(amount.post for amount in thing.amounts)
        sums = [found for post in posts if (found := self._sum(thing, post)) is not None]
        later = [one for one in thing.amounts if one.period.last >= self.turn.new.first and one.value]
        if thing.amounts and not later:
            self.findings.append(NOTHING_MORE.at(thing.source, thing=thing.name, year=self.turn.new.text))
        return evolve(thing, amounts=(*thing.amounts, *sums))

    def _sum(self, thing: Any, post: str) -> PlannedAmount | None:
        try:
            found = self._added([one for one in thing.amounts if one.post == post])
        except _UnknownError as unknown:
            told = {"thing": thing.name, "year": self.turn.column.text, **unknown.why}
            self.findings.append(NOT_ADDED_UP.at(thing.source, **told))
            return self._unknown(post)
        if found is None:
            return None
        if found.forecast:
            self.findings.append(self._on_forecast(thing, post, found))
        return found.amount if self.with_forecast or not found.forecast else self._unknown(post)

    def _unknown(self, post: str) -> PlannedAmount:
        return PlannedAmount(period=self.turn.column, kind=Kind.OUTCOME, accumulated=True, post=post)

    def _on_forecast(self, thing: Any, post: str, found: _Sum) -> Finding:
        """What a forecast would make of the sum, or has made of it."""
        years = ", ".join(period.text for period in found.forecast)
        amount = format_figure(found.amount.value or Decimal(0), make_style(MONEY, "", None))
        told = {"thing": f"{thing.name} ({post})" if post else thing.name, "year": self.turn.column.text}
        if self.with_forecast:
            return FORECAST_SPENT.at(thing.source, **told, amount=amount, years=years)
        return NOT_ADDED_UP.at(
            thing.source,
            **told,
            why=f"utfall saknas för {years}; med prognosen blir det {amount} kr",
            why_en=f"no outcome of {years}; with the forecast it would be {amount} kr",
        )

    def _added(self, amounts: Sequence[PlannedAmount]) -> _Sum | None:
        """The sum until the new first column; None where it stands there already, or nothing was spent by then.

        It begins with the last accumulated amount that is known, and adds the years after it: until an amount that is
        not known, every month of them.
        """
        column = self.turn.column
        spent = [one for one in amounts if one.accumulated and one.period.last <= column.last]
        last = max(spent, key=lambda one: one.period.last, default=None)
        known = [one for one in spent if one.value is not None]
        start = max(known, key=lambda one: one.period.last, default=last)
        if last is not None and last.period.last == column.last:
            return None
        after = start.period.last if start is not None else -1
        parts = list(_years(amounts, after, column))
        if start is not None and last is not None and start is not last:
            _require_all(parts, start.period, last.period)
        if not parts:
            return self._standing(start)
        chosen = [part for period in parts for part in self._spent_in(period, amounts)]
        return self._total(start, chosen)

    def _standing(self, start: PlannedAmount | None) -> _Sum | None:
        """The accumulated amount as it stands: nothing is told of the years after it."""
        if start is None:
            return None
        if start.value is None:
            raise _UnknownError(
                f"beloppet t o m {start.period} är inte känt", f"the amount until {start.period} is unknown"
            )
        return _Sum(amount=evolve(start, period=self.turn.column), forecast=())

    def _spent_in(self, period: Period, amounts: Iterable[PlannedAmount]) -> list[PlannedAmount]:
        """The outcome of *period*, else its forecast: one amount, or one and what was added to it."""
        there = [one for one in amounts if one.period == period and not one.accumulated]
        for kind in _SPENT:
            same = [one for one in there if one.kind is kind]
            if same:
                return self._newest(period, same)
        if all(one.value == 0 for one in there):
            return []
        raise _UnknownError(f"utfall saknas för {period}", f"no outcome of {period}")

    def _newest(self, period: Period, same: list[PlannedAmount]) -> list[PlannedAmount]:
        if len(same) > 1:
            order = {version: place for place, version in enumerate(self.versions)}
            if len({one.version for one in same}) < len(same) or any(one.version not in order for one in same):
                raise _UnknownError(f"flera belopp för {period}", f"several amounts of {period}")
            same = sorted(same, key=lambda one: order[one.version])
            last = max((at for at, one in enumerate(same) if one.version not in self.additions), default=0)
            same = same[last:]
        if any(one.value is None for one in same):
            raise _UnknownError(f"beloppet för {period} är inte känt", f"the amount of {period} is unknown")
        return same

    def _total(self, start: PlannedAmount | None, parts: Sequence[PlannedAmount]) -> _Sum:
        first = start if start is not None else None
        if first is not None and first.value is None:
            raise _UnknownError(
                f"beloppet t o m {first.period} är inte känt", f"the amount until {first.period} is unknown"
            )
        counted = [one for one in (first, *parts) if one is not None]
        with exact():
            total = sum((one.value for one in counted if one.value is not None), Decimal(0))
        if len(total.as_tuple().digits) > MAX_DIGITS:
            raise _UnknownError(
                "summan har fler siffror än ett tal får ha", "the sum has more digits than a number may"
            )
        steps = [one.precision for one in counted]
        known = [step for step in steps if step is not None]
        amount = PlannedAmount(
            period=self.turn.column,
            kind=Kind.OUTCOME,
            value=total,
            accumulated=True,
            post=counted[0].post if counted else "",
            precision=max(known) if known and len(known) == len(steps) else None,
        )
        return _Sum(amount=amount, forecast=tuple(one.period for one in parts if one.kind is Kind.FORECAST))


def _require_all(parts: Iterable[Period], start: Period, last: Period) -> None:
    """Every month after *start* until *last*, of which the accumulated amount is not known, is in one of *parts*.

    Raises:
        _UnknownError: One is not.
    """
    held = {month for part in parts for month in range(part.first, part.last + 1)}
    if not held.issuperset(range(start.last + 1, last.last + 1)):
        raise _UnknownError(f"beloppet t o m {last} är inte känt", f"the amount until {last} is unknown")


def _years(amounts: Iterable[PlannedAmount], after: int, column: Period) -> Iterator[Period]:
    """The periods that lie after the month *after* and until *column*, in order.

    Raises:
        _UnknownError: Two of them share months, or one reaches past the column or back into what was counted.
    """
    plain = {one.period for one in amounts if not one.accumulated}
    held = sorted(period for period in plain if period.first <= column.last and period.last > after)
    for period in held:
        if period.first <= after or period.last > column.last:
            raise _UnknownError(f"{period} går inte att dela vid {column}", f"{period} cannot be split at {column}")
    for one, other in pairwise(held):
        if one.overlaps(other):
            raise _UnknownError(f"{one} och {other} överlappar", f"{one} and {other} overlap")
    yield from held
