"""What pytest gets when styrmodell is installed: fixtures for plugin authors, and --update-golden.

pytest loads this in every project, also where the extra testing is not installed. It therefore imports nothing but
pytest until a fixture is asked for.
"""

from pathlib import Path
from typing import Any

import pytest

from styrmodell.pytest_plugin.engines import make_golden, make_renderer, own_example, own_workspace

# Authors see what a test of ReportConformance compared, and not only that it failed.
pytest.register_assert_rewrite("styrmodell.testing")


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add --update-golden."""
    group = parser.getgroup("styrmodell")
    group.addoption(
        "--update-golden",
        action="store_true",
        default=False,
        help="let the documents that are rendered become the golden ones (fixture styrmodell_golden)",
    )


@pytest.fixture
def styrmodell_plan() -> Any:
    """The example plan that tests share: example_plan()."""
    return own_example()


@pytest.fixture
def styrmodell_workspace(styrmodell_plan: Any) -> Any:
    """A workspace of the example plan with every plugin that is installed; a plugin that fails stops the test."""
    return own_workspace(styrmodell_plan)


@pytest.fixture
def styrmodell_render(styrmodell_workspace: Any) -> Any:
    """Renders a report of the example plan and opens it again: (key, format) → Rendered."""
    return make_renderer(styrmodell_workspace)


@pytest.fixture
def styrmodell_golden(request: pytest.FixtureRequest) -> Any:
    """The golden documents of a test file: those in golden/<name of the file>/ beside it."""
    path = Path(request.path)
    return make_golden(path.parent / "golden" / path.stem, update=bool(request.config.getoption("--update-golden")))
