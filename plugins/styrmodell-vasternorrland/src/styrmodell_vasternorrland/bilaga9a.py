"""Bilaga 9 a: planned visits and contacts of primary care, by delverksamhetsområde, profession and contact."""

from collections.abc import Iterable, Iterator

from styrmodell.api import Column, Context, Dims, Member, Note, Row, TableSpec, ref
from styrmodell_vasternorrland.appendix import Appendix, Facts, Spec
from styrmodell_vasternorrland.head import administration
from styrmodell_vasternorrland.visit_form import AREAS, CONTACTS, MARKS, PROFESSIONS, REMARKS, TOTALS
from styrmodell_vasternorrland.years import BUDGET, FIVE_YEARS, FORECAST, OUTCOME, PLAN_1, PLAN_2

TITLE = "Verksamhetsredovisning Planerad verksamhet"
CARE = "Primärvård"
TOTALS_TITLE = "Ersättningsberättigade besök"
# A workspace's own notes, as a list: lines that begin with a mark ("1) ...") are notes, others are remarks.
NOTES_SECTION = "bilaga-9a"

_MEASURE = "besok"
_AREA, _PROFESSION, _CONTACT = "vardomrade", "profession", "kontakt"
_YEARS = (OUTCOME, FORECAST, BUDGET, PLAN_1, PLAN_2)


def visits(context: Context) -> TableSpec:
    """A heading for each area, and a row for each profession that there is in it."""
    columns, rows = tuple(_columns(context)), tuple(_rows(context))
    used = {mark for notes in (*(c.notes for c in columns), *(r.notes for r in rows)) for mark in notes}
    return TableSpec(
        key="verksamhet",
        caption=CARE,
        row_header="Delverksamhetsområde",
        sheet=f"Bilaga 9a {CARE}",
        columns=columns,
        rows=rows,
        notes=tuple(note for note in _notes(context) if not note.mark or note.mark in used),
    )


def totals(context: Context) -> TableSpec:
    """The visits that are paid for: on the spot and at home, not by telephone or letter."""
    known = {member.id for member in _members(context, _PROFESSION)}
    return TableSpec(
        key="ersattning",
        caption=TOTALS_TITLE,
        row_header="Besök",
        sheet="Bilaga 9a Ersättning",
        columns=FIVE_YEARS,
        rows=tuple(
            Row(key=key, label=label, cell=ref(_MEASURE, dims=((_PROFESSION, member), (_CONTACT, "besok"))))
            for key, label, member in TOTALS
            if not known or member in known
        ),
    )


def _members(context: Context, dimension: str) -> tuple[Member, ...]:
    """The members of the plan's *dimension*; none where it has no such dimension."""
    return next((one.members for one in context.plan.dimensions if one.id == dimension), ())


def _leaves(context: Context, dimension: str, form: tuple[Member, ...]) -> tuple[Member, ...]:
    """The members that are reported, in order; those of the form where the plan does not know the dimension."""
    return tuple(member for member in _members(context, dimension) or form if not member.parts)


def _columns(context: Context) -> Iterator[Column]:
    marks = _marks(context)
    for year in _YEARS:
        for contact in _leaves(context, _CONTACT, CONTACTS):
            yield Column(
                key=f"{year.key}.{contact.id}",
                label=contact.name,
                group=year.label,
                period=year.offset,
                kind=year.kind,
                dims=((_CONTACT, contact.id),),
                notes=marks.get(((_CONTACT, contact.id),), ()),
            )


def _rows(context: Context) -> Iterator[Row]:
    marks, blank = _marks(context), _not_applicable(context)
    for area in _leaves(context, _AREA, tuple(area for area, _ in AREAS)):
        label = f"{area.name} ({area.codes})" if area.codes else area.name
        yield Row(key=area.id, label=label, level="heading")
        for profession in _professions(context, area):
            dims = ((_AREA, area.id), (_PROFESSION, profession.id))
            if not any(set(pattern) <= set(dims) for pattern in blank):
                yield Row(
                    key=f"{area.id}.{profession.id}",
                    label=profession.name,
                    cell=ref(_MEASURE, dims=dims),
                    notes=marks.get(dims, ()),
                )


def _professions(context: Context, area: Member) -> tuple[Member, ...]:
    """The professions of *area*; in a plan that does not know them, those that the form has there."""
    if _members(context, _PROFESSION):
        return _leaves(context, _PROFESSION, ())
    known = next((names for form_area, names in AREAS if form_area.id == area.id), ())
    return tuple(member for member in PROFESSIONS if member.id in known)


def _not_applicable(context: Context) -> tuple[Dims, ...]:
    """The pairs of area and profession that are not there by nature, as the measure tells them."""
    return next((measure.not_applicable for measure in context.plan.measures if measure.id == _MEASURE), ())


def _notes(context: Context) -> tuple[Note, ...]:
    """The workspace's own notes, else those of the form."""
    text = next((section.text for section in context.plan.sections if section.id == NOTES_SECTION), "")
    lines = [line.strip().removeprefix("- ").strip() for line in text.splitlines()]
    notes = [_note(line) for line in lines if line]
    if not notes:
        year = context.period.first_year - 2
        notes = [Note(text=remark.format(year=year)) for remark in REMARKS]
        notes += [Note(mark=mark, text=text) for mark, _, text in MARKS]
    # Marked ones first, beside what they explain; the general remarks after them.
    return tuple(sorted(notes, key=lambda note: not note.mark))


def _note(line: str) -> Note:
    mark, _, text = line.partition(" ")
    return Note(mark=mark, text=text.strip()) if mark[:-1].isdigit() and mark.endswith(")") else Note(text=line)


def _marks(context: Context) -> dict[Dims, tuple[str, ...]]:
    """Where the form has its marks; those without a note are left out."""
    noted = {note.mark for note in _notes(context)}
    return {dims: (mark,) for mark, dims, _ in MARKS if mark in noted}


def _tables(context: Context) -> Iterable[Spec]:
    summed = totals(context)
    return (visits(context), *((summed,) if summed.rows else ()))


def _facts(context: Context) -> Facts:
    """The förvaltning, and the office that hands it in where the report's settings name one."""
    parts = (administration(context).name, context.settings.get("enhet", ""))
    return (("Förvaltning", "/".join(filter(None, parts))),)


BILAGA_9A = Appendix(
    number="9a",
    title=TITLE,
    dated=f"{TITLE} {{year}}-{{last}}",
    english="planned visits",
    tables=_tables,
    facts=_facts,
)
