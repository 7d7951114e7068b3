"""Targets of change at their edges: to a level, by an amount, and what they are compared with."""

from decimal import Decimal

import pytest

from styrmodell.model.direction import Direction
from styrmodell.model.target import Target, TargetDoubt, TargetKind

TOO_LONG = "9" * 41


def is_unread(text: str) -> bool:
    target = Target.parse(text)
    return target.kind is TargetKind.MILESTONE and target.doubts == (TargetDoubt.UNREAD,)


@pytest.mark.parametrize(
    ("text", "kind", "unit", "per", "qualifier"),
    [
        ("Öka till 5 st", TargetKind.AT_LEAST, "st", "", "Öka"),
        ("Öka till minst 5 st", TargetKind.AT_LEAST, "st", "", "Öka"),
        ("Minska till 5 dagar", TargetKind.AT_MOST, "dagar", "", "Minska"),
        ("Minska till högst 5 dagar", TargetKind.AT_MOST, "dagar", "", "Minska"),
        ("Minska till 5 dagar för barn", TargetKind.AT_MOST, "dagar", "", "Minska … för barn"),
        ("Öka till 5 besök per invånare", TargetKind.AT_LEAST, "besök", "invånare", "Öka"),
    ],
)
def test_a_level_to_reach_is_a_floor_after_a_rise_and_a_ceiling_after_a_fall(text, kind, unit, per, qualifier):
    target = Target.parse(text)
    assert (target.kind, target.level, target.unit, target.per) == (kind, 5, unit, per)
    assert target.qualifier == qualifier


@pytest.mark.parametrize(
    "text",
    ["Öka till högst 5 st", "Minska till minst 5 st", "Öka till 2025", f"Öka till {TOO_LONG}", f"Öka med {TOO_LONG}"],
)
def test_a_level_that_contradicts_its_way_and_a_year_are_not_read(text):
    assert is_unread(text)


@pytest.mark.parametrize(
    ("text", "unit", "qualifier"),
    [
        ("Öka med 5", "", ""),
        ("Öka med 5 st", "st", ""),
        ("Besöken ska öka sin andel med 5 st i länet", "st", "Besöken … sin andel … i länet"),
        ("Antalet ska öka med 5 st", "st", "Antalet"),
    ],
)
def test_a_change_by_an_amount_keeps_the_words_before_between_and_after(text, unit, qualifier):
    target = Target.parse(text)
    assert (target.kind, target.change, target.way) == (TargetKind.RELATIVE, 5, Direction.HIGHER)
    assert (target.unit, target.qualifier) == (unit, qualifier)


@pytest.mark.parametrize(
    "text",
    [
        "Öka med 5 st per år",
        "Bibehålla med 5 st",
        "Öka med 5 st och minska med 2 st",
        "Öka från 5 till 7 och minska kön med 2 st",
        "Öka med 5 st och minska kön",
    ],
)
def test_a_change_that_says_more_than_one_amount_is_not_read_in_part(text):
    assert is_unread(text)


def test_an_amount_may_stand_first_and_its_noun_in_capitals():
    target = Target.parse("5 % FÖRBÄTTRING jämfört med 2019")
    assert (target.kind, target.change, target.way, str(target.against)) == (
        TargetKind.RELATIVE,
        Decimal("0.05"),
        None,
        "2019",
    )


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Minska jämfört med riket", "riket"),
        ("Minska jämfört med : riket", "riket"),
        ("Minska jämfört med X", "X"),
        ("Minska i förhållande till länet.", "länet"),
    ],
)
def test_what_a_change_is_compared_with_may_be_words(text, words):
    target = Target.parse(text)
    assert (target.kind, target.against_words, target.qualifier) == (TargetKind.DECREASE, words, "")


def test_what_stands_before_what_it_is_compared_with_is_kept():
    target = Target.parse("Öka X jämfört med 2019")
    assert (target.kind, str(target.against), target.qualifier) == (TargetKind.INCREASE, "2019", "X")


def test_the_part_of_a_target_for_every_unit_keeps_the_whole_text():
    (part,) = Target.parse("Alla enheter max 5 %").parts
    assert part.words == "Alla enheter max 5 %"
