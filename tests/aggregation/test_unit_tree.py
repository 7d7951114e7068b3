"""The organisation as positions: everything below a unit is the stretch that follows it."""

from hypothesis import given, settings

from styrmodell.aggregation.unit_tree import build_unit_tree
from styrmodell.model.unit import Unit
from styrmodell.testing.strategies import unit_trees

EXAMPLES = settings(deadline=None)


def tree(text):
    pairs = (word.partition("<") for word in text.split())
    return build_unit_tree(Unit(id=name, name=name.upper(), parent_id=parent or None) for name, _, parent in pairs)


def below(made, unit):
    first, last = made.interval(unit)
    return set(made.order[first:last])


def test_units_are_laid_out_each_before_what_is_below_it():
    assert tree("r a<r b<r c<a d<b").order == ("r", "a", "c", "b", "d")


def test_a_stretch_holds_a_unit_and_all_below_it():
    made = tree("r a<r b<r c<a d<b")
    assert [below(made, unit) for unit in "rabcd"] == [set("rabcd"), set("ac"), set("bd"), {"c"}, {"d"}]


def test_a_child_may_stand_before_its_parent():
    assert below(tree("c<a a<r r"), "r") == {"r", "a", "c"}


def test_children_keep_the_order_they_are_written_in():
    assert tree("r z<r a<r m<r").children["r"] == ("z", "a", "m")


def test_several_roots_follow_each_other():
    made = tree("r a<r s b<s")
    assert made.order == ("r", "a", "s", "b")
    assert below(made, "r") == {"r", "a"}


def test_a_unit_with_an_unknown_parent_is_a_root():
    assert below(tree("r a<finns-inte b<a"), "a") == {"a", "b"}


def test_units_in_a_circle_are_roots_and_do_not_hang():
    made = tree("r a<b b<a c<a")
    assert set(made.order) == set("rabc")
    assert [below(made, unit) for unit in "ab"] == [{"a", "c"}, {"b"}]


def test_a_unit_that_is_its_own_parent_is_a_root():
    assert below(tree("r<r a<r"), "r") == {"r", "a"}


def test_of_two_units_with_one_id_the_first_stands():
    made = build_unit_tree(
        [Unit(id="r", name="Först"), Unit(id="r", name="Sedan", parent_id="a"), Unit(id="a", name="A")]
    )
    assert made.names["r"] == "Först"
    assert sorted(made.order) == ["a", "r"]
    assert below(made, "a") == {"a"}


def test_no_units_make_an_empty_tree():
    assert build_unit_tree([]).order == ()


def test_a_line_of_thousands_of_units_is_laid_out():
    made = tree(" ".join(["u0", *(f"u{place}<u{place - 1}" for place in range(1, 3_000))]))
    assert len(below(made, "u0")) == 3_000


@EXAMPLES
@given(unit_trees())
def test_a_stretch_is_exactly_the_unit_and_its_descendants(units):
    made = build_unit_tree(units)
    parents = {unit.id: unit.parent_id for unit in units}
    expected = {unit.id: set() for unit in units}
    for unit in units:
        above = unit.id
        while above is not None:
            expected[above].add(unit.id)
            above = parents[above]
    assert {unit.id: below(made, unit.id) for unit in units} == expected


@EXAMPLES
@given(unit_trees(max_depth=3))
def test_random_trees_are_no_deeper_than_asked(units):
    parents = {unit.id: unit.parent_id for unit in units}

    def depth(unit):
        return 1 if parents[unit] is None else 1 + depth(parents[unit])

    assert max(map(depth, parents)) <= 3
