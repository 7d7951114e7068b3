"""Checks of words and steps against the profile's value lists and scales."""

from collections.abc import Iterator
from difflib import get_close_matches
from types import MappingProxyType

from styrmodell.finding import Finding
from styrmodell.model.action import Action
from styrmodell.model.checks.known_names import said
from styrmodell.model.checks.value_codes import NOT_A_MONTH, OUTSIDE_SCALE, UNKNOWN_WORD, UNREAD_LIST
from styrmodell.model.goal import Goal
from styrmodell.model.ids import near_names
from styrmodell.model.plan import Plan
from styrmodell.model.profile import Profile
from styrmodell.model.project import Project
from styrmodell.model.risk import Rating, Risk, Score

Thing = Risk | Project | Action | Goal

# Name of a value list in a profile → the classes and fields that hold its words.
FIELD_LISTS: MappingProxyType[str, tuple[tuple[type[Thing], str], ...]] = MappingProxyType(
    {
        "riskkategori": ((Risk, "categories"),),
        "riskvardering": ((Risk, "ratings"),),
        "paverkan": ((Risk, "impacts"), (Project, "impacts")),
        "projektkategori": ((Project, "category"),),
        "omfattning": ((Project, "extent"),),
        "finansieringsform": ((Project, "financing"),),
        "atgardskategori": ((Action, "category"),),
        "genomforbarhet": ((Action, "feasibility"),),
        "malniva": ((Goal, "level"),),
    }
)
_COLLECTIONS = MappingProxyType({Risk: "risks", Project: "projects", Action: "actions", Goal: "goals"})
_FIELDS = MappingProxyType(
    {
        "categories": ("kategorin", "the category"),
        "ratings": ("värderingen", "the rating"),
        "impacts": ("påverkan på", "an impact on"),
        "category": ("kategorin", "the category"),
        "extent": ("omfattningen", "the extent"),
        "financing": ("finansieringen", "the financing"),
        "feasibility": ("genomförbarheten", "the feasibility"),
        "level": ("nivån", "the level"),
    }
)
_LIKELIHOOD = ("sannolikhet", "sannolikheten", "the likelihood")
_CONSEQUENCE = ("konsekvens", "konsekvensen", "the consequence")
_MAX_FEASIBILITY = 3
# A slip of the pen; "investeringskategori" is a list of its own, and no misspelt "projektkategori".
_NEARLY_THE_SAME = 0.85


def check_values(plan: Plan, profile: Profile | None) -> Iterator[Finding]:
    """Words outside the profile's lists, steps outside its scales, months that are none, and lists nearly known.

    A word is compared without regard to case and line breaks; a number also with the first word of the list's
    ("1" is "1 – hög").
    """
    yield from _check_names(profile) if profile else ()
    for name, words in profile.value_lists if profile else ():
        for cls, field in FIELD_LISTS.get(name, ()):
            yield from _check_list(plan, name, words, cls, field)
    yield from _check_scales(plan, dict(profile.scales) if profile else {})
    for action in plan.actions:
        if action.feasibility is not None and not 1 <= action.feasibility <= _MAX_FEASIBILITY:
            field, field_en = _FIELDS["feasibility"]
            step = {"step": str(action.feasibility), "top": str(_MAX_FEASIBILITY), "field": field, "field_en": field_en}
            yield OUTSIDE_SCALE.at(action.source, **said("actions"), name=action.id, **step)
        if action.first_month is not None and action.first_month.first != action.first_month.last:
            yield NOT_A_MONTH.at(action.source, name=action.id, period=action.first_month.text)


def _check_names(profile: Profile) -> Iterator[Finding]:
    """Lists and scales of which the name is nearly one of those that are checked; others are the region's own."""
    scales = (_LIKELIHOOD[0], _CONSEQUENCE[0])
    named = (
        ("värdelistan", "value list", profile.value_lists, FIELD_LISTS),
        ("skalan", "scale", profile.scales, scales),
    )
    for what, what_en, pairs, known in named:
        for name, _ in pairs:
            if name not in known and (near := get_close_matches(name, tuple(known), cutoff=_NEARLY_THE_SAME)):
                told = {"what": what, "what_en": what_en, "name": name, "near": " / ".join(near)}
                yield UNREAD_LIST.at(profile.source, profile=profile.key, **told)


def _check_list(plan: Plan, name: str, words: tuple[str, ...], cls: type[Thing], field: str) -> Iterator[Finding]:
    allowed = {form for word in words for form in _forms(word, is_number=field == "feasibility")}
    collection, (swedish, english) = _COLLECTIONS[cls], _FIELDS[field]
    for thing in getattr(plan, collection):
        for word in _words(getattr(thing, field)):
            if _plain(word) not in allowed:
                told = {"field": swedish, "field_en": english, "word": word, "list": name, "known": ", ".join(words)}
                near = near_names(word, words)
                yield UNKNOWN_WORD.at(thing.source, **said(collection), name=thing.id, **told, near=near)


def _forms(word: str, *, is_number: bool) -> tuple[str, ...]:
    plain = _plain(word)
    return (plain, *plain.split()[:1]) if is_number else (plain,)


def _words(value: object) -> tuple[str, ...]:
    if isinstance(value, tuple):
        return tuple(one.word if isinstance(one, Rating) else str(one) for one in value)
    return () if value in (None, "") else (str(value),)


def _plain(word: str) -> str:
    return " ".join(word.split()).casefold()


def _check_scales(plan: Plan, scales: dict[str, tuple[str, ...]]) -> Iterator[Finding]:
    for risk in plan.risks:
        for score in (risk.before, risk.after):
            if score is not None:
                yield from _check_score(risk, score, scales)


def _check_score(risk: Risk, score: Score, scales: dict[str, tuple[str, ...]]) -> Iterator[Finding]:
    for (scale, field, field_en), step in ((_LIKELIHOOD, score.likelihood), (_CONSEQUENCE, score.consequence)):
        top = len(scales.get(scale, ()))
        if step < 1 or (top and step > top):
            told = {"field": field, "field_en": field_en, "step": str(step), "top": str(top or "…")}
            yield OUTSIDE_SCALE.at(risk.source, **said("risks"), name=risk.id, **told)
