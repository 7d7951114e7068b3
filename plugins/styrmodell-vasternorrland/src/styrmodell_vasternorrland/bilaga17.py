"""Bilaga 17: projects, one form (and one sheet) for each area that hands them in."""

from collections.abc import Callable, Iterable, Iterator
from decimal import Decimal

from styrmodell.api import Context, Field, ListSpec, Note, Project, slug
from styrmodell_vasternorrland.appendix import Appendix, Spec
from styrmodell_vasternorrland.form import (
    COUNT_MARK,
    COUNT_NOTE,
    DIGITAL_GROUP,
    WORK_WORDS,
    FormField,
    Line,
    Part,
    chosen,
    impact_fields,
    lines,
    rows_of,
    shown,
    units_below,
)
from styrmodell_vasternorrland.head import administration
from styrmodell_vasternorrland.profile import words_of

TITLE = "Projekt"
# The form has so many lines an area, filled in or not.
ROWS_PER_AREA = 30
_PROJECT, _IMPACT, _FINANCING = "Projekt", "Huvudpåverkan på (markera med kryss)", "Finansiering"

PRINTED_PART = "Del som ska skrivas ut (resterande delar hanteras digitalt)"
INSTRUCTIONS = (
    "Lista projekt som ni vill genomföra med stöd av projektkontoret och som ska följas upp i projektportföljen.",
    "Projekt för digitalisering och projekt som involverar resurser från IT, MT och Administration (Juridik, "
    "informationssäkerhet, ...) ska tas upp.",
    "Listan inte projekt som redan finns i projektportföljen.",
    "Aktiviteter/behov som ska hanteras inom systemförvaltningen ska adresseras till berört systemförvaltningsobjekt.",
)


def tables(context: Context) -> tuple[ListSpec[Line[Project]], ...]:
    """A form for each area; one blank form where there are no projects."""
    areas = by_area(context)
    every = tuple(project for projects in areas.values() for project in projects)
    keys = _keys(areas)
    return tuple(_table(context, keys[area], area, tuple(projects), every) for area, projects in areas.items())


def by_area(context: Context) -> dict[str, list[Project]]:
    """The projects of the unit and those below it, by area; an IT project without one is in bilaga 10 c."""
    below, names = units_below(context), {unit.id: unit.name for unit in context.plan.units}
    it = {one.project_id for one in context.plan.it_projects}
    areas: dict[str, list[Project]] = {}
    for project in context.plan.projects:
        if (project.unit_id is None or project.unit_id in below) and (project.area or project.id not in it):
            area = project.area or names.get(project.unit_id or context.unit.id, context.unit.name)
            areas.setdefault(area, []).append(project)
    return areas or {administration(context).name: []}


def _keys(areas: Iterable[str]) -> dict[str, str]:
    """A key of its own for each area's table: "projekt-hjalpmedel"."""
    keys: dict[str, str] = {}
    for area in areas:
        stem = key = "-".join(filter(None, ("projekt", *slug(area).split("-"))))
        while key in keys.values():
            key = f"{stem}-{len(keys) + 1}"
        keys[area] = key
    return keys


def _table(
    context: Context, key: str, area: str, projects: tuple[Project, ...], every: tuple[Project, ...]
) -> ListSpec[Line[Project]]:
    items = lines(projects, rows_of(context.settings, ROWS_PER_AREA))
    # All forms have the same columns: what one of them needs, the others have too.
    fields = chosen(_fields(context, every), lines(every, 0), context.settings)
    printed = Part.of(context.settings) is not Part.DIGITAL
    notes = [Note(text=text) for text in (PRINTED_PART, *INSTRUCTIONS)] if printed else []
    is_counted = any(COUNT_MARK in one.notes for one in fields)
    return ListSpec(
        key=key,
        caption=f"Förvaltning: {area}",
        sheet=area,
        items=items,
        fields=fields,
        key_of=lambda line: line.key,
        notes=(*((COUNT_NOTE,) if is_counted else ()), *notes),
    )


