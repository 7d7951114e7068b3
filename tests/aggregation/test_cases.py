"""Cases that an expert can read and compute by hand: tests/cases/*.yaml, with their keys in enheter.yaml."""

from collections.abc import Iterator, Mapping
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
import yaml
from attrs import frozen

from styrmodell.aggregation.evaluate import Evaluator
from styrmodell.aggregation.explanation import Explanation
from styrmodell.aggregation.index import build_index
from styrmodell.aggregation.key import Place
from styrmodell.aggregation.recheck import recheck
from styrmodell.aggregation.rules.built_in import BUILT_IN
from styrmodell.aggregation.version import Versions
from styrmodell.io.converter import make_converter
from styrmodell.io.kinds import FILE_KEYS
from styrmodell.io.read_yaml import yaml_content
from styrmodell.io.sources import SourceFormat
from styrmodell.io.tables.read_observations import read_yaml_rows
from styrmodell.io.values import kind_value
from styrmodell.io.yaml_nodes import read_yaml_nodes
from styrmodell.model.check import check_plan, circular_measures
from styrmodell.model.expression import ref
from styrmodell.model.number_text import read_number
from styrmodell.model.period import Period
from styrmodell.model.plan import Plan

FOLDER = Path(__file__).parents[1] / "cases"
RULES = {rule.key: rule for rule in BUILT_IN}
OWN_KEYS = {"name", "versions", "expect"}
EXPECTATIONS = {"measure", "unit", "period", "kind", "version", "dims", "value", "no_value"}
EXPECTATIONS |= {"missing", "reported", "expected", "findings", "why"}


@frozen(kw_only=True)
class Case:
    """One case: where it stands and what it holds, every scalar as text."""

    file: str
    name: str
    body: Mapping[str, Any]

    def __str__(self) -> str:
        return f"{self.file}: {self.name}"


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
    measures = {measure.id: measure for measure in content.objects.get("measures", ())}
    observations, findings = read_yaml_rows(content.rows, measures=measures, format=SourceFormat())
    assert not content.findings, f"{case}\n{content.findings.text()}"
    assert not findings, f"{case}\n{findings.text()}"
    return Plan(
        unit_id=content.objects.get("units", ())[0].id,
        period=Period.year(2020),
        units=content.objects.get("units", ()),
        dimensions=content.objects.get("dimensions", ()),
        measures=content.objects.get("measures", ()),
        observations=observations,
    )


def exact(text: str) -> Fraction:
    """Read "−1 234,5", "39,2 %" or "11 / 102"."""
    upper, _, lower = text.partition("/")
    return Fraction(read_number(upper).value) / (Fraction(read_number(lower).value) if lower else 1)


def asked(evaluator: Evaluator, line: Mapping[str, Any]) -> Explanation:
    place = Place(
        unit=line["unit"],
        period=Period.parse(line.get("period", "2020")),
        kind=kind_value(line.get("kind", "utfall")),
        version=line.get("version", ""),
    )
    return evaluator.explain(ref(line["measure"], dims=tuple(line.get("dims", {}).items())), place)


def found(explanation: Explanation, line: Mapping[str, Any]) -> dict[str, Any]:
    """What came out, under the keys that the line expects something of."""
    nothing = "missing" if explanation.is_applicable else "not_applicable"
    answers = {
        "value": None if explanation.exact is None else Fraction(explanation.exact),
        "no_value": nothing if explanation.exact is None else None,
        "missing": list(explanation.missing),
        "reported": explanation.coverage.reported,
        "expected": explanation.coverage.expected,
        "findings": [finding.code.code for finding in explanation.findings],
    }
    return {key: answers[key] for key in answers if key in line or key == "findings"}


def wanted(line: Mapping[str, Any]) -> dict[str, Any]:
    answers = {"findings": [], **{key: line[key] for key in ("no_value", "missing", "findings") if key in line}}
    if "value" in line:
        answers["value"] = exact(line["value"])
    return answers | {key: int(line[key]) for key in ("reported", "expected") if key in line}


@pytest.mark.parametrize("case", CASES, ids=str)
def test_a_case_comes_out_as_the_expert_wrote(case):
    plan = plan_of(case)
    index = build_index(
        plan, Versions(order=tuple(case.body.get("versions", ())), additions=tuple(case.body.get("additions", ())))
    )
    evaluator = Evaluator(index=index, rules=RULES, circular=circular_measures(plan.measures))
    wrong = []
    for place, line in enumerate(case.body["expect"]):
        explanation = asked(evaluator, line)
        if found(explanation, line) != wanted(line):
            wrong.append(f"  expect[{place}] {line}\n    came out as {found(explanation, line)}")
        wrong.extend(finding.text() for finding in recheck(explanation, RULES))
    assert not wrong, "\n".join([f"tests/cases/{case}", *wrong])


@pytest.mark.parametrize("case", CASES, ids=str)
def test_a_case_is_a_sound_plan_so_that_its_figures_mean_what_they_say(case):
    findings = check_plan(plan_of(case), rules=RULES)
    assert not findings, f"tests/cases/{case}\n{findings.text()}"


@pytest.mark.parametrize("case", CASES, ids=str)
def test_a_case_expects_something_and_says_why(case):
    assert case.body["expect"]
    for line in case.body["expect"]:
        assert set(line) <= EXPECTATIONS, f"tests/cases/{case}: {line}"
        assert ("value" in line) != ("no_value" in line), f"tests/cases/{case}: {line}"
        assert line["why"], f"tests/cases/{case}: {line}"


def test_cases_have_names_of_their_own():
    assert len({case.name for case in CASES}) == len(CASES) >= 12
