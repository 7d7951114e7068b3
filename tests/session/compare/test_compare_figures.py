"""Reported figures compared: added, removed, corrected, told anew, or silently changed."""

from datetime import date
from decimal import Decimal
from typing import Any

import attrs
import pytest
from attrs import evolve
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from styrmodell.aggregation.version import Versions
from styrmodell.model.direction import Direction
from styrmodell.model.kind import Kind, State
from styrmodell.model.observation import Observation
from styrmodell.model.period import Period
from styrmodell.report.numbers import NumberStyle
from styrmodell.session.compare.betterment import is_better_deviation
from styrmodell.session.compare.difference import ChangeGroup, ChangeKind, ChangeManner, Difference
from styrmodell.session.compare.figures import relative_style
from styrmodell.session.compare.names import Names
from styrmodell.session.compare.observations import series_of
from styrmodell.session.compare.workspaces import figure_changes
from styrmodell.testing import example_plan
from styrmodell.testing.everything import anything
from styrmodell.testing.strategies import figures

VERSIONS = Versions(order=("P05", "P08", "tillägg"), additions=("tillägg",))
PLAN = example_plan()
ONE = Observation(
    measure_id="ekonomi",
    unit_id="norr",
    period=Period.year(2020),
    kind=Kind.FORECAST,
    version="P05",
    dims=(("slag", "kostnad"),),
    value=-1000,
)


def changes(old: tuple[Observation, ...], new: tuple[Observation, ...]) -> list[Difference]:
    names = Names(old=evolve(PLAN, observations=old), new=evolve(PLAN, observations=new))
    return [change for some in figure_changes(names, VERSIONS).values() for change in some]


def only(old: tuple[Observation, ...], new: tuple[Observation, ...]) -> Difference:
    (found,) = changes(old, new)
    return found


@given(st.lists(anything(Observation), max_size=6))
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_figures_are_what_they_are_in_any_order(observations: list[Observation]) -> None:
    assert changes(tuple(observations), tuple(reversed(observations))) == []


@given(st.lists(anything(Observation), max_size=4), anything(Observation))
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_a_figure_is_added_or_removed_once(others: list[Observation], one: Observation) -> None:
    assume(series_of(one) not in set(map(series_of, others)))
    added, removed = only(tuple(others), (*others, one)), only((*others, one), tuple(others))
    assert (added.kind, removed.kind) == (ChangeKind.ADDED, ChangeKind.REMOVED)
    assert (added.new_number, added.new) == (removed.old_number, removed.old)


@given(st.lists(anything(Observation), max_size=4), figures(), figures())
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_a_changed_value_is_found_once_with_its_difference(
    others: list[Observation], before: Decimal, after: Decimal
) -> None:
    assume(before != after)
    others = [one for one in others if series_of(one) != series_of(ONE)]
    found = only((*others, evolve(ONE, value=before)), (evolve(ONE, value=after), *others))
    assert (found.field, found.manner, found.delta) == ("value", ChangeManner.SILENT, after - before)
    assert (
        found.relative is None
        if before == 0
        else abs(found.relative * abs(before) - (after - before)) < Decimal("1e-9")
    )


@pytest.mark.parametrize("name", [one.name for one in attrs.fields(Observation) if one.eq is not False])
def test_a_change_of_any_field_is_found(name: str) -> None:
    other: dict[str, Any] = {
        "measure_id": "invanare",
        "unit_id": "soder",
        "period": Period.year(2021),
        "kind": Kind.BUDGET,
        "version": "P08",
        "dims": (),
        "value": 5,
        "numerator": 5,
        "denominator": 5,
        "state": State.ESTIMATED,
        "as_of": date(2020, 1, 1),
        "reported": date(2020, 1, 1),
        "precision": 1,
    }
    new = evolve(ONE, **{name: other.get(name, "åäö")})
    found = changes((ONE,), (new,))
    is_another = series_of(new) != series_of(ONE)
    assert [one.kind for one in found] == (
        [ChangeKind.REMOVED, ChangeKind.ADDED] if is_another else [ChangeKind.CHANGED]
    )


def test_who_when_and_why_stand_with_the_change() -> None:
    new = evolve(ONE, value=-1200, reporter="controller", reported=date(2020, 9, 3), comment="hyrläkare på Öland")
    found = only((ONE,), (new,))
    assert (found.who, found.when, found.comment) == ("controller", date(2020, 9, 3), "hyrläkare på Öland")
    assert not found.lacks_comment
    assert found.name == "Norr <5 år>: Ekonomi & <budget>, Kostnader, prognos P05 2020"
    assert found.object == "value/ekonomi@norr@2020/forecast.p05/kostnad"
    assert (found.old, found.new) == ("−1\u00a0000 kr".replace(" kr", "\u00a0kr"), "−1\u00a0200\u00a0kr")


