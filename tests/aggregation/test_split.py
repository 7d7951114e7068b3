"""Members bound to the dimensions of a measure."""

from styrmodell.aggregation.split import bind_dims, make_split
from styrmodell.model.dimension import Dimension, Member
from styrmodell.model.measure import Measure

SPLITS = {
    "slag": make_split(
        Dimension(
            id="slag", members=(Member(id="netto", parts=("in", "ut")), *(Member(id=name) for name in ("in", "ut")))
        )
    )
}
MEASURE = Measure(id="m", name="M", unit="kr", dimensions=("slag", "borttagen"))


def test_the_first_choice_that_names_a_dimension_goes_before_the_next_and_the_root_before_nothing() -> None:
    assert bind_dims(MEASURE, SPLITS, (("annan", "x"),), (("slag", "in"),), (("slag", "ut"),))[0] == ("slag", "in")
    assert bind_dims(MEASURE, SPLITS)[0] == ("slag", "netto")


def test_a_dimension_that_is_not_there_has_no_member() -> None:
    assert bind_dims(MEASURE, SPLITS)[1] == ("borttagen", "")
    assert bind_dims(MEASURE, SPLITS, (("borttagen", "x"),))[1] == ("borttagen", "x")
