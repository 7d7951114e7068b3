"""The text of a definition: read by a small grammar, never by eval."""

from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from styrmodell.errors import TextError
from styrmodell.model.check import circular_measures
from styrmodell.model.expression import Change, Product, Ref, column, ref, row, total, walk
from styrmodell.model.expression_text import MAX_DEPTH, MAX_LENGTH, PlaceError, expression_text, parse_expression
from styrmodell.model.internal import Internal
from styrmodell.model.kind import Kind
from styrmodell.model.measure import Measure
from styrmodell.model.period_shift import Shift, Span
from styrmodell.model.reference_text import RESERVED

EXAMPLES = settings(deadline=None)
A, B, C = ref("a"), ref("b"), ref("c")
NAMES = st.from_regex(r"[a-zåäö][a-zåäö0-9_]{0,5}(-[a-z0-9]{1,3})?", fullmatch=True)
MEMBERS = st.from_regex(r"[a-z0-9][a-z0-9_-]{0,6}", fullmatch=True)
REFERENCES = st.builds(
    lambda measure, dims: Ref(measure=measure, dims=tuple(dims.items())),
    NAMES,
    st.dictionaries(NAMES.filter(lambda name: name not in RESERVED), MEMBERS, max_size=3),
)


def factors(*, whole: bool) -> st.SearchStrategy[Fraction]:
    return st.integers(-999, 999).map(Fraction) if whole else st.fractions(-99, 99, max_denominator=8)


def expressions(*, whole: bool) -> st.SearchStrategy:
    return st.recursive(
        REFERENCES,
        lambda below: st.one_of(
            st.builds(lambda left, right: left + right, below, below),
            st.builds(lambda left, right: left - right, below, below),
            st.builds(lambda part, factor: Product(part=part, factor=factor), below, factors(whole=whole)),
            st.builds(lambda left, right: left / right, below, below),
        ),
        max_leaves=8,
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a", A),
        ("ekonomi[dvo=regionbidrag]", ref("ekonomi", dims=(("dvo", "regionbidrag"),))),
        ("a[dvo=010, slag=netto]", ref("a", dims=(("dvo", "010"), ("slag", "netto")))),
        ("a[ dvo = x ]", ref("a", dims=(("dvo", "x"),))),
        ("regionbidrag-per-inv", ref("regionbidrag-per-inv")),
        ("årsarbetare", ref("årsarbetare")),
        ("a + b + c", A + B + C),
        ("a - b - c", (A - B) - C),
        ("a - (b - c)", A - (B - C)),
        ("a − b", A - B),
        ("a + b / c", A + B / C),
        ("(a + b) / c", (A + B) / C),
        ("a / b / c", (A / B) / C),
        ("a / (b / c)", A / (B / C)),
        ("2 * a", A * 2),
        ("a × 2", A * 2),
        ("a · 2", A * 2),
        ("0,5 * a", A * "0.5"),
        ("0.5 * a", A * "0.5"),
        ("2 * 3 * a", A * 6),
        ("a / 4", A * "0.25"),
        ("a / 3", Product(part=A, factor=Fraction(1, 3))),
        ("-a", -A),
        ("-2 * a", A * -2),
        ("  a+b  ", A + B),
    ],
)
def test_a_definition_is_read_as_people_would(text, expected):
    assert parse_expression(text) == expected


def test_a_hyphen_between_letters_belongs_to_the_name():
    assert parse_expression("a-b") == ref("a-b")


@EXAMPLES
@given(expressions(whole=True))
def test_an_expression_is_read_back_from_its_text(expression):
    assert parse_expression(expression_text(expression)) == expression


@EXAMPLES
@given(expressions(whole=False))
def test_an_expression_with_broken_factors_is_read_back_from_its_text(expression):
    assert parse_expression(expression_text(expression)) == expression


@pytest.mark.parametrize("text", ["a / 4", "0,5 * a", "a - 0.25 * b", "-a / 3"])
def test_what_was_read_with_a_broken_factor_can_be_written_and_read_again(text):
    read = parse_expression(text)
    assert parse_expression(expression_text(read)) == read


@EXAMPLES
@given(st.lists(REFERENCES, min_size=2, max_size=4), REFERENCES)
def test_a_sum_within_a_sum_is_read_back_as_the_same_addends(inner, last):
    nested = total((total(inner), last))
    assert [part for part in walk(parse_expression(expression_text(nested))) if isinstance(part, Ref)] == [*inner, last]


def test_a_change_is_read_back_from_its_text():
    change = Change(after=A, before=B)
    assert parse_expression(expression_text(change)) == change


@pytest.mark.parametrize(
    "text", ["förändring(a)", "förändring(a, b, c)", "förändring(a, 2)", "förändring(, b)", "a, b"]
)
def test_a_change_has_two_measures(text):
    with pytest.raises(TextError):
        parse_expression(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a[typ=budget]", Ref(measure="a", kind=Kind.BUDGET)),
        ("a[kind=budget]", Ref(measure="a", kind=Kind.BUDGET)),
        ("a[version=januari 2025]", Ref(measure="a", version="januari 2025")),
        ("a[period=-1]", Ref(measure="a", shift=Shift(years=-1))),
        ("a[period=-0]", Ref(measure="a", shift=Shift())),
        ("a[period=ack-1]", Ref(measure="a", shift=Shift(span=Span.YEAR_TO_DATE, years=-1))),
        ("a[enhet=rlf, dvo=x]", Ref(measure="a", unit="rlf", dims=(("dvo", "x"),))),
        ("a[ie=0-2+5]", Ref(measure="a", ie="0–2, 5")),
        ("a[internt=eliminerat]", Ref(measure="a", internal=Internal.ELIMINATED)),
    ],
)
def test_a_reference_chooses_what_it_does_not_inherit(text, expected):
    assert parse_expression(text) == expected
    assert parse_expression(expression_text(expected)) == expected


