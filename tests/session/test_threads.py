"""One workspace, many threads: values, explanations, statuses and documents are those of one that asks alone."""

import sys
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest

from styrmodell.api import Kind, Workspace
from styrmodell.testing import example_plan, make_workspace

THREADS = 8
MEASURES = ("ekonomi", "invanare", "ekonomi-per-inv")
UNITS = ("forvaltning", "norr", "soder")


def fresh() -> Workspace:
    """A workspace that nobody has asked anything."""
    return make_workspace(example_plan())


def questions() -> dict[str, Callable[[Workspace], object]]:
    """What is asked, each with a plain answer that can be compared."""

    def value(measure: str, unit: str) -> Callable[[Workspace], object]:
        def ask(workspace: Workspace) -> object:
            found = workspace.value(measure, unit=unit, kind=Kind.BUDGET)
            return (found.exact, found.reported, found.expected, found.missing, workspace.explain(found.cell).text())

        return ask

    def file(report: str, form: str) -> Callable[[Workspace], object]:
        return lambda workspace: workspace.render(report, form).data

    asked: dict[str, Callable[[Workspace], object]] = {
        f"{measure}@{unit}": value(measure, unit) for measure in MEASURES for unit in UNITS
    }
    asked["values"] = lambda workspace: workspace.values(kinds=[Kind.BUDGET]).columns()
    asked["status"] = lambda workspace: workspace.status().text()
    asked["check"] = lambda workspace: workspace.check().text()
    asked["under"] = lambda workspace: workspace.under(as_now=True).value("ekonomi", kind=Kind.BUDGET).exact
    asked.update({form: file("generic.matt", form) for form in ("xlsx", "docx", "html")})
    return asked


@pytest.fixture
def eager_threads() -> Iterator[None]:
    """Threads that change places as often as they can."""
    before = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    yield
    sys.setswitchinterval(before)


def test_threads_that_share_a_workspace_get_what_one_gets_alone(eager_threads: None) -> None:
    asked = questions()
    names = list(asked)
    alone = fresh()
    expected = {name: ask(alone) for name, ask in asked.items()}
    shared, start = fresh(), Barrier(THREADS)

    def ask_all(thread: int) -> dict[str, object]:
        start.wait(60)  # all at once, each from its own place: what is made when first needed is fought for
        turned = names[thread * len(names) // THREADS :] + names[: thread * len(names) // THREADS]
        return {name: asked[name](shared) for name in turned}

    with ThreadPoolExecutor(max_workers=THREADS) as pool:
        for answers in pool.map(ask_all, range(THREADS)):
            assert {name for name in names if answers[name] != expected[name]} == set()


def test_what_a_thread_prints_while_another_renders_is_not_lost(
    eager_threads: None, capsys: pytest.CaptureFixture[str]
) -> None:
    shared, stdout = fresh(), sys.stdout

    def render(_turn: int) -> None:
        shared.render("generic.matt", "html")

    def tell(turn: int) -> None:
        sys.stdout.write(f"rad {turn}\n")  # one write: print makes two, and two threads' lines may then share a row

    with ThreadPoolExecutor(max_workers=4) as pool:
        rendering = [pool.submit(render, turn) for turn in range(6)]
        telling = [pool.submit(tell, turn) for turn in range(50)]
        for one in (*rendering, *telling):
            one.result()
    assert sys.stdout is stdout
    assert sorted(capsys.readouterr().out.split("\n")[:-1]) == sorted(f"rad {turn}" for turn in range(50))
