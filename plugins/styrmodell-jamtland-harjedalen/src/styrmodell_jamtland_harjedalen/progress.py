"""How far activities have come: what was reported, and what their dates and comments say."""

from collections import Counter
from collections.abc import Iterable

from attrs import frozen

from styrmodell.api import Activity, Context, WorkStatus
from styrmodell_jamtland_harjedalen.profile import DONE_WORDS, STARTED_WORDS

WORDS = (
    (WorkStatus.PLANNED, "Planerad"),
    (WorkStatus.STARTED, "Påbörjad"),
    (WorkStatus.DONE, "Genomförd"),
    (WorkStatus.RESTING, "Vilande"),
    (WorkStatus.CANCELLED, "Avbruten"),
)
# Words that turn what a comment says: "är inte påbörjad".
_NOT = ("inte ", "ej ", "ännu ")
_ORDER = (WorkStatus.PLANNED, WorkStatus.STARTED, WorkStatus.DONE)


@frozen(kw_only=True)
class Progress:
    """An activity's two statuses.

    Attributes:
        derived: What its dates say, else its comment; None where neither says anything.
        grounds: What *derived* rests on: "datum" or "kommentar".
    """

    activity: Activity
    derived: WorkStatus | None
    grounds: str = ""

    @property
    def stated(self) -> WorkStatus | None:
        """What was reported."""
        return self.activity.status

    @property
    def is_behind(self) -> bool:
        """Whether work has come further than its status says."""
        if self.derived is None or self.stated not in (None, *_ORDER):
            return False
        stated = -1 if self.stated is None else _ORDER.index(self.stated)
        return self.derived in _ORDER and _ORDER.index(self.derived) > max(stated, 0)


def word(status: WorkStatus | None) -> str:
    """The status as it is printed; "Ej angiven" for none."""
    return next((text for known, text in WORDS if known is status), "Ej angiven")


def progress_of(context: Context, activities: Iterable[Activity]) -> tuple[Progress, ...]:
    """The statuses of *activities* on the workspace's day."""
    lists = dict(context.profile.value_lists)
    started, done = lists.get(STARTED_WORDS, ()), lists.get(DONE_WORDS, ())
    return tuple(_progress(context, one, started, done) for one in activities)


def _progress(context: Context, one: Activity, started: tuple[str, ...], done: tuple[str, ...]) -> Progress:
    by_date = one.derived_status(context.as_of)
    if by_date is not None and by_date is not WorkStatus.PLANNED:
        return Progress(activity=one, derived=by_date, grounds="datum")
    told = one.comment.casefold()
    for status, words in ((WorkStatus.DONE, done), (WorkStatus.STARTED, started)):
        if any(_says(told, each) for each in words):
            return Progress(activity=one, derived=status, grounds="kommentar")
    return Progress(activity=one, derived=by_date, grounds="datum" if by_date is not None else "")


def _says(comment: str, word: str) -> bool:
    """Whether *comment* says *word* and does not deny it."""
    place = comment.find(word.casefold())
    before = comment[max(0, place - 12) : place]
    return place >= 0 and not any(turn in before for turn in _NOT)


def counted(statuses: Iterable[WorkStatus | None]) -> dict[WorkStatus | None, int]:
    """How many there are of each."""
    return dict(Counter(statuses))
