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
from styrmodell.model.number import exact
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
        findings: What could not be added up, or counts a forecast.
    """

    turn: Turn
    versions: Sequence[str] = ()
    additions: Sequence[str] = ()
    findings: list[Finding] = field(factory=list)

    def carried(self, thing: Any) -> Any:
        """*thing* with what was spent until the new first column, beside all the amounts it had."""
        posts = dict.fromkeys(amount.post for amount in thing.amounts)
        sums = [found for post in posts if (found := self._sum(thing, post)) is not None]
        later = [one for one in thing.amounts if one.period.last >= self.turn.new.first and one.value]
        if thing.amounts and not later:
            self.findings.append(NOTHING_MORE.at(thing.source, thing=thing.name, year=self.turn.new.text))
        return evolve(thing, amounts=(*thing.amounts, *(one.amount for one in sums)))

    def _sum(self, thing: Any, post: str) -> _Sum | None:
        try:
            found = self._added([one for one in thing.amounts if one.post == post])
        except _UnknownError as unknown:
            told = {"thing": thing.name, "year": self.turn.column.text, **unknown.why}
            self.findings.append(NOT_ADDED_UP.at(thing.source, **told))
            return None
        if found is not None and found.forecast:
            self.findings.append(
                FORECAST_SPENT.at(
                    thing.source,
                    thing=f"{thing.name} ({post})" if post else thing.name,
                    year=self.turn.column.text,
                    amount=format_figure(found.amount.value or Decimal(0), make_style(MONEY, "", None)),
                    years=", ".join(period.text for period in found.forecast),
                )
            )
        return found

    def _added(self, amounts: Sequence[PlannedAmount]) -> _Sum | None:
        """The sum until the new first column; None where it stands there already, or nothing was spent by then.

        It begins with the last accumulated amount, and adds the years after it.
        """
        column = self.turn.column
        spent = [one for one in amounts if one.accumulated and one.period.last <= column.last]
        start = max(spent, key=lambda one: one.period.last, default=None)
        if start is not None and start.period.last == column.last:
            return None
        after = start.period.last if start is not None else -1
        parts = list(_years(amounts, after, column))
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
        raise _UnknownError(f"utfall och prognos saknas för {period}", f"no outcome or forecast of {period}")

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
