"""What is to be done about acknowledgements: those of what changed, ran out or is gone."""

from collections.abc import Iterator, Sequence
from datetime import date
from difflib import SequenceMatcher

from styrmodell.finding import Acknowledgement, Finding, Findings
from styrmodell.session.acknowledge.codes import ABOUT_NOTHING, CHANGED, INCOMPLETE, OVER, STOPS
from styrmodell.session.acknowledge.match import Matched, can_be_acknowledged, holds, is_complete, match
from styrmodell.session.acknowledge.place import is_at, plain


def told_apart(findings: Findings, acknowledgements: Sequence[Acknowledgement], as_of: date) -> Findings:
    """All *findings* of a workspace, where those that somebody stands for on the day *as_of* carry it.

    Returns:
        Them, and one finding more for each acknowledgement that does not hold: SM490 to SM494.
    """
    if not acknowledgements:
        return findings
    matched = match(findings, acknowledgements, as_of)
    return Findings((*matched.findings, *_faults(matched, acknowledgements, as_of)))


def _faults(matched: Matched, acknowledgements: Sequence[Acknowledgement], as_of: date) -> Iterator[Finding]:
    taken = set(matched.pairs.values())
    free = [finding for place, finding in enumerate(matched.findings) if place not in taken]
    for place, one in enumerate(acknowledgements):
        there = matched.pairs.get(place)
        if there is not None:
            yield from _of_match(one, matched.findings[there], as_of)
        elif (other := _nearest(one, free)) is not None:
            free.remove(other)
            yield _changed(one, other)
        else:
            yield ABOUT_NOTHING.at(one.source, code=one.code, where=one.where, then=plain(one.found))


def _of_match(one: Acknowledgement, finding: Finding, as_of: date) -> Iterator[Finding]:
    """Why *one*, which says just what *finding* does, does not hold."""
    if not can_be_acknowledged(finding):
        yield STOPS.at(one.source, code=one.code, found=finding.found(), found_en=finding.found("en"))
    elif not is_complete(one):
        lacking = [name for name, text in (("why", one.why), ("role", one.role)) if not text.strip()]
        yield INCOMPLETE.at(one.source, code=one.code, what=", ".join(lacking))
    elif not holds(one, as_of):
        days = {"until": one.until.isoformat(), "as_of": as_of.isoformat()}
        yield OVER.at(one.source, code=one.code, role=one.role, **days)


def _nearest(one: Acknowledgement, free: Sequence[Finding]) -> Finding | None:
    """The finding of the same kind and place that says most of the same: what *one* was about, as it is now."""
    alike = [other for other in free if other.code.code == one.code and is_at(one.where, other.source)]
    return max(alike, key=lambda other: _likeness(one, other), default=None)


def _likeness(one: Acknowledgement, other: Finding) -> float:
    texts = (plain(one.found), plain(other.found())), (plain(one.expected), plain(other.expected()))
    return sum(SequenceMatcher(None, *pair, autojunk=False).ratio() for pair in texts)


def _changed(one: Acknowledgement, now: Finding) -> Finding:
    return CHANGED.at(
        one.source,
        code=one.code,
        role=one.role,
        then=plain(one.found),
        then_expected=plain(one.expected),
        found=now.found(),
        found_en=now.found("en"),
        expected=now.expected(),
        expected_en=now.expected("en"),
    )
