"""The measurement of load itself: what is made is read without doubt, figures are the sums, growth is judged."""

from decimal import Decimal

import pytest
from tests.load.growth import Measured, faults_of, growth_text
from tests.load.measure import Used, measure
from tests.load.printed import printed_sums
from tests.load.region import Size, make_workspace

from styrmodell.api import load

SMALL = Size(units=6, measures=5, months=12)


def used(cpu: float, memory: float) -> Used:
    return Used(wall=cpu, cpu=cpu, memory=memory, code=0, told="")


def grown(*taken: tuple[int, float, float]) -> list[Measured]:
    return [Measured(step="render", observations=count, used=used(cpu, memory)) for count, cpu, memory in taken]


def test_every_unit_reports_every_measure_each_month(tmp_path):
    make_workspace(tmp_path, SMALL)
    workspace = load(tmp_path)
    assert workspace.findings == ()
    assert workspace.plan is not None
    assert len(workspace.plan.observations) == SMALL.observations == 6 * 5 * 12


def test_the_printed_sums_are_those_that_were_written(tmp_path):
    sums = make_workspace(tmp_path / "yta", SMALL)
    assert len(sums) == 4
    (tmp_path / "bok.xlsx").write_bytes(load(tmp_path / "yta").render("generic.tabeller", "xlsx").data)
    printed = printed_sums(tmp_path / "bok.xlsx", "2022-12")
    assert {name: printed[name] for name in sums} == sums
    assert all(Decimal(0) < printed[name] < 1 for name in printed if name not in sums)


def test_twice_the_figures_may_take_twice_as_much_and_the_margin():
    assert faults_of(grown((100, 10, 50), (200, 24, 120), (400, 55, 250)), 1.25) == []


@pytest.mark.parametrize(("cpu", "memory", "what"), [(26, 100, "processor time"), (20, 126, "memory")])
def test_more_than_that_is_a_fault(cpu, memory, what):
    (told,) = faults_of(grown((100, 10, 50), (200, cpu, memory)), 1.25)
    assert told.startswith("render: 2.00 × the figures took 2.")
    assert told.endswith(f"the {what}")


def test_steps_are_compared_with_themselves_only():
    mixed = [*grown((100, 10, 50)), Measured(step="check", observations=200, used=used(900, 900))]
    assert growth_text(mixed) == []


def test_a_command_is_measured_by_its_own_process():
    taken = measure(("--version",))
    assert (taken.code, taken.told) == (0, "")
    assert taken.cpu > 0
    assert taken.memory > 1
    assert measure(("check", "ingen-mapp")).code != 0
