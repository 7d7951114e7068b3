"""Bilaga 16: the risk analysis, one risk a line, as the form has its columns."""

from collections.abc import Callable, Iterable, Iterator

from styrmodell.api import Context, Field, ListSpec, Note, Risk, slug
from styrmodell_vasternorrland.appendix import Appendix, Spec
from styrmodell_vasternorrland.form import (
    COUNT_NOTE,
    DIGITAL_GROUP,
    WORK_WORDS,
    FormField,
    Line,
    chosen,
    impact_fields,
    lines,
    rows_of,
    shown,
    units_below,
)
from styrmodell_vasternorrland.profile import words_of

TITLE = "Riskanalys"
_IDENTITY, _IMPACT, _TODAY = "Riskidentitet", "Huvudpåverkan på", "Hanteringen idag"
_RATING, _PLAN = "Riskvärdering", "Handlingsplan"
_LOST_MARK = "**)"
_LOST_NOTE = Note(mark=_LOST_MARK, text="Värderingar vars kolumn inte framgår av underlaget.")
# With nothing to print the form still has a line to write on.
_FEWEST = 1


def table(context: Context) -> ListSpec[Line[Risk]]:
    """The risks of the unit and of those below it."""
    below = units_below(context)
    risks = tuple(risk for risk in context.plan.risks if risk.unit_id is None or risk.unit_id in below)
    items = lines(risks, rows_of(context.settings, _FEWEST))
    fields = chosen(_fields(context, risks), items, context.settings)
    marks = {mark for one in fields for mark in one.notes}
    return ListSpec(
        key="risker",
        caption=BILAGA_16.heading(context),
        items=items,
        fields=fields,
        key_of=lambda line: line.key,
        notes=tuple(note for note in (COUNT_NOTE, _LOST_NOTE) if note.mark in marks),
    )


def _text(key: str, label: str, group: str, get: Callable[[Risk], str]) -> FormField[Risk]:
    return FormField(field=Field(key=key, label=label, group=group, get=shown(get)))


def _fields(context: Context, risks: tuple[Risk, ...]) -> Iterator[FormField[Risk]]:
    yield FormField(field=Field(key="nr", label="Nr", group=_IDENTITY, get=lambda line: line.number), is_identity=True)
    yield FormField(
        field=Field(key="benamning", label="Benämning", group=_IDENTITY, get=shown(lambda risk: risk.name)),
        is_identity=True,
    )
    yield _text("beskrivning", "Beskrivning", _IDENTITY, lambda risk: risk.description)
    yield _text("kategori", "Kategori", _IDENTITY, lambda risk: ", ".join(risk.categories))
    yield from impact_fields(words_of(context.profile, "paverkan"), risks, _IMPACT)
    yield _text("atgarder", "Befintliga åtgärder", _TODAY, lambda risk: risk.controls)
    yield _text("dokument", "Styrande dokument", _TODAY, lambda risk: risk.documents)
    yield from _ratings(context, risks)
    yield _text("atgard", "Åtgärd", _PLAN, lambda risk: risk.plan)
    yield _text("ansvarig", "Ansvarig", _PLAN, lambda risk: risk.owner)
    yield _text("status", "Status", _PLAN, _status)
    yield FormField(
        field=Field(key="ursprung", label="Ursprung", group=DIGITAL_GROUP, get=shown(lambda risk: risk.origin)),
        is_printed=False,
    )


def _ratings(context: Context, risks: tuple[Risk, ...]) -> Iterator[FormField[Risk]]:
    """A column for each aspect; and one for the ratings that nobody can tell the column of, where there are any."""
    told = [rating.aspect for risk in risks for rating in risk.ratings if rating.aspect]
    words = words_of(context.profile, "riskvardering")
    for aspect in dict.fromkeys((*words_of(context.profile, "riskaspekt"), *told)):
        yield FormField(
            field=Field(
                key=f"varde.{slug(aspect)}",
                label=aspect,
                group=_RATING,
                get=shown(_rating(aspect)),
                choices=words,
                is_rating=True,
            )
        )
    if len(told) < sum(len(risk.ratings) for risk in risks):
        yield FormField(
            field=Field(
                key="varde.okand", label="Kolumn okänd", group=_RATING, get=shown(_rating("")), notes=(_LOST_MARK,)
            )
        )


def _rating(aspect: str) -> Callable[[Risk], str]:
    return lambda risk: ", ".join(rating.word for rating in risk.ratings if rating.aspect == aspect)


def _status(risk: Risk) -> str:
    return risk.status_text or (WORK_WORDS[risk.status] if risk.status is not None else "")


def _tables(context: Context) -> Iterable[Spec]:
    return (table(context),)


BILAGA_16 = Appendix(number="16", title=TITLE, dated=f"{TITLE} inför {{year}}", english="risk analysis", tables=_tables)
