"""A scorecard as it is printed: one row a measure, under perspectives and goals that are said once.

An empty cell for perspective, direction goal or goal is as above, where the row goes on under the same perspective.
A measure with the same name in several rows is one, with as many lines.
"""

import re
from collections.abc import Iterable, Mapping
from typing import Any

from attrs import define, field

from styrmodell.io.codes import MISSING_KEY
from styrmodell.io.converter import yaml_keys
from styrmodell.io.lists.cells import ListRow, split_values
from styrmodell.io.lists.codes import SAME_ROW_ID, UNIT_NOT_SAID
from styrmodell.io.lists.ids import id_from
from styrmodell.io.lists.measure_unit import NOT_SAID, unit_of
from styrmodell.io.lists.objects import ListObjects
from styrmodell.io.lists.shape import field_types
from styrmodell.io.lists.tree import Cell, ListTree
from styrmodell.io.problems import Problems, shorten
from styrmodell.model.goal import Goal
from styrmodell.model.measure import Measure
from styrmodell.model.scorecard import Scorecard

_OWN_RULE = "own"
_NEXT_VALUE = re.compile(r"[\r\n]+(?=\s*(?:[A-ZÅÄÖ0-9•·▪]|[-–*]\s))|;")
_IGNORED = frozenset(("goals", "id"))


