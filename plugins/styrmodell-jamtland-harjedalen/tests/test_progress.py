"""What was reported of an activity stands beside what its dates and its comment say."""

from datetime import date

import pytest

from styrmodell.api import Activity, WorkStatus
from styrmodell.testing import example_plan, make_workspace
from styrmodell_jamtland_harjedalen import plugin
from styrmodell_jamtland_harjedalen.progress import Progress, progress_of, word

PLANNED, STARTED, DONE = WorkStatus.PLANNED, WorkStatus.STARTED, WorkStatus.DONE
TODAY = date(2024, 9, 15)


def progress(**parts) -> Progress:
    workspace = make_workspace(example_plan(), {"jamtland-harjedalen": plugin}, profile="jamtland-harjedalen")
    publisher = workspace.publisher
    publisher.as_of = TODAY
    context = publisher.context("generic.matt", str(publisher.plan.unit_id), publisher.plan.period)
    (found,) = progress_of(context, (Activity(id="a", name="A", **parts),))
    return found


@pytest.mark.parametrize(
    ("comment", "derived"),
    [
        ("Arbetet pågår sedan mars.", STARTED),
        ("Är påbörjat på två enheter.", STARTED),
        ("Genomförd i april.", DONE),
        ("Utbildningen är klar.", DONE),
        ("Ännu inte påbörjad.", None),
        ("Ej påbörjat.", None),
        ("Väntar på beslut.", None),
        ("", None),
    ],
)
def test_a_comment_says_how_far_work_has_come_unless_it_denies_it(comment: str, derived: WorkStatus | None) -> None:
    found = progress(status=PLANNED, comment=comment)
    assert found.derived is derived
    assert found.is_behind is (derived is not None)


def test_dates_go_before_the_comment() -> None:
    found = progress(status=STARTED, finished=date(2024, 4, 1), comment="Arbetet pågår.")
    assert (found.derived, found.grounds) == (DONE, "datum")
    assert found.is_behind


def test_a_date_to_come_proves_nothing() -> None:
    found = progress(status=PLANNED, start=date(2024, 1, 1), end=date(2024, 6, 1))
    assert found.derived is None
    assert not found.is_behind


@pytest.mark.parametrize("status", [STARTED, DONE])
def test_a_status_that_is_as_far_or_further_is_left_alone(status: WorkStatus) -> None:
    assert not progress(status=status, comment="Arbetet pågår.").is_behind


@pytest.mark.parametrize("status", [WorkStatus.RESTING, WorkStatus.CANCELLED])
def test_work_that_has_stopped_is_not_behind(status: WorkStatus) -> None:
    assert not progress(status=status, comment="Arbetet pågår.").is_behind


def test_work_without_a_status_is_behind_when_it_has_begun() -> None:
    assert progress(comment="Arbetet pågår.").is_behind
    assert word(None) == "Ej angiven"
