"""One input read: how long it took, what memory it left behind, and what went wrong."""

import time
import traceback

from attrs import define, field, frozen
from tests.fuzz.targets import Reader

try:
    import resource
except ImportError:  # Windows; memory is then not told
    resource = None

SLOW_SECONDS = 2.0
SLOW_BYTES = 100_000
MOST_MEGABYTES = 400
_TRIES = 2_000
_SECONDS = 20.0


@frozen(kw_only=True)
class Fault:
    """An input that a reader should have told about and did not.

    Attributes:
        what: "ValueError at file:line", or what was too slow or too large.
        data: The input, shrunken.
    """

    target: str
    number: int
    what: str
    data: bytes = field(repr=False)


@define(kw_only=True)
class Tally:
    """The figures of one target."""

    target: str
    inputs: int = 0
    told: int = 0
    seconds: float = 0.0
    slowest: float = 0.0
    slowest_number: int = 0
    megabytes: float = 0.0
    faults: list[Fault] = field(factory=list)

    def add(self, other: "Tally") -> None:
        """Take in the figures of another part of the same target."""
        self.inputs += other.inputs
        self.told += other.told
        self.seconds += other.seconds
        self.megabytes = max(self.megabytes, other.megabytes)
        if other.slowest > self.slowest:
            self.slowest, self.slowest_number = other.slowest, other.slowest_number
        self.faults += other.faults


def peak_megabytes() -> float:
    """The most memory the process has had so far."""
    return 0.0 if resource is None else resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def try_numbers(target: str, reader: Reader, numbers: range) -> Tally:
    """Read the inputs of *numbers*, each fault once by its kind and place."""
    tally, seen = Tally(target=target), set[str]()
    read_one(reader, reader.make(numbers.start))  # what is made once and kept is no part of the figures
    start = peak_megabytes()
    for number in numbers:
        data = reader.make(number)
        before, began = peak_megabytes(), time.perf_counter()
        told, what = read_one(reader, data)
        seconds, grown = time.perf_counter() - began, peak_megabytes() - before
        tally.inputs += 1
        tally.told += told
        tally.seconds += seconds
        if seconds > tally.slowest:
            tally.slowest, tally.slowest_number = seconds, number
        what = what or _too_much(data, seconds, grown)
        if what and what not in seen:
            seen.add(what)
            tally.faults.append(Fault(target=target, number=number, what=what, data=shrunken(reader, data, what)))
    tally.megabytes = peak_megabytes() - start
    return tally


def read_one(reader: Reader, data: bytes) -> tuple[bool, str]:
    """Whether anything was told, and the exception that should not have been there."""
    try:
        return reader.read(data), ""
    except Exception as error:
        last = traceback.extract_tb(error.__traceback__)[-1]
        return False, f"{type(error).__name__} at {'/'.join(last.filename.split('/')[-3:])}:{last.lineno}"


def _too_much(data: bytes, seconds: float, grown: float) -> str:
    if seconds > SLOW_SECONDS * max(1, len(data) / SLOW_BYTES):
        return "too slow"
    return "too much memory" if grown > MOST_MEGABYTES else ""


def shrunken(reader: Reader, data: bytes, what: str) -> bytes:
    """The shortest part of *data* found that ends in the same exception."""
    if " at " not in what:
        return data
    size, tries, ends = len(data) // 2, 0, time.perf_counter() + _SECONDS
    while size and tries < _TRIES and time.perf_counter() < ends:
        place = 0
        while place < len(data) and tries < _TRIES:
            shorter = data[:place] + data[place + size :]
            tries += 1
            if read_one(reader, shorter)[1] == what:
                data = shorter
            else:
                place += size
        size //= 2
    return data
