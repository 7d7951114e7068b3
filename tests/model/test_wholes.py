"""Which object another is a part of."""

from hypothesis import given
from hypothesis import strategies as st

from styrmodell.model.lifting.whole import known_wholes, wholes_of

NAMES = [str(number) for number in range(7)]


@given(st.dictionaries(st.sampled_from(NAMES), st.none() | st.sampled_from([*NAMES, "okänd"])))
def test_what_is_unknown_or_on_a_circle_is_left_out_and_nothing_else(named):
    above = {name: whole for name, whole in named.items() if whole in named}
    assert known_wholes(named) == {name: up for name, up in above.items() if name not in wholes_of(name, above)}


def test_what_leads_to_a_circle_and_is_not_on_it_keeps_its_whole():
    assert known_wholes({"a": "b", "b": "c", "c": "b"}) == {"a": "b"}
