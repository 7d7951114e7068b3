"""Cuts as parts of cell ids."""

import pytest

from styrmodell.aggregation.key import cut_text, read_cut
from styrmodell.model.internal import Internal


@pytest.mark.parametrize("internal", [None, *Internal])
@pytest.mark.parametrize("ie", ["", "1", "0–2, 5", "1, 3–4, 7–9"])
def test_a_cut_is_read_back_from_a_cell_id(ie: str, internal: Internal | None) -> None:
    text = cut_text(ie, internal)
    assert (read_cut(text) if text else ("", None)) == (ie, internal)


@pytest.mark.parametrize("text", ["", "ie", "x", "ie1.x", "ie1..", "1"])
def test_what_is_no_cut_is_none(text: str) -> None:
    assert read_cut(text) is None
