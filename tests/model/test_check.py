"""What is inconsistent in a plan by itself is told, all of it at once."""

from datetime import date

import pytest
from attrs import evolve

from styrmodell.finding import Severity
from styrmodell.model.check import check_plan, circular_measures
from styrmodell.model.dimension import Dimension, Member
from styrmodell.model.expression import ref
from styrmodell.model.expression_text import parse_expression
from styrmodell.model.kind import State
from styrmodell.model.measure import Measure
from styrmodell.model.profile import Profile
from styrmodell.model.unit import Unit
from styrmodell.source import Source

RULES = ("sum", "own")
PROFILE = Profile(
    key="vn", valid_from=date(2019, 1, 1), levels=("förvaltning", "verksamhet"), versions=("preliminär", "beslutad")
)


def codes(plan, **how):
    return [finding.code.code for finding in check_plan(plan, **how)]


def measure(**changes):
    return Measure(**{"id": "m", "name": "M", "unit": "kr", **changes})


def with_measure(plan, **changes):
    return evolve(plan, measures=(*plan.measures, measure(**changes)))


def with_dimension(plan, *members):
    return evolve(plan, dimensions=(*plan.dimensions, Dimension(id="dvo", members=members)))


def with_observation(plan, **changes):
    return evolve(plan, observations=(evolve(plan.observations[0], **changes),))


def test_a_sound_plan_gives_no_findings(sound_plan):
    assert check_plan(sound_plan, rules=RULES, profile=PROFILE) == ()


def test_one_unit_id_twice_is_told_with_the_other_place(sound_plan):
    first = Unit(id="x", name="X", source=Source(file="a.yaml", place="rad 3"))
    second = Unit(id="x", name="Y", source=Source(file="a.yaml", place="rad 9"))
    plan = evolve(sound_plan, units=(*sound_plan.units, first, second))
    (finding,) = check_plan(plan)
    assert finding.code.code == "SM201"
    assert str(finding.source) == "a.yaml rad 9"
    assert "a.yaml rad 3" in finding.found()


def test_one_measure_id_twice_is_told(sound_plan):
    assert codes(with_measure(sound_plan, id="invanare")) == ["SM201"]


def test_one_dimension_id_twice_is_told(sound_plan):
    plan = evolve(sound_plan, dimensions=(*sound_plan.dimensions, *sound_plan.dimensions))
    assert codes(plan) == ["SM201"]


def test_one_member_id_twice_is_told(sound_plan):
    assert codes(with_dimension(sound_plan, Member(id="a"), Member(id="a"))) == ["SM201"]


def test_a_plan_of_an_unknown_unit_is_told(sound_plan):
    assert codes(evolve(sound_plan, unit_id="finns-inte")) == ["SM202"]


def test_an_unknown_parent_is_told_with_what_looks_alike(sound_plan):
    plan = evolve(sound_plan, units=(*sound_plan.units, Unit(id="ny", name="Ny", parent_id="rlff")))
    (finding,) = check_plan(plan)
    assert finding.code.code == "SM202"
    assert "menade du rlf" in finding.expected()


@pytest.mark.parametrize(
    "changes",
    [
        {"dimensions": ("finns-inte",)},
        {"expected": ("finns-inte",)},
        {"definition": ref("finns-inte")},
        {"definition": ref("ekonomi", dims=(("finns-inte", "x"),))},
        {"not_applicable": ((("slag", "netto"),),)},
    ],
)
def test_a_measure_that_refers_to_what_does_not_exist_is_told(sound_plan, changes):
    assert codes(with_measure(sound_plan, **changes)) == ["SM202"]


@pytest.mark.parametrize("changes", [{"unit_id": "x"}, {"measure_id": "x"}, {"dims": (("x", "y"),)}])
def test_an_observation_of_what_does_not_exist_is_told_at_its_place(sound_plan, changes):
    (finding,) = check_plan(with_observation(sound_plan, **changes))
    assert finding.code.code == "SM202"
    assert str(finding.source) == "ekonomi.csv rad 2"


