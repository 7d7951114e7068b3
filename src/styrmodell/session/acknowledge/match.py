"""Which acknowledgement holds for which finding.

One holds for one finding: of two that say the same in two rows, another acknowledgement is needed for the other.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from attrs import define, evolve, field, frozen

from styrmodell.finding import Acknowledgement, Finding, Findings, Severity
from styrmodell.session.acknowledge.place import is_at, plain

# Errors of these stop a document, or say that what is frozen is not what it was: nobody can stand for that.
_STOPPING = ("SM1", "SM40", "SM41", "SM43")
_Said = tuple[str, str, str]


@frozen(kw_only=True)
class Matched:
    """What came of matching.

    Attributes:
        findings: All of them, in their order; those that are acknowledged carry it.
        pairs: Place of an acknowledgement → place of the finding that says just that, whether it holds or not.
    """

    findings: Findings
    pairs: Mapping[int, int]


def can_be_acknowledged(finding: Finding) -> bool:
    """Whether somebody may stand for *finding*: not for an error that stops a document."""
    return finding.code.severity is not Severity.ERROR or not finding.code.code.startswith(_STOPPING)


def is_complete(one: Acknowledgement) -> bool:
    """Whether it says why, and who answers for it; without, it does not hold."""
    return bool(one.why.strip() and one.role.strip())


def holds(one: Acknowledgement, as_of: date) -> bool:
    """Whether *one* holds on the day *as_of*."""
    return is_complete(one) and as_of <= one.until


def marked(findings: Findings, acknowledgements: Sequence[Acknowledgement], as_of: date) -> Findings:
    """*findings*, where those that somebody stands for on the day *as_of* carry it."""
    return match(findings, acknowledgements, as_of).findings


def match(findings: Findings, acknowledgements: Sequence[Acknowledgement], as_of: date) -> Matched:
    """Find what each of *acknowledgements* is about among *findings*."""
    matching = _Matching(findings=findings, acknowledgements=acknowledgements)
    # What holds goes first: what has run out may not take the finding from what came in its place.
    for wanted in (True, False):
        places = [place for place, one in enumerate(acknowledgements) if holds(one, as_of) is wanted]
        matching.pair(places, exact=True)
        matching.pair(places, exact=False)
    held = {there: acknowledgements[place] for place, there in matching.pairs.items()}
    told = (_carrying(finding, held.get(place), as_of) for place, finding in enumerate(findings))
    return Matched(findings=Findings(told), pairs=matching.pairs)


def _carrying(finding: Finding, one: Acknowledgement | None, as_of: date) -> Finding:
    carried = one if one is not None and holds(one, as_of) and can_be_acknowledged(finding) else None
    return finding if finding.acknowledged == carried else evolve(finding, acknowledged=carried)


@define(kw_only=True, eq=False)
class _Matching:
    """Matching under way: *pairs* so far, *said* is what findings with a code that is acknowledged say."""

    findings: Findings
    acknowledgements: Sequence[Acknowledgement]
    pairs: dict[int, int] = field(factory=dict)
    said: dict[_Said, list[int]] = field(init=False)

    def __attrs_post_init__(self) -> None:
        codes = {one.code for one in self.acknowledgements}
        self.said = {}
        for place, finding in enumerate(self.findings):
            if finding.code.code in codes:
                said = (finding.code.code, plain(finding.found()), plain(finding.expected()))
                self.said.setdefault(said, []).append(place)

    def pair(self, places: Sequence[int], *, exact: bool) -> None:
        """Give each acknowledgement at *places* that has none the first finding that nobody else has."""
        for place in places:
            found = next(self._free(self.acknowledgements[place], exact), None) if place not in self.pairs else None
            if found is not None:
                self.pairs[place] = found
                self.said[_said(self.acknowledgements[place])].remove(found)

    def _free(self, one: Acknowledgement, exact: bool) -> Iterator[int]:
        for there in self.said.get(_said(one), ()):
            source = self.findings[there].source
            if plain(str(source)) == plain(one.where) if exact else is_at(one.where, source):
                yield there


def _said(one: Acknowledgement) -> _Said:
    return one.code, plain(one.found), plain(one.expected)
