"""Actions for an economy in balance (handlingsplan): target, outcome, forecast and deviation, action by action."""

from collections.abc import Iterable, Iterator, Mapping

from styrmodell.api import (
    Action,
    ActionReport,
    Block,
    Column,
    Heading,
    Kind,
    Note,
    OutcomeMethod,
    Row,
    TableSpec,
)
from styrmodell_dalarna.kort.outcomes import NO_COMMENT
from styrmodell_dalarna.rapport.action_columns import action_columns, effect
from styrmodell_dalarna.rapport.action_sums import sum_row, sums_by, unit_word
from styrmodell_dalarna.rapport.action_terms import terms_table
from styrmodell_dalarna.rapport.codes import FORECAST_UNCOMMENTED, NO_REPORT
from styrmodell_dalarna.rapport.writer import Writer, lacking

_METHODS = ((OutcomeMethod.BOOKED, "bokförd"), (OutcomeMethod.COMPUTED, "beräknad"), (OutcomeMethod.JUDGED, "bedömd"))
_SAME, _NO_NET, _NO_REPORT = "a)", "b)", "c)"
_NOTES = (
    (_SAME, "Samma besparing redovisas av en annan enhet: åtgärden visas men räknas inte i summan."),
    (_NO_NET, "Nettoeffekten är inte beräknad."),
    (_NO_REPORT, "Ingen uppföljning har lämnats för månaden."),
)
_TOGETHER = "Summans avvikelse visas bara när alla åtgärder som räknas har både mål och prognos."


def section(writer: Writer) -> Iterable[Block]:
    """The actions of the unit and of those below it, then their sums by unit, category and feasibility."""
    own = actions_of(writer)
    if not own:
        yield lacking("åtgärder för enheten eller någon under den")
        return
    reports = {str(one.action_id): one for one in writer.context.plan.action_reports if _is_of(one, writer)}
    for one in own:
        if one.id not in reports:
            writer.doubts.append(NO_REPORT.at(one.source, name=one.name, month=writer.months.words))
    yield writer.context.table(_table(writer, own, reports))
    yield writer.context.table(terms_table(writer, own))
    counted = tuple(one for one in own if one.same_as_id is None)
    yield Heading(text="Summor", level=2)
    yield writer.context.table(sums_by(writer, counted, "enhet", "Enhet", unit_word(writer)))
    yield writer.context.table(
        sums_by(writer, counted, "kategori", "Kategori", lambda one: one.category or "Utan kategori")
    )
    yield writer.context.table(
        sums_by(
            writer,
            counted,
            "genomforbarhet",
            "Genomförbarhet (1 är troligast)",
            lambda one: "Inte bedömd" if one.feasibility is None else str(one.feasibility),
        )
    )


def actions_of(writer: Writer) -> tuple[Action, ...]:
    """The actions that the unit or one below it answers for; parts of others are in their wholes."""
    plan = writer.context.plan
    return tuple(
        one for one in plan.actions if (one.unit_id or plan.unit_id) in writer.within and one.parent_id is None
    )


def _is_of(report: ActionReport, writer: Writer) -> bool:
    return report.period.last == writer.months.last


def _table(writer: Writer, own: tuple[Action, ...], reports: Mapping[str, ActionReport]) -> TableSpec:
    columns = action_columns(writer, has_change=True)
    texts = (("ansvarig", "Ansvarig"), ("genomforbarhet", "Genom\u00adförbarhet"), ("metod", "Metod"))
    rows = tuple(_row(writer, one, reports.get(one.id)) for one in own)
    counted = tuple(one for one in own if one.same_as_id is None)
    used = {mark for one in rows for mark in one.notes}
    return TableSpec(
        key="atgarder",
        caption=f"Åtgärder för ekonomi i balans, {writer.months.so_far_words}",
        row_header="Åtgärd",
        rows=(*rows, sum_row(writer, counted, columns)),
        columns=(
            *(Column(key=key, label=label, is_text=True) for key, label in texts),
            *columns,
            Column(key="kommentar", label="Kommentar", is_text=True),
        ),
        scale="mnkr",
        decimals=1,
        notes=(
            Note(text="Miljoner kronor netto, efter vad åtgärden kostar på annat håll; plus förbättrar resultatet."),
            *(Note(mark=mark, text=text) for mark, text in _NOTES if mark in used),
            Note(text=_TOGETHER),
        ),
        sheet="Åtgärder",
    )


def _row(writer: Writer, action: Action, report: ActionReport | None) -> Row:
    method = (report.method if report is not None else None) or action.method
    return Row(
        key=action.id,
        label=action.name,
        cell=effect(action, writer),
        notes=tuple(_marks(action, report)),
        texts=(
            ("ansvarig", f"{action.owner}, {writer.units[action.unit_id or writer.unit.id].name}"),
            ("genomforbarhet", "" if action.feasibility is None else str(action.feasibility)),
            ("metod", dict(_METHODS).get(method, "") if method is not None else ""),
            ("kommentar", "" if report is None else report.comment or _unsaid(writer, action, report)),
        ),
    )


def _unsaid(writer: Writer, action: Action, report: ActionReport) -> str:
    """A gap that is seen where a changed forecast has no comment."""
    months = writer.months
    now, before = (
        writer.value(effect(action, writer), period=months.year, kind=Kind.FORECAST, version=one)
        for one in (months.forecasts[-1], months.forecasts[-2:][0])
    )
    if now.exact is None or before.exact is None or now.exact == before.exact:
        return ""
    words = {"before": before.text(), "after": now.text(), "version": months.forecasts[-1]}
    writer.doubts.append(FORECAST_UNCOMMENTED.at(report.source, unit=action.name, **words))
    return NO_COMMENT


def _marks(action: Action, report: ActionReport | None) -> Iterator[str]:
    if action.same_as_id is not None:
        yield _SAME
    told = report.net_calculated if report is not None else None
    is_gross_alone = action.net is None and not action.counter_effects
    if told is False or (told is None and is_gross_alone):
        yield _NO_NET
    if report is None:
        yield _NO_REPORT
