"""Findings and acknowledgements for the tests."""

from datetime import date
from typing import Any

from hypothesis import strategies as st

from styrmodell.finding import Acknowledgement, Code, Finding, Findings, Severity, Text
from styrmodell.source import Source

TODAY = date(2020, 5, 1)


def code(name: str = "SM301", severity: Severity = Severity.WARNING) -> Code:
    """A code whose found and expected are what the finding is given."""
    return Code(
        code=name,
        severity=severity,
        title=Text(sv="Prov", en="Trial"),
        found=Text(sv="hittade {found}", en="found {found}"),
        expected=Text(sv="väntade {wanted}", en="expected {wanted}"),
        do=Text(sv="ändra", en="change"),
    )


def finding(found: str = "5", wanted: str = "4", place: str = "rad 7", file: str = "a.csv", **kind: Any) -> Finding:
    """A finding of one kind."""
    return code(**kind).at(Source(file=file, place=place), found=found, wanted=wanted)


def said(one: Finding, **changed: Any) -> Acknowledgement:
    """An acknowledgement of *one*."""
    parts: dict[str, Any] = {
        "code": one.code.code,
        "where": str(one.source),
        "found": one.found(),
        "expected": one.expected(),
        "why": "Känt",
        "role": "Controller",
        "until": date(2020, 12, 31),
        "source": Source(file="kvitterade.yaml", place="rad 2"),
    }
    return Acknowledgement(**{**parts, **changed})


TEXTS = st.sampled_from(["5", "6", "5 000", "5\u00a0000", ""])
PLACES = st.sampled_from(["rad 7", "rad 8", "rad 7 kolumn varde", "Blad1!D7", "Blad2!D7", "Blad1!E7", ""])
CODES = st.sampled_from(["SM104", "SM301", "SM420", "SM432"])
FINDINGS = st.lists(
    st.builds(
        finding,
        found=TEXTS,
        wanted=TEXTS,
        place=PLACES,
        file=st.sampled_from(["a.csv", "a.csv rad 7", "b.csv"]),
        name=CODES,
        severity=st.sampled_from(Severity),
    ),
    max_size=8,
).map(Findings)
DAYS = st.sampled_from([date(2020, 4, 30), TODAY, date(2020, 5, 2)])


@st.composite
def acknowledgements(draw: st.DrawFn) -> tuple[Acknowledgement, ...]:
    return tuple(said(one, until=draw(DAYS), why=draw(st.sampled_from(["Känt", " "]))) for one in draw(FINDINGS))
