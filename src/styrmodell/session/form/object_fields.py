"""What a form asks of each kind of object: risks, projects, investments, and work that is decided and done."""

from collections.abc import Iterable, Iterator
from typing import Any

from styrmodell.model.risk import Risk
from styrmodell.report.form.object_sheet import Entry
from styrmodell.session.form.access import YES_OR_NO, Linked, Marked, Rated, Scored, Several, Stepped, WorkState
from styrmodell.session.form.field import (
    OUTLAY,
    STATES,
    TKR,
    ObjectField,
    Setting,
    amount_fields,
    field,
    planned_years,
    state_field,
)

_ROLE = "Rollen som ansvarar, som områdeschef. Skriv inget namn."
_ID_LIST = "Id för besluten, med semikolon mellan."
_POSTS = ("kostnad", "investering")
IMPACT, RATING = "impacts|", "ratings|"


def risk_fields(setting: Setting, things: Iterable[Any]) -> Iterator[ObjectField]:
    """Of a risk: what it is, what it affects, how it is rated and what is done about it."""
    risks = tuple(things)
    yield field("risks", "nr", "Nr", Entry.TEXT, "Numret i riskanalysen.")
    yield field("risks", "name", "Benämning", Entry.TEXT, "Vad risken kallas, kort.")
    yield field("risks", "description", "Beskrivning", Entry.LONG, "Vad som kan hända, och varför.")
    words = setting.words("riskkategori")
    told = "En eller flera, med semikolon mellan."
    yield field("risks", "categories", "Kategori", Entry.WORDS, told, access=Several(field="categories"), words=words)
    yield from impact_fields("risks", setting, risks)
    yield from _risk_ratings(setting, risks)
    yield from _risk_plan(setting)


def _risk_ratings(setting: Setting, risks: tuple[Risk, ...]) -> Iterator[ObjectField]:
    yield field("risks", "controls", "Befintliga åtgärder", Entry.LONG, "Vad som görs i dag.")
    yield field("risks", "documents", "Styrande dokument", Entry.LONG, "Vilka dokument som styr hanteringen.")
    aspects = dict.fromkeys((*setting.words("riskaspekt"), *(one.aspect for risk in risks for one in risk.ratings)))
    yield from (rating_field(aspect, setting) for aspect in aspects if aspect)
    yield from _scores(setting, risks)


def _risk_plan(setting: Setting) -> Iterator[ObjectField]:
    yield field("risks", "plan", "Åtgärd", Entry.LONG, "Vad som ska göras.")
    yield field("risks", "owner", "Ansvarig", Entry.TEXT, _ROLE)
    own = dict.fromkeys(risk.status_text for risk in setting.plan.risks if risk.status_text)
    states = tuple(dict.fromkeys((*own, *setting.words("riskstatus"), *(word for word, _ in STATES))))
    access = WorkState(words=STATES)
    yield field("risks", "status", "Status", Entry.WORD, "Hur långt åtgärden har kommit.", access=access, words=states)
    yield field("risks", "origin", "Ursprung", Entry.TEXT, "Var risken hittades, som en lag eller en revision.")


def impact_fields(kind: str, setting: Setting, things: Iterable[Any]) -> Iterator[ObjectField]:
    """A column to cross for each thing that may be affected."""
    held = (word for thing in things for word in thing.impacts)
    yield from (impact_field(kind, word) for word in dict.fromkeys((*setting.words("paverkan"), *held)))


def impact_field(kind: str, word: str) -> ObjectField:
    """The column of *word*."""
    told = f"Kryssa om det påverkar: {word}."
    return field(kind, f"{IMPACT}{word}", f"Påverkar {word}", Entry.MARK, told, access=Marked(word=word), words=("X",))


def rating_field(aspect: str, setting: Setting) -> ObjectField:
    """The column of a rating's *aspect*."""
    words = setting.words("riskvardering")
    entry = Entry.WORD if words else Entry.TEXT
    return field("risks", f"{RATING}{aspect}", f"Värdering {aspect}", entry, access=Rated(aspect=aspect), words=words)


def _scores(setting: Setting, risks: tuple[Risk, ...]) -> Iterator[ObjectField]:
    """Likelihood and consequence, where the profile has scales for them or some risk has them."""
    for name, when in (("before", "i dag"), ("after", "efter åtgärd")):
        for part, scale in (("likelihood", "sannolikhet"), ("consequence", "konsekvens")):
            words = setting.scale(scale)
            if words or any(getattr(risk, name) is not None for risk in risks):
                yield score_field(name, part, f"{scale.capitalize()} {when}", words)


