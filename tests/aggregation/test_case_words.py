"""What the cases say, word for word: tests/cases/iakttagelser.txt. After a change that is meant, write it anew:

    python -m tests.aggregation.test_case_words

The cases hold which findings come; here stand their places, names, cells and figures, as a controller reads them.
"""

from collections.abc import Iterator

from tests.aggregation.test_cases import CASES, FOLDER, Case, engine_of, order_of, place_of, plan_of, told_of

from styrmodell.model.expression_text import parse_expression

TEXT = FOLDER / "iakttagelser.txt"


def findings_of(case: Case) -> Iterator[str]:
    """The findings of a case as text: of the plan, then of each figure that is asked for."""
    plan = plan_of(case)
    yield from (finding.text() for finding in told_of(case, plan))
    for line in case.body["expect"]:
        if "measure" in line:
            engine = engine_of(case, plan, order_of(line.get("order", case.body.get("order", {}))))
            asked = engine.evaluator.explain(parse_expression(line["measure"]), place_of(plan, line))
            yield from (finding.text() for finding in asked.findings)


def all_findings() -> str:
    """What every case says that says something, each finding once, under the case's name."""
    told = {str(case): tuple(dict.fromkeys(findings_of(case))) for case in CASES}
    return "\n\n".join("\n".join((f"# {name}", *said)) for name, said in told.items() if said) + "\n"


def test_the_findings_of_the_cases_say_what_they_said() -> None:
    assert all_findings() == TEXT.read_text(encoding="utf-8")


if __name__ == "__main__":
    TEXT.write_text(all_findings(), encoding="utf-8", newline="\n")
