"""What the law asks of the region's interim report is told where it is not so, and only there."""

from pathlib import Path

import pytest

from styrmodell.api import Document, Finding, Period, load

REPORT = "dalarna.delarsrapport-lag"
TOML = """\
[workspace]
format = 1
name = "Region Prov"
profile = "dalarna"
as_of = AS_OF
files = ["plan.yaml"]
[reports."dalarna.delarsrapport-lag"]
overlamnad = "DAY"
till = "TO"
"""
PLAN = """\
plan: {id: prov-2024, unit: region, period: "2024"}
units:
  - {id: region, name: Region Prov, level: region}
  - {id: hsn, name: Nämnden, level: nämnd, parent: region}
dimensions:
  - {id: tillgangspost, members: [{id: kassa}]}
  - {id: finansieringspost, members: [{id: eget-kapital}]}
measures:
  - {id: tillgangar, name: Tillgångar, unit: kr, over_time: sista, dimensions: [tillgangspost]}
  - {id: finansiering, name: Finansiering, unit: kr, over_time: sista, dimensions: [finansieringspost]}
observations:
  - {unit: region, measure: tillgangar, period: 2024-07, kind: utfall, tillgangspost: kassa, value: "100"}
  - {unit: region, measure: finansiering, period: 2024-07, kind: utfall, finansieringspost: eget-kapital, value: "SUM"}
goals:
  - {id: balans, name: En ekonomi i balans, unit: region, period: "2024", stewardship: finansiellt}
ASSESSED
sections:
  - {id: SECTION-region-2024-07, heading: Samlad bedömning, text: Målen nås inte.}
"""
ASSESSED = """\
assessments:
  - {goal: balans, unit: region, period: 2024-01..2024-07, outlook: bedöms inte uppnås, by: Regionstyrelsen, why: Nej}
"""


def document(folder: Path, *, period: str = "2024-01..2024-07", unit: str = "region", **other: str) -> Document:
    """The report of a small region; *other* are day, to, as_of, sum, assessed and section."""
    told = {
        "AS_OF": "2025-01-31",
        "DAY": "2024-09-24",
        "TO": "Regionfullmäktige och revisorerna",
        "SUM": "100",
        "ASSESSED": ASSESSED,
        "SECTION": "hushallning",
    }
    told |= {key.upper(): value for key, value in other.items()}
    for name, template in (("styrmodell.toml", TOML), ("plan.yaml", PLAN)):
        text = template
        for word, value in told.items():
            text = text.replace(word, value)
        (folder / name).write_text(text, encoding="utf-8")
    publisher = load(folder).require().publisher
    return publisher.document(publisher.spec(REPORT), unit, Period.parse(period))


def told(found: Document) -> list[str]:
    return [one.code.code for one in found.findings]


def only(found: Document) -> Finding:
    (one,) = found.findings
    return one


def test_a_report_that_is_as_the_law_asks_tells_nothing(tmp_path: Path) -> None:
    assert told(document(tmp_path)) == []


@pytest.mark.parametrize("last", ["06", "08"])
def test_half_and_two_thirds_of_the_year_are_allowed(tmp_path: Path, last: str) -> None:
    assert "dalarna.11" not in told(document(tmp_path, period=f"2024-01..2024-{last}"))


@pytest.mark.parametrize("period", ["2024-01..2024-05", "2024-01..2024-09", "2024-02..2024-08", "2024"])
def test_another_period_is_told(tmp_path: Path, period: str) -> None:
    assert "dalarna.11" in told(document(tmp_path, period=period))


def test_a_report_that_nobody_has_delivered_is_told_when_two_months_have_gone(tmp_path: Path) -> None:
    assert told(document(tmp_path, day="", as_of="2024-10-01")) == ["dalarna.12"]
    assert told(document(tmp_path, day="", as_of="2024-09-30")) == []


def test_a_day_that_cannot_be_read_is_told_with_what_was_written(tmp_path: Path) -> None:
    assert '"i september" är ingen dag' in only(document(tmp_path, day="i september")).found()


@pytest.mark.parametrize("day", ["2024-10-01", "2024-07-31"])
def test_a_day_too_late_or_before_the_end_is_told(tmp_path: Path, day: str) -> None:
    assert told(document(tmp_path, day=day)) == ["dalarna.13"]


def test_the_last_day_of_the_second_month_is_in_time(tmp_path: Path) -> None:
    assert told(document(tmp_path, day="2024-09-30")) == []


@pytest.mark.parametrize(
    ("to", "lacks"),
    [
        ("Regionfullmäktige", "revisorerna"),
        ("regionens revisorer", "fullmäktige"),
        ("Regionstyrelsen", "fullmäktige och revisorerna"),
    ],
)
def test_an_addressee_that_lacks_is_told(tmp_path: Path, to: str, lacks: str) -> None:
    assert f"{lacks} saknas" in only(document(tmp_path, to=to)).found()


def test_a_balance_sheet_that_does_not_balance_is_told_with_both_sums(tmp_path: Path) -> None:
    found = only(document(tmp_path, sum="90"))
    assert found.code.code == "dalarna.15"
    assert "tillgångarna är 100 kr, eget kapital, avsättningar och skulder 90 kr" in found.found().replace(
        "\u00a0", " "
    )


def test_a_goal_whose_year_nobody_has_assessed_is_told(tmp_path: Path) -> None:
    assert told(document(tmp_path, assessed="")) == ["dalarna.16"]


def test_a_missing_overall_assessment_is_told(tmp_path: Path) -> None:
    assert told(document(tmp_path, section="annat")) == ["dalarna.17"]


def test_the_report_of_a_body_is_told_to_be_internal(tmp_path: Path) -> None:
    assert "dalarna.18" in told(document(tmp_path, unit="hsn"))
