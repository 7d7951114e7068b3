"""Targets at their edges: the last count that fits a share, the month without a day, the word that turns another round.

Each case stands for a fault that the other tests of targets would not see.
"""

from decimal import Decimal

import pytest

from styrmodell.model.direction import Direction
from styrmodell.model.target import Target, TargetDoubt, TargetKind
from styrmodell.model.targets.phrases import remainder

TOO_LONG = "9" * 41


def is_unread(text: str) -> bool:
    target = Target.parse(text)
    return target.kind is TargetKind.MILESTONE and target.doubts == (TargetDoubt.UNREAD,)


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("50 % (100/200)", True),
        ("50 % (101/200)", True),  # 50,5 is printed as 51 or as 50: both are within half a step
        ("50 % (102/200)", False),
        ("101 av 200 (50 %)", True),
        ("102 av 200 (50 %)", False),
        ("33 % (1/3)", True),
        ("120 % (30/25)", False),
    ],
)
def test_a_share_and_its_count_are_one_target_where_the_share_is_the_counts_and_else_none(text, read):
    target = Target.parse(text)
    assert (target.kind is TargetKind.N_OF_M) is read
    assert is_unread(text) is not read


@pytest.mark.parametrize(
    "text", ["5 av 3", "minst 5 av 3", "0 av 0", "2 av 2,5", f"5 av {TOO_LONG}", f"{TOO_LONG} av 5", "5/3", "minst 5/3"]
)
def test_a_count_that_cannot_be_is_not_read_as_a_bare_number(text):
    assert is_unread(text)


@pytest.mark.parametrize(
    ("text", "n", "m"), [("1 av 1", 1, 1), ("1/1", 1, 1), ("0 av 1", 0, 1), ("minst 1 av 2", 1, 2)]
)
def test_the_smallest_counts_are_counts(text, n, m):
    target = Target.parse(text)
    assert (target.kind, target.level, target.of) == (TargetKind.N_OF_M, n, m)


def test_what_is_counted_stands_after_the_count():
    target = Target.parse("9 av 10 rum är städade")
    assert (target.kind, target.unit, target.qualifier) == (TargetKind.N_OF_M, "rum", "är städade")


def test_none_of_one_can_be_made_by_hand_and_one_of_none_cannot():
    assert Target(kind=TargetKind.N_OF_M, level=0, of=1).level == 0
    with pytest.raises(ValueError, match="m at least 1"):
        Target(kind=TargetKind.N_OF_M, level=0, of=0)


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("Minst 5 st senast januari 2020", "2020-01"),
        ("Minst 5 st senast MARS 2020", "2020-03"),
        ("Minst 5 st senast december 2020", "2020-12"),
        ("Minst 5 st i slutet av 2020", "2020"),
        ("Minst 5 st senast 31 mars 2020", "2020-03"),
    ],
)
def test_a_month_without_a_day_is_when_a_target_is_due(text, due):
    target = Target.parse(text)
    assert (target.kind, target.level, str(target.due), target.qualifier) == (TargetKind.AT_LEAST, 5, due, "")


@pytest.mark.parametrize("time", ["31 februari 2020", "0 mars 2020", "2020-13-01", "2020-02-30"])
def test_a_day_that_does_not_exist_is_left_in_the_words(time):
    target = Target.parse(f"Minst 5 st senast {time}")
    assert (target.due, target.due_on, target.qualifier) == (None, None, f"senast {time}")


@pytest.mark.parametrize(
    ("text", "kind", "words"),
    [
        ("Bättre än 2019", TargetKind.IMPROVE, ""),
        ("Högre än 2019", TargetKind.INCREASE, ""),
        ("Lägre än 2019", TargetKind.DECREASE, ""),
        ("Högre än budget", TargetKind.MORE_THAN, "budget"),
        ("Lägre än budget", TargetKind.LESS_THAN, "budget"),
        ("Inte högre än budget", TargetKind.AT_MOST, "budget"),
        ("Inte lägre än budget", TargetKind.AT_LEAST, "budget"),
        ("Inte högre än 2019", TargetKind.AT_MOST, ""),
    ],
)
def test_a_comparison_with_a_year_or_with_words_is_turned_by_a_negation(text, kind, words):
    target = Target.parse(text)
    assert (target.kind, target.against_words, target.against is None) == (kind, words, bool(words))


@pytest.mark.parametrize(
    "text", ["Inte bättre än 2019", "Högre än 2019-13", "Bättre än 2019-00", "Över 2019", "UNDER 2019"]
)
def test_a_negation_without_a_plain_meaning_and_a_year_that_may_be_a_number_are_not_read(text):
    assert is_unread(text)


@pytest.mark.parametrize(
    ("text", "qualifier"),
    [
        ("Väntetid lägre än 2019, i hela länet.", "Väntetid … i hela länet"),
        ("Lägre än 2019 ., se bilaga", "se bilaga"),
        ("Certifikat enl. plan erhålls.", "Certifikat enl. plan erhålls"),
        ("Certifikat erhålls ,", "Certifikat erhålls"),
        ("Certifikat erhålls X", "Certifikat erhålls X"),
        ("Lägre än 2019 X", "X"),
        ("  oläsligt   #¤%  ", "oläsligt #¤%"),
    ],
)
def test_the_words_around_a_condition_are_kept_without_the_marks_that_joined_them(text, qualifier):
    assert Target.parse(text).qualifier == qualifier


@pytest.mark.parametrize(
    "text",
    [
        "Inte minska",
        "INTE öka",
        "Icke ökande",
        "Inte öka till 5 st",
        "Ska inte öka till 5 st",
        "Antalet ska EJ minska till 5 %",
        "Antal besök inte öka med 5 st",
        "Icke minska med 5 st",
        "Antal besök inte minskar",
    ],
)
def test_a_change_that_is_not_to_be_is_never_read_as_the_change(text):
    assert is_unread(text)