def test_units_in_a_circle_are_told_with_the_way_round(sound_plan):
    circle = (Unit(id="x", name="X", parent_id="y"), Unit(id="y", name="Y", parent_id="x"))
    findings = check_plan(evolve(sound_plan, units=(*sound_plan.units, *circle)))
    assert [finding.code.code for finding in findings] == ["SM203", "SM203"]
    assert "x → y → x" in findings[0].found()


def test_a_unit_that_is_its_own_parent_is_told(sound_plan):
    plan = evolve(sound_plan, units=(*sound_plan.units, Unit(id="x", name="X", parent_id="x")))
    assert codes(plan) == ["SM203"]


def test_a_definition_that_leads_back_to_itself_is_told(sound_plan):
    plan = with_measure(sound_plan, id="p", unit="antal", definition=parse_expression("q + invanare"))
    plan = with_measure(plan, id="q", unit="antal", definition=parse_expression("2 * p"))
    assert codes(plan) == ["SM203", "SM203"]
    assert circular_measures(plan.measures) == {"p", "q"}


def test_a_measure_that_only_uses_a_circle_is_not_in_it(sound_plan):
    plan = with_measure(sound_plan, id="p", definition=ref("p"))
    plan = with_measure(plan, id="q", definition=ref("p"))
    assert circular_measures(plan.measures) == {"p"}


def test_members_in_a_circle_are_told(sound_plan):
    plan = with_dimension(sound_plan, Member(id="a", parts=("b",)), Member(id="b", parts=("a",)))
    assert codes(plan) == ["SM203", "SM203"]


def test_two_values_for_one_thing_are_told_at_the_second(sound_plan):
    first = sound_plan.observations[0]
    second = evolve(first, value="1", source=Source(file="ekonomi.csv", place="rad 7"))
    (finding,) = check_plan(evolve(sound_plan, observations=(first, second)))
    assert finding.code.code == "SM204"
    assert str(finding.source) == "ekonomi.csv rad 7"
    assert "ekonomi.csv rad 2" in finding.found()


def test_two_versions_of_one_thing_are_no_fault(sound_plan):
    first = sound_plan.observations[0]
    assert codes(evolve(sound_plan, observations=(first, evolve(first, version="preliminär"))), profile=PROFILE) == []


def test_a_printed_figure_beside_a_reported_one_is_no_fault(sound_plan):
    first = sound_plan.observations[0]
    assert codes(evolve(sound_plan, observations=(first, evolve(first, state=State.STATED)))) == []


def test_a_dimension_left_out_and_its_root_named_are_one_thing(sound_plan):
    # A dimension left out means its root, so these two are values of the same thing.
    left_out = evolve(sound_plan.observations[0], dims=())
    named = evolve(left_out, dims=(("slag", "netto"),), value="1")
    assert codes(evolve(sound_plan, observations=(left_out, named))) == ["SM204"]


def test_an_unknown_member_of_an_observation_is_told_with_what_looks_alike(sound_plan):
    (finding,) = check_plan(with_observation(sound_plan, dims=(("slag", "kostnader"),)))
    assert finding.code.code == "SM205"
    assert "menade du kostnad" in finding.expected()


def test_an_unknown_part_of_a_member_is_told(sound_plan):
    assert codes(with_dimension(sound_plan, Member(id="a", parts=("finns-inte",)))) == ["SM205"]


def test_an_unknown_member_in_a_definition_is_told(sound_plan):
    assert codes(with_measure(sound_plan, definition=ref("ekonomi", dims=(("slag", "x"),)))) == ["SM205"]


def test_an_unknown_member_in_a_pattern_is_told(sound_plan):
    plan = with_measure(sound_plan, dimensions=("slag",), not_applicable=((("slag", "x"),),))
    assert codes(plan) == ["SM205"]


def test_a_member_that_is_part_of_two_is_told(sound_plan):
    parts = (Member(id="a", parts=("c",)), Member(id="b", parts=("c",)), Member(id="c"))
    assert codes(with_dimension(sound_plan, *parts)) == ["SM206"]


