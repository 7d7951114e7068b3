"""Every object that people may write is built from text, with the file's own way of writing numbers."""

from decimal import Decimal
from fractions import Fraction

import pytest

from styrmodell.finding import Findings
from styrmodell.io.codes import MISSING_KEY, UNKNOWN_KEY, WRONG_SHAPE
from styrmodell.io.converter import Converter, Converters, make_converter, yaml_keys
from styrmodell.io.kinds import OBJECT_KINDS
from styrmodell.io.read_yaml import YamlContent, yaml_content
from styrmodell.io.sources import SourceFormat
from styrmodell.io.value_codes import AMBIGUOUS_NUMBER, UNKNOWN_WORD
from styrmodell.model.action import Action, EffectBasis
from styrmodell.model.activity import WorkStatus
from styrmodell.model.investment import Investment
from styrmodell.model.link import Link
from styrmodell.model.measure import Measure, MissingPolicy, OverTime, Steering
from styrmodell.model.number_text import Notation
from styrmodell.model.plan import Plan
from styrmodell.model.status import Outlook, Status
from styrmodell.model.status_rule import StatusChoice, StatusRule
from styrmodell.model.target import TargetKind
from styrmodell.source import Source

TKR = SourceFormat(scale="tkr")


def read(text: str, format: SourceFormat = TKR) -> YamlContent:
    return yaml_content(text.encode(), "a.yaml", make_converter(format))


def one(kind: str, text: str, format: SourceFormat = TKR):
    content = read(f"{kind}: [{text}]", format)
    assert content.findings == Findings()
    (made,) = content.objects[kind]
    return made


def test_every_list_of_a_plan_has_a_key_and_a_class():
    keys = {key for key, _ in OBJECT_KINDS}
    own = {"id", "unit_id", "period", "title", "state", "dnr", "body", "paragraph", "dated", "decided"}
    assert set(Plan.__annotations__) - keys == own | {
        "decision_id",
        "signed_by",
        "observations",
        "source",
    }


def test_the_id_of_another_object_is_written_by_what_it_is():
    assert "parent" in yaml_keys(Action)
    assert "decision" not in yaml_keys(Investment)
    assert one("investments", "{id: a, name: A, unit: rlf, parent: b}").parent_id == "b"


def test_a_link_is_an_id_or_says_more():
    goal = one("goals", "{id: a, name: A, parents: [b, {id: c, origin: RS, share: 1/3}]}")
    assert goal.parents == (Link(id="b"), Link(id="c", origin="RS", share=Fraction(1, 3)))


@pytest.mark.parametrize(
    ("format", "text", "kr"),
    [
        (SourceFormat(), "1 250,50", "1250.50"),
        (TKR, "15,6", "15600.0"),
        (SourceFormat(scale="mnkr", sign="ledger"), "2", "-2000000"),
        (SourceFormat(notation=Notation.PLAIN), "1250.50", "1250.50"),
    ],
)
def test_money_has_the_scale_and_sign_of_its_file(format, text, kr):
    action = one("actions", f'{{id: a, name: A, target: "{text}"}}', format)
    assert action.target == Decimal(kr)
    assert str(action.target) == kr


def test_only_money_has_the_scale_of_its_file():
    measure = one("measures", "{id: a, name: A, unit: dagar, tolerance: 2}")
    assert measure.tolerance == 2


def test_an_amount_knows_how_exactly_it_was_written():
    item = one("investments", '{id: a, name: A, amounts: [{period: "2020", kind: budget, value: "10 000"}]}')
    (amount,) = item.amounts
    assert (amount.value, amount.precision) == (Decimal(10_000_000), Decimal(1000))


def test_an_amount_without_figure_is_missing_and_not_zero():
    item = one("investments", '{id: a, name: A, amounts: [{period: "2020", value: }]}')
    assert item.amounts[0].value is None


@pytest.mark.parametrize("text", ["18–19", "18 - 19", "{low: 18, high: 19}"])
def test_an_amount_that_lies_between_two_keeps_both(text):
    effect = one("actions", f"{{id: a, name: A, full_year_effect: {text}}}").full_year_effect
    assert (effect.low, effect.high) == (Decimal(18_000), Decimal(19_000))


