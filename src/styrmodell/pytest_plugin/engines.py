"""What the fixtures load when they are asked for: the lazy door of the pytest plugin."""

from collections.abc import Callable
from pathlib import Path
from typing import Any


def own_example() -> Any:
    """The example plan."""
    from styrmodell.testing.example import example_plan

    return example_plan()


def own_workspace(plan: Any) -> Any:
    """A workspace of *plan* with the installed plugins."""
    from styrmodell.plugins.registry import make_registry
    from styrmodell.testing.example import make_workspace

    return make_workspace(plan, registry=make_registry(strict=True))


def make_renderer(workspace: Any) -> Callable[[str, Any], Any]:
    """A function that renders a report of *workspace* and has opened it."""
    from styrmodell.testing.opened import open_again

    def render(key: str, form: Any) -> Any:
        rendered = workspace.render(key, form)
        open_again(form, rendered.data)
        return rendered

    return render


def make_golden(folder: Path, *, update: bool) -> Any:
    """The golden documents in *folder*."""
    from styrmodell.testing.golden import Golden

    return Golden(folder=folder, update=update)
