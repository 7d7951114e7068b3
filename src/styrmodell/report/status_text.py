"""A judgement in words: an indented tree of goals and measures, each with its status and what it rests on."""

from collections.abc import Iterable, Iterator, Mapping

from attrs import define, field

from styrmodell.aggregation.key import Place
from styrmodell.aggregation.status.cards import CardJudgement
from styrmodell.aggregation.status.goal_judgement import Child, GoalJudgement, Node
from styrmodell.aggregation.status.judgement import Judgement
from styrmodell.aggregation.status.reference import Basis, Reference
from styrmodell.aggregation.status.why import Why
from styrmodell.model.assessment import Assessment
from styrmodell.model.measure import Measure
from styrmodell.model.status import Status
from styrmodell.model.status_rule import StatusChoice
from styrmodell.model.target import TargetKind
from styrmodell.report.coverage_words import doubtful_words
from styrmodell.report.status_figures import gap_text, share_text, tolerance_text, value_text
from styrmodell.report.status_words import TERMS, kind_text, lack_text, outlook_text, rule_text, status_text, why_text

MAX_DEPTH = 24
_LONGEST = 120


@define(kw_only=True, eq=False)
class StatusPrinter:
    """Writes judgements as text; a goal or measure that stands in several places is told in full in the first.

    Attributes:
        names: Unit → its name.
        lang: "sv" or "en".
    """

    names: Mapping[str, str]
    lang: str = "sv"
    _told: set[int] = field(factory=set)

    def lines(self, nodes: Iterable[Node | CardJudgement]) -> Iterator[str]:
        """The lines of *nodes*, one below the other."""
        for node in nodes:
            if isinstance(node, CardJudgement):
                yield from self._card(node)
            else:
                yield from self._node(node, 0, None)

    def _card(self, found: CardJudgement) -> Iterator[str]:
        yield f"{self._term('card')} {found.card.id}, {_short(found.card.name)} ({self._where(found.place)})"
        for one in found.perspectives:
            yield f"  {_short(one.perspective.name)}"
            for node in one.nodes:
                yield from self._node(node, 2, found.place)

    def _node(self, node: Node, depth: int, above: Place | None) -> Iterator[str]:
        indent = "  " * depth
        again = id(node) in self._told
        self._told.add(id(node))
        head = self._goal_head(node) if isinstance(node, GoalJudgement) else self._measure_head(node)
        moved = above is None or (above.unit, above.period) != (node.place.unit, node.place.period)
        where = f" ({self._where(node.place)})" if moved else ""
        repeated = f" ({self._term('above')})" if again else ""
        yield f"{indent}{head}{where}: {self._status(node)}{repeated}"
        if again:
            return
        if isinstance(node, Judgement):
            yield from (f"{indent}    {line}" for line in self._details(node))
        elif depth >= MAX_DEPTH:
            yield f"{indent}    … {self._term('more')} {node.goal.id}"
        else:
            yield f"{indent}    {self._rule(node)}"
            for child in node.children:
                yield from self._node(child.node, depth + 1, node.place)

    def _goal_head(self, node: GoalJudgement) -> str:
        return f"{self._term('goal')} {node.goal.id}, {_short(node.goal.name)}"

    def _measure_head(self, node: Judgement) -> str:
        return f"{self._term('measure')} {node.measure.id}, {_short(node.measure.name)}"

    def _status(self, node: Node) -> str:
        """The computed status, the settled one in parentheses, and how the year is expected to end beside both."""
        settled, outlook = node.settled, node.outlook
        parts = [status_text(node.computed, self.lang)]
        if settled is not None:
            word = status_text(settled.status, self.lang)
            parts.append(f" ({self._term('settled')} {word}{self._signed(settled)})")
        if outlook is not None and outlook.outlook is not None:
            signed = "" if outlook is settled else self._signed(outlook)
            parts.append(f"; {outlook_text(outlook.outlook, self.lang)}{f' ({signed.strip()})' if signed else ''}")
        return "".join(parts)

    def _signed(self, said: Assessment) -> str:
        """Who, when, why and on what grounds; who and why are missed when they are not told."""
        by = f" {self._term('by')} {said.by}" if said.by else ""
        dated = f" {self._term('on')} {said.dated.isoformat()}" if said.dated else ""
        why = "; ".join(_short(text) for text in (said.why, said.grounds) if text)
        lacks = [self._term(name) for name, told in (("who", said.by), ("reason", said.why)) if not told]
        missed = f"; {self._term('lacks')}: {', '.join(lacks)}" if lacks else ""
        return f"{by}{dated}{': ' if why else ''}{why}{missed}"

    def _rule(self, node: GoalJudgement) -> str:
        verdict, of = node.verdict, self._term("of")
        if why := why_text(node.why, self.lang):
            return f"{self._term('why')} {why}"
        parts = [f"{rule_text(node.rule.by, self.lang)} {of} {verdict.total}"]
        if verdict.share is not None:
            limits = {"met": share_text(node.rule.met), "close": share_text(node.rule.close)}
            parts[0] = f"{rule_text(node.rule.by, self.lang)} {share_text(verdict.share)}"
            parts.append(self._term("limits").format(**limits))
        if node.rule.by is StatusChoice.WEIGHTED:
            parts.append(", ".join(map(_weight, node.children)))
        return "; ".join([*parts, f"{verdict.judged} {of} {verdict.total} {self._term('judged')}"])

    def _details(self, node: Judgement) -> Iterator[str]:
        pieces = (self._target(node), self._value(node), *self._distances(node), *self._age(node))
        if told := "; ".join(piece for piece in pieces if piece):
            yield told
        if why := self._why(node):
            yield why
        if node.parts:
            yield from self._parts(node)

    def _target(self, node: Judgement) -> str:
        if node.target is None:
            return ""
        words = _short(node.target.words or str(node.target))
        level = node.chosen.level if node.chosen is not None else None
        if level is None or (level.period == node.place.period and not level.version):
            return f"{self._term('target')} {words}"
        named = " ".join(part for part in (self._term("level"), level.version, level.period.text) if part)
        return f"{self._term('target')} {words} ({named})"

    def _value(self, node: Judgement) -> str:
        value = node.value
        if value.status is not None or value.counts:
            return ", ".join(f"{count} {status_text(status, self.lang)}" for status, count in value.counts)
        missing = "no_value" if value.is_applicable else "not_applicable"
        written = self._term(missing) if value.exact is None else value_text(value.exact, node.measure)
        return f"{kind_text(node.place.kind, self.lang)} {written}"

    def _distances(self, node: Judgement) -> Iterator[str]:
        if node.reference is not None:
            yield f"{self._term('compared')} {self._reference(node.reference, node.measure)}"
        # Of a target with parts each tells its own: the mean of units is not what is far away.
        if node.met is False and node.gap is not None and not node.parts:
            left = f"{gap_text(node, self.lang)} {self._term('left')}"
            yield left if node.gap else self._term("at_limit")
            if node.tolerance is not None:
                yield f"{self._term('tolerance')} {tolerance_text(node, self.lang)}"

    def _reference(self, found: Reference, measure: Measure) -> str:
        kind = kind_text(found.kind, self.lang)
        period = f" {found.period}" if found.period is not None else ""
        written = found.baseline is not None and found.basis is Basis.BASELINE
        figure = str(found.baseline) if written else f"{kind}{period}: {value_text(found.value, measure)}"
        return f"{kind} {figure}" if written else figure

    def _age(self, node: Judgement) -> Iterator[str]:
        coverage = node.value.coverage
        if not coverage.is_full and (node.value.exact is not None or coverage.expected > 1):
            lacks = ", ".join(self.names.get(unit, unit) for unit in node.value.missing)
            told = f"{coverage.reported} {self._term('of')} {coverage.expected} {self._term('reported')}"
            yield f"{told}, {self._term('lacks')}: {lacks}" if lacks else told
        yield from doubtful_words(coverage, self.lang, of=f" {self._term('of')} {coverage.reported}")
        if coverage.oldest is not None:
            same = coverage.oldest == coverage.newest
            yield f"{self._term('as_of' if same else 'oldest')} {coverage.oldest.isoformat()}"

    def _why(self, node: Judgement) -> str:
        lack = node.comparison.lack if node.comparison is not None else None
        why = why_text(node.why, self.lang) if lack is None else lack_text(lack, self.lang)
        if node.why is Why.STALE and node.met is not None:
            why = f"{why}; {self._term('old_met' if node.met else 'old_missed')}"
        return f"{self._term('why')} {why}" if why else ""

    def _parts(self, node: Judgement) -> Iterator[str]:
        """Of every unit, those that do not reach the target or of which it is not known; of several demands, each."""
        each = node.target is not None and node.target.kind is TargetKind.EVERY_UNIT
        if each:
            reached = sum(part.computed is Status.MET for part in node.parts)
            yield f"{reached} {self._term('of')} {len(node.parts)} {self._term('reach')}"
        for part in node.parts:
            if each and part.computed is Status.MET:
                continue
            name = self.names.get(part.place.unit, part.place.unit) if each else _short(str(part.target))
            yield f"  {name}: {status_text(part.computed, self.lang)}"
            yield from (f"      {line}" for line in self._details(part))

    def _where(self, place: Place) -> str:
        return f"{self.names.get(place.unit, place.unit)}, {place.period.text}"

    def _term(self, name: str) -> str:
        return TERMS[name].get(self.lang)


def _weight(child: Child) -> str:
    node = child.node
    name = node.goal.id if isinstance(node, GoalJudgement) else node.measure.id
    return f"{name} × {child.weight:f}".replace(".", ",")


def _short(text: str) -> str:
    """*text* on one line; a long one is cut."""
    plain = " ".join(text.split())
    return plain if len(plain) <= _LONGEST else f"{plain[: _LONGEST - 1].rstrip()}…"
