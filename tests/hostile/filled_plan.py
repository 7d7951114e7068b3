"""A plan with an attack in every field of text: whatever report prints it, and wherever, it must stay text."""

import typing
from collections.abc import Iterator
from functools import cache
from itertools import cycle
from typing import Any

import attrs
from attrs import define, evolve, field

from styrmodell.model.plan import Plan
from styrmodell.session.workspace import Workspace

# Names that things are found by, and words that have a grammar of their own: a reader refuses them when they are
# attacks, and nothing else gets there.
_NAMES = {
    "Plan": "id",
    "Member": "codes",
    "Unit": "counterparty",
    "Link": "id",
    "Measure": "unit rule",
    "Target": "unit per against_words",  # its words and its qualifier stay where they would not be read back
    "BaselineValue": "unit per printed_unit labels",
    "TargetLevel": "version",
    "GoalConflict": "id",
    "ActionReport": "version",
    "PlannedAmount": "version",
    "CalendarStep": "key levels reports tables template",
    "CompletedStep": "step",
    "Section": "report number",
    "TableSpec": "key scale",
    "Row": "key level unit only notes",
    "Column": "key version notes",
    "Note": "mark",
    "Trend": "columns",
    "PrintedFigure": "cell_id text",
    "Acknowledgement": "code where found expected",
    "Observation": "version counterparty ie",
}


# Definitions are parsed, not printed.
_DEFINITIONS = "styrmodell.model.expression"


@define(kw_only=True)
class Filler:
    """Puts one of *texts* in turn in each field of text; *filled* are the fields that were met."""

    texts: Iterator[str]
    filled: set[str] = field(factory=set)

    def of(self, value: Any) -> Any:
        """The same value with other texts."""
        if isinstance(value, tuple):
            return tuple(self.of(one) for one in value)
        has_texts = attrs.has(type(value)) and not type(value).__module__.startswith(_DEFINITIONS)
        return self.of_object(value) if has_texts else value

    def of_object(self, item: Any) -> Any:
        """A copy of *item*; each text of it is another, and its objects are copies too."""
        cls, changes = type(item), dict[str, Any]()
        for name, alias, kind in _fields(cls):
            value = getattr(item, name)
            if kind == "text":
                changes[alias] = next(self.texts)
            elif kind == "texts":
                changes[alias] = tuple(next(self.texts) for _ in value)
            elif value is not None and value != ():
                changes[alias] = self.of(value)
            if kind != "other" and changes[alias]:
                self.filled.add(f"{cls.__name__}.{name}")
        for chosen in (changes, *_fewer(item, changes)):
            try:
                return evolve(item, **chosen)
            except ValueError:  # one text shuts out another, or has signs of its own between its parts
                continue
        return item


def _fewer(item: Any, changes: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """The changes of what is filled already, and those of nothing but objects."""
    yield {name: new for name, new in changes.items() if getattr(item, name, "")}
    yield {name: new for name, new in changes.items() if not isinstance(new, str)}


@cache
def _fields(cls: type[Any]) -> tuple[tuple[str, str, str], ...]:
    """(name, name as an argument, "text", "texts" or "other") of the fields that may hold texts or objects."""
    hints, skipped = typing.get_type_hints(cls), _NAMES.get(cls.__name__, "").split()
    kinds = {str: "text", tuple[str, ...]: "texts"}
    init = [one for one in attrs.fields(cls) if one.init and one.name not in skipped]
    return tuple((one.name, one.alias or one.name, kinds.get(hints[one.name], "other")) for one in init)


def filled(workspace: Workspace, texts: tuple[str, ...]) -> tuple[Workspace, set[str]]:
    """*workspace* with *texts* for those of its plan, and the names of the fields that have them."""
    filler = Filler(texts=cycle(texts))
    plan = filler.of(workspace.plan)
    assert isinstance(plan, Plan)
    return evolve(workspace, plan=plan, name=texts[0]), filler.filled
