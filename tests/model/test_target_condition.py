"""What a condition says of fields that contradict each other: word by word, for it is what a script's author reads."""

import re
from datetime import date

import pytest

from styrmodell.model.direction import Direction
from styrmodell.model.period import Period
from styrmodell.model.target import ChangeUnit, Target, TargetDoubt, TargetKind

YES = Target(kind=TargetKind.YES)
OF_PARTS = "qualifier, unit and due are those of the parts"
CHANGE = {"kind": TargetKind.RELATIVE, "change": "0.1", "change_unit": ChangeUnit.PERCENT, "unit": "%"}
OF_CHANGE = "relative: a change has an amount that is not negative, and a way up, down or for the better"


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        (
            {"kind": TargetKind.AT_LEAST},
            "at_least: needs a level or, for a limit, a reference, and never both",
        ),
        ({"kind": TargetKind.YES, "level": "1"}, "yes: has no level of its own"),
        (
            {"kind": TargetKind.LEVEL, "level": "1", "upper": "2"},
            "level: between, and nothing else, has an upper end",
        ),
        (
            {"kind": TargetKind.LEVEL, "level": "1", "of": "2"},
            "level: n_of_m, and nothing else, has a number to count of",
        ),
        ({"kind": TargetKind.BETWEEN, "level": "2", "upper": "1"}, "between: the upper end lies below the lower"),
        (
            {"kind": TargetKind.N_OF_M, "level": "1", "of": "0"},
            "n_of_m: n of m are whole numbers, n from 0 to m and m at least 1",
        ),
        ({"kind": TargetKind.RELATIVE}, "relative: a relative change, and nothing else, has an amount"),
        (
            {"kind": TargetKind.YES, "way": Direction.HIGHER},
            "yes: only a relative change has a change unit or a way",
        ),
        (CHANGE | {"change": "-0.1"}, OF_CHANGE),
        (CHANGE | {"way": Direction.NEAR}, OF_CHANGE),
        (
            CHANGE | {"change_unit": ChangeUnit.UNIT},
            "relative: a change in per cent or points has the unit %, any other has not",
        ),
        (CHANGE | {"per": "år"}, "relative: a change is counted per nothing"),
        ({"kind": TargetKind.YES, "years_back": 1}, "yes: only a limit or a change has a reference"),
        (
            {"kind": TargetKind.INCREASE, "years_back": 1, "against": Period.year(2019)},
            "increase: one reference at most",
        ),
        ({"kind": TargetKind.INCREASE, "years_back": 0}, "increase: years back are from one to 99"),
        ({"kind": TargetKind.INCREASE, "years_back": 100}, "increase: years back are from one to 99"),
        ({"kind": TargetKind.EVERY_UNIT}, "every_unit: needs exactly one part, which has no parts"),
        ({"kind": TargetKind.ALL_OF, "parts": (YES,)}, "all_of: needs two parts or more, none of them all_of"),
        ({"kind": TargetKind.YES, "parts": (YES,)}, "yes: has no parts"),
        ({"kind": TargetKind.EVERY_UNIT, "parts": (YES,), "qualifier": "a"}, f"every_unit: {OF_PARTS}"),
        ({"kind": TargetKind.EVERY_UNIT, "parts": (YES,), "due": Period.year(2020)}, f"every_unit: {OF_PARTS}"),
        ({"kind": TargetKind.EVERY_UNIT, "parts": (YES,), "unit": "st"}, f"every_unit: {OF_PARTS}"),
        ({"kind": TargetKind.YES, "unit": "st"}, "yes: without a number there is no unit"),
        (
            {"kind": TargetKind.LEVEL, "level": "1", "qualifier": "a; b"},
            "level: texts hold no semicolon, line break or double space",
        ),
        (
            {"kind": TargetKind.LEVEL, "level": "1", "qualifier": "25/25"},
            "level: a count or a share is no qualifier",
        ),
        (
            {"kind": TargetKind.INCREASE, "against_words": "riket, länet"},
            "increase: a reference in words holds no parenthesis, comma or full stop",
        ),
        ({"kind": TargetKind.MILESTONE}, "milestone: a milestone needs words or a time"),
        ({"kind": TargetKind.YES, "due_on": date(2020, 1, 1)}, "yes: the day lies outside the period that it is due"),
    ],
)
def test_what_a_target_contradicts_is_told_word_by_word(fields, told):
    with pytest.raises(ValueError, match=rf"^{re.escape(told)}\Z"):
        Target(**fields)


def test_ninety_nine_years_back_and_words_with_any_letter_are_references():
    assert Target(kind=TargetKind.INCREASE, years_back=99).years_back == 99
    assert Target(kind=TargetKind.INCREASE, against_words="X").against_words == "X"


def test_an_unread_text_may_hold_a_semicolon():
    words = "a; b"
    made = Target(kind=TargetKind.MILESTONE, qualifier=words, doubts=(TargetDoubt.UNREAD,))
    assert made.qualifier == words


def test_a_text_of_a_thousand_signs_is_read_and_a_longer_one_is_not():
    assert Target.parse("Ja".ljust(1_000)).kind is TargetKind.YES
    assert Target.parse("Ja".ljust(1_001)).doubts == (TargetDoubt.UNREAD,)


@pytest.mark.parametrize(
    ("text", "kind"), [("Ingen ökning", TargetKind.AT_MOST), ("Ingen minskning", TargetKind.AT_LEAST)]
)
def test_no_rise_is_a_ceiling_and_no_fall_a_floor(text, kind):
    target = Target.parse(text)
    assert (target.kind, target.against_words) == (kind, "ingångsvärdet")


def test_a_change_of_nothing_is_a_change():
    assert Target(**(CHANGE | {"change": "0"})).change == 0
    assert Target.parse("öka med 0 st").change == 0
