"""Double posts: one saving that two units may both have told."""

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import combinations

from styrmodell.aggregation.compare import plain_figure
from styrmodell.aggregation.savings.line import Line
from styrmodell.aggregation.savings.savings_codes import DOUBLE_POST
from styrmodell.finding import Finding
from styrmodell.model.measure import MONEY

_WORD = re.compile(r"[^\W\d_]{4,}")
_COMMON_WORDS = 2
# What actions of any plan are called: words that begin so tell no two savings apart.
_SAYS_NOTHING = re.compile(
    r"(anpass|användning|arbet|avseende|behov|besparing|budget|effekt|egen|egna|eller|enhet|ersätt|från|förbättr|"
    r"förvaltning|förändr|genom|gemensam|hela|hälso|inom|inköp|intäkt|köp|kostnad|lägre|minsk|mindre|mellan|nedsättning|"
    r"nettokostnad|neutral|nivå|olika|omotiverad|personal|plan|region|sänk|sjukvård|samt|sina|skillnad|system|"
    r"till|under|utan|utveckl|verksamhet|vård\b|vården|åtgärd|öka|ökad|ökat|översyn|övrig)"
)


def check_double_posts(lines: Sequence[Line]) -> Iterator[Finding]:
    """A warning for each pair at two units with one target and at least two telling words in common.

    Not for a part and its whole, for what is said to be the same, or for what has the very same name, which the
    check of the plan tells.
    """
    same: dict[object, list[Line]] = {}
    for line in lines:
        if line.action.target:
            same.setdefault((line.action.target, line.action.period), []).append(line)
    for alike in same.values():
        for first, second in combinations(alike, 2):
            words = sorted(telling_words(first.action.name) & telling_words(second.action.name))
            if len(words) >= _COMMON_WORDS and _may_be_double(first, second):
                yield _finding(first, second, words)


def telling_words(name: str) -> frozenset[str]:
    """The words of an action's name that say which saving it is."""
    return frozenset(word for word in _WORD.findall(name.casefold()) if not _SAYS_NOTHING.match(word))


def _may_be_double(first: Line, second: Line) -> bool:
    is_repeated = first.repeats is not None or second.repeats is not None
    is_one_whole = first.top.id == second.top.id
    names = {" ".join(line.action.name.split()).casefold() for line in (first, second)}
    return first.unit_id != second.unit_id and not is_repeated and not is_one_whole and len(names) == 2


def _finding(first: Line, second: Line, words: Sequence[str]) -> Finding:
    return DOUBLE_POST.at(
        second.action.source,
        name=second.action.id,
        unit=second.unit_id,
        other=first.action.id,
        other_unit=first.unit_id,
        place=str(first.action.source),
        target=plain_figure(Fraction(second.action.target or 0), MONEY),
        words=", ".join(words),
    )
