"""The program that hostile files are given to, loaded once for each module."""

import os
from collections.abc import Iterator

import pytest
from tests.hostile.bounds import Program, open_program


@pytest.fixture(scope="module")
def program() -> Iterator[Program]:
    if os.name == "nt":
        pytest.skip("Windows can neither fork nor bound a process: the same files are read in tests/io/test_safety.py")
    with open_program() as opened:
        yield opened
