"""Objects as YAML: what is written is read back as it was, and what cannot be is not written."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from styrmodell.errors import TextError
from styrmodell.io.converter import Converters
from styrmodell.io.kinds import OBJECT_KINDS
from styrmodell.io.plan_head import PlanHead
from styrmodell.io.read_yaml import yaml_content
from styrmodell.io.save.yaml_file import FORMAT, yaml_file
from styrmodell.model.baseline import Baseline
from styrmodell.model.ids import UnitId
from styrmodell.model.investment import Investment
from styrmodell.model.link import Link
from styrmodell.model.measure import Measure
from styrmodell.model.narrative import Section
from styrmodell.model.period import Period
from styrmodell.model.risk import Risk
from styrmodell.model.target import Target
from styrmodell.testing.everything import anything


def written(**lists: tuple[Any, ...]) -> str:
    data = yaml_file(None, lists)
    assert data is not None
    return data.decode()


@pytest.mark.parametrize(("key", "cls"), OBJECT_KINDS, ids=[key for key, _ in OBJECT_KINDS])
def test_every_class_is_read_back_or_not_written(key: str, cls: type[Any]) -> None:
    @settings(max_examples=20, deadline=None)
    @given(anything(cls))
    def law(thing: Any) -> None:
        try:
            data = yaml_file(None, {key: (thing,)})
        except (TextError, ValueError):
            return
        if data is not None:
            content = yaml_content(data, "a.yaml", Converters().of(FORMAT))
            assert (content.objects[key], tuple(content.findings)) == ((thing,), ())

    law()


@settings(deadline=None)
@given(st.text(st.characters(codec="utf-8", exclude_categories=["Cs"]), min_size=1))
def test_any_text_is_read_back_or_not_written(text: str) -> None:
    thing = Section(id="s", heading="Rubrik", text=text)
    try:
        data = yaml_file(None, {"sections": (thing,)})
    except TextError:
        return
    if data is not None:
        assert yaml_content(data, "a.yaml", Converters().of(FORMAT)).objects["sections"] == (thing,)


@pytest.mark.parametrize(
    "text",
    [
        "ett\n\ntvå",
        "ett\n  indraget\nslut",
        "- punkt\n- punkt",
        "null",
        "Ja",
        "på",
        "12",
        "1.5",
        "a: b",
        "# inte",
        "'",
        "=1+1",
    ],
)
def test_words_that_mean_something_in_yaml_are_text(text: str) -> None:
    thing = Section(id="s", heading=text.partition("\n")[0], text=text)
    data = written(sections=(thing,)).encode()
    assert yaml_content(data, "a.yaml", Converters().of(FORMAT)).objects["sections"] == (thing,)


def test_running_text_stands_as_it_is() -> None:
    text = written(sections=(Section(id="s", heading="Risker", text="Ett stycke.\n\n- **fet**: text"),))
    assert text == (
        "sections:\n  - id: s\n    heading: Risker\n    text: |-\n      Ett stycke.\n\n      - **fet**: text\n"
    )


def test_targets_and_baselines_are_written_in_words_and_plain_links_as_ids() -> None:
    measure = Measure(
        id="m",
        name="M",
        unit="%",
        target=Target.parse("högst 3 %"),
        baseline=Baseline.parse("2019: 3,5 %"),
        goals=(Link(id="g"), Link(id="h", origin="RS")),
    )
    text = written(measures=(measure,))
    assert "target: högst 3 %" in text
    assert 'baseline: "2019: 3,5 %"' in text
    assert "goals: [g, {id: h, origin: RS}]" in text


def test_long_lists_stand_below_each_other() -> None:
    thing = Investment(id="i", name="I", goals=tuple(Link(id=f"mal-{at}", origin="RS" * 9) for at in range(4)))
    assert "    goals:\n      - {id: mal-0, origin: " in written(investments=(thing,))


def test_the_head_and_a_comment_come_first() -> None:
    head = PlanHead(unit_id=UnitId("r"), period=Period.year(2021), dated=date(2020, 9, 1))
    data = yaml_file(head, {"risks": (Risk(id="r1", name="R"),)}, "Förd över.\nSe noten.")
    assert data is not None
    assert data.decode() == (
        '# Förd över.\n# Se noten.\nplan:\n  unit: r\n  period: "2021"\n  dated: "2020-09-01"\n'
        "risks:\n  - id: r1\n    name: R\n"
    )
