"""The five years that every appendix shows, relative to the plan's."""

from attrs import evolve, frozen

from styrmodell.api import Column, Kind


@frozen(kw_only=True)
class Year:
    """One of the five years.

    Attributes:
        offset: Years from the plan's.
        word: What the heading calls the figure.
    """

    offset: int
    kind: Kind
    word: str

    @property
    def key(self) -> str:
        """Part of the column's key: "budget-{year}"."""
        return f"{self.kind.value}-{{year}}"

    @property
    def label(self) -> str:
        """The heading: "Budget {year}"."""
        return f"{self.word} {{year}}"

    def column(self) -> Column:
        """The year as one column."""
        return Column(key=self.key, label=self.label, period=self.offset, kind=self.kind)


OUTCOME = Year(offset=-2, kind=Kind.OUTCOME, word="Utfall")
FORECAST = Year(offset=-1, kind=Kind.FORECAST, word="Prognos")
LAST_BUDGET = Year(offset=-1, kind=Kind.BUDGET, word="Budget")
BUDGET = Year(offset=0, kind=Kind.BUDGET, word="Budget")
PLAN_1 = Year(offset=1, kind=Kind.PLAN, word="Plan")
PLAN_2 = Year(offset=2, kind=Kind.PLAN, word="Plan")

FIVE_YEARS = tuple(year.column() for year in (OUTCOME, FORECAST, BUDGET, PLAN_1, PLAN_2))

# For tables that add their years up: there each column has a key of its own, also the two years of plan.
ADDED_YEARS = tuple(
    evolve(year.column(), key=key)
    for year, key in (
        (FORECAST, "forecast-{year}"),
        (BUDGET, "budget-{year}"),
        (PLAN_1, "plan1-{year}"),
        (PLAN_2, "plan2-{year}"),
    )
)
