"""What was spent until the new first column is the exact sum of what is known, and told where it is not."""

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from styrmodell.model.investment import Investment
from styrmodell.model.kind import Kind
from styrmodell.model.money import PlannedAmount
from styrmodell.model.period import Period
from styrmodell.session.rollover.amounts import Amounts
from styrmodell.session.rollover.turn import Turn

TURN = Turn.to(Period.year(2020), 2021)


def amount(period: str, kind: Kind, value: Any, *, until: bool = False, **more: Any) -> PlannedAmount:
    return PlannedAmount(period=Period.parse(period), kind=kind, value=value, accumulated=until, **more)


UNTIL_2018 = amount("2018", Kind.OUTCOME, "-10.25", until=True)


UNKNOWN_2019 = amount("2019", Kind.OUTCOME, None, until=True)


def carried(*amounts: PlannedAmount, forecast: bool = False, **more: Any) -> tuple[list[PlannedAmount], list[str]]:
    """The amounts that are new, and the codes of what is told."""
    adding = Amounts(turn=TURN, with_forecast=forecast, **more)
    thing = Investment(id="i", name="I", amounts=amounts)
    found = adding.carried(thing)
    assert found.amounts[: len(amounts)] == amounts
    return list(found.amounts[len(amounts) :]), [one.code.code for one in adding.findings if one.code.code != "SM474"]


def test_an_outcome_goes_before_a_forecast() -> None:
    new, told = carried(UNTIL_2018, amount("2019", Kind.FORECAST, -5), amount("2019", Kind.OUTCOME, "-4.75"))
    assert new == [amount("2019", Kind.OUTCOME, "-15.00", until=True)]
    assert told == []


def test_a_forecast_is_not_what_was_spent() -> None:
    """The amount is there and is not known: without it a sum would count it as nothing."""
    assert carried(UNTIL_2018, amount("2019", Kind.FORECAST, -5)) == ([UNKNOWN_2019], ["SM473"])


def test_what_the_forecast_would_make_of_it_is_told() -> None:
    adding = Amounts(turn=TURN)
    adding.carried(Investment(id="i", name="I", amounts=(UNTIL_2018, amount("2019", Kind.FORECAST, -5))))
    told = next(one for one in adding.findings if one.code.code == "SM473")
    assert told.found() == "I: utfall saknas för 2019; med prognosen blir det −15 kr"
    assert told.found("en") == "I: no outcome of 2019; with the forecast it would be −15 kr"


def test_a_forecast_is_counted_and_told_where_somebody_says_so() -> None:
    new, told = carried(UNTIL_2018, amount("2019", Kind.FORECAST, -5), forecast=True)
    assert [one.value for one in new] == [Decimal("-15.25")]
    assert told == ["SM472"]


def test_an_amount_that_was_not_known_is_added_up_when_its_year_is() -> None:
    unknown = amount("2018", Kind.OUTCOME, None, until=True)
    years = [amount("2018", Kind.OUTCOME, -2), amount("2019", Kind.OUTCOME, -3)]
    new, told = carried(amount("2017", Kind.OUTCOME, -1, until=True), unknown, *years)
    assert ([one.value for one in new], told) == ([Decimal(-6)], [])
    assert carried(amount("2017", Kind.OUTCOME, -1, until=True), unknown, years[1]) == ([UNKNOWN_2019], ["SM473"])


def test_a_sum_of_more_digits_than_a_number_may_have_is_told_and_not_known() -> None:
    years = (amount("2018", Kind.OUTCOME, "9" * 40), amount("2019", Kind.OUTCOME, 1))
    assert carried(*years) == ([UNKNOWN_2019], ["SM473"])


def test_without_an_accumulated_amount_the_years_are_added() -> None:
    new, told = carried(amount("2018", Kind.OUTCOME, -1), amount("2019", Kind.OUTCOME, -2))
    assert [(one.period.text, one.value) for one in new] == [("2019", Decimal(-3))]
    assert told == []


def test_months_and_years_are_added_alike() -> None:
    new, _ = carried(UNTIL_2018, amount("2019-T1", Kind.OUTCOME, -1), amount("2019-05..2019-12", Kind.OUTCOME, -2))
    assert [one.value for one in new] == [Decimal("-13.25")]


