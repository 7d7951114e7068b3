"""generic.riskregister and generic.internkontroll: risks in a list and a matrix, and what watches them."""

from collections.abc import Callable, Iterator

from attrs import frozen

from styrmodell.finding import Text
from styrmodell.model.risk import ControlPoint, Risk, Score
from styrmodell.report.chart import Matrix, MatrixItem
from styrmodell.report.context import Context
from styrmodell.report.document import Block, NewPage
from styrmodell.report.generic.plain_report import Names, listed, own, plain_report, words_of, work_word
from styrmodell.report.list_spec import Field, ListSpec

_STEPS = tuple("1234")
_ACROSS, _UP = "sannolikhet", "konsekvens"


def _register(context: Context) -> Iterator[Block]:
    risks = own(context, context.plan.risks)
    yield NewPage(landscape=True)
    spec = ListSpec(key="risker", caption="Risker", items=risks, key_of=_id, fields=_fields(context, risks))
    yield listed(context, spec, ("atgard", "ansvarig", "status"))
    for key, title, get in (
        ("idag", "Riskmatris idag", lambda risk: risk.before),
        ("efter", "Riskmatris efter åtgärd", lambda risk: risk.after),
    ):
        if any(map(get, risks)):
            yield _matrix(context, risks, key, title, get)


def _id(risk: Risk) -> str:
    return risk.id


def _fields(context: Context, risks: tuple[Risk, ...]) -> tuple[Field[Risk], ...]:
    """The columns, with the words of the profile's lists to choose from."""
    names, categories = Names(plan=context.plan), words_of(context, "riskkategori")
    aspects = dict.fromkeys(rating.aspect or "Värdering" for risk in risks for rating in risk.ratings)
    words = words_of(context, "riskvardering")
    return (
        Field(key="namn", label="Risk", get=lambda risk: f"{risk.nr} {risk.name}".strip()),
        Field(key="beskrivning", label="Beskrivning", get=lambda risk: risk.description),
        Field(key="enhet", label="Enhet", get=lambda risk: names.unit(risk.unit_id)),
        Field(key="kategori", label="Kategori", get=lambda risk: ", ".join(risk.categories), choices=categories),
        Field(key="paverkan", label="Påverkan på", get=lambda risk: ", ".join(risk.impacts)),
        Field(key="mal", label="Mål", get=lambda risk: names.goals(risk.goals)),
        *(
            Field(key=f"v{at}", label=aspect, group="Värdering", get=_rating(aspect), choices=words, is_rating=True)
            for at, aspect in enumerate(aspects)
        ),
        Field(key="varde", label="Riskvärde idag", get=lambda risk: _number(risk.before)),
        Field(key="efter", label="Riskvärde efter åtgärd", get=lambda risk: _number(risk.after)),
        Field(key="kontroller", label="Befintliga åtgärder", get=lambda risk: risk.controls),
        Field(key="atgard", label="Åtgärd", get=lambda risk: risk.plan),
        Field(key="ansvarig", label="Ansvarig", get=lambda risk: risk.owner),
        Field(key="status", label="Status", get=lambda risk: risk.status_text or work_word(risk.status)),
    )


def _rating(aspect: str) -> Callable[[Risk], str]:
    return lambda risk: ", ".join(one.word for one in risk.ratings if (one.aspect or "Värdering") == aspect)


def _number(score: Score | None) -> str:
    return "" if score is None else f"{score.number} ({score.likelihood} × {score.consequence})"


def _matrix(
    context: Context, risks: tuple[Risk, ...], key: str, title: str, get: Callable[[Risk], Score | None]
) -> Matrix:
    scales = dict(context.profile.scales)
    placed = [(risk, score) for risk in risks if (score := get(risk)) is not None]
    across = scales.get(_ACROSS) or _steps(max(score.likelihood for _, score in placed))
    up = scales.get(_UP) or _steps(max(score.consequence for _, score in placed))
    inside = [(r, s) for r, s in placed if 1 <= s.likelihood <= len(across) and 1 <= s.consequence <= len(up)]
    return Matrix(
        key=f"matris-{key}",
        title=title,
        alt=f"{title}: {len(inside)} av {len(risks)} risker efter sannolikhet och konsekvens.",
        across_title="Sannolikhet",
        up_title="Konsekvens",
        across=across,
        up=up,
        items=tuple(
            MatrixItem(
                label=risk.nr or str(risks.index(risk) + 1), name=risk.name, across=s.likelihood, up=s.consequence
            )
            for risk, s in inside
        ),
    )


def _steps(most: int) -> tuple[str, ...]:
    """Steps without words: a profile without scales."""
    return tuple(str(step) for step in range(1, max(most, len(_STEPS)) + 1))


@frozen(kw_only=True)
class _Point:
    """A control point of a risk."""

    risk: Risk
    nr: int
    point: ControlPoint


def _controls(context: Context) -> Iterator[Block]:
    risks = own(context, context.plan.risks)
    points = tuple(
        _Point(risk=risk, nr=nr, point=point) for risk in risks for nr, point in enumerate(risk.control_points, 1)
    )
    yield NewPage(landscape=True)
    yield listed(context, _points(context, points), ("metod", "frekvens", "ansvarig"))
    without = tuple(risk for risk in risks if risk.selected and not risk.control_points)
    if without:
        yield listed(context, _without(context, without), ("ansvarig",))


def _points(context: Context, points: tuple[_Point, ...]) -> ListSpec[_Point]:
    names = Names(plan=context.plan)
    return ListSpec(
        key="kontrollmoment",
        caption="Kontrollmoment",
        items=points,
        key_of=lambda one: f"{one.risk.id}-{one.nr}",
        group_of=lambda one: f"{one.risk.nr} {one.risk.name}".strip(),
        group_header="Risk",
        fields=(
            Field(key="moment", label="Kontrollmoment", get=lambda one: one.point.name),
            Field(key="metod", label="Metod", get=lambda one: one.point.method),
            Field(key="frekvens", label="Frekvens", get=lambda one: one.point.frequency),
            Field(key="ansvarig", label="Ansvarig", get=lambda one: one.point.owner),
            Field(key="enhet", label="Enhet", get=lambda one: names.unit(one.risk.unit_id)),
            Field(key="varde", label="Riskvärde", get=lambda one: _number(one.risk.before)),
        ),
    )


def _without(context: Context, risks: tuple[Risk, ...]) -> ListSpec[Risk]:
    names = Names(plan=context.plan)
    return ListSpec(
        key="utan-kontroll",
        caption="Valda risker utan kontrollmoment",
        items=risks,
        key_of=_id,
        fields=(
            Field(key="namn", label="Risk", get=lambda risk: f"{risk.nr} {risk.name}".strip()),
            Field(key="enhet", label="Enhet", get=lambda risk: names.unit(risk.unit_id)),
            Field(key="ansvarig", label="Ansvarig", get=lambda risk: risk.owner),
        ),
    )


RISKS = plain_report(
    "generic.riskregister", Text(sv="Riskregister", en="Risk register"), _register, lambda plan: plan.risks
)
CONTROLS = plain_report(
    "generic.internkontroll",
    Text(sv="Internkontrollplan", en="Internal control plan"),
    _controls,
    lambda plan: any(risk.control_points or risk.selected for risk in plan.risks),
)
