"""No text makes a pattern try every way to part it: a run within a run takes ages for forty letters."""

import importlib
import pkgutil
import re
from collections.abc import Iterator
from functools import cache
from importlib.metadata import entry_points
from re import _constants as kinds
from re import _parser as parser
from typing import Any

import pytest


@cache
def patterns() -> dict[str, re.Pattern[Any]]:
    """Module and name → each pattern that a module of the core or of an installed plugin holds."""
    tops = {"styrmodell", *(point.module.partition(".")[0] for point in entry_points(group="styrmodell"))}
    found = {}
    for top in sorted(tops):
        for module in pkgutil.walk_packages(importlib.import_module(top).__path__, f"{top}."):
            if not module.name.endswith("__main__"):
                held = vars(importlib.import_module(module.name))
                found |= {f"{module.name}.{name}": one for name, one in held.items() if isinstance(one, re.Pattern)}
    return found


NO_LETTER = (kinds.AT, kinds.ASSERT, kinds.ASSERT_NOT)
REPEATS = (kinds.MAX_REPEAT, kinds.MIN_REPEAT)


def ways(items: Any) -> Iterator[list[tuple[Any, Any]]]:
    """What may stand in a row in *items*: a line for each choice, groups opened and what may lack left out or not."""
    lines: list[list[tuple[Any, Any]]] = [[]]
    for kind, told in items:
        if kind is kinds.SUBPATTERN:
            choices = list(ways(told[3]))
        elif kind is kinds.BRANCH:
            choices = [line for part in told[1] for line in ways(part)]
        elif kind in REPEATS and told[:2] == (0, 1):
            choices = [[], *ways(told[2])]
        else:
            choices = [[(kind, told)]]
        lines = [[*line, *choice] for line in lines for choice in choices]
    return iter(lines)


def is_run(kind: Any, told: Any) -> bool:
    """Whether it takes now less, now more; a run that never gives back takes all."""
    return kind in REPEATS and told[1] > max(told[0], 1)


def runs_within_runs(items: Any) -> Iterator[Any]:
    """Each run of which a turn may be a run and nothing sure, which would part it from the next turn."""
    for kind, told in items:
        if kind is kinds.BRANCH:
            yield from (found for part in told[1] for found in runs_within_runs(part))
        elif kind is kinds.SUBPATTERN:
            yield from runs_within_runs(told[3])
        elif kind in (*REPEATS, kinds.POSSESSIVE_REPEAT):
            turns = [[one for one in line if one[0] not in NO_LETTER] for line in ways(told[2])]
            yield from (line for line in turns if line and is_run(kind, told) and all(is_run(*one) for one in line))
            yield from runs_within_runs(told[2])


@pytest.mark.parametrize(
    "pattern", [r"(?:\s*\*+)+\Z", r"(a+)*b", r"(?:x|\d+\)?)+", r"(?:(?:a|b+)?)*c", r"(?:\d{1,9})*"]
)
def test_a_run_within_a_run_is_seen(pattern: str) -> None:
    assert list(runs_within_runs(parser.parse(pattern)))


@pytest.mark.parametrize("pattern", [r"(?:\s*\*)+\Z", r"(?:,\d+)*", r"(?:a++)*", r"(?:[^<]{9})*", r"\s*(?:a|b)+"])
def test_what_is_parted_is_none(pattern: str) -> None:
    assert not list(runs_within_runs(parser.parse(pattern)))


def test_no_pattern_of_the_program_has_one() -> None:
    found = {
        name: one.pattern
        for name, one in patterns().items()
        if list(runs_within_runs(parser.parse(one.pattern, one.flags)))
    }
    assert found == {}
    assert len(patterns()) > 150
