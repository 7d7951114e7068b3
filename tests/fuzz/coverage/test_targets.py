"""What fuzzing by coverage starts from is itself read as it should be; the search is the session atheris."""

from itertools import islice
from pathlib import Path

import pytest
from tests.fuzz.coverage.corpus import lay_corpus, write_words
from tests.fuzz.coverage.targets import COVERAGE_TARGETS

_MOST = 40


@pytest.mark.parametrize("name", COVERAGE_TARGETS)
def test_the_inputs_that_a_search_starts_from_keep_its_laws(name: str) -> None:
    target = COVERAGE_TARGETS[name]
    inputs = list(islice(target.seeds(), _MOST))
    assert len(inputs) > 5
    for data in inputs:
        target.read(data[: target.most])


@pytest.mark.parametrize("name", COVERAGE_TARGETS)
@pytest.mark.parametrize("data", [b"", b"\x00", b"\xff\xfe", b"\xed\xa0\x80", "å".encode() * 50])
def test_what_is_no_input_of_the_sort_is_told_or_read(name: str, data: bytes) -> None:
    COVERAGE_TARGETS[name].read(data)


def test_inputs_are_laid_one_a_file_and_their_words_as_libfuzzer_reads_them(tmp_path: Path) -> None:
    inputs = [b"Minst 90 %", "mellan 10–20 %".encode()]
    assert lay_corpus(tmp_path / "seeds", inputs) == 2
    assert [path.read_bytes() for path in sorted((tmp_path / "seeds").iterdir())] == inputs
    write_words(tmp_path / "words", inputs)
    assert (tmp_path / "words").read_text().splitlines() == [
        '"\\x4D\\x69\\x6E\\x73\\x74"',
        '"\\x25"',
        '"\\x6D\\x65\\x6C\\x6C\\x61\\x6E"',
        '"\\xE2\\x80\\x93"',
    ]