@define(kw_only=True)
class ScorecardRows:
    """Gathers the goals, measures and lines of one scorecard, row by row."""

    given: Mapping[str, str]
    problems: Problems
    perspectives: dict[str, ListTree] = field(factory=dict)
    goals: dict[str, ListTree] = field(factory=dict)
    measures: dict[str, ListTree] = field(factory=dict)
    lines: list[tuple[dict[str, object], ListRow]] = field(factory=list)
    _direction: str = ""
    _current: str = ""
    _here: tuple[str, ...] = ()

    def add(self, tree: ListTree) -> None:
        """Take a row."""
        perspective = self._perspective(tree)
        if not perspective:
            self.problems.add(MISSING_KEY, tree.place(("perspective",)), key=tree.cell(("perspective",))[2])
            return
        self._take_goals(tree, perspective)
        line: dict[str, object] = {"perspective": perspective, "goals": list(self._here)}
        if tree.get("origin"):
            line["origin"] = tree.get("origin")
        measure = self._measure(tree)
        if measure:
            line["measure"] = measure
        if measure is not None:
            self.lines.append((line, tree.row))

    def _perspective(self, tree: ListTree) -> str:
        """The id of the row's perspective; a new one ends the goals above."""
        name = tree.get("perspective")
        found = id_from("", name) if name else self._current
        if found != self._current:
            self._current, self._direction, self._here = found, "", ()
        if name and found not in self.perspectives:
            made = self.perspectives[found] = ListTree(row=tree.row, values={"id": found, "name": name})
            made.cells[("name",)] = tree.cell(("perspective",))
        return found

    def _take_goals(self, tree: ListTree, perspective: str) -> None:
        top = self.perspectives[perspective]
        for text in split_values(tree.get("direction_goal"))[:1]:
            self._direction = self._goal(text, tree.cell(("direction_goal",)), ())
            top.values.setdefault("goal", self._direction)
        for text in split_values(tree.get("area")):
            if text not in top.values.setdefault("areas", []):
                top.values["areas"].append(text)
        if written := goal_texts(tree.get("goal")):
            above = (self._direction,) if self._direction else ()
            self._here = tuple(self._goal(text, tree.cell(("goal",)), above) for text in written)
        for text in split_values(tree.get("success_factors")):
            for name in self._here:
                if text not in self.goals[name].values.setdefault("success_factors", []):
                    self.goals[name].values["success_factors"].append(text)

    def _goal(self, text: str, cell: Cell, parents: tuple[str, ...]) -> str:
        """The id of the goal with *text*; the heading it stands under is its level."""
        name = id_from("mal", text)
        if name not in self.goals:
            values = {"id": name, "name": text, "level": cell[2].casefold(), "parents": list(parents)}
            about = {key: self.given[key] for key in ("unit", "period") if self.given.get(key)}
            self.goals[name] = ListTree(row=cell[0], values={**values, **about}, cells={("name",): cell})
        return name

    def _measure(self, tree: ListTree) -> str | None:
        """The id of the row's measure; empty where it has none, None where what it has is wrong."""
        if not tree.get("name"):
            return self._without_measure(tree)
        name = tree.get("id")
        origin = {"origin": tree.get("origin")} if tree.get("origin") else {}
        links: list[dict[str, str]] = [{"id": goal, **origin} for goal in self._here]
        first = self.measures.get(name)
        if first is None:
            self.measures[name] = self._new_measure(tree, links)
            return name
        if any(first.values.get(key) != value for key, value in self._own(tree).items()):
            self.problems.add(SAME_ROW_ID, tree.place(("name",)), found=name, other=first.row.place(None))
            return None
        first.values["goals"] += [link for link in links if link not in first.values["goals"]]
        return name

    def _without_measure(self, tree: ListTree) -> str | None:
        """A goal may stand without measure; a target or a baseline may not."""
        if not tree.get("target") and not tree.get("baseline"):
            return ""
        self.problems.add(MISSING_KEY, tree.place(("name",)), key=tree.cell(("name",))[2])
        return None

    def _new_measure(self, tree: ListTree, links: list[dict[str, str]]) -> ListTree:
        values = self._own(tree)
        unit = unit_of(tree)
        if not unit:
            self.problems.add(UNIT_NOT_SAID, tree.place(("name",)), found=shorten(tree.get("name")))
        values = {"rule": _OWN_RULE, **values, "id": tree.get("id"), "unit": unit or NOT_SAID, "goals": links}
        return ListTree(row=tree.row, values=values, cells=dict(tree.cells))

    def _own(self, tree: ListTree) -> dict[str, object]:
        """What the row says of the measure itself."""
        known = yaml_keys(Measure)
        return {key: value for key, value in tree.values.items() if key in known and key not in _IGNORED}

    def build(self, objects: ListObjects) -> None:
        """Build the goals, the measures and the scorecard."""
        if not self.lines:
            return
        for goal in self.goals.values():
            objects.build("goals", Goal, goal)
        for measure in self.measures.values():
            objects.build("measures", Measure, measure)
        objects.build("scorecards", Scorecard, self._card())

    def _card(self) -> ListTree:
        period, unit = self.given.get("period", ""), self.given.get("unit", "")
        card = ListTree(row=self.lines[0][1])
        card.values |= {"id": id_from("styrkort", unit, period), "name": f"Styrkort {period}".strip()}
        keys, texts = yaml_keys(Scorecard), _texts_of(Scorecard)
        given = {key: value for key, value in self.given.items() if key in keys and value}
        card.values |= {key: split_values(value) if key in texts else value for key, value in given.items()}
        for perspective in self.perspectives.values():
            card.append("perspectives", perspective.values, perspective.cell(("name",)))
        for line, row in self.lines:
            card.append("lines", line, (row, None, ""))
        return card


def _texts_of(cls: type[Any]) -> frozenset[str]:
    """The keys of *cls* that hold several texts."""
    return frozenset(key for key, found in field_types(cls).items() if found == tuple[str, ...])


def goal_texts(text: str) -> list[str]:
    """The goals of a cell: a new one begins with a capital, a figure or a dash; else the line goes on."""
    parts = (" ".join(part.split()).lstrip("-–•·▪* ") for part in _NEXT_VALUE.split(text))
    return [part for part in parts if part]


def read_scorecard(trees: Iterable[ListTree], given: Mapping[str, str], objects: ListObjects) -> None:
    """Build what the rows of one scorecard give."""
    rows = ScorecardRows(given=given, problems=objects.problems)
    for tree in trees:
        rows.add(tree)
    rows.build(objects)
