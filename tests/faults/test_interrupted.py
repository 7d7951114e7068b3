"""Killed, a full disk, a file held open: at points spread evenly over all that each command does to its files.

Every point, and the table of docs/explanation/reliability.md: python -m nox -s faults
"""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from attrs import frozen
from tests.faults.at_once import PAIRS
from tests.faults.commands import COMMANDS
from tests.faults.run import KINDS

RUN = Path(__file__).with_name("run.py")
pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="each try is a forked process, which Windows lacks")


@frozen(kw_only=True)
class Tried:
    """What was tried, by (command, kind) and by pair: the promises that each try broke."""

    outcomes: dict[tuple[str, str], list[tuple[str, list[str]]]]
    pairs: dict[str, list[list[str]]]


@pytest.fixture(scope="module")
def tried() -> Tried:
    """All tries, in one process of their own: it has everything loaded and forks a process a try."""
    command = [sys.executable, str(RUN), "--most", "3", "--times", "2", "--json"]
    done = subprocess.run(command, check=True, capture_output=True, encoding="utf-8", timeout=1200)
    data = json.loads(done.stdout)
    outcomes: dict[tuple[str, str], list[tuple[str, list[str]]]] = {}
    for one in data["outcomes"]:
        place = f"{one['at']} {one['event']}"
        outcomes.setdefault((one["command"], one["kind"]), []).append((place, one["broken"]))
    return Tried(outcomes=outcomes, pairs=data["pairs"])


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("name", COMMANDS)
def test_whatever_stops_a_command_the_old_is_whole_and_the_next_run_mends_all(
    tried: Tried, name: str, kind: str
) -> None:
    outcomes = tried.outcomes[name, kind]
    assert outcomes
    assert [(place, broken) for place, broken in outcomes if broken] == []


@pytest.mark.parametrize("name", PAIRS)
def test_two_at_once_leave_what_one_after_the_other_does(tried: Tried, name: str) -> None:
    assert tried.pairs[name] == [[]] * 2
