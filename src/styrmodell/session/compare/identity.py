"""What makes two objects of two plans the same object: its id, or what it speaks of where it has none."""

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Any

from attrs import frozen

from styrmodell.model.period import Period

_IDENTITY: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "targets": ("measure_id", "unit_id", "period", "dims"),
        "assessments": ("measure_id", "goal_id", "unit_id", "period"),
        "action_reports": ("action_id", "period"),
        "calendar": ("key",),
        "completed_steps": ("step", "unit_id", "period"),
        "it_projects": ("project_id",),
        "tables": ("key",),
        "printed": ("cell_id",),
        "acknowledgements": ("code", "where", "found"),
    }
)
# Kinds of which a later object stands before an earlier of the same thing, and the fields that tell them apart.
LATER: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "targets": ("version",),
        "assessments": ("dated",),
        "action_reports": ("version", "as_of", "reported"),
    }
)


@frozen(kw_only=True)
class Identity:
    """What an object is, whatever it says."""

    parts: tuple[Any, ...]

    @property
    def text(self) -> str:
        """As an id: "farre-hyrlakare@2024-08"."""
        return "@".join(text for text in map(_text, self.parts) if text)


def _text(part: Any) -> str:
    if isinstance(part, tuple):
        return ".".join(str(member) for _, member in part)
    return part.text if isinstance(part, Period) else str(part or "")


def identities(kind: str, items: Iterable[Any]) -> dict[Identity, list[Any]]:
    """The objects of a list by what they are, in order."""
    found: dict[Identity, list[Any]] = {}
    names = _IDENTITY.get(kind, ("id",))
    for item in items:
        found.setdefault(Identity(parts=tuple(getattr(item, name) for name in names)), []).append(item)
    return found
