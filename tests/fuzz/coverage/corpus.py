"""What the search starts from, taken from the examples: every text that a parser reads, and the small files."""

import csv
import re
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from itertools import islice
from pathlib import Path

import yaml
from tests.fuzz.seeds import EXAMPLES

from styrmodell.errors import TextError

_MOST, _LONGEST, _TURNS = 400, 120, 97
_WORD = re.compile(r"[^\W\d_]{2,24}|[^\w\s]{1,3}")
_MOST_WORDS = 300


@cache
def _texts() -> tuple[str, ...]:
    """The scalars of YAML files and the cells of CSV files, each once; long and short take turns."""
    found: set[str] = set()
    for path in sorted(EXAMPLES.glob("*/*.yaml")):
        events = yaml.parse(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
        found.update(event.value for event in events if isinstance(event, yaml.ScalarEvent))
    for path in sorted(EXAMPLES.glob("*/**/*.csv")):
        with path.open(encoding="utf-8-sig", errors="replace", newline="") as file:
            found.update(cell for row in csv.reader(file, delimiter=";") for cell in row)
    ordered = sorted((text for text in found if 0 < len(text) <= _LONGEST), key=lambda text: (len(text), text))
    return tuple(text for turn in range(_TURNS) for text in ordered[turn::_TURNS])


def example_texts(parse: Callable[[str], object]) -> list[str]:
    """Those that *parse* reads, until there are enough."""
    return list(islice((text for text in _texts() if _reads(parse, text)), _MOST))


def _reads(parse: Callable[[str], object], text: str) -> bool:
    try:
        return parse(text) is not None
    except TextError:
        return False


def files_below(size: int, files: Iterable[bytes]) -> list[bytes]:
    """The files that are short, and the first lines of those that are not."""
    return [data if len(data) <= size else data[: data.rfind(b"\n", 0, size) + 1] for data in files]


def lay_corpus(folder: Path, inputs: Iterable[bytes]) -> int:
    """Write one file an input; how many."""
    folder.mkdir(parents=True, exist_ok=True)
    number = 0
    for number, data in enumerate(inputs, 1):
        (folder / f"{number:04d}").write_bytes(data)
    return number


def write_words(path: Path, inputs: Iterable[bytes]) -> None:
    """The words of the inputs in libFuzzer's form, so that the search puts in whole words and not letters alone."""
    words = islice(dict.fromkeys(_words(inputs)), _MOST_WORDS)
    path.write_text("".join(f'"{_escaped(word)}"\n' for word in words), encoding="ascii")


def _words(inputs: Iterable[bytes]) -> Iterator[bytes]:
    for data in inputs:
        yield from (word.encode() for word in _WORD.findall(data.decode("utf-8", "replace")))


def _escaped(word: bytes) -> str:
    return "".join(f"\\x{byte:02X}" for byte in word)
