"""Targets: what they demand, whether a value meets it, and what cannot be told."""

from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest

from styrmodell.model.direction import DIRECTION_WORDS, Direction, direction_word
from styrmodell.model.period import Period
from styrmodell.model.status import OUTLOOK_WORDS, STATUS_WORDS, Outlook, Status, outlook_word, status_word
from styrmodell.model.target import ChangeUnit, Target, TargetKind

HIGHER, LOWER, NEAR = Direction.HIGHER, Direction.LOWER, Direction.NEAR


def met(text: str, value: str | None, reference: str | None = None, direction: Direction | None = None) -> bool | None:
    return Target.parse(text).is_met(
        None if value is None else Decimal(value),
        reference=None if reference is None else Decimal(reference),
        direction=direction,
    )


@pytest.mark.parametrize(
    ("text", "below", "at", "above"),
    [
        ("minst 80 %", False, True, True),
        ("över 80 %", False, False, True),
        ("högst 80 %", True, True, False),
        ("under 80 %", True, False, False),
        ("exakt 80 %", False, True, False),
    ],
)
def test_a_limit_is_compared_exactly(text, below, at, above):
    assert (met(text, "0.7999"), met(text, "0.8"), met(text, "0.8001")) == (below, at, above)


@pytest.mark.parametrize(("value", "answer"), [("0.0999", False), ("0.1", True), ("0.2", True), ("0.2001", False)])
def test_both_ends_of_an_interval_can_be_missed(value, answer):
    assert met("mellan 10 och 20 %", value) is answer


@pytest.mark.parametrize(
    ("direction", "answers"),
    [(HIGHER, (False, True, True)), (LOWER, (True, True, False)), (NEAR, (False, True, False)), (None, (None,) * 3)],
)
def test_a_bare_number_is_judged_by_the_measures_direction_alone(direction, answers):
    assert tuple(met("81", value, direction=direction) for value in ("80", "81", "82")) == answers


def test_money_is_compared_in_kr():
    assert met("minst 2 mnkr", "2000000") is True
    assert met("minst 2 mnkr", "1999999") is False
    assert met("-10 mnkr", "-10000001", direction=HIGHER) is False


@pytest.mark.parametrize(("value", "yes"), [("1", True), ("0", False), ("0.5", None)])
def test_yes_is_one_and_no_is_zero(value, yes):
    assert met("Ja", value) is yes
    assert met("Nej", value) is (None if yes is None else not yes)


@pytest.mark.parametrize(
    ("text", "lower", "same", "higher"), [("Öka", False, False, True), ("ska minska", True, False, False)]
)
def test_an_increase_or_decrease_is_judged_against_the_reference(text, lower, same, higher):
    assert (met(text, "60", "61"), met(text, "61", "61"), met(text, "62", "61")) == (lower, same, higher)


@pytest.mark.parametrize(
    ("direction", "answers"),
    [(HIGHER, (False, True, True)), (LOWER, (True, True, False)), (NEAR, (False, True, False))],
)
def test_what_is_kept_may_become_better_and_not_worse(direction, answers):
    assert tuple(met("Bibehålla", value, "95.2", direction) for value in ("95.1", "95.2", "95.3")) == answers


def test_without_a_direction_nobody_can_tell_whether_what_moved_was_kept():
    assert met("Bibehålla", "95.2", "95.2") is True
    assert met("Bibehålla", "95.3", "95.2") is None


@pytest.mark.parametrize(
    ("text", "value", "reference", "answer"),
    [
        ("öka med 10 procent", "0.55", "0.5", True),
        ("öka med 10 procent", "0.5499", "0.5", False),
        ("öka med 10 procentenheter", "0.6", "0.5", True),
        ("öka med 10 procentenheter", "0.55", "0.5", False),
        ("minska med 20 procent", "0.4", "0.5", True),
        ("minska med 20 procent", "0.41", "0.5", False),
        ("minska med 10 st", "51", "61", True),
        ("minska med 10 st", "52", "61", False),
        ("öka med 2 mnkr", "5000000", "3000000", True),
        ("öka med 10 procent", "-9", "-10", True),
        ("öka med 10 procent", "-9.5", "-10", False),
    ],
)
def test_a_change_by_an_amount_is_measured_from_the_reference(text, value, reference, answer):
    assert met(text, value, reference) is answer


def test_per_cent_or_points_that_was_not_chosen_is_not_judged():
    assert met("minska med 20 % mot föregående år", "0.1", "0.5") is None


@pytest.mark.parametrize(("direction", "answer"), [(HIGHER, True), (LOWER, False), (NEAR, None), (None, None)])
def test_which_way_is_better_is_the_measures_to_say(direction, answer):
    assert met("5 procents förbättring", "106", "100", direction) is answer
    assert met("ska förbättras", "106", "100", direction) is answer


@pytest.mark.parametrize("text", ["Öka", "ska minska", "Bibehålla", "öka med 5 procent", "ej överstiga tilldelad ram"])
def test_without_its_reference_a_target_is_not_judged(text):
    assert met(text, "5", direction=HIGHER) is None


def test_a_limit_that_names_its_reference_is_judged_against_it():
    assert met("Ej överstiga tilldelad budgetram", "100", "100") is True
    assert met("Ej överstiga tilldelad budgetram", "100.01", "100") is False


@pytest.mark.parametrize("text", ["Minst 80 %", "81", "Ja", "Öka", "6/6", "mellan 1 och 2"])
def test_a_missing_value_is_never_zero(text):
    assert Target.parse(text).is_met(None, reference=5, direction=HIGHER) is None


