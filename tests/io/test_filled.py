"""Objects made in bulk are the same as those made one by one."""

from datetime import date
from decimal import Decimal

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from styrmodell.io.filled import filled_observation, filled_source
from styrmodell.io.json.observations import RowBuilder, UnusualError
from styrmodell.model.ids import MeasureId, UnitId
from styrmodell.model.kind import Kind, State
from styrmodell.model.observation import Observation
from styrmodell.model.period import Period
from styrmodell.source import Source

TEXTS = st.text(max_size=5)
FIGURES = st.none() | st.decimals(min_value=-1000, max_value=1000, places=2)


@given(
    names=st.tuples(TEXTS, TEXTS, TEXTS, TEXTS),
    year=st.integers(1900, 2100),
    kind=st.sampled_from(Kind),
    dims=st.lists(st.tuples(TEXTS, TEXTS), max_size=2).map(tuple),
    figures=st.tuples(FIGURES, FIGURES),
    state=st.sampled_from(State),
    day=st.none() | st.dates(),
)
def test_a_filled_observation_is_the_one_its_class_makes(
    names: tuple[str, str, str, str],
    year: int,
    kind: Kind,
    dims: tuple[tuple[str, str], ...],
    figures: tuple[Decimal | None, Decimal | None],
    state: State,
    day: date | None,
) -> None:
    measure, unit, role, comment = names
    period, source = Period.year(year), filled_source("a.csv", "rad 2")
    made = Observation(
        measure_id=MeasureId(measure),
        unit_id=UnitId(unit),
        period=period,
        kind=kind,
        dims=dims,
        value=figures[0],
        state=state,
        as_of=day,
        reporter=role,
        precision=figures[1],
        comment=comment,
        source=source,
    )
    filled = filled_observation(
        MeasureId(measure), UnitId(unit), period, kind, dims, figures[0], state, day, role, figures[1], comment, source
    )  # fmt: skip
    assert filled == made
    assert attrs.asdict(filled, recurse=False) == attrs.asdict(made, recurse=False)
    assert hash(filled) == hash(made)
    assert source == Source(file="a.csv", place="rad 2")


def test_a_filled_observation_is_as_frozen_as_any() -> None:
    filled = filled_observation(
        MeasureId("m"), UnitId("u"), Period.year(2020), Kind.OUTCOME, (), Decimal(1), State.REPORTED, None, "", None,
        "", filled_source("a", "b"),
    )  # fmt: skip
    for name in attrs.fields_dict(Observation):
        with pytest.raises(attrs.exceptions.FrozenInstanceError):
            setattr(filled, name, None)


@pytest.mark.parametrize(
    "value",
    ["1e31", "1E-31", "9" * 41, f"0.{'1' * 31}", "1" * 20 + "." + "1" * 21, 10**40, "Infinity", "nan", "1_0", "¹"],
)
def test_figures_beyond_the_limits_are_left_to_the_way_that_tells_what_is_wrong(value: object) -> None:
    row = {"measure": "m", "unit": "u", "period": "2020", "value": value}
    with pytest.raises(UnusualError):
        RowBuilder(file="plan.json").fast([row])


@pytest.mark.parametrize("value", ["1e30", "1E-30", "9" * 40, f"0.{'1' * 30}", "-0", "+1.50", 10**39])
def test_figures_within_the_limits_are_read_as_they_stand(value: str | int) -> None:
    row = {"measure": "m", "unit": "u", "period": "2020", "value": value}
    (found,) = RowBuilder(file="plan.json").fast([row])
    made = Observation(measure_id=MeasureId("m"), unit_id=UnitId("u"), period=Period.year(2020), value=Decimal(value))
    assert (found, str(found.value)) == (made, str(made.value))
