"""What a condition says of fields that contradict each other: word by word, for it is what a script's author reads."""

import re
from datetime import date

import pytest

from styrmodell.model.period import Period
from styrmodell.model.target import Target, TargetDoubt, TargetKind

YES = Target(kind=TargetKind.YES)
OF_PARTS = "qualifier, unit and due are those of the parts"


@pytest.mark.parametrize(
    ("fields", "told"),
    [
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
