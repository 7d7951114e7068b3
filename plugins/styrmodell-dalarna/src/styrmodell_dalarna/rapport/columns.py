"""Columns that several tables share: month and year so far against budget and last year."""

from styrmodell.api import Column, Kind, Note, column
from styrmodell_dalarna.rapport.months import Months

MONTH, SO_FAR = "manad", "hittills"
BETTER = Note(text="Kostnader är minus. En avvikelse eller förändring med plus är bättre för resultatet.")


def against_budget(months: Months) -> tuple[Column, ...]:
    """Outcome, budget and deviation of the month and of the year so far, then the same time last year."""
    before = months.year_number - 1
    return (
        *_compared(MONTH, months.words, months),
        *_compared(SO_FAR, f"Hittills {months.year_number}", months),
        Column(
            key=f"{SO_FAR}-forra",
            label=f"Samma tid {before}",
            group=f"Hittills {months.year_number}",
            period=months.so_far.shift(-1),
        ),
        Column(
            key=f"{SO_FAR}-forandring",
            label=f"Förändring mot {before}",
            group=f"Hittills {months.year_number}",
            cell=column(f"{SO_FAR}-utfall") - column(f"{SO_FAR}-forra"),
            signed=True,
        ),
    )


def _compared(key: str, group: str, months: Months) -> tuple[Column, ...]:
    period = months.month if key == MONTH else months.so_far
    group = group[:1].upper() + group[1:]
    return (
        Column(key=f"{key}-utfall", label="Utfall", group=group, period=period),
        Column(key=f"{key}-budget", label="Budget", group=group, period=period, kind=Kind.BUDGET),
        Column(
            key=f"{key}-avvikelse",
            label="Avvikelse",
            group=group,
            cell=column(f"{key}-utfall") - column(f"{key}-budget"),
            signed=True,
        ),
    )


def against_last_year(months: Months) -> tuple[Column, ...]:
    """The month and the year so far, each against the same time last year, then the rolling twelve months."""
    return (
        *_changed(MONTH, months.words, months),
        *_changed(SO_FAR, f"Hittills {months.year_number}", months),
        Column(key="r12", label="Rullande 12 månader", period=months.rolling),
    )


def _changed(key: str, group: str, months: Months) -> tuple[Column, ...]:
    period = months.month if key == MONTH else months.so_far
    group, before = group[:1].upper() + group[1:], months.year_number - 1
    return (
        Column(key=f"{key}-utfall", label="Utfall", group=group, period=period),
        Column(key=f"{key}-forra", label=f"Samma tid {before}", group=group, period=period.shift(-1)),
        Column(
            key=f"{key}-forandring",
            label="Förändring",
            group=group,
            cell=column(f"{key}-utfall") - column(f"{key}-forra"),
            signed=True,
        ),
    )
