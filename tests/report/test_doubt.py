"""Doubt stands at the figure: a mark at it, a note under the table, a footnote in running text."""

from attrs import evolve
from tests.report.editions import AS_OF, FINDINGS, cell, observed

from styrmodell.aggregation.coverage import Coverage
from styrmodell.aggregation.explanation import Explanation
from styrmodell.finding import Findings
from styrmodell.model.ids import UnitId
from styrmodell.model.table_spec import Note
from styrmodell.report.document import Document, Paragraph
from styrmodell.report.doubt import mark_doubts
from styrmodell.report.flow import Prose
from styrmodell.report.table import Cell, Table, TableColumn, TableRow


def nothing(_: Cell) -> Findings:
    return Findings()


def table(*workings: Explanation, notes: tuple[Note, ...] = ()) -> Table:
    rows = tuple(
        TableRow(key=f"r{at}", label=f"Rad {at}", cells=(cell(f"r{at}", "k", working),))
        for at, working in enumerate(workings)
    )
    columns = (TableColumn(key="k", label="Kolumn"),)
    return Table(id="t", key="t", caption="Tabell", row_header="Rad", columns=columns, rows=rows, notes=notes)


def marked(*workings: Explanation, notes: tuple[Note, ...] = (), against=nothing) -> Table:
    document = mark_doubts(Document(title="Prov", blocks=(table(*workings, notes=notes),)), against)
    return document.tables()[0]


def covered(reported: int, expected: int, **more: object) -> Explanation:
    coverage = Coverage(reported=reported, expected=expected, oldest=AS_OF, newest=AS_OF, **more)
    return evolve(observed("Värde", 1000), coverage=coverage)


def marks(table: Table) -> list[tuple[str, ...]]:
    return [cell.notes for cell in table.cells()]


def test_a_sound_table_is_left_as_it_is() -> None:
    whole = table(observed("Värde", 1000))
    document = mark_doubts(Document(title="Prov", blocks=(whole,)), nothing)
    assert document.blocks == (whole,)


def test_figures_doubtful_for_one_reason_share_a_mark() -> None:
    found = marked(covered(1, 2), observed("Värde", 1), covered(1, 2), covered(2, 3))
    assert marks(found) == [("a)",), (), ("a)",), ("b)",)]
    assert [(note.mark, note.text) for note in found.notes] == [
        ("a)", "1 av 2 uppgifter har kommit."),
        ("b)", "2 av 3 uppgifter har kommit."),
    ]


def test_who_is_missing_is_named() -> None:
    working = evolve(covered(1, 2), open_missing=lambda: (UnitId("norr"),), names={"norr": "Vårdcentralen Norr"})
    assert marked(working).notes[0].text == "1 av 2 uppgifter har kommit; saknas: Vårdcentralen Norr."


def test_a_carried_figure_says_of_which_day_it_is() -> None:
    assert marked(covered(1, 1, carried=1)).notes[0].text == "Framförd, senast uppdaterad 2019-09-26."


def test_a_contradiction_is_told_at_the_figure() -> None:
    found = marked(observed("Värde", 1000), against=lambda _: FINDINGS)
    assert found.notes[0].text == "Total skiljer sig: rapporterad 12 kr."


def test_marks_that_somebody_uses_are_left_to_them() -> None:
    found = marked(covered(1, 2), notes=(Note(mark="a)", text="Någon annans."),))
    assert marks(found) == [("b)",)]


def test_more_reasons_than_letters_are_told_by_kind() -> None:
    found = marked(*(covered(1, expected) for expected in range(2, 40)))
    assert set(marks(found)) == {("a)",)}
    assert [note.text for note in found.notes] == ["Ofullständigt underlag."]


def test_what_is_missing_has_no_mark() -> None:
    assert marks(marked(evolve(observed("Värde", None), coverage=Coverage(expected=1)))) == [()]


def test_running_text_has_a_footnote() -> None:
    figure: Cell = cell("netto", "varde", covered(1, 2))
    document = Document(title="Prov", blocks=(Paragraph(markdown="Netto är {{ x }}.", figures=(("x", figure),)),))
    (block,) = mark_doubts(document, nothing).flow
    assert isinstance(block, Prose)
    assert [run.text for run in block.runs[1].note] == ["1 av 2 uppgifter har kommit."]


def test_what_is_computed_is_kept() -> None:
    opened: list[int] = []
    working = covered(1, 2)
    one = Cell(id="x", style=cell("a", "b", None).style, open=lambda: opened.append(1) or working)
    rows = (TableRow(key="r", label="Rad", cells=(one,)),)
    whole = evolve(table(), rows=rows)
    document = mark_doubts(Document(title="Prov", blocks=(whole,)), nothing)
    assert [cell.text for cell in document.cells()] == ["1"]
    assert len(opened) == 1
