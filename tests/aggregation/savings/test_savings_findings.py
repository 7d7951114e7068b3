"""What a savings plan tells to be doubtful."""

import pytest
from tests.aggregation.savings.actions import action, codes, report, savings_of

from styrmodell.aggregation.savings.double_posts import telling_words
from styrmodell.model.action import EffectBasis
from styrmodell.model.link import Link
from styrmodell.report.numbers import NBSP

DECIDED = (Link(id="rs-2024-1"),)
SERVICE = "Vårdnära service (egen besparingspost)"


def twins(**more):
    second = {"unit": "hsf", "name": SERVICE, **more}
    return (
        action("a", 20, unit="stad", name="Behovsanpassning av Vårdnära service till verksamheten"),
        action("b", second.pop("target", 20), **second),
    )


def test_two_posts_with_one_target_and_two_telling_words_in_common_may_be_one_saving():
    (finding,) = [one for one in savings_of(*twins()).findings if one.code.code == "SM344"]
    assert str(finding.source) == "atgarder.yaml b"
    assert "b hos hsf" in finding.found()
    assert "a hos stad (atgarder.yaml a)" in finding.found()
    assert "orden service, vårdnära" in finding.found()


@pytest.mark.parametrize(
    "more",
    [
        {"same_as_id": "a"},
        {"parent_id": "a"},
        {"unit": "stad"},
        {"target": 19},
        {"name": "Service av maskiner"},
        {"name": "Behovsanpassning av Vårdnära service till verksamheten"},
    ],
    ids=["said to be the same", "a part", "one unit", "another target", "one word", "told by the plan's own check"],
)
def test_other_posts_are_no_doubles(more):
    assert "SM344" not in codes(savings_of(*twins(**more)))


def test_words_that_any_action_may_be_called_tell_nothing():
    assert telling_words("Minskade kostnader för inhyrd personal inom vården") == {"inhyrd"}


@pytest.mark.parametrize(
    ("held", "expected"),
    [
        ({"original_target": 19.5}, 1),
        ({"original_target": 19.5, "decisions": DECIDED}, 0),
        ({"original_target": 18.5}, 0),
        ({}, 0),
    ],
)
def test_a_changed_target_has_a_decision(held, expected):
    assert codes(savings_of(action("a", 18.5, **held))).count("SM342") == expected


@pytest.mark.parametrize(("effect", "expected"), [((18, 19), 1), ((18, 25), 0), (None, 0)])
def test_a_target_beyond_the_full_year_effect_is_out_of_reach(effect, expected):
    plan = savings_of(action("a", 25, full_year_effect=effect))
    assert codes(plan).count("SM343") == plan.tally.out_of_reach.count == expected


def test_a_target_out_of_reach_is_told_with_both_amounts():
    plan = savings_of(action("a", 25, full_year_effect=(18, 19)))
    (finding,) = [one for one in plan.findings if one.code.code == "SM343"]
    told = finding.found().replace(NBSP, " ")
    assert told == "åtgärden a har målet 25 000 000 kr men ger högst 19 000 000 kr på ett helt år"


def test_a_changed_forecast_without_a_comment_is_told_where_it_was_reported():
    rows = (report("a", forecast=9, version="delår"), report("a", forecast=12, version="oktober", day="2024-10-31"))
    (finding,) = [one for one in savings_of(action("a", 20), *rows).findings if one.code.code == "SM341"]
    assert str(finding.source) == "uppfoljning.yaml a 2024-10-31"
    assert "från 9\u00a0000\u00a0000 kr till 12\u00a0000\u00a0000 kr (oktober)" in finding.found()


@pytest.mark.parametrize(("told", "word"), [({"outcome": 78}, "utfallet"), ({"forecast": 78}, "prognosen")])
def test_gross_set_against_a_net_target_is_told(told, word):
    plan = savings_of(action("a", 18.5, basis=EffectBasis.NET), report("a", basis=EffectBasis.GROSS, **told))
    (finding,) = [one for one in plan.findings if one.code.code == "SM345"]
    assert finding.found() == f"åtgärden a har målet netto men {word} brutto"


@pytest.mark.parametrize(("cost", "expected"), [(-20, 1), (-21, 1), (-19, 0)])
def test_a_saving_that_another_unit_pays_for_is_none(cost, expected):
    assert codes(savings_of(action("a", gross=20, costs=[("stad", cost)]))).count("SM346") == expected


@pytest.mark.parametrize(("net", "expected"), [(13, 0), (14, 1), (None, 0)])
def test_a_net_that_is_not_gross_and_counter_effects_is_told(net, expected):
    found = savings_of(action("a", gross=20, net=net, costs=[("stad", -7)])).findings
    told = [one.found() for one in found if one.code.code == "SM347"]
    assert len(told) == expected
    assert all("åtgärden a har netto" in one and "ger 13\u00a0000\u00a0000 kr" in one for one in told)


def test_months_without_an_outcome_are_told():
    (finding,) = [
        one
        for one in savings_of(action("a", 20), report("a", 4, period="2024-T2")).findings
        if one.code.code == "SM348"
    ]
    assert finding.found() == "åtgärden a har utfall t.o.m. 2024-T2, men inget för 2024-T1"


def test_a_plan_in_order_has_nothing_to_be_told():
    rows = (report("a", 4, 9, version="delår"), report("a", 5, 10, version="oktober", comment="fler leveranser"))
    assert codes(savings_of(action("a", 10, basis=EffectBasis.NET, net=10), *rows)) == []
