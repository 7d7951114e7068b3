"""What is fuzzed by coverage: what an input is read by, what it is held to, and what the search starts from.

The contract is that of tests/fuzz/targets.py: a reader reads, or tells what is wrong in the one exception or the
findings that its docstring promises. On top of it stand laws: what a text was read as is written, and read to the same.
"""

from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType
from typing import Any

from attrs import frozen
from tests.fuzz import seeds
from tests.fuzz.coverage.corpus import example_texts, files_below
from tests.fuzz.coverage.sheet import sheet_inputs, workbook_of
from tests.fuzz.targets import READERS, make_workbook

from styrmodell.errors import TextError
from styrmodell.io.yaml_nodes import path_text, read_yaml_nodes
from styrmodell.model.expression_text import expression_text, parse_expression
from styrmodell.model.number import MAX_DIGITS
from styrmodell.model.number_text import Notation, read_number
from styrmodell.model.period_text import read_period
from styrmodell.model.target import Target
from styrmodell.report.numbers import format_number

_SHORT, _FILE = 200, 6_000
_WORKBOOKS = 30


class BrokenLawError(Exception):
    """What was read is not what is read of its own text."""


@frozen(kw_only=True)
class CoverageTarget:
    """One thing that is fuzzed.

    Attributes:
        read: Takes an input; anything it raises is a fault.
        seeds: The inputs to start from.
        most: Bytes of the longest input.
    """

    read: Callable[[bytes], object]
    seeds: Callable[[], Iterable[bytes]]
    most: int = _SHORT


def _text(data: bytes) -> str:
    return data.decode("utf-8", "replace")


def _same(first: object, again: object) -> None:
    if first != again:
        raise BrokenLawError(f"{first!r} became {again!r}")


def _parsed(parse: Callable[[str], Any], law: Callable[[Any], None]) -> Callable[[bytes], None]:
    """A parser that may only refuse by TextError, and the law of what it read."""

    def read(data: bytes) -> None:
        try:
            found = parse(_text(data))
        except TextError as error:
            str(error).encode("utf-8", "backslashreplace")
            return
        law(found)

    return read


def _number_law(found: Any) -> None:
    """A figure is printed with its decimals and read to the same; 1e30 printed in full may be longer than is read."""
    if found is None:
        return
    decimals = max(0, -found.precision.as_tuple().exponent)
    printed = format_number(found.value, decimals)
    if sum(map(str.isdigit, printed)) <= MAX_DIGITS:
        again = read_number(printed)
        _same(found.value, None if again is None else again.value)


def _period_law(found: Any) -> None:
    _same(found, read_period(str(found)))


def _target_law(found: Target) -> None:
    """Its words are kept, and so is what it asks for; it can be judged by any figure."""
    _same(found, Target.parse(str(found)))
    for value in (None, 0, 1):
        found.is_met(value, reference=value)


def _expression_law(found: Any) -> None:
    _same(found, parse_expression(expression_text(found)))


def _yaml_nodes(data: bytes) -> None:
    """Composed, with a place for every node; what is told has a text in both languages."""
    tree, told = read_yaml_nodes(_text(data), "fil")
    for lang in ("sv", "en"):
        told.text(lang).encode()
    if isinstance(tree.root, dict):
        for key in tree.root:
            tree.place((key,))
            path_text((key,))


def _sheet(data: bytes) -> None:
    READERS["workbook"].read(workbook_of(data))


def _texts(parse: Callable[[str], object], *good: str) -> Callable[[], list[bytes]]:
    return lambda: [text.encode() for text in (*good, *example_texts(parse))]


def _yaml_files() -> list[bytes]:
    return files_below(_FILE, seeds.yaml_files())


COVERAGE_TARGETS: Mapping[str, CoverageTarget] = MappingProxyType(
    {
        "yaml_nodes": CoverageTarget(read=_yaml_nodes, seeds=_yaml_files, most=_FILE),
        "yaml": CoverageTarget(read=READERS["yaml"].read, seeds=_yaml_files, most=_FILE),
        "number": CoverageTarget(read=_parsed(read_number, _number_law), seeds=_texts(read_number, *seeds.NUMBERS)),
        "plain_number": CoverageTarget(
            read=_parsed(lambda text: read_number(text, Notation.PLAIN), _number_law),
            seeds=_texts(lambda text: read_number(text, Notation.PLAIN), *seeds.NUMBERS),
        ),
        "period": CoverageTarget(read=_parsed(read_period, _period_law), seeds=_texts(read_period, *seeds.PERIODS)),
        "target": CoverageTarget(read=_parsed(Target.parse, _target_law), seeds=_texts(Target.parse, *seeds.TARGETS)),
        "expression": CoverageTarget(
            read=_parsed(parse_expression, _expression_law), seeds=_texts(parse_expression, *seeds.DEFINITIONS)
        ),
        "sheet": CoverageTarget(read=_sheet, seeds=sheet_inputs, most=_FILE),
        "xlsx": CoverageTarget(
            read=READERS["workbook"].read, seeds=lambda: map(make_workbook, range(_WORKBOOKS)), most=_FILE
        ),
    }
)  # fmt: skip
