"""What the region's template asks of every card of the plan."""

from collections.abc import Iterable, Iterator

from styrmodell.api import Check, Context, Finding, Scorecard
from styrmodell_dalarna.kort.codes import TEMPLATE_NOT_FOLLOWED
from styrmodell_dalarna.kort.front_page import PARTS
from styrmodell_dalarna.profile import KEY


def _run(context: Context) -> Iterable[Finding]:
    if context.profile.key != KEY:  # another region has a template of its own
        return
    for card in context.plan.scorecards:
        lacks = tuple(_lacks(context, card))
        if lacks:
            yield TEMPLATE_NOT_FOLLOWED.at(card.source, card=card.id, lacks=", ".join(lacks))


def _lacks(context: Context, card: Scorecard) -> Iterator[str]:
    """The parts of the front page that are empty, and the perspectives that the card has nothing under."""
    yield from (part.called for part in PARTS if not part.texts(card))
    filled = {line.perspective_id for line in card.lines}
    known = {one.name.casefold() for one in card.perspectives if one.id in filled}
    yield from (f"perspektivet {name}" for name in context.profile.perspectives if name.casefold() not in known)


TEMPLATE = Check(key="dalarna.styrkortsmall", codes=(TEMPLATE_NOT_FOLLOWED,), run=_run)
