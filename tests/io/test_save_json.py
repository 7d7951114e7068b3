"""Plans as JSON: what is read back is what was saved, and equal plans give equal bytes."""

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from styrmodell.errors import TextError
from styrmodell.io.converter import make_converter
from styrmodell.io.json.read import json_content
from styrmodell.io.kinds import OBJECT_KINDS
from styrmodell.io.save.json_file import plan_json
from styrmodell.io.save.plain_tree import decimal_text, plain_tree
from styrmodell.model.expression import row
from styrmodell.model.kind import Kind
from styrmodell.model.measure import Measure
from styrmodell.model.money import PlannedAmount
from styrmodell.model.narrative import Section
from styrmodell.model.number import number
from styrmodell.model.observation import Observation
from styrmodell.model.period import Period
from styrmodell.model.plan import Plan
from styrmodell.model.project import Project
from styrmodell.model.target import Target
from styrmodell.model.unit import Unit
from styrmodell.testing.everything import anything, everything_plans, profiles
from styrmodell.testing.strategies import decimals

CONVERTER = make_converter()
YEAR = Period.year(2020)


def plan(**parts):
    return Plan(**{"unit_id": "rlf", "period": YEAR, "units": (Unit(id="rlf", name="RLF"),), **parts})


def read_back(data):
    content, observations = json_content(data, "plan.json", CONVERTER)
    assert content.findings == ()
    head = attrs.asdict(content.head, recurse=False)
    return Plan(**head, **{"units": (), **content.objects}, observations=observations), content.profile


def texts_of(figures):
    return [str(figure) for figure in figures]


@given(everything_plans(), st.none() | profiles())
@settings(max_examples=12)
def test_a_plan_with_objects_of_every_class_is_read_back_equal(saved, profile):
    data = plan_json(saved, profile=profile)
    assert read_back(data) == (saved, profile)
    assert plan_json(read_back(data)[0], profile=profile) == data


@pytest.mark.parametrize(("key", "cls"), OBJECT_KINDS)
def test_every_class_is_read_back_equal(key, cls):
    @given(st.lists(anything(cls), min_size=1, max_size=3).map(tuple))
    @settings(max_examples=12)
    def law(items):
        saved = plan(**{key: items})
        assert getattr(read_back(plan_json(saved))[0], key) == items

    law()


@given(st.lists(anything(Observation), min_size=1, max_size=8).map(tuple))
def test_observations_are_read_back_equal(items):
    assert read_back(plan_json(plan(observations=items)))[0].observations == items


@given(decimals())
def test_a_number_keeps_its_value_up_to_the_doors_limits(value):
    assert number(decimal_text(value)) == value


@pytest.mark.parametrize("written", ["1.10", "0.00", "418100", "-5.600", "1234567890123456789012345678901234567890"])
def test_a_number_keeps_its_digits(written):
    item = Observation(measure_id="a", unit_id="rlf", period=YEAR, value=written, precision=written)
    (found,) = read_back(plan_json(plan(observations=(item,))))[0].observations
    assert texts_of((found.value, found.precision)) == [written, written]


def test_the_original_words_of_a_target_are_kept():
    measure = Measure(id="a", name="A", unit="dagar", target=Target.parse("Max 90 dagar från sänd remiss"))
    (found,) = read_back(plan_json(plan(measures=(measure,))))[0].measures
    assert found.target.words == "Max 90 dagar från sänd remiss"


def test_an_amount_without_precision_is_read_back_without():
    project = Project(id="p", name="P", amounts=(PlannedAmount(period=YEAR, value="5"),))
    assert read_back(plan_json(plan(projects=(project,))))[0].projects == (project,)


def test_the_document_is_canonical():
    item = Observation(
        measure_id="a", unit_id="rlf", period=YEAR, kind=Kind.BUDGET, dims=(("slag", "kostnad"),), value="-1.10"
    )
    data = plan_json(plan(id="p", observations=(item, item)))
    row = '{"measure":"a","unit":"rlf","period":"2020","kind":"budget","dims":{"slag":"kostnad"},"value":"-1.10"}'
    assert data.decode() == (
        '{\n  "format": 1,\n  "values": "model",\n  "plan": {\n    "id": "p",\n    "unit": "rlf",\n'
        '    "period": "2020"\n  },\n  "units": [\n    {\n      "id": "rlf",\n      "name": "RLF"\n    }\n  ],\n'
        f'  "observations": [\n    {row},\n    {row}\n  ]\n}}\n'
    )


def test_sources_are_left_out():
    assert b"source" not in plan_json(plan())


@pytest.mark.parametrize("text", ["\x00", "a\x08", "\ud800", "\uffff", "\x7f"])
def test_a_text_that_no_file_can_hold_is_refused(text):
    with pytest.raises(TextError):
        plan_json(plan(sections=(Section(id="a", heading=text),)))


def test_a_definition_that_is_not_read_back_is_refused():
    measure = Measure(id="a", name="A", unit="kr", definition=row("b"))
    with pytest.raises(TextError):
        plan_json(plan(measures=(measure,)))


def test_members_that_name_one_dimension_twice_are_refused():
    with pytest.raises(ValueError, match="twice"):
        plain_tree(Observation(measure_id="a", unit_id="b", period=YEAR, dims=(("a", "x"), ("a", "y"))))
