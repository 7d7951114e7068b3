"""What the tests of the model share: a sound plan to break in one place."""

import pytest

from styrmodell.model.dimension import Dimension, Member
from styrmodell.model.expression_text import parse_expression
from styrmodell.model.measure import Measure
from styrmodell.model.observation import Observation
from styrmodell.model.period import Period
from styrmodell.model.plan import Plan
from styrmodell.model.unit import Unit
from styrmodell.source import Source


@pytest.fixture
def sound_plan() -> Plan:
    """A plan in which nothing is wrong."""
    return Plan(
        id="rlf-2020",
        unit_id="rlf",
        period=Period.year(2020),
        units=(
            Unit(id="rlf", name="Regionledningsförvaltningen", level="förvaltning"),
            Unit(id="rf", name="Regionfastigheter", level="verksamhet", parent_id="rlf"),
        ),
        dimensions=(
            Dimension(
                id="slag",
                members=(Member(id="netto", parts=("intakt", "kostnad")), Member(id="intakt"), Member(id="kostnad")),
            ),
        ),
        measures=(
            Measure(id="ekonomi", name="Ekonomi", unit="kr", dimensions=("slag",), expected=("rf",)),
            Measure(id="invanare", name="Invånare", unit="antal"),
            Measure(
                id="kostnad-per-inv",
                name="Kostnad per invånare",
                unit="kr/inv",
                definition=parse_expression("ekonomi[slag=kostnad] / invanare"),
            ),
        ),
        observations=(
            Observation(
                measure_id="ekonomi",
                unit_id="rf",
                period=Period.year(2020),
                version="beslutad",
                dims=(("slag", "kostnad"),),
                value="-418410000",
                source=Source(file="ekonomi.csv", place="rad 2"),
            ),
        ),
    )
