"""An explanation in words: an indented tree down to file and line, and the same as plain data."""

from collections.abc import Iterator
from fractions import Fraction
from typing import Any

from styrmodell.aggregation.coverage import Coverage
from styrmodell.aggregation.explanation import AS_WRITTEN, Explanation, Op
from styrmodell.model.kind import State
from styrmodell.model.measure import MONEY
from styrmodell.model.number import as_decimal
from styrmodell.model.observation import Observation
from styrmodell.report.coverage_words import doubtful_words
from styrmodell.report.numbers import NumberStyle, format_figure, make_style, with_unit
from styrmodell.report.rule_words import made_of, rule_title
from styrmodell.report.table import value_words

MAX_DEPTH = 12
MAX_LINES = 400
_BY_RULE = (Op.FOLDED, Op.ROLLED_UP, Op.PERIODS)

_WORDS = {
    "sv": {"missing": "ej rapporterat", "na": "ej aktuellt", "of": "av", "lacks": "saknas", "as_of": "avser",
           "reported": "rapporterad", "by": "av", "more": "fler steg finns under", "unnamed": "beräknat",
           "stale": "inaktuell, äldsta uppgift avser", "settled": "fastställt", "why": "skäl",
           "weight": "vikt", "lang": "sv"},
    "en": {"missing": "not reported", "na": "not applicable", "of": "of", "lacks": "missing", "as_of": "as of",
           "reported": "reported", "by": "by", "more": "more steps below", "unnamed": "computed",
           "stale": "stale, the oldest figure speaks of", "settled": "settled", "why": "reason",
           "weight": "weight", "lang": "en"},
}  # fmt: skip


def narrate(explanation: Explanation, style: NumberStyle, lang: str = "sv", depth: int = MAX_DEPTH) -> str:
    """Tell how *explanation* came about, one step a line, parts indented, sources last.

    Args:
        style: How the figure prints where it stands; money prints in kr beside it.
        depth: How many levels of parts are told.

    Returns:
        At most 400 lines; what is left out is said.
    """
    words = _WORDS["en" if lang == "en" else "sv"]
    lines: list[str] = []
    for line in _lines(explanation, style, words, (0, min(depth, MAX_DEPTH))):
        if len(lines) == MAX_LINES:
            return "\n".join([*lines, f"… {words['more']} {explanation.label}"])
        lines.append(line)
    return "\n".join(lines)


def _lines(step: Explanation, style: NumberStyle, words: dict[str, str], at: tuple[int, int]) -> Iterator[str]:
    """The step and those below it; *at* is how deep it stands, and how deep is told."""
    depth, deepest = at
    indent = "  " * depth
    yield f"{indent}{step.label}: {_value(step, style, words)}{_how(step, words)}"
    if step.op in AS_WRITTEN or not step.children:
        yield from (f"{indent}  ← {_source(observation, words)}" for observation in step.observations)
    if depth < deepest:
        for child in step.children if step.op is not Op.TOTAL else ():
            below = style if child.unit == step.unit else make_style(child.unit, "", child.decimals)
            yield from _lines(child, below, words, (depth + 1, deepest))


def _value(step: Explanation, style: NumberStyle, words: dict[str, str]) -> str:
    if not step.is_applicable:
        return words["na"]
    if step.status is not None or step.counts:
        return value_words(step)
    if step.exact is None:
        return words["missing"]
    printed = with_unit(format_figure(step.exact, style), style.unit) + made_of(step, words["weight"])
    if step.unit != MONEY or style.unit == MONEY:
        return printed
    whole = with_unit(format_figure(step.exact, make_style(MONEY, "", 0)), MONEY)
    return f"{printed} ({whole})"


def _how(step: Explanation, words: dict[str, str]) -> str:
    plain = (Op.OBSERVED, Op.MISSING, Op.NOT_APPLICABLE, Op.NOT_THERE)
    how = "" if step.op in plain else f" = {step.op.value}"
    named = f" ({rule_title(step.rule, words['lang'])})" if step.op in _BY_RULE else ""
    told = (_coverage(step.coverage, step, words), _doubtful_parts(step.coverage, words), _stale(step, words))
    return how + named + "".join(told)


def _coverage(coverage: Coverage, step: Explanation, words: dict[str, str]) -> str:
    if coverage.is_full or step.op in (Op.OBSERVED, Op.NOT_APPLICABLE, Op.NOT_THERE):
        return ""
    missing = f", {words['lacks']}: {', '.join(step.missing_names)}" if step.missing else ""
    return f" [{coverage.reported} {words['of']} {coverage.expected}{missing}]"


def _doubtful_parts(coverage: Coverage, words: dict[str, str]) -> str:
    """How many of the figures are no report of their own time: "[2 framförda, 1 uppskattad]"."""
    told = ", ".join(doubtful_words(coverage, words["lang"]))
    return f" [{told}]" if told else ""


def _stale(step: Explanation, words: dict[str, str]) -> str:
    day = step.coverage.lagging or step.coverage.oldest
    return f" [{words['stale']} {day.isoformat()}]" if step.stale and day is not None else ""


def _source(observation: Observation, words: dict[str, str]) -> str:
    as_of = f", {words['as_of']} {observation.as_of.isoformat()}" if observation.as_of else ""
    handed = f", {words['reported']} {observation.reported.isoformat()}" if observation.reported else ""
    by = f" {words['by']} {observation.reporter}" if observation.reporter else ""
    settled = observation.state is State.SETTLED and observation.comment
    why = f", {words['settled']}, {words['why']}: {observation.comment}" if settled else ""
    return f"{observation.source}{as_of}{handed}{by}{why}"


def as_data(explanation: Explanation, depth: int = MAX_DEPTH) -> dict[str, Any]:
    """The same tree as dicts, lists and text, ready for JSON; numbers are text, with all their digits."""
    coverage = explanation.coverage
    return {
        "cell": explanation.cell,
        "label": explanation.label,
        "op": explanation.op.name.lower(),
        "rule": explanation.rule,
        "number": _number(explanation),
        "unit": explanation.unit,
        "reported": coverage.reported,
        "expected": coverage.expected,
        "oldest": coverage.oldest.isoformat() if coverage.oldest else None,
        "newest": coverage.newest.isoformat() if coverage.newest else None,
        "estimated": coverage.estimated,
        "estimates": coverage.estimates,
        "carried": coverage.carried,
        "stale": explanation.stale,
        "status": explanation.status.value if explanation.status else None,
        "counts": {status.value: count for status, count in explanation.counts},
        "missing": list(explanation.missing),
        "sources": [{"file": s.file, "place": s.place} for s in explanation.sources],
        "children": [as_data(child, depth - 1) for child in explanation.children] if depth else [],
    }


def _number(explanation: Explanation) -> str | None:
    if isinstance(explanation.exact, Fraction) and explanation.exact.denominator == 1:
        return str(explanation.exact.numerator)
    number = as_decimal(explanation.exact)
    return None if number is None else f"{number:f}"
