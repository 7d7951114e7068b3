"""A made-up workspace of a size: units, measures and months, every unit reporting every measure each month."""

import random
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

from attrs import frozen
from tests.benchmarks.region import make_units

_FIRST_YEAR = 2022
_MONTHS_A_YEAR = 12
_MOST_ORE = 10_000_000
_MOST_CASES = 5_000
_TOML = """[workspace]
format = 1
name = "Lastprov"
as_of = 2025-01-15
files = ["plan.yaml", "varden/*.csv"]

[[sources]]
files = "varden/*.csv"
notation = "plain"
"""
_KINDS = (("belopp", "kr", "sum", 4), ("andel", "%", "ratio_of_sums", 1))
_HEADS = {"belopp": "enhet;matt;period;varde;per;av", "andel": "enhet;matt;period;taljare;namnare;per;av"}


@frozen(kw_only=True)
class Size:
    """How much is reported.

    Attributes:
        units: Those that report; the units above them report nothing.
        measures: Four of five are amounts that are added, the fifth a ratio of sums.
        months: From January of the first year, whole years.
    """

    units: int
    measures: int = 200
    months: int = 36

    @property
    def observations(self) -> int:
        """How many figures there are."""
        return self.units * self.measures * self.months

    @property
    def periods(self) -> tuple[str, ...]:
        """The months, "2022-01"."""
        years = [divmod(month, _MONTHS_A_YEAR) for month in range(self.months)]
        return tuple(f"{_FIRST_YEAR + year}-{month + 1:02}" for year, month in years)

    @property
    def years(self) -> tuple[int, ...]:
        """The years that the months make up."""
        return tuple(range(_FIRST_YEAR, _FIRST_YEAR + self.months // _MONTHS_A_YEAR))

    @property
    def names(self) -> dict[str, tuple[str, ...]]:
        """Kind of measure → the ids of the measures of that kind."""
        whole = sum(part for *_, part in _KINDS)
        return {
            name: tuple(f"{name}-{number}" for number in range(self.measures * part // whole))
            for name, _, _, part in _KINDS
        }

    @property
    def levels(self) -> tuple[int, ...]:
        """Units on each level: above those that report there are fewer and fewer."""
        return (1, 1 + self.units // 125, 1 + self.units // 20, self.units)


def make_workspace(folder: Path, size: Size) -> dict[str, Decimal]:
    """Write a workspace of *size*: one file a month for each kind of measure, as a system that is read each month.

    Returns:
        Measure → the sum of its amounts over all units of the last month, in kr: what the report must print.
    """
    (folder / "varden").mkdir(parents=True)
    (folder / "styrmodell.toml").write_text(_TOML, encoding="utf-8")
    (folder / "plan.yaml").write_text("\n".join((*_plan(size), *_table(size))) + "\n", encoding="utf-8")
    leaves = tuple(unit.id for unit in make_units(size.levels) if unit.id.startswith(f"n{len(size.levels) - 1}-"))
    drawn = random.Random(2022)
    sums: dict[str, int] = {}
    for period in size.periods:
        sums = _write_amounts(folder / "varden" / f"belopp-{period}.csv", size.names["belopp"], leaves, period, drawn)
        _write_ratios(folder / "varden" / f"andel-{period}.csv", size.names["andel"], leaves, period, drawn)
    return {name: Decimal(ore).scaleb(-2) for name, ore in sums.items()}


def _plan(size: Size) -> Iterator[str]:
    yield f'plan: {{id: last, unit: n0-0, period: "{size.years[-1]}", state: decided}}'
    yield "units:"
    for unit in make_units(size.levels):
        above = f", parent: {unit.parent_id}" if unit.parent_id else ""
        yield f"  - {{id: {unit.id}, name: {unit.name}{above}}}"
    yield "measures:"
    for kind, unit_name, rule, _ in _KINDS:
        for name in size.names[kind]:
            over_time = "sum" if rule == "sum" else "ratio"
            words = f'name: {name}, unit: "{unit_name}", rule: {rule}, over_time: {over_time}'
            yield f"  - {{id: {name}, {words}}}"


def _table(size: Size) -> Iterator[str]:
    """Every measure by every month and year: all that was reported is folded."""
    yield "tables:"
    yield "  - key: alla"
    yield "    caption: Alla mått"
    yield "    row_header: Mått"
    yield "    columns:"
    for period in (*size.periods, *map(str, size.years)):
        yield f'      - {{key: p{period}, label: "{period}", period: "{period}", kind: utfall}}'
    yield "    rows:"
    for names in size.names.values():
        for name in names:
            yield f"      - {{key: {name}, label: {name}, cell: {name}}}"


def _write_amounts(
    path: Path, names: tuple[str, ...], leaves: tuple[str, ...], period: str, drawn: random.Random
) -> dict[str, int]:
    """Amounts in kr with two decimals; returns the sum of each measure, in öre."""
    sums = dict.fromkeys(names, 0)
    with path.open("w", encoding="utf-8", newline="") as file:
        file.write(f"{_HEADS['belopp']}\n")
        for unit in leaves:
            for name in names:
                ore = int(drawn.random() * _MOST_ORE)
                sums[name] += ore
                file.write(f"{unit};{name};{period};{ore // 100}.{ore % 100:02};{period}-28;controller\n")
    return sums


def _write_ratios(
    path: Path, names: tuple[str, ...], leaves: tuple[str, ...], period: str, drawn: random.Random
) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        file.write(f"{_HEADS['andel']}\n")
        for unit in leaves:
            for name in names:
                cases = int(drawn.random() * _MOST_CASES) + 1
                met = int(drawn.random() * cases)
                file.write(f"{unit};{name};{period};{met};{cases};{period}-28;controller\n")