@pytest.mark.parametrize(
    "text", ["a[typ=x]", "a[period=2020]", "a[period=]", "a[typ=budget, typ=plan]", "a[ie=x]", "a[internt=ja]", "a[]"]
)
def test_a_reference_that_chooses_nothing_known_is_refused(text):
    with pytest.raises(TextError):
        parse_expression(text)


@pytest.mark.parametrize(("expression", "text"), [(row("summa"), "rad(summa)"), (column("netto"), "kolumn(netto)")])
def test_rows_and_columns_are_written_for_people_and_not_read_in_definitions(expression, text):
    assert expression_text(expression) == text
    with pytest.raises(TextError):
        parse_expression(text)


@pytest.mark.parametrize(
    "text",
    [
        "__import__('os').system('true')",
        "().__class__.__bases__",
        "a.__class__",
        "lambda: a",
        "a if b else c",
        "a; b",
        "f(a)",
        "a ** b",
        "a // b",
        "a % b",
        "'a'",
        "{a}",
        "a[0]",
        "a[dvo]",
        "a[=x]",
        "a[dvo=]",
        "a[dvo=x][slag=y]",
        "a[dvo=[x]]",
        "A",
        "a\x00",
        "=a",
    ],
)
def test_a_text_that_is_no_definition_is_refused(text):
    with pytest.raises(TextError):
        parse_expression(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "5",
        "2 * 3",
        "a +",
        "+ a",
        "a b",
        "(a",
        "a)",
        "()",
        "a * b",
        "a + 1",
        "1 - a",
        "a / 0",
        "1 / a",
        "a - -",
    ],
)
def test_an_unfinished_or_senseless_definition_is_refused(text):
    with pytest.raises(TextError):
        parse_expression(text)


def test_parentheses_are_read_to_a_bounded_depth():
    assert parse_expression("(" * (MAX_DEPTH - 1) + "a" + ")" * (MAX_DEPTH - 1)) == A
    with pytest.raises(TextError):
        parse_expression("(" * MAX_DEPTH + "a" + ")" * MAX_DEPTH)


def test_minus_signs_are_read_to_a_bounded_depth():
    with pytest.raises(TextError):
        parse_expression("-" * (MAX_LENGTH - 1) + "a")


def test_what_is_read_can_be_read_again_as_it_is_written_and_else_it_is_refused():
    minuses = f"{'-' * 34}a - {'-' * 34}a"
    assert parse_expression(expression_text(parse_expression(minuses))) == parse_expression(minuses)
    for longer in (f"{minuses} - {'-' * 34}a", "a - -" * 60 + "a", f"{'a' * (MAX_LENGTH - 5)} - -a"):
        with pytest.raises(TextError) as told:
            parse_expression(longer)
        assert told.value.text == longer


def test_a_text_is_read_to_a_bounded_length():
    assert parse_expression("a".ljust(MAX_LENGTH)) == A
    with pytest.raises(TextError):
        parse_expression("a".ljust(MAX_LENGTH + 1))


def test_a_refused_text_is_not_repeated_whole():
    with pytest.raises(TextError) as told:
        parse_expression("a + " * MAX_LENGTH)
    assert len(str(told.value)) < 300


@pytest.mark.parametrize("sign", ["/", " - ", "+"])
def test_the_longest_chain_that_is_read_can_be_walked_and_checked(sign):
    # A chain is a tree as deep as it is long: either it is refused, or everyone can go through it.
    names = ["a"] * ((MAX_LENGTH - 1) // (1 + len(sign)) + 1)
    try:
        definition = parse_expression(sign.join(names))
    except TextError:
        return
    assert sum(isinstance(part, Ref) for part in walk(definition)) == len(names)
    assert circular_measures((Measure(id="m", name="M", unit="kr", definition=definition),)) == frozenset()
    assert expression_text(definition).count("a") == len(names)


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("rad(lakare)", row("lakare")),
        ("kolumn( budget-{year} )", column("budget-{year}")),
        ("rad(010) / rad (summa)", row("010") / row("summa")),
        ("förändring(kolumn(b), kolumn(a))", Change(after=column("b"), before=column("a"))),
        ("a - 2 * rad(b)", A - row("b") * 2),
    ],
)
def test_a_cell_of_a_table_may_name_rows_and_columns(text, read):
    assert parse_expression(text, in_table=True) == read
    assert parse_expression(expression_text(read), in_table=True) == read


@pytest.mark.parametrize("text", ["rad(a)", "b + kolumn(a)", "förändring(rad(a), b)"])
def test_a_definition_may_not(text):
    with pytest.raises(PlaceError):
        parse_expression(text)


@pytest.mark.parametrize("text", ["rad()", "kolumn( )", "rad(a", "rad(rad(a))", "rad(a) kolumn(b)", "rad[a](b)"])
def test_a_cell_that_names_nothing_is_refused(text):
    with pytest.raises(TextError):
        parse_expression(text, in_table=True)


@pytest.mark.parametrize("name", ["rad", "kolumn", "rad-b", "kolumner"])
def test_a_measure_may_be_called_as_the_words_of_tables(name):
    assert parse_expression(f"{name} - {name}[a=b] / rada") == ref(name) - ref(name, dims=(("a", "b"),)) / ref("rada")
    assert parse_expression(f"({name})", in_table=True) == ref(name)
