"""Benchmarks under pytest: the table comes at the end of the run."""

import pytest
from tests.benchmarks.printing import facts_text, head_text, row_text
from tests.benchmarks.timing import Options, Row

_ROWS = pytest.StashKey[list[Row]]()


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the options of run.py."""
    group = parser.getgroup("styrmodell benchmarks")
    group.addoption("--rounds", type=int, default=Options().rounds, help="how often each variant is timed")
    group.addoption("--large", action="store_true", help="the slow sizes too")


@pytest.fixture
def options(request: pytest.FixtureRequest) -> Options:
    """How to measure."""
    config = request.config
    return Options(rounds=config.getoption("--rounds", Options().rounds), large=config.getoption("--large", False))


@pytest.fixture
def measured(request: pytest.FixtureRequest) -> list[Row]:
    """Where the lines of the table are kept."""
    return request.config.stash.setdefault(_ROWS, [])


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    """Print the table."""
    rows = config.stash.get(_ROWS, [])
    if rows:
        terminalreporter.section("benchmarks")
        for line in (head_text(), *map(row_text, rows), "", facts_text()):
            terminalreporter.write_line(line)
