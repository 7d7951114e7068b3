"""Files as large as they may be: each is read or refused within its bounds. python -m nox -s hostile"""

import random
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from attrs import frozen
from tests.hostile import packages
from tests.hostile.bounds import Bounds, Program, open_program, write_workspace
from tests.hostile.text_cases import HEAD
from tests.io.workbooks import row, workbook, zipped
from tests.report.master_files import insert_in_body, packed, plain_parts

LETTERS = "abcdefghijklmnop"


@frozen(kw_only=True)
class Large:
    """A large file, and what may be told of it."""

    name: str
    file: str
    make: Callable[[], bytes]
    told: frozenset[str]
    bounds: Bounds


def large(name: str, file: str, make: Callable[[], bytes], told: str, seconds: int, megabytes: int) -> Large:
    bounds = Bounds(seconds=seconds, megabytes=megabytes)
    return Large(name=name, file=file, make=make, told=frozenset(told.split()), bounds=bounds)


def texts(megabytes: int) -> bytes:
    """A sheet of long texts that pack a hundredfold."""
    chance = random.Random(1)
    block = "".join(chance.choice(LETTERS) for _ in range(30_000))
    return workbook(row(1, *[packages.words(block)] * (megabytes * 1_000_000 // 30_000)))


def word(body: str) -> bytes:
    """A Word text with *body* before its own paragraphs."""
    return packed(insert_in_body(dict(plain_parts()), body))


FAULT = "rlf;area;2020;utfall;x;y\n"
RUN = "<w:r><w:t>ab</w:t></w:r>"
LARGE = (
    large("1 048 576 rows", "a.xlsx", lambda: packages.rows_of(1_048_576), "SM150", 60, 500),
    large("more rows than Excel has", "a.xlsx", lambda: packages.rows_of(1_100_000, "<c/>"), "SM146", 60, 300),
    large("400 MB of texts in 3 MB", "a.xlsx", lambda: texts(400), "SM142", 60, 1_200),
    large("a file of 60 MB", "a.csv", lambda: (HEAD + FAULT * 2_400_000).encode(), "SM114", 30, 250),
    large("49 MB of faults", "a.csv", lambda: (HEAD + FAULT * 1_900_000).encode(), "SM164 SM204 SM276", 150, 1_500),
    large("200 000 paragraphs", "a.docx", lambda: word("<w:p/>" * 200_000), "", 30, 300),
    large("100 000 runs", "a.docx", lambda: word(f"<w:p>{RUN * 100_000}</w:p>"), "", 60, 400),
    large("a zip of 513 MB of nothing", "a.xlsx", lambda: zipped({"xl/b.bin": bytes(513_000_000)}), "SM142", 30, 250),
)


@pytest.fixture(scope="module")
def program() -> Iterator[Program]:
    with open_program() as opened:
        yield opened


@pytest.mark.parametrize("case", LARGE, ids=lambda case: case.name)
def test_a_large_file_is_told_within_its_bounds(program: Program, tmp_path: Path, case: Large):
    workspace = write_workspace(tmp_path / "ws", {case.file: case.make()})
    outcome = program.run(tmp_path, "check", workspace)
    outcome.require_within(case.bounds)
    assert outcome.codes == case.told
    (workspace / case.file).unlink()