@pytest.mark.parametrize(
    ("numerator", "denominator", "answer"),
    [
        (25, 25, True),
        (24, 25, False),
        (24, 24, True),
        (26, 25, True),
        (25, None, True),
        (24, None, False),
        (0, 0, None),
    ],
)
def test_n_of_m_compares_shares(numerator, denominator, answer):
    assert Target.parse("100 % (25/25)").is_met(None, numerator=numerator, denominator=denominator) is answer


def test_a_value_of_n_of_m_is_a_share():
    assert Target.parse("5 av 6").is_met(Fraction(5, 6)) is True
    assert Target.parse("5 av 6").is_met(Decimal("0.8333")) is False


def test_a_fraction_stands_for_the_value_that_is_not_there():
    assert Target.parse("minst 50 %").is_met(None, numerator=1, denominator=2) is True
    assert Target.parse("minst 50 %").is_met(None, numerator=1, denominator=0) is None


def test_a_target_of_every_unit_takes_the_value_of_one_unit():
    target = Target.parse("varje enhet: över 75")
    assert (target.is_met(Decimal(76)), target.is_met(Decimal(75)), target.is_met(None)) == (True, False, None)


def test_all_parts_must_be_met_and_one_that_is_missed_is_enough_to_miss():
    assert met("minst 70 och högst 80", "75") is True
    assert met("minst 70 och högst 80", "81") is False
    assert met("minst 70; Certifikat erhålls", "75") is None
    assert met("minst 70; Certifikat erhålls", "69") is False


def test_a_milestone_is_not_judged_by_a_value():
    assert met("Certifikat erhålls", "1") is None


@pytest.mark.parametrize("value", [0.8, True, "0.8"])
def test_a_value_that_is_no_exact_number_is_wrong_use(value):
    with pytest.raises(TypeError, match="never"):
        Target.parse("minst 80 %").is_met(value)


def test_a_value_that_is_not_finite_is_wrong_use():
    with pytest.raises(ValueError, match="finite"):
        Target.parse("minst 80 %").is_met(Decimal("NaN"))


@pytest.mark.parametrize(
    ("fields", "fault"),
    [
        ({"kind": TargetKind.BETWEEN, "level": "1"}, "upper end"),
        ({"kind": TargetKind.BETWEEN, "level": "2", "upper": "1"}, "below the lower"),
        ({"kind": TargetKind.AT_LEAST}, "level or"),
        ({"kind": TargetKind.AT_LEAST, "level": "1", "against_words": "budget"}, "never both|no level"),
        ({"kind": TargetKind.YES, "level": "1"}, "no level"),
        ({"kind": TargetKind.LEVEL, "level": "1", "upper": "2"}, "upper end"),
        ({"kind": TargetKind.N_OF_M, "level": "1"}, "count of"),
        ({"kind": TargetKind.N_OF_M, "level": "7", "of": "6"}, "whole numbers"),
        ({"kind": TargetKind.N_OF_M, "level": "1.5", "of": "6"}, "whole numbers"),
        ({"kind": TargetKind.RELATIVE}, "amount"),
        ({"kind": TargetKind.RELATIVE, "change": "-1", "change_unit": ChangeUnit.UNIT}, "not negative"),
        ({"kind": TargetKind.RELATIVE, "change": "1"}, "unit %"),
        ({"kind": TargetKind.RELATIVE, "change": "1", "change_unit": ChangeUnit.UNIT, "unit": "%"}, "unit %"),
        ({"kind": TargetKind.INCREASE, "way": Direction.HIGHER}, "way"),
        ({"kind": TargetKind.YES, "years_back": 1}, "reference"),
        ({"kind": TargetKind.INCREASE, "years_back": 0}, "from one to 99"),
        ({"kind": TargetKind.INCREASE, "years_back": 1, "against": Period.year(2019)}, "one reference"),
        ({"kind": TargetKind.EVERY_UNIT}, "exactly one part"),
        ({"kind": TargetKind.ALL_OF, "parts": (Target(kind=TargetKind.YES),)}, "two parts"),
        ({"kind": TargetKind.YES, "parts": (Target(kind=TargetKind.YES),)}, "no parts"),
        ({"kind": TargetKind.MILESTONE}, "words or a time"),
        ({"kind": TargetKind.YES, "unit": "st"}, "no unit"),
        ({"kind": TargetKind.LEVEL, "level": "1", "unit": "5 (st)"}, "not a unit"),
        ({"kind": TargetKind.LEVEL, "level": "1", "qualifier": "a; b"}, "semicolon"),
        ({"kind": TargetKind.LEVEL, "level": "1", "unit": "%", "qualifier": "25/25"}, "no qualifier"),
        ({"kind": TargetKind.YES, "due_on": date(2020, 1, 1)}, "outside"),
    ],
)
def test_a_target_that_contradicts_itself_cannot_be_made(fields, fault):
    with pytest.raises(ValueError, match=fault):
        Target(**fields)


def test_a_target_for_every_unit_has_one_simple_part():
    every = Target(kind=TargetKind.EVERY_UNIT, parts=(Target.parse("minst 75"),))
    with pytest.raises(ValueError, match="exactly one part"):
        Target(kind=TargetKind.EVERY_UNIT, parts=(every,))


def test_targets_that_demand_the_same_are_equal_however_they_are_written():
    assert Target.parse("Minst 80%") == Target.parse("≥ 80,0 %")
    assert hash(Target.parse("Minst 80%")) == hash(Target.parse("≥ 80,0 %"))


@pytest.mark.parametrize(
    ("choices", "table", "word"),
    [
        (Status, STATUS_WORDS, status_word),
        (Outlook, OUTLOOK_WORDS, outlook_word),
        (Direction, DIRECTION_WORDS, direction_word),
    ],
)
def test_every_choice_has_its_own_words(choices, table, word):
    assert [choice for _, choice in table] == list(choices)
    assert [word(choice) for choice in choices] == [words for words, _ in table]