def _field(key: str, label: str, group: str, get: Callable[[Project], str], *choices: str) -> FormField[Project]:
    return FormField(field=Field(key=key, label=label, group=group, get=shown(get), choices=choices))


def _digital(key: str, label: str, get: Callable[[Project], str]) -> FormField[Project]:
    return FormField(field=Field(key=key, label=label, group=DIGITAL_GROUP, get=shown(get)), is_printed=False)


def _fields(context: Context, projects: tuple[Project, ...]) -> Iterator[FormField[Project]]:
    def words(name: str) -> tuple[str, ...]:
        return words_of(context.profile, name)

    yield FormField(field=Field(key="nr", label="Nr", group=_PROJECT, get=lambda line: line.number), is_identity=True)
    yield FormField(
        field=Field(key="projektnamn", label="Projektnamn", group=_PROJECT, get=shown(lambda one: one.name)),
        is_identity=True,
    )
    yield _field("beskrivning", "Beskrivning", _PROJECT, lambda one: one.description)
    yield _field("kategori", "Kategori", _PROJECT, lambda one: one.category, *words("projektkategori"))
    yield _field("digitalisering", "Digitalisering", _PROJECT, _is_digital, *words("digitalisering"))
    yield from impact_fields(words("paverkan"), projects, _IMPACT)
    yield _field("omfattning", "Omfattning (timmar för genomförande)", "", lambda one: one.extent, *words("omfattning"))
    yield _field(
        "investering",
        "Investering (Beräknade kostnader gällande licenser, tjänster, konsulter med mera som projektet medför)",
        _FINANCING,
        investment_text,
    )
    yield _field(
        "finansieringsform",
        "Finansieringsform",
        _FINANCING,
        lambda one: one.financing,
        *words("finansieringsform"),
    )
    yield from _beyond_the_form()


def _beyond_the_form() -> Iterator[FormField[Project]]:
    """What the printed form has no room for."""
    yield _digital("projektnummer", "Projektnummer", lambda one: one.project_nr)
    yield _digital("ansvarig", "Ansvarig", lambda one: one.owner)
    yield _digital("status", "Status", lambda one: WORK_WORDS[one.status] if one.status is not None else "")
    yield _digital("start", "Start", lambda one: one.start.isoformat() if one.start is not None else "")
    yield _digital("slut", "Slut", lambda one: one.end.isoformat() if one.end is not None else "")


def _is_digital(project: Project) -> str:
    return "" if project.digital is None else "Ja" if project.digital else "Nej"


def investment_text(project: Project) -> str:
    """The amount in kr, an outlay with plus; the words that stand there, where they hold it or it is not known."""
    spent, words = _spent(project), project.amount_text
    if spent is None:
        return words
    amount = _grouped(spent)
    if words and amount.replace("\u00a0", "") in "".join(words.split()):
        return words
    years = f"{amount} under {project.total_years} år" if project.total_years else amount
    return f"{years}, {words}" if words else years


def _spent(project: Project) -> Decimal | None:
    """What it costs in all; None where that is not known. Years that are told more than once are not added up."""
    if project.total is not None:
        return -project.total
    years = [one for one in project.amounts if not one.accumulated]
    values = [one.value for one in years if one.value is not None]
    is_whole = len(values) == len(years) == len({(one.period, one.post) for one in years})
    return -sum(values, Decimal(0)) if values and is_whole else None


def _grouped(amount: Decimal) -> str:
    """Three digits together: "4 250 000"."""
    whole = amount == amount.to_integral_value()
    text = f"{abs(amount):,.0f}" if whole else f"{abs(amount):,.2f}"
    return ("−" if amount < 0 else "") + text.replace(",", "\u00a0").replace(".", ",")


def _tables(context: Context) -> Iterable[Spec]:
    return tables(context)


BILAGA_17 = Appendix(
    number="17", title=TITLE, dated=f"{TITLE} {{year}} - {{last}}", english="projects", unit="kr", tables=_tables
)
