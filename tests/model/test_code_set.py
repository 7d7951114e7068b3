"""Sets of codes are read as they are printed, know what they contain and where they overlap."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from styrmodell.errors import TextError
from styrmodell.model.code_set import CodeRange, CodeSet, overlaps

CODES = st.integers(min_value=0, max_value=999).map(lambda code: f"{code:03d}")
RANGES = st.tuples(CODES, CODES).map(lambda ends: CodeRange(length=3, first=min(ends), last=max(ends)))
SETS = st.lists(RANGES, min_size=1, max_size=6).map(lambda ranges: CodeSet(ranges=tuple(ranges)))


@pytest.mark.parametrize(
    ("text", "canonical"),
    [
        ("010--090, 092", "010–090, 092"),
        ("Dvo 010--090, 092", "010–090, 092"),
        ("Dvo 320–330", "320–330"),
        ("Dvo 320-330", "320–330"),
        ("Dvo 091, 191, 291, 940", "091, 191, 291, 940"),
        ("konto: 3000-3999; 8010", "3000–3999, 8010"),
        ("3000 − 3999 och 8010", "3000–3999, 8010"),
        ("Dvo 910, Dvo 920", "910, 920"),
        ("092\n010‐090", "010–090, 092"),
        ("010-050, 040-090", "010–090"),
        ("90, 090", "90, 090"),
        ("övriga", "övriga"),
        ("Övr.Dvo", "övriga"),
        ("övr. dvo", "övriga"),
        ("Övriga konton", "övriga"),
        ("resten", "övriga"),
        ("the rest", "övriga"),
    ],
)
def test_a_printed_set_is_read(text, canonical):
    assert str(CodeSet.parse(text)) == canonical


@pytest.mark.parametrize(
    "text",
    ["", " ", "Dvo", "10-200", "090-010", "010,,020", "Dvo 993 Endast ie-kod 2 här", "010-020-030", "a-b", "1" * 3000],
)
def test_what_is_no_set_of_codes_is_refused(text):
    with pytest.raises(TextError):
        CodeSet.parse(text)


@given(st.text(max_size=60))
def test_any_text_is_a_set_or_refused(text):
    try:
        made = CodeSet.parse(text)
    except TextError:
        return
    assert CodeSet.parse(str(made)) == made


@given(SETS)
def test_a_set_is_read_back_from_its_text(codes):
    assert CodeSet.parse(str(codes)) == codes


@given(SETS, CODES)
def test_a_set_contains_what_one_of_its_ranges_holds(codes, code):
    assert codes.contains(code) == any(one.first <= code <= one.last for one in codes.ranges)


def test_codes_of_another_length_are_other_codes():
    assert not CodeSet.parse("010-090").contains("0100")
    assert not CodeSet.parse("010-090").contains("20")


def test_the_rest_contains_nothing_by_itself():
    rest = CodeSet.parse("övriga")
    assert rest.is_rest
    assert not rest.contains("010")


def test_a_set_has_codes_or_is_the_rest():
    with pytest.raises(ValueError, match="never both or neither"):
        CodeSet()
    with pytest.raises(ValueError, match="never both or neither"):
        CodeSet(ranges=CodeSet.parse("1").ranges, is_rest=True)


@pytest.mark.parametrize("ends", [("010", "09"), ("2", "1")])
def test_a_range_has_codes_of_one_length_in_order(ends):
    with pytest.raises(ValueError, match="range"):
        CodeRange(length=len(ends[0]), first=ends[0], last=ends[1])


def test_codes_that_two_sets_claim_are_told_with_both():
    (one,) = overlaps({"a": CodeSet.parse("010-090"), "b": CodeSet.parse("080-100"), "c": CodeSet.parse("övriga")})
    assert (one.first, one.second, str(one.codes)) == ("a", "b", "080–090")


def test_a_set_inside_a_long_one_hides_no_other():
    sets = {"a": CodeSet.parse("010-090"), "b": CodeSet.parse("020"), "c": CodeSet.parse("050-060")}
    assert [(one.first, one.second, str(one.codes)) for one in overlaps(sets)] == [
        ("a", "b", "020"),
        ("a", "c", "050–060"),
    ]


@given(st.lists(SETS, max_size=4), CODES)
def test_a_code_is_told_when_two_sets_contain_it(sets, code):
    claims = sum(one.contains(code) for one in sets)
    told = overlaps({str(place): one for place, one in enumerate(sets)})
    assert any(one.codes.first <= code <= one.codes.last for one in told) == (claims > 1)