def test_what_stands_there_already_is_not_added_again() -> None:
    assert carried(UNTIL_2018, amount("2019", Kind.OUTCOME, -99, until=True), amount("2019", Kind.OUTCOME, -5)) == (
        [],
        [],
    )


def test_only_later_amounts_give_nothing() -> None:
    assert carried(amount("2020", Kind.BUDGET, -5), amount("2021", Kind.PLAN, -5)) == ([], [])


def test_nothing_told_of_the_year_after_leaves_the_sum_as_it_stands() -> None:
    new, told = carried(UNTIL_2018)
    assert new == [amount("2019", Kind.OUTCOME, "-10.25", until=True)]
    assert told == []


def test_posts_are_added_apart() -> None:
    new, _ = carried(
        amount("2018", Kind.OUTCOME, -1, until=True, post="kostnad"),
        amount("2018", Kind.OUTCOME, -10, until=True, post="investering"),
        amount("2019", Kind.OUTCOME, -2, post="kostnad"),
        amount("2019", Kind.OUTCOME, -20, post="investering"),
    )
    assert {one.post: one.value for one in new} == {"kostnad": Decimal(-3), "investering": Decimal(-30)}


def test_the_profiles_last_version_counts_with_what_is_added_to_it() -> None:
    amounts = [
        amount("2019", Kind.FORECAST, value, version=version)
        for version, value in (("tillägg", -1), ("P05", -100), ("P08", -7))
    ]
    new, _ = carried(UNTIL_2018, *amounts, forecast=True, versions=("P05", "P08", "tillägg"), additions=("tillägg",))
    assert [one.value for one in new] == [Decimal("-18.25")]


@pytest.mark.parametrize(
    "amounts",
    [
        (UNTIL_2018, amount("2019", Kind.BUDGET, -5)),
        (UNTIL_2018, amount("2019", Kind.OUTCOME, None)),
        (UNTIL_2018, amount("2019-01..2020-12", Kind.FORECAST, -5)),
        (UNTIL_2018, amount("2018-07..2019-06", Kind.OUTCOME, -5)),
        (UNTIL_2018, amount("2019", Kind.OUTCOME, -5), amount("2019-T1", Kind.OUTCOME, -5)),
        (UNTIL_2018, amount("2019", Kind.OUTCOME, -5, version="a"), amount("2019", Kind.OUTCOME, -6, version="b")),
        (amount("2018", Kind.OUTCOME, None, until=True), amount("2019", Kind.OUTCOME, -5)),
        (amount("2018", Kind.OUTCOME, None, until=True),),
    ],
    ids=["budget", "unknown", "split", "counted", "overlap", "versions", "start", "only start"],
)
def test_what_cannot_be_added_up_is_told_and_not_guessed(amounts: tuple[PlannedAmount, ...]) -> None:
    assert carried(*amounts) == ([UNKNOWN_2019], ["SM473"])
    assert carried(*amounts, forecast=True) == ([UNKNOWN_2019], ["SM473"])


def test_a_budget_of_nothing_is_nothing() -> None:
    new, told = carried(UNTIL_2018, amount("2019", Kind.BUDGET, 0))
    assert [one.value for one in new] == [Decimal("-10.25")]
    assert told == []


@given(st.lists(st.decimals(-(10**12), 10**12, places=2), min_size=3, max_size=3))
def test_turning_twice_gives_the_sum_of_all(values: list[Decimal]) -> None:
    first = amount("2018", Kind.OUTCOME, values[0], until=True)
    years = (amount("2019", Kind.OUTCOME, values[1]), amount("2020", Kind.OUTCOME, values[2]))
    thing = Investment(id="i", name="I", amounts=(first, *years))
    once = Amounts(turn=TURN).carried(thing)
    twice = Amounts(turn=Turn.to(TURN.new, 2022)).carried(once)
    spent = {one.period.text: one.value for one in twice.amounts if one.accumulated}
    assert spent == {"2018": values[0], "2019": values[0] + values[1], "2020": sum(values)}


def test_what_has_no_amount_from_the_new_year_on_is_told() -> None:
    adding = Amounts(turn=TURN)
    adding.carried(
        Investment(id="i", name="I", amounts=(amount("2019", Kind.OUTCOME, -5), amount("2021", Kind.PLAN, 0)))
    )
    assert [one.code.code for one in adding.findings] == ["SM474"]
