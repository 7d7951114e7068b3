"""What is left of a target's words when its demand is read: nothing is lost, and nothing is kept that says nothing."""

from datetime import date

import pytest

from styrmodell.model.target import Target, TargetDoubt, TargetKind


@pytest.mark.parametrize(
    ("text", "qualifier"),
    [
        ("Kostnaden ska inte överstiga 2019 års nivå.", "Kostnaden"),
        ("Kostnaden ska inte överstiga tilldelad budgetram, netto.", "Kostnaden … netto"),
        ("ej överstiga föregående år, exklusive hyror", "exklusive hyror"),
        ("ej överskrida tilldelad budgetram, netto", "netto"),
        ("ej överstiga föregående år, X", "X"),
        ("ej överstiga föregående år. exklusive hyror", "exklusive hyror"),
        ("högst 5 % av kunderna (netto)", "av kunderna (netto)"),
        ("högst 5 st ., ", ""),
    ],
)
def test_words_around_a_demand_are_its_qualifier(text: str, qualifier: str) -> None:
    made = Target.parse(text)
    assert (made.kind, made.qualifier) == (TargetKind.AT_MOST, qualifier)


def test_a_limit_keeps_how_many_years_back_it_looks() -> None:
    assert Target.parse("ej överstiga föregående år").years_back == 1
    assert Target.parse("inte lägre än föregående år").years_back == 1


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("minst 5 och högst 8", ["minst 5", "högst 8"]),
        ("Ja; nej", ["Ja", "nej"]),
        ("Handlingsplan framtagen; minst 5 st", ["Handlingsplan framtagen", "minst 5 st"]),
    ],
)
def test_each_part_keeps_its_own_words(text: str, parts: list[str]) -> None:
    assert [part.words for part in Target.parse(text).parts] == parts


def test_a_day_may_lie_in_january() -> None:
    assert Target.parse("senast 31 januari 2021").due_on == date(2021, 1, 31)
    assert Target.parse("Klart senast 2021-01-01").due_on == date(2021, 1, 1)


def test_a_text_of_a_thousand_letters_is_read_to_its_last() -> None:
    assert Target.parse(" " * 992 + "högst 55").level == 55
    assert Target.parse(" " * 993 + "högst 55").doubts == (TargetDoubt.UNREAD,)


@pytest.mark.parametrize(
    "text",
    [
        "ej överstiga 2019-13",
        "Alla kliniker ska ha högst 5 st senast 2021",
        "Kostnaden högst 5 % (netto)",
        f"{'X' * 8}; 3",
    ],
)
def test_what_is_read_in_part_only_is_unread_and_keeps_every_word(text: str) -> None:
    made = Target.parse(text)
    assert (made.kind, made.qualifier, made.doubts) == (TargetKind.MILESTONE, text, (TargetDoubt.UNREAD,))


def test_signs_that_end_a_sentence_say_nothing() -> None:
    assert Target.parse("Ja ,") == Target.parse("Ja") == Target(kind=TargetKind.YES)


def test_a_service_level_in_parentheses_is_one_text() -> None:
    assert Target.parse("Dygnet runt (x)").qualifier == "Dygnet runt (x)"
    assert Target.parse("senast 2021 (x)").qualifier == "(x)"
