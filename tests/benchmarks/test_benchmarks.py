"""Each step does the same work our way and the plain way; how long it takes is told, never judged."""

import pytest
from tests.benchmarks.steps import BENCHMARKS
from tests.benchmarks.timing import Options, Row


@pytest.mark.parametrize("name", BENCHMARKS)
def test_both_ways_give_the_same(name: str, options: Options, measured: list[Row]) -> None:
    measured.extend(BENCHMARKS[name](options))