def test_a_measure_takes_the_words_of_the_scorecard():
    measure = one(
        "measures",
        "{id: a, name: A, unit: '%', over_time: sista, missing: senaste gäller, max_age_months: 12, direction: "
        "lägre är bättre, target: Max 4 % av ordinarie arbetstid, baseline: '2016: 8,5 %', reporting: Månadsvis "
        "ledningsgrupp, steering: styr}",
    )
    assert isinstance(measure, Measure)
    assert (measure.over_time, measure.missing, measure.max_age_months) == (
        OverTime.LAST,
        MissingPolicy.CARRY_FORWARD,
        12,
    )
    assert (measure.target.kind, measure.target.level) == (TargetKind.AT_MOST, Decimal("0.04"))
    assert measure.target.words == "Max 4 % av ordinarie arbetstid"
    assert measure.steering is Steering.STEERED


def test_choices_are_read_in_swedish_and_english():
    action = one("actions", "{id: a, name: A, basis: netto}")
    assert action.basis is EffectBasis.NET
    assert one("activities", "{id: a, name: A, status: påbörjad}").status is WorkStatus.STARTED
    assert one("activities", "{id: a, name: A, status: started}").status is WorkStatus.STARTED


def test_all_faults_of_all_objects_are_told_at_once_with_their_places():
    content = read(
        "actions:\n"
        "  - {id: a, name: A, target: 1.5, kategori: X}\n"
        "risks:\n"
        "  - {id: b, status: pågår}\n"
        "goals: {id: c}\n"
        "investments:\n"
        "  - {id: d, name: D, amounts: [{period: x, value: 1}]}\n"
    )
    told = [(finding.code, finding.source.place) for finding in content.findings]
    assert [(code, place.split()[1]) for code, place in told if code is UNKNOWN_KEY] == [(UNKNOWN_KEY, "2")]
    assert {code for code, _ in told} >= {AMBIGUOUS_NUMBER, UNKNOWN_KEY, MISSING_KEY, UNKNOWN_WORD, WRONG_SHAPE}
    assert any(place.endswith("investments[0].amounts[0].period") for _, place in told)
    assert content.objects["actions"] == content.objects["risks"] == ()


def test_a_range_written_backwards_is_refused():
    content = read("actions: [{id: a, name: A, full_year_effect: 19–18}]")
    (finding,) = content.findings
    assert finding.code is WRONG_SHAPE
    assert finding.expected() == "den lägre gränsen först"


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("viktad", StatusRule(by=StatusChoice.WEIGHTED)),
        ("{by: andel, met: 80 %, close: 1/2}", StatusRule(by=StatusChoice.SHARE, met=Fraction(4, 5))),
    ],
)
def test_how_a_goal_is_judged_is_a_word_or_says_more(text, rule):
    assert one("goals", f"{{id: a, name: A, status_rule: {text}}}").status_rule == rule


def test_limits_of_a_goals_status_that_do_not_go_together_are_refused_with_what_was_written():
    content = read("goals: [{id: a, name: A, status_rule: {by: andel, met: 40 %, close: 60 %}}]")
    (finding,) = content.findings
    assert finding.code is WRONG_SHAPE
    assert finding.source.place.endswith("goals[0].status_rule")
    assert finding.found() == "by andel, met 40 %, close 60 %"


def test_an_assessment_is_read_with_its_words():
    text = "{goal: a, unit: rlf, period: 2020, status: Delvis uppnått, outlook: bedöms uppnås helt, by: RS, why: x}"
    made = one("assessments", text)
    assert (made.goal_id, made.status, made.outlook) == ("a", Status.CLOSE, Outlook.MET)


def test_one_converter_is_made_for_each_way_of_writing():
    converters = Converters()
    assert converters.of(TKR) is converters.of(SourceFormat(scale="tkr", pattern="*.csv"))
    assert converters.of(TKR) is not converters.of(SourceFormat())


def test_the_converter_that_finds_every_fault_is_made_only_when_something_is_wrong():
    converter = Converter(SourceFormat())
    converter.structure({"id": "a", "name": "A"}, Investment, Source())
    assert "detailed" not in vars(converter)
    converter.structure({"id": "a"}, Investment, Source())
    assert "detailed" in vars(converter)
