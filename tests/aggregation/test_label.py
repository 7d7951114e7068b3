"""What people call a key."""

from styrmodell.aggregation.key import Key
from styrmodell.aggregation.label import Labels
from styrmodell.aggregation.split import make_split
from styrmodell.model.dimension import Dimension, Member
from styrmodell.model.kind import Kind
from styrmodell.model.measure import Measure
from styrmodell.model.period import Period

LABELS = Labels(
    measures={"ekonomi": Measure(id="ekonomi", name="Ekonomisk redovisning", unit="kr")},
    splits={"slag": make_split(Dimension(id="slag", members=(Member(id="netto", name="Netto"),)))},
)


def named(**changes: object) -> str:
    key = {"measure": "ekonomi", "unit": "a", "period": Period.parse("2020"), "kind": Kind.BUDGET, **changes}
    return LABELS.of(Key(**key))


def test_a_key_is_called_by_the_names_of_measure_and_member() -> None:
    assert named(dims=(("slag", "netto"),)) == "Ekonomisk redovisning, Netto, budget 2020"


def test_a_version_stands_after_the_kind() -> None:
    assert named(version="beslutad") == "Ekonomisk redovisning, budget beslutad 2020"


def test_what_has_no_name_is_called_by_its_id() -> None:
    assert named(measure="okant", dims=(("slag", "okand"),)) == "okant, okand, budget 2020"