def test_an_unknown_rule_is_told_with_those_that_exist(sound_plan):
    (finding,) = check_plan(with_measure(sound_plan, rule="summ"), rules=RULES)
    assert finding.code.code == "SM207"
    assert "own, sum" in finding.expected()


def test_rules_are_not_checked_when_none_are_given(sound_plan):
    assert codes(with_measure(sound_plan, rule="summ")) == []


def test_a_version_that_the_profile_does_not_know_is_told(sound_plan):
    assert codes(with_observation(sound_plan, version="besluten"), profile=PROFILE) == ["SM208"]


@pytest.mark.parametrize("profile", [None, evolve(PROFILE, versions=())])
def test_versions_are_not_checked_when_no_profile_lists_them(sound_plan, profile):
    assert codes(with_observation(sound_plan, version="besluten"), profile=profile) == []


def test_a_level_that_the_profile_does_not_know_is_a_warning(sound_plan):
    plan = evolve(sound_plan, units=(*sound_plan.units, Unit(id="x", name="X", level="klinik")))
    (finding,) = check_plan(plan, profile=PROFILE)
    assert finding.code.code == "SM209"
    assert finding.code.severity is Severity.WARNING


def test_a_unit_without_a_level_is_no_fault(sound_plan):
    plan = evolve(sound_plan, units=(*sound_plan.units, Unit(id="x", name="X")))
    assert codes(plan, profile=PROFILE) == []


def test_a_derived_measure_with_dimensions_of_its_own_is_told(sound_plan):
    plan = with_measure(sound_plan, unit="antal", definition=ref("invanare"), dimensions=("slag",))
    assert codes(plan) == ["SM210"]


RATIO = ("sum", "ratio_of_sums")


@pytest.mark.parametrize(
    ("rule", "figure", "told"),
    [
        ("sum", {"value": "1"}, []),
        ("sum", {"numerator": "1", "denominator": "2"}, ["SM211"]),
        ("ratio_of_sums", {"numerator": "1", "denominator": "2"}, []),
        ("ratio_of_sums", {"value": "0.5"}, ["SM211"]),
    ],
)
def test_a_figure_in_another_form_than_its_rule_takes_is_told(sound_plan, rule, figure, told):
    plan = with_measure(sound_plan, rule=rule)
    plan = with_observation(plan, **{"measure_id": "m", "dims": (), "value": None, **figure})
    assert codes(plan, rules=RATIO) == told


def test_all_faults_are_told_at_once_and_in_order(sound_plan):
    plan = evolve(
        sound_plan,
        units=(*sound_plan.units, Unit(id="rf", name="Igen"), Unit(id="x", name="X", parent_id="y", level="klinik")),
        dimensions=(
            *sound_plan.dimensions,
            Dimension(
                id="dvo", members=(Member(id="a", parts=("c", "z")), Member(id="b", parts=("c",)), Member(id="c"))
            ),
        ),
        measures=(*sound_plan.measures, measure(rule="summ", definition=ref("m"), dimensions=("slag",))),
        observations=(
            *sound_plan.observations,
            *sound_plan.observations,
            evolve(sound_plan.observations[0], version="besluten", dims=(("slag", "x"),)),
        ),
    )
    expected = ["SM201", "SM202", "SM209", "SM205", "SM206", "SM207", "SM203", "SM210", "SM204", "SM205", "SM208"]
    assert codes(plan, rules=RULES, profile=PROFILE) == expected


def test_every_finding_answers_in_both_languages_with_all_places_filled(sound_plan):
    plan = with_measure(sound_plan, rule="summ", definition=ref("finns-inte"), dimensions=("slag",))
    plan = evolve(plan, unit_id="x", observations=(*plan.observations, *plan.observations))
    for finding in check_plan(plan, rules=RULES, profile=PROFILE):
        for lang in ("sv", "en"):
            assert "{" not in finding.text(lang)


def test_a_long_line_of_parents_is_no_circle_and_is_checked(sound_plan):
    line = [Unit(id=f"n{place}", name="N", parent_id=f"n{place - 1}" if place else None) for place in range(300)]
    assert codes(evolve(sound_plan, units=(*sound_plan.units, *line))) == []
