"""Changes of objects (ändringar): what somebody said later of an object that a file told first; neither is lost."""

from datetime import date
from typing import Any

import attrs
from attrs import frozen

from styrmodell.source import Source


@frozen(kw_only=True)
class ObjectChange:
    """One field of one object that has been changed.

    Attributes:
        kind: The plan's list that holds the object ("risks").
        id: The object's id; for an IT project that of its project.
        field: The model's name of the field ("owner", "unit_id").
        was: What the field held, as the model holds it.
        now: What it holds since.
        dated: The day it was changed; None where nobody said.
        by: The role that changed it, never a name.
        form: The id of the form that told it; empty where it was written by hand.
    """

    kind: str
    id: str
    field: str
    was: Any
    now: Any
    dated: date | None = None
    by: str = ""
    form: str = ""
    source: Source = attrs.field(default=Source(), eq=False)