def score_field(name: str, part: str, label: str, words: tuple[str, ...]) -> ObjectField:
    """The column of one step of a risk's score."""
    access = Stepped(inner=Scored(field=name, part=part), words=words)
    entry = Entry.WORD if words else Entry.WHOLE
    told = "Fyll i både sannolikhet och konsekvens, eller ingen av dem."
    return field("risks", f"{name}.{part}", label, entry, told, access=access, words=words)


def _project_head() -> Iterator[ObjectField]:
    yield field("projects", "nr", "Nr", Entry.TEXT, "Numret i listan.")
    yield field("projects", "project_nr", "Projektnummer", Entry.TEXT, "Numret i redovisningen.")
    yield field("projects", "name", "Projektnamn", Entry.TEXT, "Vad projektet kallas, kort.")
    yield field("projects", "description", "Beskrivning", Entry.LONG, "Vad projektet ska ge.")


def _project_end() -> Iterator[ObjectField]:
    yield field("projects", "owner", "Ansvarig", Entry.TEXT, _ROLE)
    yield state_field("projects")
    yield field("projects", "start", "Start", Entry.DAY, "Dagen då projektet börjar.")
    yield field("projects", "end", "Slut", Entry.DAY, "Dagen då projektet ska vara klart.")


def project_fields(setting: Setting, things: Iterable[Any]) -> Iterator[ObjectField]:
    """Of a project: what it is, what it affects and what it costs."""
    projects = tuple(things)
    yield from _project_head()
    category = setting.words("projektkategori")
    yield field("projects", "category", "Kategori", Entry.WORD if category else Entry.TEXT, words=category)
    yes = Stepped(inner=None, field="digital", words=YES_OR_NO)
    yield field("projects", "digital", "Digitalisering", Entry.WORD, access=yes, words=yes.words)
    yield from impact_fields("projects", setting, projects)
    for key, label, name in (
        ("extent", "Omfattning", "omfattning"),
        ("financing", "Finansiering", "finansieringsform"),
    ):
        words = setting.words(name)
        yield field("projects", key, label, Entry.WORD if words else Entry.TEXT, words=words)
    told = "Vad projektet kostar i allt. Skriv utgifter med plus, i tusental kronor."
    yield field("projects", "total", "Investering, tkr", Entry.MONEY, told, factor=OUTLAY)
    yield field("projects", "total_years", "Antal år", Entry.WHOLE, "Hur många år kostnaden gäller.")
    yield from amount_fields("projects", (amount for project in projects for amount in project.amounts))
    yield from _project_end()


def it_project_fields(setting: Setting, things: Iterable[Any]) -> Iterator[ObjectField]:
    """Of an IT project: its project, and what it costs to run."""
    told = (amount for project in things for amount in project.amounts)
    yield from _project_head()
    yield from amount_fields("projects", (*planned_years(setting.plan.period, _POSTS), *told))
    yield field("it_projects", "maintenance_object", "Systemförvaltning (FO)", Entry.TEXT)
    yield field("it_projects", "customer", "Kund", Entry.TEXT, "Vem det görs åt.")
    yield from _running("it_projects")
    yield from _project_end()


def _running(kind: str) -> Iterator[ObjectField]:
    more = "Skriv kostnader med plus, i tusental kronor."
    yield field(kind, "operating_cost", "Ökad driftkostnad per år, tkr", Entry.MONEY, more, factor=OUTLAY)
    yield field(kind, "capital_cost", "Ökad kapitalkostnad per år, tkr", Entry.MONEY, more, factor=OUTLAY)


def investment_fields(setting: Setting, things: Iterable[Any]) -> Iterator[ObjectField]:
    """Of an investment: what it is, and what it costs year by year."""
    told = (amount for one in things for amount in one.amounts)
    yield field("investments", "project_nr", "Projektnummer", Entry.TEXT, "Numret i redovisningen.")
    yield field("investments", "name", "Benämning", Entry.TEXT, "Vad som köps eller byggs.")
    words = setting.words("investeringskategori")
    yield field("investments", "category", "Kategori", Entry.WORD if words else Entry.TEXT, words=words)
    yield from amount_fields("investments", (*planned_years(setting.plan.period), *told))
    yield from _running("investments")
    yield field("investments", "life_years", "Avskrivningstid, år", Entry.WHOLE)


