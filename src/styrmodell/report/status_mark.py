"""Status and ratings as they are printed: a symbol and a word, and a colour that says nothing more than they do."""

from enum import Enum

from attrs import frozen

from styrmodell.model.status import Status, status_word
from styrmodell.report.palette import BAD, FAIR, GOOD, QUIET, Look


class Tone(Enum):
    """How good something is, for those who see colours."""

    GOOD = "good"
    FAIR = "fair"
    BAD = "bad"
    QUIET = "quiet"

    @property
    def look(self) -> Look:
        """Its colours."""
        return {Tone.GOOD: GOOD, Tone.FAIR: FAIR, Tone.BAD: BAD, Tone.QUIET: QUIET}[self]


_MARKS = {
    Status.MET: ("●", Tone.GOOD),
    Status.CLOSE: ("▲", Tone.FAIR),
    Status.MISSED: ("■", Tone.BAD),
    Status.NOT_MEASURED: ("○", Tone.QUIET),
    Status.STALE: ("◇", Tone.QUIET),
}
# Words of value lists that regions use for ratings; other words have no tone.
_RATINGS = {
    "grön": Tone.GOOD, "gul": Tone.FAIR, "röd": Tone.BAD,
    "låg": Tone.GOOD, "medel": Tone.FAIR, "hög": Tone.BAD, "mycket hög": Tone.BAD,
    "liten": Tone.GOOD, "måttlig": Tone.FAIR, "stor": Tone.BAD, "mycket stor": Tone.BAD,
}  # fmt: skip


@frozen
class StatusMark:
    """A status ready to print."""

    symbol: str
    word: str
    tone: Tone

    @property
    def text(self) -> str:
        """Symbol and word, kept on one line: "● Uppnått"."""
        return f"{self.symbol}\u00a0{self.word}"


def status_mark(status: Status) -> StatusMark:
    """How *status* is printed."""
    symbol, tone = _MARKS[status]
    return StatusMark(symbol, status_word(status), tone)


def rating_tone(word: str) -> Tone | None:
    """The tone of a rating in words ("Röd", "Hög"); None for a word that has none."""
    return _RATINGS.get(word.strip().lower())
