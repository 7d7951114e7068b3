"""The rule for how large a part of the units that ends with a surplus."""

from fractions import Fraction
from pathlib import Path

import pytest
from attrs import evolve

from styrmodell.api import Item, Observation, Period, Status, Workspace, load
from styrmodell.testing import batches, check_rule, item_batches
from styrmodell_dalarna.rules import SURPLUS

EXAMPLE = Path(__file__).parents[3] / "examples" / "dalarna-tandvard-fiktiv-2018"


@pytest.fixture(scope="module")
def workspace() -> Workspace:
    return load(EXAMPLE).require()


def item(value: str | None, share: Fraction = Fraction(1)) -> Item:
    observation = Observation(measure_id="resultat", unit_id="klinik", period=Period.parse("2018"), value=value)
    return Item(observation=observation, share=share)


def test_the_rule_keeps_the_laws() -> None:
    check_rule(SURPLUS, batches("resultat"))


def test_the_rule_keeps_the_laws_where_units_have_been_split() -> None:
    check_rule(SURPLUS, item_batches("resultat"))


@pytest.mark.parametrize(
    ("results", "share"),
    [(("1", "-1"), Fraction(1, 2)), (("0", "1"), Fraction(1, 2)), (("-3", "0"), 0), (("1", "2", "3"), 1), ((), None)],
)
def test_nought_is_no_surplus_and_of_nothing_there_is_no_share(results: tuple[str, ...], share: Fraction) -> None:
    assert SURPLUS.lower(SURPLUS.fold_items([item(one) for one in results])) == share


def test_the_parts_of_a_split_unit_are_one_unit() -> None:
    parts = [item("5", Fraction(1, 3)), item("5", Fraction(2, 3)), item("-5")]
    assert SURPLUS.lower(SURPLUS.fold_items(parts)) == Fraction(1, 2)


def test_a_result_that_is_missing_never_reaches_the_rule() -> None:
    with pytest.raises(ValueError, match="no result"):
        SURPLUS.lift(item(None))


def test_two_of_three_clinics_have_a_surplus_and_the_card_asks_for_seventy_per_cent(workspace: Workspace) -> None:
    value = workspace.value("td-25")
    assert (value.exact, value.unit, value.status) == (Fraction(2, 3), "%", Status.MISSED)
    explained = workspace.explain_value("td-25")
    assert "enheter (dalarna.andel_overskott)" in explained.text()
    assert [str(one) for one in explained.sources] == [
        f"utfall/klinikresultat-pahittade.csv rad {line}" for line in (2, 3, 4)
    ]
    assert explained.recheck() == ()


def test_a_clinic_without_a_result_is_in_neither_part(workspace: Workspace) -> None:
    kept = [one for one in workspace.plan.observations if one.unit_id != "klinik-vast"] if workspace.plan else []
    less = evolve(workspace, plan=evolve(workspace.plan, observations=tuple(kept)))
    assert less.value("kliniker-med-overskott", period="2018").exact == Fraction(1, 2)


def test_printed_outcomes_of_earlier_years_stand(workspace: Workspace) -> None:
    assert workspace.value("td-25", period="2016").exact == Fraction(64, 100)