def test_a_changed_value_without_comment_lacks_one() -> None:
    assert only((ONE,), (evolve(ONE, value=-1200),)).lacks_comment
    assert not only((), (ONE,)).lacks_comment


def test_a_correction_beside_what_it_corrects_is_one_change_with_its_reason() -> None:
    fixed = evolve(ONE, value=-900, correction="fel konto", reported=date(2020, 9, 3))
    found = only((ONE,), (ONE, fixed))
    assert (found.kind, found.manner) == (ChangeKind.CHANGED, ChangeManner.CORRECTION)
    assert (found.delta, found.comment) == (100, "fel konto")


def test_a_correction_in_place_is_a_correction() -> None:
    assert only((ONE,), (evolve(ONE, value=-900, correction="fel konto"),)).manner is ChangeManner.CORRECTION


def test_a_second_correction_is_compared_with_the_first() -> None:
    first = evolve(ONE, value=-900, correction="fel konto", reported=date(2020, 9, 3))
    second = evolve(ONE, value=-950, correction="fel igen", reported=date(2020, 9, 9))
    found = only((ONE, first), (ONE, first, second))
    assert (found.old_number, found.new_number) == (-900, -950)


@pytest.mark.parametrize("kept", [True, False])
def test_a_newer_version_is_compared_with_the_one_before(kept: bool) -> None:
    later = evolve(ONE, version="P08", value=-1300)
    found = only((ONE,), (ONE, later) if kept else (later,))
    assert (found.manner, found.old_number, found.new_number) == (ChangeManner.NEWER_VERSION, -1000, -1300)


def test_a_newer_version_that_says_the_same_is_told_and_needs_no_comment() -> None:
    found = only((ONE,), (ONE, evolve(ONE, version="P08")))
    assert (found.manner, found.delta, found.lacks_comment) == (ChangeManner.NEWER_VERSION, 0, False)


def test_a_version_that_adds_is_an_addition() -> None:
    found = only((ONE,), (ONE, evolve(ONE, version="tillägg", value=-50)))
    assert (found.kind, found.manner, found.new_number) == (ChangeKind.ADDED, ChangeManner.ADDITION, -50)


def test_an_older_version_that_comes_late_is_an_added_figure() -> None:
    later = evolve(ONE, version="P08")
    assert only((later,), (later, ONE)).kind is ChangeKind.ADDED


def test_a_quotient_keeps_its_parts() -> None:
    old = Observation(measure_id="invanare", unit_id="norr", period=Period.year(2020), numerator=1, denominator=2)
    found = only((old,), (evolve(old, numerator=2, denominator=4),))
    assert (found.delta, found.old, found.new) == (0, "0,5 (1/2)", "0,5 (2/4)")


def test_a_figure_that_goes_missing_is_told_in_words() -> None:
    found = only((ONE,), (evolve(ONE, value=None, state=State.MISSING),))
    assert (found.new, found.new_number, found.lacks_comment) == ("saknas", None, True)


def test_a_comment_alone_is_a_change_of_text() -> None:
    found = only((ONE,), (evolve(ONE, comment="enligt plan"),))
    assert (found.group, found.field, found.new) == (ChangeGroup.TEXT, "comment", "enligt plan")


@pytest.mark.parametrize(
    ("direction", "better"), [(Direction.HIGHER, True), (Direction.LOWER, False), (Direction.NEAR, None), (None, None)]
)
def test_a_change_is_better_only_where_the_measure_says_so(direction: Direction | None, better: bool | None) -> None:
    """More kronor may be a lower cost or a higher one: it depends on how the measure is written."""
    plan = evolve(PLAN, measures=tuple(evolve(one, direction=direction) for one in PLAN.measures))
    names = Names(old=evolve(plan, observations=(ONE,)), new=evolve(plan, observations=(evolve(ONE, value=-900),)))
    ((found,),) = figure_changes(names, VERSIONS).values()
    assert found.better is better


def test_a_deviation_in_kronor_is_better_when_it_is_more() -> None:
    kronor = NumberStyle(unit="tkr", signed=True)
    assert is_better_deviation(kronor, -5, -3) is True
    assert is_better_deviation(kronor, -5, -7) is False
    assert is_better_deviation(evolve(kronor, signed=False), -5, -3) is None
    assert is_better_deviation(NumberStyle(unit="dagar", signed=True), 5, 7) is None


@pytest.mark.parametrize(
    ("relative", "decimals"), [("0.1", 1), ("0.0005", 1), ("0.0004", 2), ("0.00001", 3), (None, 1)]
)
def test_a_small_share_has_the_decimals_it_takes_to_be_seen(relative: str | None, decimals: int) -> None:
    assert relative_style(None if relative is None else Decimal(relative)).decimals == decimals
