"""Bilaga 9 of the printed budget as somebody has looked at it; a change is seen part by part.

After a change that is meant: look at the document, and run pytest --update-golden.
"""

from pathlib import Path

import pytest

from styrmodell.api import Format, Workspace, load
from styrmodell.testing import CORE_PARTS, Golden

EXAMPLE = Path(__file__).parents[3] / "examples" / "vasternorrland-2020"


@pytest.fixture(scope="module")
def workspace() -> Workspace:
    return load(EXAMPLE).require()


@pytest.mark.parametrize("form", ["docx", "xlsx", "html"])
def test_bilaga_9_is_the_one_that_was_looked_at(form: Format, workspace: Workspace, styrmodell_golden: Golden) -> None:
    styrmodell_golden.check(workspace.render("vasternorrland.bilaga9", form), by_sum=CORE_PARTS)