@pytest.mark.parametrize(
    "text", ["Öka till 5 st", "Ska öka till minst 5 st", "Antalet inte avslutade ska öka till 5 st"]
)
def test_a_level_to_rise_to_is_a_floor(text):
    target = Target.parse(text)
    assert (target.kind, target.level, target.unit) == (TargetKind.AT_LEAST, 5, "st")


@pytest.mark.parametrize(
    ("text", "kind", "words"),
    [
        ("Minska jämfört med riket", TargetKind.DECREASE, "riket"),
        ("Öka jämfört med budget", TargetKind.INCREASE, "budget"),
        ("Ska inte öka jämfört med riket", TargetKind.AT_MOST, "riket"),
    ],
)
def test_a_change_is_compared_with_the_words_that_are_written(text, kind, words):
    target = Target.parse(text)
    assert (target.kind, target.against_words) == (kind, words)


@pytest.mark.parametrize(
    "text", ["Väntetiden SKA VARA max 5 dagar", "Väntetiden ska vara MAX 5 dagar", "Väntetid per besök= Max 5 dagar"]
)
def test_capitals_say_what_small_letters_say(text):
    target = Target.parse(text)
    assert (target.kind, target.level, target.unit) == (TargetKind.AT_MOST, 5, "dagar")


def test_a_bare_number_followed_by_something_else_is_not_read():
    assert is_unread("81 st X")
    assert is_unread("81 st blå bilar 2 ggr")


@pytest.mark.parametrize("text", ["Högst 3 av 10", "Högst 3 av 10 dagar"])
def test_a_count_after_another_comparison_is_that_comparisons(text):
    assert (Target.parse(text).kind, Target.parse(text).level) == (TargetKind.AT_MOST, 3)


def test_a_count_of_things_may_stand_inside_a_sentence():
    target = Target.parse("Besök i 9 av 10 fall ska ske")
    assert (target.kind, target.level, target.of, target.unit) == (TargetKind.N_OF_M, 9, 10, "fall")


def test_an_interval_may_be_one_number_and_two_numbers_with_and_between_them_are_none():
    target = Target.parse("Mellan 5 och 5 dagar")
    assert (target.kind, target.level, target.upper) == (TargetKind.BETWEEN, 5, 5)
    assert is_unread("10 och 20 %")
    assert is_unread("Vårdtid högst 3 av 10 dagar")


@pytest.mark.parametrize(
    "text", [f"mellan 5 och {TOO_LONG}", f"mellan {TOO_LONG} och 5", f"{TOO_LONG}–5", f"{TOO_LONG} eller mer"]
)
def test_a_number_too_long_to_be_read_leaves_its_target_unread(text):
    assert is_unread(text)


def test_parts_of_a_count_are_divided_and_not_multiplied():
    target = Target.parse("minst 80 %")
    assert [target.is_met(None, numerator=many, denominator=5) for many in (4, 3)] == [True, False]


def test_a_limit_says_whether_it_is_of_an_outcome_or_of_something_named():
    assert str(Target.parse("Inte högre än 2019")) == "inte överstiga utfall 2019"
    assert str(Target.parse("Inte högre än budget")) == "inte överstiga budget"


@pytest.mark.parametrize(
    ("piece", "left"),
    [
        (" a; b ,:", "a, b"),
        ("så.", "så"),
        ("så .", "så"),
        ("t.ex. så.", "t.ex. så."),  # one full stop ends a sentence; several may be of an abbreviation
        (". a", ". a"),
        ("X a X", "X a X"),
        (" ", ""),
    ],
)
def test_what_is_left_of_a_text_is_without_the_marks_at_its_ends(piece, left):
    assert remainder(piece) == left
    assert remainder("först", piece) == (f"först … {left}" if left else "först")


@pytest.mark.parametrize("text", ["81, ska nås", "81 : i länet", "Mål 81."])
def test_a_bare_number_may_be_followed_by_a_mark(text):
    target = Target.parse(text)
    assert (target.kind, target.level) == (TargetKind.LEVEL, 81)


@pytest.mark.parametrize("text", ["Alla enheter max 5 %", "Alla enheter: Max 5 %", "Samtliga enheter: MAX 5 %"])
def test_a_limit_straight_after_the_units_is_one_for_each_unit(text):
    target = Target.parse(text)
    (part,) = target.parts
    assert (target.kind, part.kind, part.level) == (TargetKind.EVERY_UNIT, TargetKind.AT_MOST, Decimal("0.05"))


@pytest.mark.parametrize("text", ["Varje enhet: oläsligt #¤%", "varje enhet: varje enhet: max 5"])
def test_every_unit_has_a_part_that_is_read_and_is_not_every_unit_again(text):
    assert is_unread(text)


def test_a_change_by_what_is_too_long_to_be_read_is_not_read():
    assert is_unread(f"Öka med {TOO_LONG}")


@pytest.mark.parametrize("direction", [Direction.HIGHER, Direction.LOWER])
def test_what_is_as_it_was_is_no_improvement(direction):
    assert Target.parse("Förbättras").is_met(5, reference=5, direction=direction) is False


def test_a_share_is_judged_by_its_value_where_only_a_denominator_stands_beside_it():
    assert Target.parse("24 av 25").is_met(1, denominator=25) is True


def test_a_float_is_named_in_what_is_told():
    with pytest.raises(TypeError, match=r"never float: 0\.5"):
        Target.parse("Max 1").is_met(0.5)
