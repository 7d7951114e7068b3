"""The check finds what it is to find, and nothing else."""

from styrmodell.api import Finding
from styrmodell.testing import example_plan, make_workspace

from styrmodell_exempeldalen import plugin


def findings(profile: str) -> list[Finding]:
    """What the plugin says of a plan whose three measures have no owner."""
    workspace = make_workspace(example_plan(), {"exempeldalen": plugin}, profile=profile)
    return [finding for finding in workspace.check() if finding.code.code == "exempeldalen.1"]


def test_a_measure_without_an_owner_is_told() -> None:
    told = findings("exempeldalen")
    assert [finding.found("sv") for finding in told][1:2] == ["Invånare har ingen ansvarig"]
    assert len(told) == 3


def test_another_regions_plan_is_left_alone() -> None:
    assert findings("") == []
