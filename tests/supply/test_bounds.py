"""The lowest and the installed versions, as the sessions that try and audit them get them."""

from importlib.metadata import version

import pytest
from packaging.requirements import Requirement
from packaging.version import Version
from tests.supply import bounds
from tests.supply.bounds import lowest, requirements
from tests.supply.pins import pins


def test_every_requirement_has_a_lower_bound_that_it_allows_itself() -> None:
    for requirement, pin in zip(map(Requirement, requirements()), map(Requirement, lowest()), strict=True):
        (pinned,) = pin.specifier
        assert pin.name == requirement.name
        assert requirement.specifier.contains(pinned.version)


def test_a_requirement_without_a_bound_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bounds, "requirements", lambda: ["attrs>=25.1", "lxml"])
    with pytest.raises(ValueError, match="lxml: no name with a lower bound"):
        list(lowest())


def test_what_is_installed_is_pinned_without_the_project_itself() -> None:
    found = pins()
    assert f"attrs=={version('attrs')}" in found
    assert not any(pin.startswith("styrmodell") for pin in found)


def test_what_is_installed_is_not_below_the_bounds() -> None:
    run_time = [Requirement(one) for one in requirements()]
    assert all(Version(version(one.name)) in one.specifier for one in run_time if one.name != "rich")
