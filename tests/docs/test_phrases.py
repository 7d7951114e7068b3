"""The tables of docs/reference/malvarden.md and perioder.md: every row is read as the page says."""

import re
from collections.abc import Iterator
from enum import Enum
from fractions import Fraction
from pathlib import Path

import pytest

from styrmodell.errors import TextError
from styrmodell.model.baseline import Baseline, BaselineDoubt, BaselineKind
from styrmodell.model.direction import Direction
from styrmodell.model.frequency import Cadence, Reporting, ReportingDoubt
from styrmodell.model.number_text import read_number
from styrmodell.model.period_text import read_period
from styrmodell.model.target import Target, TargetDoubt, TargetKind

REFERENCE = Path(__file__).parents[2] / "docs" / "reference"
Row = dict[str, str]


def rows(page: str, *heading: str) -> list[Row]:
    """The rows of every table of *page* whose heading begins with *heading*, without their code marks."""
    return [row for row in _all_rows(page) if tuple(row)[: len(heading)] == heading]


def _all_rows(page: str) -> Iterator[Row]:
    names: list[str] = []
    for line in (REFERENCE / page).read_text(encoding="utf-8").splitlines():
        if not line.startswith("|"):
            names = []
        elif not names:
            names = _cells(line)
        elif not re.fullmatch(r"[|-]+", line):
            yield dict(zip(names, (cell.replace("`", "") for cell in _cells(line)), strict=True))


def _cells(line: str) -> list[str]:
    return [cell.strip() for cell in line.strip("|").split("|")]


def plain(text: str) -> str:
    """A no-break space is a space on the page."""
    return text.replace("\u00a0", " ")


TARGETS = rows("malvarden.md", "målvärde", "läses som", "skrivs ut")
BASELINES = rows("malvarden.md", "ingångsvärde", "läses som", "skrivs ut")
FREQUENCIES = rows("malvarden.md", "frekvens", "läses som", "skrivs ut")


@pytest.mark.parametrize("row", TARGETS, ids=lambda row: row["målvärde"])
def test_a_target_is_read_as_the_page_says(row: Row) -> None:
    target = Target.parse(row["målvärde"])
    assert (target.kind.value, plain(str(target))) == (row["läses som"], row["skrivs ut"])
    doubts = {doubt.value for part in (target, *target.parts) for doubt in part.doubts}
    assert doubts == set(row.get("tvivel", "").split())


@pytest.mark.parametrize("row", BASELINES, ids=lambda row: row["ingångsvärde"])
def test_a_baseline_is_read_as_the_page_says(row: Row) -> None:
    baseline = Baseline.parse(row["ingångsvärde"])
    assert (baseline.kind.value, plain(str(baseline))) == (row["läses som"], row["skrivs ut"])
    assert [doubt.value for doubt in baseline.doubts] == row.get("tvivel", "").split()


@pytest.mark.parametrize("row", FREQUENCIES, ids=lambda row: row["frekvens"])
def test_a_frequency_is_read_as_the_page_says(row: Row) -> None:
    reporting = Reporting.parse(row["frekvens"])
    assert [one.cadence.value for one in reporting.frequencies] == row["läses som"].split()
    assert plain(str(reporting)) == row["skrivs ut"]
    assert [doubt.value for doubt in reporting.doubts] == row.get("tvivel", "").split()


def test_every_kind_has_an_example() -> None:
    assert {row["läses som"] for row in TARGETS} == {kind.value for kind in TargetKind}
    assert {row["läses som"] for row in BASELINES} == {kind.value for kind in BaselineKind}
    assert {word for row in FREQUENCIES for word in row["läses som"].split()} == {one.value for one in Cadence}


@pytest.mark.parametrize(
    ("table", "doubts"), [(TARGETS, TargetDoubt), (BASELINES, BaselineDoubt), (FREQUENCIES, ReportingDoubt)]
)
def test_every_doubt_has_an_example(table: list[Row], doubts: type[Enum]) -> None:
    assert {row["tvivel"] for row in table if row.get("tvivel")} == {doubt.value for doubt in doubts}


def test_the_page_says_when_every_kind_of_target_is_met() -> None:
    told = [row["läses som"] for row in rows("malvarden.md", "läses som", "betyder", "uppnått när")]
    assert sorted(told) == sorted(kind.value for kind in TargetKind)


def test_the_page_says_what_every_kind_of_baseline_means() -> None:
    told = [row["läses som"] for row in rows("malvarden.md", "läses som", "betyder") if "uppnått när" not in row]
    assert sorted(told) == sorted(kind.value for kind in BaselineKind)


@pytest.mark.parametrize(
    "row", rows("malvarden.md", "mål", "utfall"), ids=lambda row: f"{row['mål']} {row['riktning']}"
)
def test_a_target_is_met_when_the_page_says_so(row: Row) -> None:
    direction = Direction(row["riktning"]) if row["riktning"] else None
    outcome, reference = number(row["utfall"]), number(row["jämförs med"])
    met = Target.parse(row["mål"]).is_met(outcome, reference=reference, direction=direction)
    assert {True: "ja", False: "nej", None: "kan inte sägas"}[met] == row["uppnått"]


def number(text: str) -> Fraction | None:
    found = read_number(text)
    return None if found is None else Fraction(found.value)


@pytest.mark.parametrize("row", rows("perioder.md", "skrivs", "period"), ids=lambda row: row["skrivs"])
def test_a_period_is_read_as_the_page_says(row: Row) -> None:
    assert read_period(row["skrivs"]).text == row["period"]


@pytest.mark.parametrize("row", rows("perioder.md", "skrivs", "flöde", "läge"), ids=lambda row: row["skrivs"])
def test_per_a_month_is_read_as_the_page_says(row: Row) -> None:
    assert read_period(row["skrivs"]).text == row["flöde"]
    assert read_period(row["skrivs"], is_stock=True).text == row["läge"]


@pytest.mark.parametrize("row", rows("perioder.md", "skrivs", "med året 2014"), ids=lambda row: row["skrivs"])
def test_a_period_beside_its_year_is_read_as_the_page_says(row: Row) -> None:
    assert read_period(row["skrivs"], year=2014).text == row["med året 2014"]


@pytest.mark.parametrize("row", rows("perioder.md", "skrivs", "nekas", "skäl"), ids=lambda row: row["skrivs"])
def test_what_the_page_says_is_refused_is_refused(row: Row) -> None:
    with pytest.raises(TextError) as refused:
        read_period(row["skrivs"])
    assert refused.value.ambiguous == (row["nekas"] == "tvetydig")


def test_every_table_of_the_pages_is_read() -> None:
    periods = ("period", "flöde", "med året 2014", "nekas")
    read = sum(len(rows("perioder.md", "skrivs", name)) for name in periods)
    assert read == len(list(_all_rows("perioder.md"))) > 0
    written = (("målvärde",), ("ingångsvärde",), ("frekvens",), ("läses som", "betyder"), ("mål", "utfall"))
    read = sum(len(rows("malvarden.md", *heading)) for heading in written)
    assert read == len(list(_all_rows("malvarden.md"))) > 0
