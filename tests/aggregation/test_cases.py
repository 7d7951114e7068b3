"""Cases that an expert can read and compute by hand: tests/cases/*.yaml, with their keys in enheter.yaml."""

from collections.abc import Iterator, Mapping
from datetime import date
from fractions import Fraction
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from attrs import evolve, frozen

from styrmodell.aggregation.age import Age
from styrmodell.aggregation.evaluate import Evaluator
from styrmodell.aggregation.explanation import Explanation
from styrmodell.aggregation.index import build_index
from styrmodell.aggregation.key import Place
from styrmodell.aggregation.matching import check_matching
from styrmodell.aggregation.order_check import check_order
from styrmodell.aggregation.recheck import recheck
from styrmodell.aggregation.rules.built_in import BUILT_IN
from styrmodell.aggregation.stated import check_stated
from styrmodell.aggregation.status.judge import Judge
from styrmodell.aggregation.traits import traits_of
from styrmodell.aggregation.unit_orders import Order
from styrmodell.aggregation.version import Versions
from styrmodell.finding import Findings
from styrmodell.io.converter import make_converter
from styrmodell.io.kinds import FILE_KEYS, OBJECT_KINDS
from styrmodell.io.read_yaml import yaml_content
from styrmodell.io.sources import SourceFormat
from styrmodell.io.tables.read_observations import read_yaml_rows
from styrmodell.io.values import kind_value
from styrmodell.io.yaml_nodes import read_yaml_nodes
from styrmodell.model.check import check_plan, circular_measures
from styrmodell.model.code_set import CodeSet
from styrmodell.model.expression_text import parse_expression
from styrmodell.model.internal import INTERNAL_WORDS
from styrmodell.model.lift import lifted
from styrmodell.model.number_text import read_number
from styrmodell.model.observation import Observation
from styrmodell.model.period import Period
from styrmodell.model.plan import Plan
from styrmodell.model.status import Counts, Status, status_word
from styrmodell.session.standing import make_judge

FOLDER = Path(__file__).parents[1] / "cases"
RULES = {rule.key: rule for rule in BUILT_IN}
OWN_KEYS = {"name", "versions", "additions", "order", "as_of", "checks", "expect"}
ASKED = {"measure", "goal", "unit", "period", "kind", "version", "dims", "ie", "internal", "order"}
FIGURES = {"value", "no_value", "status", "counts"}
COVERED = {"reported", "expected", "carried", "estimated"}
EXPECTATIONS = ASKED | FIGURES | COVERED | {"missing", "op", "stale", "children", "findings", "why"}
BY_TEXT = {"true": True, "false": False}


@frozen(kw_only=True)
class Case:
    """One case: where it stands and what it holds, every scalar as text."""

    file: str
    name: str
    body: Mapping[str, Any]

    def __str__(self) -> str:
        return f"{self.file}: {self.name}"

    @property
    def today(self) -> date | None:
        """The workspace's day, where the case has one."""
        return date.fromisoformat(self.body["as_of"]) if "as_of" in self.body else None


@frozen(kw_only=True)
class Engine:
    """What answers: values, and how they stand to their targets."""

    evaluator: Evaluator
    judge: Judge


def read_cases() -> Iterator[Case]:
    for path in sorted(FOLDER.glob("*.yaml")):
        tree, findings = read_yaml_nodes(path.read_text(encoding="utf-8"), path.name)
        assert not findings, findings.text()
        for body in tree.root["cases"]:
            yield Case(file=path.name, name=body["name"], body=body)


CASES = tuple(read_cases())


