"""The scorecard (styrkort): the front page of the region's template, then goals and measures by perspective."""

from collections.abc import Iterator

from styrmodell.api import (
    Block,
    Context,
    Document,
    Field,
    Findings,
    Head,
    Heading,
    ListSpec,
    NewPage,
    Perspective,
    ReportSpec,
    Scorecard,
    Text,
)
from styrmodell_dalarna.kort.cards import cards_or_blank, day_of, head_of, instances
from styrmodell_dalarna.kort.front_page import FrontPage
from styrmodell_dalarna.kort.goals import goal_blocks
from styrmodell_dalarna.kort.lines import Line, lines, notes
from styrmodell_dalarna.kort.parts import baseline_table

REPORT = "dalarna.styrkort"
TITLE = "Styrkort"
_FIELDS: tuple[Field[Line], ...] = (
    Field(key="matt", label="Mått", get=lambda line: line.name),
    Field(key="ingangsvarde", label="Ingångsvärde", get=lambda line: line.baseline_words),
    Field(key="malvarde", label="Målvärde", get=lambda line: line.target_words),
    Field(key="kalla", label="Källa", get=lambda line: line.source),
    Field(key="rapportering", label="Rapportering", get=lambda line: line.reporting),
)


def _build(context: Context) -> Document:
    found = cards_or_blank(context)
    page = FrontPage(context=context)
    blocks = tuple(block for card in found for block in _card(page, card, is_only=len(found) == 1))
    return Document(
        title=found[0].name if len(found) == 1 else f"{TITLE} {context.period.text}",
        head=_head(context, found),
        blocks=blocks,
        findings=Findings(page.doubts),
    )


def _head(context: Context, found: tuple[Scorecard, ...]) -> Head:
    if len(found) > 1:
        return head_of(context, found)
    (card,) = found
    dated = (("Daterat", card.dated.isoformat()),) if card.dated is not None else ()
    return head_of(context, found, *dated, dated=day_of(context, card))


def _card(page: FrontPage, card: Scorecard, *, is_only: bool) -> Iterator[Block]:
    level = 1 if is_only else 2
    if not is_only:
        yield NewPage()
        yield Heading(text=card.name)
    yield from page.blocks(card, level)
    yield from goal_blocks(page.context, card, level)
    told: set[str] = set()
    # The perspectives share the pages that lie on their side: most are short, and would leave a page half empty.
    if card.perspectives:
        yield NewPage(landscape=True)
    for perspective in card.perspectives:
        yield Heading(text=perspective.name, level=level)
        found = lines(page.context, card, perspective)
        yield page.context.table(_table(card, perspective, found, is_only=is_only))
        for measure in (line.measure for line in found):
            if measure is None or measure.id in told:
                continue
            told.add(measure.id)
            spec = baseline_table(page.context, measure, measure.id if is_only else f"{card.id}-{measure.id}")
            if spec is not None:
                yield page.context.table(spec)


def _table(card: Scorecard, perspective: Perspective, rows: tuple[Line, ...], *, is_only: bool) -> ListSpec[Line]:
    name = perspective.name
    return ListSpec(
        key=perspective.id if is_only else f"{card.id}-{perspective.id}",
        caption=f"Mått, {name[:1].lower()}{name[1:]}",
        items=rows,
        key_of=lambda line: line.key,
        group_of=lambda line: line.goal,
        group_header="Strategiskt mål",
        marks_of=lambda line: (line.mark,) if line.mark else (),
        fields=_FIELDS,
        notes=notes(rows, perspective),
        sheet=name if is_only else f"{card.id} {name}",
    )


SCORECARD = ReportSpec(
    key=REPORT,
    title=Text(sv=TITLE, en="Scorecard"),
    build=_build,
    instances=instances,
)
