"""What a form asks in words: running text, a scorecard's texts, judgements and comments on figures."""

from collections.abc import Iterator

from styrmodell.model.kind import kind_word
from styrmodell.model.observation import Observation
from styrmodell.model.status import OUTLOOK_WORDS, STATUS_WORDS
from styrmodell.report.form.object_sheet import Entry
from styrmodell.report.numbers import format_figure, make_style
from styrmodell.session.form.access import Chosen, Several, Shown
from styrmodell.session.form.field import ObjectField, Setting, field

_LINE = "\n"
_CARD = (
    ("mission", "Övergripande uppdrag"),
    ("priorities", "Prioriteringar"),
    ("characteristics", "Kännetecken"),
    ("starting_points", "Utgångspunkter"),
    ("focus", "Årets fokus"),
)
_OUTLOOKS = tuple((word.capitalize(), outlook) for word, outlook in OUTLOOK_WORDS)


def section_fields() -> Iterator[ObjectField]:
    """Of a section of running text: the text."""
    yield _shown("sections", "number", "Nr")
    yield _shown("sections", "heading", "Rubrik")
    told = "Radbrytning görs med Alt och Retur. Låt {{ namn }} stå: där kommer en siffra som räknas ut."
    yield field("sections", "text", "Text", Entry.LONG, told)


def card_fields() -> Iterator[ObjectField]:
    """Of a scorecard: its texts, one thing a line."""
    yield _shown("scorecards", "name", "Styrkort")
    yield field("scorecards", "vision", "Vision", Entry.LONG)
    for key, label in _CARD:
        lines = Several(field=key, separator=_LINE)
        told = "En sak på varje rad; radbrytning görs med Alt och Retur."
        yield field("scorecards", key, label, Entry.LINES, told, access=lines)


def assessment_fields(setting: Setting) -> Iterator[ObjectField]:
    """Of a measure or a goal: how it is judged, and why."""
    names = {f"matt.{one.id}": one.name for one in setting.plan.measures}
    names |= {f"mal.{one.id}": one.name for one in setting.plan.goals}
    yield field("names", "name", "Mått eller mål", Entry.SHOWN, access=Shown(text=lambda name: names.get(name, "")))
    words = tuple(word for word, _ in STATUS_WORDS)
    status = Chosen(field="status", words=STATUS_WORDS)
    yield field("assessments", "status", "Status", Entry.WORD, "Hur det står till i dag.", access=status, words=words)
    words = tuple(word for word, _ in _OUTLOOKS)
    outlook = Chosen(field="outlook", words=_OUTLOOKS)
    told = "Hur året väntas sluta."
    yield field("assessments", "outlook", "Bedömning av året", Entry.WORD, told, access=outlook, words=words)
    yield field("assessments", "why", "Motivering", Entry.LONG, "Varför, i ord.")


def comment_fields(setting: Setting) -> Iterator[ObjectField]:
    """Of a figure: the comment on it."""
    names = {str(one.id): one.name for one in setting.plan.measures}
    styles = {str(one.id): make_style(one.unit, "", one.decimals) for one in setting.plan.measures}

    def name(one: Observation) -> str:
        members = ", ".join(member for _, member in one.dims)
        return f"{names[one.measure_id]}, {members}" if members else names[one.measure_id]

    def figure(one: Observation) -> str:
        return "–" if one.value is None else format_figure(one.value, styles[one.measure_id])

    def kind(one: Observation) -> str:
        return " ".join((kind_word(one.kind).capitalize(), one.period.text, one.version)).strip()

    for key, label, text in (("name", "Mått", name), ("kind", "Avser", kind), ("value", "Värde", figure)):
        yield field("observations", key, label, Entry.SHOWN, access=Shown(text=text))
    yield field("observations", "comment", "Kommentar", Entry.LONG, "Vad som förklarar värdet, eller utfallet i ord.")


def _shown(kind: str, key: str, label: str) -> ObjectField:
    return field(kind, key, label, Entry.SHOWN)
