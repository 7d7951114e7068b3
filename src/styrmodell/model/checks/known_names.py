"""The names that may be named, and what to say of those that may not."""

from collections.abc import Iterable, Iterator
from types import MappingProxyType

from styrmodell.finding import Finding
from styrmodell.model.codes import DANGLING
from styrmodell.model.ids import near_names
from styrmodell.source import Source

# To look for what is alike takes time; a file with more unknown names than this is wrong in another way.
_MAX_LOOKED_FOR = 200

# The plan's field, or the part of an object → what one of its things is called in Swedish and English.
THING_WORDS = MappingProxyType(
    {
        "units": ("enheten", "the unit"),
        "successors": ("efterträdaren", "the successor"),
        "hierarchies": ("hierarkin", "the hierarchy"),
        "places": ("platsen i en hierarki för", "the place in a hierarchy of"),
        "dimensions": ("indelningen", "the dimension"),
        "members": ("medlemmen", "the member"),
        "goals": ("målet", "the goal"),
        "goal_conflicts": ("målkonflikten", "the goal conflict"),
        "scorecards": ("styrkortet", "the scorecard"),
        "perspectives": ("perspektivet", "the perspective"),
        "measures": ("måttet", "the measure"),
        "targets": ("målvärdet", "the target"),
        "assessments": ("bedömningen", "the assessment"),
        "assignments": ("uppdraget", "the assignment"),
        "activities": ("aktiviteten", "the activity"),
        "actions": ("åtgärden", "the action"),
        "action_reports": ("uppföljningen av åtgärden", "the report of the action"),
        "meetings": ("sammanträdet", "the meeting"),
        "decisions": ("beslutet", "the decision"),
        "risks": ("risken", "the risk"),
        "projects": ("projektet", "the project"),
        "it_projects": ("IT-projektet", "the IT project"),
        "investments": ("investeringen", "the investment"),
        "calendar": ("steget i kalendern", "the step of the calendar"),
        "completed_steps": ("det utförda steget", "the completed step"),
        "sections": ("textavsnittet", "the section"),
        "tables": ("tabellen", "the table"),
        "printed": ("den tryckta siffran i", "the printed figure of"),
        "acknowledgements": ("kvitteringen", "the acknowledgement"),
        "rows": ("raden", "the row"),
        "columns": ("kolumnen", "the column"),
        "cells": ("cellen", "the cell"),
        "": ("objektet", "the object"),
    }
)
# A field that holds links or words → what it is called.
FIELD_WORDS = MappingProxyType(
    {
        "goals": ("mål", "goals"),
        "parents": ("överordnade mål", "parents"),
        "measures": ("mått", "measures"),
        "assignments": ("uppdrag", "assignments"),
        "risks": ("risker", "risks"),
        "decisions": ("beslut", "decisions"),
        "reports": ("återrapporteringar", "reports"),
        "about": ("det som berörs", "about"),
        "successors": ("efterträdare", "successors"),
    }
)


def said(kind: str) -> dict[str, str]:
    """The arguments {what} and {what_en} of a template, for a thing of *kind*."""
    swedish, english = THING_WORDS[kind]
    return {"what": swedish, "what_en": english}


def lacking(*parts: tuple[str, str, bool]) -> dict[str, str]:
    """The arguments {what} and {what_en} for those of (Swedish, English, whether it is lacking); empty for none."""
    lacks = [(swedish, english) for swedish, english, is_lacking in parts if is_lacking]
    if not lacks:
        return {}
    swedish, english = zip(*lacks, strict=True)
    return {"what": " och ".join(swedish), "what_en": " or ".join(english)}


class Names:
    """Names of one kind. Remembers what looks like an unknown name, so that a thousand rows with one fault cost one."""

    def __init__(self, kind: str, known: Iterable[str]) -> None:
        self.kind = kind
        self.known = frozenset(known)
        self._near: dict[str, str] = {}

    def __contains__(self, name: object) -> bool:
        return name in self.known

    def near(self, name: str) -> str:
        """What looks like *name*, as a finding tells it; empty when nothing does or too many were looked for."""
        if name not in self._near and len(self._near) < _MAX_LOOKED_FOR:
            self._near[name] = near_names(name, sorted(self.known))
        return self._near.get(name, "")

    def dangling(self, source: Source, *names: str | None) -> Iterator[Finding]:
        """A finding at *source* for each of *names* that is not known; None names nothing."""
        for name in names:
            if name is not None and name not in self.known:
                yield DANGLING.at(source, **said(self.kind), name=name, near=self.near(name))
