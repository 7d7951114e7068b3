"""What a definition refers to exists, and its unit can be what is said."""

import pytest
from tests.model.whole_plan import changed, codes, found, whole_plan

from styrmodell.finding import Severity
from styrmodell.model.expression_text import parse_expression

NAMES = [measure.id for measure in whole_plan().measures]


def plan_with(text, unit="kr/svar"):
    place = NAMES.index("kostnad-per-svar")
    return changed(whole_plan(), "measures", place, definition=parse_expression(text), unit=unit)


@pytest.mark.parametrize(
    "text",
    [
        "ekonomi[dvo=vard, typ=prognos, period=ack-1, enhet=soder, ie=0-2+5, internt=eliminerat] / svar",
        "ekonomi[dvo=utvalda, typ=budget, version=beslutad] / svar",
        "ekonomi[dvo=055] / svar",
        "atgard[typ=prognos, effekt=netto, objekt=atgard1] / svar",
    ],
)
def test_a_reference_to_what_exists_is_no_fault(text):
    assert codes(plan_with(text)) == []


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("ekonomi[enhet=norrr] / svar", "SM202"),
        ("ekonomi[version=besluten] / svar", "SM208"),
        ("ekonomi[dvo=varden] / svar", "SM205"),
        ("ekonomi[dvo=55] / svar", "SM205"),
    ],
)
def test_a_reference_to_what_does_not_exist_is_told_with_what_looks_alike(text, told):
    (finding,) = found(plan_with(text))
    assert finding.code.code == told
    assert "menade du" in finding.expected()


def test_a_version_is_not_checked_where_no_profile_lists_them():
    assert codes(plan_with("ekonomi[version=besluten] / svar"), profile=None) == []


def test_units_that_are_mixed_are_a_warning():
    (finding,) = found(plan_with("ekonomi + svar", unit="kr"))
    assert (finding.code.code, finding.code.severity) == ("SM264", Severity.WARNING)
    assert finding.found() == "definitionen av kostnad-per-svar lägger ihop, drar ifrån eller jämför kr och antal"


def test_a_unit_that_the_definition_cannot_give_is_a_warning():
    (finding,) = found(plan_with("ekonomi / svar", unit="kr"))
    assert (finding.code.code, finding.code.severity) == ("SM265", Severity.WARNING)
    assert finding.found() == "måttet kostnad-per-svar har enheten kr, men definitionen ger kr per antal"


def test_what_is_mixed_is_told_once_and_its_unit_not_at_all():
    assert codes(plan_with("(ekonomi + svar) / (svar - ekonomi)", unit="m2")) == ["SM264"]