def assignment_fields(setting: Setting) -> Iterator[ObjectField]:
    """Of an assignment: what it is, and how it was reported back."""
    yield field("assignments", "nr", "Nr", Entry.TEXT)
    yield field("assignments", "name", "Uppdrag", Entry.LONG, "Vad som ska göras.")
    bodies = Several(field="given_by")
    yield field(
        "assignments", "given_by", "Uppdragsgivare", Entry.WORDS, "En eller flera, med semikolon mellan.", access=bodies
    )
    yield field("assignments", "addressee", "Mottagare", Entry.TEXT, _ROLE)
    yield field("assignments", "due", "Återrapporteras senast", Entry.DAY)
    yield field("assignments", "due_meeting", "Sammanträde", Entry.TEXT, "Vid vilket det återrapporteras.")
    yield field("assignments", "amount", "Belopp, tkr", Entry.MONEY, "Medel som följer med uppdraget.", factor=TKR)
    yield state_field("assignments")
    yield field("assignments", "status_date", "Statusdatum", Entry.DAY, "Dagen som statusen gäller.")
    known = tuple(str(one.id) for one in setting.plan.decisions)
    reports = Linked(field="reports")
    yield field("assignments", "reports", "Återrapporterat", Entry.WORDS, _ID_LIST, access=reports, words=known)
    yield field("assignments", "comment", "Kommentar", Entry.LONG, "Vad som har gjorts, och vad som återstår.")


def activity_fields() -> Iterator[ObjectField]:
    """Of an activity: when it is done, and how far it has come."""
    yield field("activities", "name", "Aktivitet", Entry.LONG, "Vad som ska göras.")
    yield field("activities", "owner", "Ansvarig", Entry.TEXT, _ROLE)
    for key, label, told in (
        ("start", "Planerad start", "Dagen då den ska börja."),
        ("end", "Planerat slut", "Dagen då den ska vara klar."),
        ("started", "Påbörjad den", "Dagen då den började. Lämna tomt om den inte har börjat."),
        ("finished", "Genomförd den", "Dagen då den blev klar. Lämna tomt om den inte är klar."),
    ):
        yield field("activities", key, label, Entry.DAY, told)
    yield state_field("activities")
    yield field("activities", "status_date", "Statusdatum", Entry.DAY, "Dagen som statusen gäller.")
    yield field("activities", "comment", "Kommentar", Entry.LONG)


def action_fields(setting: Setting) -> Iterator[ObjectField]:
    """Of an action: what it is to give; and what it has given so far, in a follow-up of the form's period."""
    yield field("actions", "name", "Åtgärd", Entry.LONG, "Vad som ska göras.")
    yield field("actions", "owner", "Ansvarig", Entry.TEXT, _ROLE)
    words = setting.words("atgardskategori")
    yield field("actions", "category", "Kategori", Entry.WORD if words else Entry.TEXT, words=words)
    steps = Stepped(inner=None, field="feasibility", words=setting.words("genomforbarhet"))
    entry = Entry.WORD if steps.words else Entry.WHOLE
    told = "1 till 3, där 1 är mest sannolik att lyckas."
    yield field("actions", "feasibility", "Genomförbarhet", entry, told, access=steps, words=steps.words)
    more = "Det som förbättrar resultatet med plus, i tusental kronor."
    for key, label in (("target", "Mål, tkr"), ("gross", "Bruttoeffekt, tkr"), ("net", "Nettoeffekt, tkr")):
        yield field("actions", key, label, Entry.MONEY, more, factor=TKR)
    yield from _outcome_fields(setting, more)


def _outcome_fields(setting: Setting, more: str) -> Iterator[ObjectField]:
    """How it is followed up, and the follow-up of the form's period."""
    yield field("actions", "staff_fte", "Årsarbetare", Entry.NUMBER, "Tjänster som åtgärden berör.")
    yield field("actions", "method_text", "Hur utfallet mäts", Entry.LONG)
    period = setting.period.text
    yield field(
        "action_reports",
        "outcome",
        f"Utfall {period}, tkr",
        Entry.MONEY,
        f"Effekten under {period}. {more}",
        factor=TKR,
    )
    yield field(
        "action_reports",
        "forecast",
        f"Prognos vid {period}, tkr",
        Entry.MONEY,
        f"Väntad effekt i allt. {more}",
        factor=TKR,
    )
    yield field("action_reports", "comment", f"Kommentar {period}", Entry.LONG, "Varför utfallet blev som det blev.")
    yield field("actions", "assessment", "Bedömning", Entry.LONG, "Hur det gick.")
    yield field("actions", "lessons", "Lärdomar", Entry.LONG)
