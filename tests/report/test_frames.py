"""Values become frames in pandas and polars, and no digit is lost without a word."""

import csv
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pandas
import polars
import pytest

from styrmodell.api import Kind, Value, Values
from styrmodell.testing import example_plan, make_workspace

THIRD = Fraction(1, 3)


def value(exact: Decimal | Fraction | None) -> Value:
    number = exact
    if isinstance(exact, Fraction):
        number = Decimal("0." + "3" * 28)  # what a Value holds of a third: 28 digits
    return Value(cell="c", number=number, unit="kr", exact=exact)


# The decimals come late: a frame that guesses from the first rows would take them for whole numbers.
LATE = Values([*(value(Decimal(n)) for n in range(300)), value(Decimal("0.0000000001")), value(None)])
AWKWARD = Values(
    [value(Decimal("-1234567890123456789.25")), value(THIRD), value(Decimal("0.12345678901234567890")), value(None)]
)


def test_a_frame_of_pandas_has_a_row_a_value_and_decimals_as_they_are() -> None:
    frame = pandas.DataFrame(LATE.columns())
    assert frame.shape[0] == 302
    assert frame["number"].dtype == object
    assert list(frame["number"][:-1]) == [one.number for one in LATE[:-1]]
    assert pandas.isna(frame["number"].iloc[-1])


def test_a_frame_of_polars_has_decimals_and_no_floats() -> None:
    frame = polars.DataFrame(LATE.columns())
    assert frame["number"].dtype == polars.Decimal(38, 10)
    assert frame["number"].to_list() == [one.number for one in LATE]
    assert frame["number"].null_count() == 1


@pytest.mark.parametrize("make", [pandas.DataFrame, polars.DataFrame])
def test_a_number_with_more_than_ten_decimals_is_told_and_kept_whole_as_text(make) -> None:
    columns = {name: list(make(AWKWARD.columns())[name]) for name in ("number", "rounded", "exact")}
    assert columns["rounded"] == [False, True, True, False]
    assert columns["number"][:3] == [
        Decimal("-1234567890123456789.25"),
        Decimal("0.3333333333"),
        Decimal("0.1234567890"),
    ]
    assert columns["exact"] == ["-1234567890123456789.25", "1/3", "0.12345678901234567890", ""]
    assert Fraction(columns["exact"][1]) == THIRD


def test_a_number_too_large_for_a_frame_of_polars_is_still_there_as_text() -> None:
    large = Values([value(Decimal("1E+29")), value(Decimal("0.5"))])
    frame = polars.DataFrame(large.columns())
    assert Decimal(frame["exact"][0]) == Decimal("1E+29")
    assert frame["exact"][1] == "0.5"


def test_a_ratio_of_a_workspace_is_told_as_rounded_and_missing_is_no_zero(tmp_path: Path) -> None:
    workspace = make_workspace(example_plan())
    values = workspace.values(kinds=[Kind.BUDGET])
    frame = polars.DataFrame(values.columns())
    ratio = frame.filter(polars.col("measure") == "ekonomi-per-inv")
    assert ratio["rounded"].to_list() == [True]
    assert ratio["exact"].to_list() == ["-1399750/3579"]
    assert [n for n, known in zip(frame["number"], values, strict=True) if known.number is None and n is not None] == []
    values.write_csv(tmp_path / "v.csv")
    with (tmp_path / "v.csv").open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream))
    assert [row["exact"] for row in rows] == frame["exact"].to_list()
