"""Actions for an economy in balance (handlingsplan): target, outcome, forecast and deviation, action by action."""

from collections.abc import Callable, Collection, Iterable, Iterator

from styrmodell.api import (
    Action,
    ActionReport,
    Block,
    Column,
    Expression,
    Heading,
    Kind,
    Note,
    OutcomeMethod,
    Row,
    TableSpec,
    column,
    ref,
    row,
    total,
)
from styrmodell_dalarna.rapport.codes import NO_REPORT
from styrmodell_dalarna.rapport.months import NAMES
from styrmodell_dalarna.rapport.writer import Writer, lacking

_MEASURE, _OBJECT = "atgard", "objekt"
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
    reports = {one.action_id: one for one in writer.context.plan.action_reports if _is_of(one, writer)}
    for one in own:
        if one.id not in reports:
            writer.doubts.append(NO_REPORT.at(one.source, name=one.name, month=writer.months.words))
    yield writer.context.table(_table(writer, own, reports))
    counted = tuple(one for one in own if one.same_as_id is None)
    yield Heading(text="Summor", level=2)
    yield writer.context.table(_sums(writer, counted, "enhet", "Enhet", _unit_of(writer)))
    yield writer.context.table(_sums(writer, counted, "kategori", "Kategori", lambda one: one.category or "Utan kategori"))
    yield writer.context.table(
        _sums(
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


def _effect(action: Action, writer: Writer) -> Expression:
    """What the action gives, after what it costs elsewhere: so it is asked for at the highest unit."""
    return ref(_MEASURE, unit=writer.top, dims=((_OBJECT, action.id),))


def _columns(writer: Writer, *, has_change: bool) -> tuple[Column, ...]:
    months = writer.months
    found = [
        Column(key="mal", label="Mål", period=months.year, kind=Kind.PLAN),
        Column(key="utfall", label="Utfall hittills", period=months.so_far),
        _forecast(writer, "prognos", months.number, "Prognos"),
        Column(key="avvikelse", label="Avvikelse mot mål", cell=column("prognos") - column("mal"), signed=True),
    ]
    if has_change and months.number > 1:
        found.append(_forecast(writer, "forra", months.number - 1, "Förra prognosen"))
        found.append(
            Column(key="forandring", label="Förändring", cell=column("prognos") - column("forra"), signed=True)
        )
    return tuple(found)


def _forecast(writer: Writer, key: str, number: int, word: str) -> Column:
    months = writer.months
    return Column(
        key=key,
        label=f"{word} {NAMES[number - 1]}",
        period=months.year,
        kind=Kind.FORECAST,
        version=months.forecasts[number - 1],
    )


def _table(writer: Writer, own: tuple[Action, ...], reports: dict[str, ActionReport]) -> TableSpec:
    columns = _columns(writer, has_change=True)
    texts = (("ansvarig", "Ansvarig"), ("genomforbarhet", "Genom\u00adförbarhet"), ("metod", "Metod"))
    rows = tuple(_row(writer, one, reports.get(one.id)) for one in own)
    counted = tuple(one for one in own if one.same_as_id is None)
    used = {mark for one in rows for mark in one.notes}
    return TableSpec(
        key="atgarder",
        caption=f"Åtgärder för ekonomi i balans, {writer.months.so_far_words}",
        row_header="Åtgärd",
        rows=(*rows, _sum(writer, counted, columns)),
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
        cell=_effect(action, writer),
        notes=tuple(_marks(action, report)),
        texts=(
            ("ansvarig", f"{action.owner}, {writer.units[action.unit_id or writer.unit.id].name}"),
            ("genomforbarhet", "" if action.feasibility is None else str(action.feasibility)),
            ("metod", dict(_METHODS).get(method, "") if method is not None else ""),
            ("kommentar", report.comment if report is not None else ""),
        ),
    )


def _marks(action: Action, report: ActionReport | None) -> Iterator[str]:
    if action.same_as_id is not None:
        yield _SAME
    told = report.net_calculated if report is not None else None
    is_gross_alone = action.net is None and not action.counter_effects
    if told is False or (told is None and is_gross_alone):
        yield _NO_NET
    if report is None:
        yield _NO_REPORT


def _sum(writer: Writer, counted: tuple[Action, ...], columns: tuple[Column, ...]) -> Row:
    """The sum of what is known in each column; a deviation or change of the sum only where every action has both."""
    known = {one.key: _known(writer, counted, one) for one in columns if one.cell is None}
    whole = {key for key, found in known.items() if len(found) == len(counted)}
    sums = tuple((key, total(row(name) for name in found)) for key, found in known.items() if found)
    return Row(
        key="summa",
        label="Summa" if len(whole) == len(known) else f"Summa ({_coverage(known, counted)})",
        level="total",
        by_column=(*sums, *_differences(whole)),
    )


_DIFFERENCES = (("avvikelse", "prognos", "mal"), ("forandring", "prognos", "forra"))


def _differences(whole: Collection[str]) -> Iterator[tuple[str, Expression]]:
    """The differences that may be told: of columns in which no action is missing."""
    for key, left, right in _DIFFERENCES:
        if {left, right} <= set(whole):
            yield key, column(left) - column(right)


def _coverage(known: dict[str, tuple[str, ...]], counted: tuple[Action, ...]) -> str:
    words = {"mal": "mål", "utfall": "utfall", "prognos": "prognos", "forra": "förra prognosen"}
    lacking = (f"{words[key]} {len(found)} av {len(counted)}" for key, found in known.items() if len(found) < len(counted))
    return ", ".join(lacking)


def _known(writer: Writer, counted: tuple[Action, ...], at: Column) -> tuple[str, ...]:
    def has(action: Action) -> bool:
        period = at.period if not isinstance(at.period, int) else None
        kind = at.kind or Kind.OUTCOME
        found = writer.value(_effect(action, writer), period=period, kind=kind, version=at.version)
        return found.exact is not None

    return tuple(one.id for one in counted if has(one))


def _unit_of(writer: Writer) -> Callable[[Action], str]:
    """The unit directly below that the action belongs to; the unit itself for its own."""
    below = {name: child.name for child in writer.children for name in writer.below(child.id)}
    own = f"{writer.unit.name}, egna" if writer.children else writer.unit.name

    def found(action: Action) -> str:
        return below.get(action.unit_id or writer.unit.id, own)

    return found


def _sums(
    writer: Writer, counted: tuple[Action, ...], key: str, header: str, word: Callable[[Action], str]
) -> TableSpec:
    columns = _columns(writer, has_change=False)
    groups: dict[str, list[Action]] = {}
    for one in sorted(counted, key=lambda one: word(one)) if key == "genomforbarhet" else counted:
        groups.setdefault(word(one), []).append(one)
    rows = tuple(_group(writer, f"g{number}", name, tuple(some), columns) for number, (name, some) in enumerate(groups.items(), 1))
    return TableSpec(
        key=f"atgarder-{key}",
        caption=f"Åtgärder per {header.partition(' (')[0].lower()}",
        row_header=header,
        rows=rows,
        columns=columns,
        scale="mnkr",
        decimals=1,
        notes=(Note(text="Miljoner kronor. Varje åtgärd räknas en gång."),),
        sheet=f"Åtgärder {key}",
    )


def _group(writer: Writer, key: str, name: str, some: tuple[Action, ...], columns: tuple[Column, ...]) -> Row:
    known = {one.key: _known(writer, some, one) for one in columns if one.cell is None}
    effects = {one.id: _effect(one, writer) for one in some}
    whole = [at for at, found in known.items() if len(found) == len(some)]
    sums = tuple((at, total(effects[one] for one in found)) for at, found in known.items() if found)
    return Row(key=key, label=f"{name} ({len(some)} st)", by_column=(*sums, *_differences(whole)))
