"""Sums of actions: each counted once, and a deviation told only where every action has both its figures."""

from collections.abc import Callable, Collection, Iterator

from styrmodell.api import Action, Column, Expression, Kind, Note, Row, TableSpec, column, row, total
from styrmodell_dalarna.rapport.action_columns import action_columns, effect
from styrmodell_dalarna.rapport.writer import Writer


def sum_row(writer: Writer, counted: tuple[Action, ...], columns: tuple[Column, ...]) -> Row:
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
    lacking = (
        f"{words[key]} {len(found)} av {len(counted)}" for key, found in known.items() if len(found) < len(counted)
    )
    return ", ".join(lacking)


def _known(writer: Writer, counted: tuple[Action, ...], at: Column) -> tuple[str, ...]:
    def has(action: Action) -> bool:
        period = at.period if not isinstance(at.period, int) else None
        kind = at.kind or Kind.OUTCOME
        found = writer.value(effect(action, writer), period=period, kind=kind, version=at.version)
        return found.exact is not None

    return tuple(one.id for one in counted if has(one))


def unit_word(writer: Writer) -> Callable[[Action], str]:
    """The unit directly below that the action belongs to; the unit itself for its own."""
    below = {name: child.name for child in writer.children for name in writer.below(child.id)}
    own = f"{writer.unit.name}, egna" if writer.children else writer.unit.name

    def found(action: Action) -> str:
        return below.get(action.unit_id or writer.unit.id, own)

    return found


def sums_by(
    writer: Writer, counted: tuple[Action, ...], key: str, header: str, word: Callable[[Action], str]
) -> TableSpec:
    columns = action_columns(writer, has_change=False)
    groups: dict[str, list[Action]] = {}
    for one in sorted(counted, key=word) if key == "genomforbarhet" else counted:
        groups.setdefault(word(one), []).append(one)
    rows = tuple(
        _group(writer, f"g{number}", name, tuple(some), columns)
        for number, (name, some) in enumerate(groups.items(), 1)
    )
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
    effects = {str(one.id): effect(one, writer) for one in some}
    whole = [at for at, found in known.items() if len(found) == len(some)]
    sums = tuple((at, total(effects[one] for one in found)) for at, found in known.items() if found)
    return Row(key=key, label=f"{name} ({len(some)} st)", by_column=(*sums, *_differences(whole)))
