"""The strategic goals of a card with their success factors, by perspective."""

from collections.abc import Iterator

from styrmodell.api import Block, Context, Goal, Heading, Listing, ListItem, Run, Scorecard
from styrmodell_dalarna.kort.lines import goals_of
from styrmodell_dalarna.text import NOT_FILLED, blank, bulleted

HEADING = "Strategiska mål och framgångsfaktorer"


def goal_blocks(context: Context, card: Scorecard, level: int) -> Iterator[Block]:
    """The goals of each perspective, under headings of *level* and the next."""
    yield Heading(text=HEADING, level=level)
    for perspective in card.perspectives:
        yield Heading(text=perspective.name, level=level + 1)
        goals = goals_of(context, card, perspective)
        yield _listed(goals) if goals else blank()


def _listed(goals: tuple[Goal, ...]) -> Listing:
    """*goals*, each with its success factors under it; goals that share theirs stand together."""
    shared: dict[tuple[str, ...], list[str]] = {}
    for goal in goals:
        shared.setdefault(goal.success_factors, []).append(goal.name)
    items = (
        ListItem(runs=(Run(text="; ".join(names), strong=True),), lists=bulleted(factors or (NOT_FILLED,)))
        for factors, names in shared.items()
    )
    return Listing(items=tuple(items))
