"""Words that stand where a number is expected."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from styrmodell.io.tables.suppressed import read_suppressed
from styrmodell.model.kind import State


@pytest.mark.parametrize(
    "word",
    [
        "..",
        "…",
        "-",
        "–",
        "x",
        "X",
        "Uppgift saknas",
        "uppg. saknas",
        "i.u.",
        "n/a",
        "sekretess",
        "ej rapporterat",
        " Ej  rapporterat ",
    ],
)
def test_a_known_word_is_missing(word):
    found = read_suppressed(word)
    assert found is not None
    assert found.state is State.MISSING


@pytest.mark.parametrize("word", ["ej aktuellt", "e.t.", "Ej tillämpligt"])
def test_what_has_no_figure_by_nature_is_not_applicable(word):
    found = read_suppressed(word)
    assert found is not None
    assert found.state is State.NOT_APPLICABLE


@pytest.mark.parametrize("text", ["", "  ", "0", "1 234", "-5", "se bilaga", "xx", "x 5", "noll"])
def test_all_else_is_no_such_word(text):
    assert read_suppressed(text) is None


@given(st.decimals(allow_nan=False, allow_infinity=False))
def test_a_number_is_never_such_a_word(number):
    assert read_suppressed(str(number)) is None