def plan_of(case: Case) -> Plan:
    """Read what a case shares with a workspace by the same door."""
    shared = {key: value for key, value in case.body.items() if key not in OWN_KEYS}
    assert set(shared) <= set(FILE_KEYS), f"{case}: unknown key among {sorted(shared)}"
    content = yaml_content(yaml.safe_dump(shared, allow_unicode=True).encode(), case.file, make_converter())
    assert not content.findings, f"{case}\n{content.findings.text()}"
    objects = {key: content.objects.get(key, ()) for key, _ in OBJECT_KINDS}
    unit = content.head.unit_id if content.head else objects["units"][0].id
    period = content.head.period if content.head else Period.year(2020)
    return Plan(unit_id=unit, period=period, **objects, observations=observations_of(case, content))


def observations_of(case: Case, content: Any) -> tuple[Observation, ...]:
    if content.rows is None:
        return ()
    measures = {measure.id: measure for measure in content.objects.get("measures", ())}
    observations, findings = read_yaml_rows(content.rows, measures=measures, format=SourceFormat())
    assert not findings, f"{case}\n{findings.text()}"
    return observations


def order_of(text: Mapping[str, str]) -> Order:
    on = date.fromisoformat(text["on"]) if "on" in text else None
    return Order(hierarchy=text.get("hierarchy", ""), on=on, as_now=BY_TEXT[text.get("as_now", "false")])


def engine_of(case: Case, plan: Plan, order: Order) -> Engine:
    versions = Versions(order=tuple(case.body.get("versions", ())), additions=tuple(case.body.get("additions", ())))
    index = build_index(lifted(plan), versions, traits_of(RULES), order=order, today=case.today)
    circular = circular_measures(index.plan.measures)
    evaluator = Evaluator(index=index, rules=RULES, circular=circular, age=Age(today=case.today))
    judge = make_judge(evaluator)
    evaluator.judge = judge.figure
    return Engine(evaluator=evaluator, judge=judge)


def told_of(case: Case, plan: Plan) -> Findings:
    """What is said of the plan as a whole, whatever is asked."""
    evaluator = engine_of(case, plan, order_of(case.body.get("order", {}))).evaluator
    return Findings.gather(
        check_plan(plan, rules=RULES),
        check_order(evaluator.index),
        check_matching(evaluator.index),
        check_stated(evaluator),
    )


def exact(text: str) -> Fraction:
    """Read "−1 234,5", "39,2 %" or "11 / 102"."""
    upper, _, lower = text.partition("/")
    return Fraction(read_number(upper).value) / (Fraction(read_number(lower).value) if lower else 1)


def place_of(plan: Plan, line: Mapping[str, Any]) -> Place:
    return Place(
        unit=line.get("unit", plan.unit_id),
        period=Period.parse(line.get("period", plan.period.text)),
        kind=kind_value(line.get("kind", "utfall")),
        version=line.get("version", ""),
        dims=tuple(line.get("dims", {}).items()),
        ie=str(CodeSet.parse(line["ie"])) if "ie" in line else "",
        internal=dict(INTERNAL_WORDS)[line["internal"]] if "internal" in line else None,
    )


def found(engine: Engine, explanation: Explanation, line: Mapping[str, Any], place: Place) -> dict[str, Any]:
    """What came out, under the keys that the line expects something of."""
    nothing = "missing" if explanation.is_applicable else "not_applicable"
    has_value = explanation.exact is not None
    answers = {
        "value": Fraction(explanation.exact) if has_value else None,
        "no_value": None if has_value else nothing,
        "missing": list(explanation.missing),
        "reported": explanation.coverage.reported,
        "expected": explanation.coverage.expected,
        "carried": explanation.coverage.carried,
        "estimated": explanation.coverage.estimates,
        "counts": in_words(explanation.counts),
        "op": explanation.op.value,
        "stale": explanation.stale,
        "findings": sorted(finding.code.code for finding in explanation.findings),
    }
    if "children" in line:
        answers["children"] = children_found(explanation, line["children"])
    if "status" in line:
        answers["status"] = status_of(engine, explanation, line, place)
    return {key: answers[key] for key in answers if key in line or key == "findings"}


def in_words(counts: Counts) -> dict[str, str]:
    return {status_word(status): str(count) for status, count in counts}


