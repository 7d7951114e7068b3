"""What pytest gets when styrmodell is installed: fixtures and --update-golden, nothing heavy until they are used."""

import subprocess
import sys
from pathlib import Path

import pytest

pytest_plugins = ["pytester"]

TEST = """
def test_golden(styrmodell_render, styrmodell_golden):
    styrmodell_golden.check(styrmodell_render("generic.matt", "html"))


def test_plan(styrmodell_plan, styrmodell_workspace):
    assert styrmodell_workspace.plan == styrmodell_plan
    assert "generic.matt" in styrmodell_workspace.registry.reports
"""


def test_a_golden_document_is_kept_when_asked_and_compared_when_not(pytester: pytest.Pytester) -> None:
    path = pytester.makepyfile(test_rapport=TEST)
    ours = ("-p", "no:cacheprovider", "-p", "no:xdist", str(path))
    pytester.runpytest_subprocess(*ours).assert_outcomes(passed=1, failed=1)
    pytester.runpytest_subprocess("--update-golden", *ours).assert_outcomes(passed=2)
    kept = pytester.path / "golden" / "test_rapport" / "generic.matt.html" / "page.html"
    assert kept.is_file()
    pytester.runpytest_subprocess(*ours).assert_outcomes(passed=2)
    kept.write_bytes(kept.read_bytes().replace("Invånare".encode(), b"Inbyggare"))
    result = pytester.runpytest_subprocess(*ours)
    result.assert_outcomes(passed=1, failed=1)
    assert "page.html line" in result.stdout.str()


def test_the_plugin_loads_nothing_heavy_before_a_fixture_is_asked_for() -> None:
    code = (
        "import sys, styrmodell.pytest_plugin; "
        "heavy = ('hypothesis', 'attrs', 'styrmodell.api', 'styrmodell.testing'); "
        "print([name for name in heavy if name in sys.modules])"
    )
    asked = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=Path.cwd())
    assert asked.stdout.strip() == "[]"
