"""Risks (risker): those of the unit and of those below it, the largest first."""

from collections.abc import Iterable

from styrmodell.api import Block, Field, ListSpec, Note, Risk, Score
from styrmodell_dalarna.rapport.work import WORK_WORDS
from styrmodell_dalarna.rapport.writer import Writer, lacking


def section(writer: Writer) -> Iterable[Block]:
    """The risks that are followed this year."""
    plan = writer.context.plan
    own = [one for one in plan.risks if (one.unit_id or plan.unit_id) in writer.within and one.selected is not False]
    if not own:
        yield lacking("riskanalys för enheten eller någon under den")
        return
    own.sort(key=lambda one: -(one.before.number if one.before is not None else 0))
    yield writer.context.table(_table(writer, tuple(own)))


def _table(writer: Writer, own: tuple[Risk, ...]) -> ListSpec[Risk]:
    plan = writer.context.plan
    return ListSpec(
        key="risker",
        caption="Risker",
        items=own,
        key_of=lambda one: one.id,
        fields=(
            Field(key="risk", label="Risk", get=lambda one: one.name),
            Field(key="enhet", label="Enhet", get=lambda one: writer.units[one.unit_id or plan.unit_id].name),
            Field(key="nu", label="Riskvärde nu", get=lambda one: _score(one.before)),
            Field(key="efter", label="Efter åtgärd", get=lambda one: _score(one.after)),
            Field(key="atgard", label="Åtgärd", get=lambda one: one.plan),
            Field(key="ansvarig", label="Ansvarig", get=lambda one: one.owner),
            Field(
                key="status",
                label="Status",
                get=lambda one: WORK_WORDS[one.status] if one.status else one.status_text,
            ),
        ),
        notes=(Note(text="Riskvärdet är sannolikhet gånger konsekvens."),),
        sheet="Risker",
    )


def _score(score: Score | None) -> str:
    return "" if score is None else f"{score.number} ({score.likelihood} × {score.consequence})"