def status_of(engine: Engine, explanation: Explanation, line: Mapping[str, Any], place: Place) -> str:
    """The status that the measure's rule gives, else how the measure stands to its target."""
    if explanation.status is not None:
        return status_word(explanation.status)
    judged = engine.judge.measure(line["measure"], place).status
    assert isinstance(judged, Status), f"{line} has no target"
    return status_word(judged)


def children_found(explanation: Explanation, named: Mapping[str, str]) -> dict[str, Fraction | None]:
    """The steps directly below, under the names of those whose labels hold them, in order."""
    children, names = explanation.children, list(named)
    if len(children) != len(names):
        return {child.label: child.exact for child in children}
    pairs = zip(names, children, strict=True)
    return {name if name in child.label else child.label: child.exact for name, child in pairs}


def wanted(line: Mapping[str, Any]) -> dict[str, Any]:
    plain = ("no_value", "missing", "status", "counts", "op")
    answers = {"findings": sorted(line.get("findings", ())), **{key: line[key] for key in plain if key in line}}
    if "value" in line:
        answers["value"] = exact(line["value"])
    if "stale" in line:
        answers["stale"] = BY_TEXT[line["stale"]]
    if "children" in line:
        answers["children"] = {name: exact(text) if text else None for name, text in line["children"].items()}
    return answers | {key: int(line[key]) for key in COVERED if key in line}


def wrong_lines(case: Case, plan: Plan) -> Iterator[str]:
    @cache
    def engine_in(order: Order) -> Engine:
        return engine_of(case, plan, order)

    for number, line in enumerate(case.body["expect"]):
        engine = engine_in(order_of(line.get("order", case.body.get("order", {}))))
        place = place_of(plan, line)
        if "goal" in line:
            status = status_word(engine.judge.goal(line["goal"]).status)
            if status != line["status"]:
                yield f"  expect[{number}] {line}\n    came out as {status}"
            continue
        explanation = engine.evaluator.explain(parse_expression(line["measure"]), place)
        came = found(engine, explanation, line, place)
        if came != wanted(line):
            yield f"  expect[{number}] {line}\n    came out as {came}"
        yield from (finding.text() for finding in recheck(explanation, RULES))


@pytest.mark.parametrize("case", CASES, ids=str)
def test_a_case_comes_out_as_the_expert_wrote(case):
    wrong = list(wrong_lines(case, plan_of(case)))
    assert not wrong, "\n".join([f"tests/cases/{case}", *wrong])


@pytest.mark.parametrize("case", CASES, ids=str)
def test_a_case_is_a_plan_of_which_nothing_is_said_but_what_the_expert_wrote(case):
    told = told_of(case, plan_of(case))
    codes = sorted(finding.code.code for finding in told)
    assert codes == sorted(case.body.get("checks", ())), f"tests/cases/{case}\n{told.text()}"


@pytest.mark.parametrize("case", CASES, ids=str)
def test_a_case_gives_the_same_whatever_is_read_first(case):
    plan = plan_of(case)
    turned = evolve(plan, observations=plan.observations[::-1], action_reports=plan.action_reports[::-1])
    assert not list(wrong_lines(case, turned)), f"tests/cases/{case}"


@pytest.mark.parametrize("case", CASES, ids=str)
def test_a_case_expects_something_and_says_why(case):
    assert case.body["expect"]
    for line in case.body["expect"]:
        assert set(line) <= EXPECTATIONS, f"tests/cases/{case}: {sorted(set(line) - EXPECTATIONS)}"
        assert ("measure" in line) != ("goal" in line), f"tests/cases/{case}: {line}"
        assert FIGURES & set(line), f"tests/cases/{case}: {line}"
        assert not {"value", "no_value"} <= set(line), f"tests/cases/{case}: {line}"
        assert line["why"], f"tests/cases/{case}: {line}"


def test_cases_have_names_of_their_own():
    assert len({case.name for case in CASES}) == len(CASES) >= 60
