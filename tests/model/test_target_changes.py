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
        ("Öka till MINST 5 st", TargetKind.AT_LEAST, "st", "", "Öka"),
        ("Öka till Minst 5 st", TargetKind.AT_LEAST, "st", "", "Öka"),
        ("öka till minst 5", TargetKind.AT_LEAST, "", "", "öka"),
        ("Öka antalet till lägst 5", TargetKind.AT_LEAST, "", "", "Öka antalet"),
        ("Öka till ≥ 5 st", TargetKind.AT_LEAST, "st", "", "Öka"),
        ("Öka till mer än 5 st", TargetKind.MORE_THAN, "st", "", "Öka"),
        ("Ska minst öka till 5", TargetKind.AT_LEAST, "", "", "Ska öka"),
        ("Ska som minst öka till 5", TargetKind.AT_LEAST, "", "", "Ska öka"),
        ("Antalet ska MINST öka till 5", TargetKind.AT_LEAST, "", "", "Antalet ska öka"),
        ("ska öka minst till 5 besök", TargetKind.AT_LEAST, "besök", "", "ska öka"),
        ("Ska minst minska till 5", TargetKind.AT_MOST, "", "", "Ska minska"),
        ("Minska till 5 dagar", TargetKind.AT_MOST, "dagar", "", "Minska"),
        ("Minska till högst 5 dagar", TargetKind.AT_MOST, "dagar", "", "Minska"),
        ("Minska till HÖGST 5 dagar", TargetKind.AT_MOST, "dagar", "", "Minska"),
        ("minska till högst 5", TargetKind.AT_MOST, "", "", "minska"),
        ("Minska till som mest 5", TargetKind.AT_MOST, "", "", "Minska"),
        ("Minska till inte mer än 5 dagar", TargetKind.AT_MOST, "dagar", "", "Minska"),
        ("Minska till <5 dagar", TargetKind.LESS_THAN, "dagar", "", "Minska"),
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
    [
        "Öka till högst 5 st",
        "Öka till HÖGST 5 st",
        "Öka till mindre än 5 st",
        "Öka till exakt 5 st",
        "Minska till minst 5 st",
        "Minska till ≥ 5 st",
        "Får högst öka till 5",
        "Ska högst minska till 5",
        "Öka till 2025",
        "Öka till och med 2025",
        f"Öka till {TOO_LONG}",
        f"Öka med {TOO_LONG}",
    ],
)
def test_a_level_that_contradicts_its_way_and_a_year_are_not_read(text):
    assert is_unread(text)


@pytest.mark.parametrize(
    "text",
    [
        "Öka till minst 5 och högst 8",
        "Öka till minst 5, högst 8",
        "Öka till minst 5 och minska till högst 3",
        "Öka till minst 5, minska till högst 3",
        "Minska antalet fel och öka andelen till 80 %",
        "Ska öka, minst 5 st",
        "Öka minst 5 st",
        "Öka MINST 5 st",
        "Ska inte minst öka till 5",
        "Ska INTE öka till MINST 5",
    ],
)
def test_a_level_with_another_demand_beside_it_is_not_read_in_part(text):
    assert is_unread(text)


def test_two_things_that_rise_to_one_level_are_one_demand():
    target = Target.parse("Kvalitet och trygghet ska öka till minst 80 %")
    assert (target.kind, target.qualifier) == (TargetKind.AT_LEAST, "Kvalitet och trygghet ska öka")


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Certifikat erhålls Öka till Minst 5 st", ["Certifikat erhålls", "minst 5 st (Öka)"]),
        ("Antalet ska öka Högst 5 dagar", ["ska öka (Antalet)", "högst 5 dagar"]),
        ("Minst 80 % Högst 90 %", ["minst 80 %", "högst 90 %"]),
        ("Minst 80 Högst 90", ["minst 80", "högst 90"]),
    ],
)
def test_lines_whose_break_was_lost_are_read_as_lines(text, parts):
    assert [str(part).replace("\u00a0", " ") for part in Target.parse(text).parts] == parts


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


@pytest.mark.parametrize(
    "text",
    [
        "Andelen ska vara minst 80 %",
        "Öka andelen till minst 80 %",
        "Öka med minst 5 st",
        "Öka minst 5 st",
        "Certifikat erhålls minst 5 gånger",
        "Minska kön till högst 3 dagar och minst 2",
    ],
)
def test_capitals_that_stress_a_limit_change_nothing(text):
    stressed = text.replace("minst", "MINST").replace("högst", "HÖGST")
    target = Target.parse(text)
    assert stressed != text
    assert is_unread(stressed) if is_unread(text) else Target.parse(stressed) == target
