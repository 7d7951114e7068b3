"""How often a measure is reported (rapportering, uppföljning), and to whom."""

import re
from enum import Enum
from typing import Self

from attrs import field, frozen


class Cadence(Enum):
    """How often: interim is the delårsrapport, year end the årsbokslut, per meeting that of the nämnd."""

    MONTHLY = "monthly"
    QUARTERLY = "quarterly"
    TERTIAL = "tertial"
    PER_MEETING = "per_meeting"
    INTERIM = "interim"
    YEARLY = "yearly"
    YEAR_END = "year_end"


CADENCE_WORDS: tuple[tuple[str, Cadence], ...] = (
    ("månadsvis", Cadence.MONTHLY),
    ("kvartalsvis", Cadence.QUARTERLY),
    ("tertialvis", Cadence.TERTIAL),
    ("periodrapport vid nämndmöte", Cadence.PER_MEETING),
    ("delårsvis", Cadence.INTERIM),
    ("årsvis", Cadence.YEARLY),
    ("årsbokslut", Cadence.YEAR_END),
)
# A delårsrapport comes once a year, in many regions twice; its own calendar says when.
_MONTHS = (
    (Cadence.MONTHLY, 1),
    (Cadence.QUARTERLY, 3),
    (Cadence.TERTIAL, 4),
    (Cadence.INTERIM, 12),
    (Cadence.YEARLY, 12),
    (Cadence.YEAR_END, 12),
)
_WRITTEN = (
    (r"månadsvis|varje månad|månatligen|per månad|månadsrapport(?:en)?", Cadence.MONTHLY),
    (r"kvartalsvis|varje kvartal|per kvartal|kvartalsrapport(?:en)?", Cadence.QUARTERLY),
    (r"tertialvis|varje tertial|per tertial|tertialrapport(?:en)?|tertial", Cadence.TERTIAL),
    (r"(?:periodrapport(?:en)? )?vid (?:varje )?nämnd-?möten?|periodrapport(?:en)?", Cadence.PER_MEETING),
    (r"delårsvis|delårsrapport(?:en)?|delår", Cadence.INTERIM),
    (r"årsbokslut(?:et)?", Cadence.YEAR_END),
    (r"årsvis|årligen|varje år|en gång per år|per år|årsredovisning(?:en)?", Cadence.YEARLY),
)
_CADENCE = re.compile(rf"(?<![\w-])(?:{'|'.join(words for words, _ in _WRITTEN)})(?![\w-])", re.IGNORECASE)


class ReportingDoubt(Enum):
    """What is doubtful in the words: no cadence could be read."""

    UNREAD = "unread"


@frozen(kw_only=True)
class Frequency:
    """One cadence and where it is reported.

    Attributes:
        forum: To whom or in what, as written ("ledningsgruppen", "Ledningens genomgång"); "" when it is not said.

    Raises:
        ValueError: A forum with a comma, a semicolon or a line break, or that holds a cadence.
    """

    cadence: Cadence
    forum: str = ""

    def __attrs_post_init__(self) -> None:
        if " ".join(self.forum.split()) != self.forum or set(",;") & set(self.forum):
            raise ValueError("a forum has no comma, semicolon, line break or double space")
        if _CADENCE.search(self.forum):
            raise ValueError("a forum holds no cadence")

    def __str__(self) -> str:
        return f"{cadence_word(self.cadence)}{' ' if self.forum else ''}{self.forum}"


@frozen(kw_only=True)
class Reporting:
    """When and where a measure is reported.

    Attributes:
        frequencies: Each cadence with its forum; a cadence with two fora stands twice.
        text: The words of a text without any cadence.
        words: The original words. Two that say the same are equal however they are written.
    """

    frequencies: tuple[Frequency, ...] = ()
    text: str = ""
    words: str = field(default="", eq=False)
    doubts: tuple[ReportingDoubt, ...] = ()

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read *text*, such as "Månadsvis Delårsvis Årsvis" or "Årsvis, Ledningens genomgång".

        Never raises for what is written: a text without any cadence is kept as words, with the doubt UNREAD.
        """
        plain = " ".join(text.replace(";", ",").split())
        found = list(_CADENCE.finditer(plain))
        ends = [match.start() for match in found[1:]] + [len(plain)]
        before = plain[: found[0].start()].strip(" ,.") if found else plain
        if not found or before:
            return cls(text=plain, words=text, doubts=(ReportingDoubt.UNREAD,))
        each = [_fora(match, plain[match.end() : end]) for match, end in zip(found, ends, strict=True)]
        return cls(frequencies=tuple(one for some in each for one in some), words=text)

    def __str__(self) -> str:
        written = ", ".join(map(str, self.frequencies)) or self.text
        return written[:1].upper() + written[1:] if self.frequencies else written


def cadence_word(cadence: Cadence) -> str:
    """The Swedish word for *cadence* ("månadsvis")."""
    return next(word for word, known in CADENCE_WORDS if known is cadence)


def months_between(cadence: Cadence) -> int | None:
    """How many months may pass between two reports; None when the calendar of meetings decides."""
    return dict(_MONTHS).get(cadence)


def _fora(match: re.Match[str], after: str) -> tuple[Frequency, ...]:
    """One frequency for each forum; those after a comma are further fora of the same cadence."""
    cadence = next(known for words, known in _WRITTEN if re.fullmatch(words, match.group(), re.IGNORECASE))
    fora = [forum for part in after.split(",") if (forum := part.strip(" .:"))]
    return tuple(Frequency(cadence=cadence, forum=forum) for forum in fora or [""])
