"""What a script author writes, type-checked and never run."""

from datetime import date
from decimal import Decimal
from typing import assert_type

from styrmodell.api import (
    Document,
    Explanation,
    Expression,
    Findings,
    Frozen,
    FrozenRun,
    Kind,
    Observation,
    Period,
    Plan,
    Rendered,
    Value,
    Values,
    Verified,
    Workspace,
    freeze,
    load,
    load_frozen,
    ref,
    total,
    verify,
)


def values(path: str) -> None:
    workspace = load(path).require()
    assert_type(workspace, Workspace)
    value = workspace.value("ekonomi", unit="rlf", period="2020", kind=Kind.BUDGET, dims=(("slag", "netto"),))
    assert_type(value, Value)
    assert_type(value.number, Decimal | None)
    assert_type(value.oldest, date | None)
    assert_type(workspace.values(measures=["ekonomi"]), Values)
    assert_type(workspace.check(), Findings)
    assert_type(workspace.plan, Plan | None)


def explanations(workspace: Workspace) -> None:
    explained = workspace.explain("vasternorrland.bilaga10a/ekonomi/summa/budget-2020.netto")
    assert_type(explained, Explanation)
    assert_type(explained.children, tuple[Explanation, ...])
    assert_type(explained.text(), str)


def documents(workspace: Workspace) -> None:
    rendered = workspace.render("vasternorrland.bilaga9", "xlsx")
    assert_type(rendered, Rendered)
    assert_type(rendered.write("ut"), str)
    assert_type(Document(title="t", blocks=()).findings, Findings)


def frozen_runs(workspace: Workspace) -> None:
    frozen = freeze(workspace, body="Regionstyrelsen", decided=date(2019, 11, 26), paragraph="§ 112")
    assert_type(frozen, Frozen)
    assert_type(frozen.failed, Findings)
    run = load_frozen(frozen.folder)
    assert_type(run, FrozenRun)
    assert_type(run.workspace, Workspace)
    assert_type(run.record.decided, date)
    assert_type(verify(frozen.folder), Verified)


def expressions() -> None:
    assert_type(ref("a") + ref("b"), Expression)
    assert_type(ref("a") / ref("b") * 1000, Expression)
    assert_type(total([ref("a"), ref("b")]), Expression)


def observations() -> Observation:
    return Observation(measure_id="area", unit_id="rlf", period=Period.parse("2020"), value="1234.5")
