"""Lists of objects as tables: words, crosses, ratings, statuses, dates and figures that keep their working."""

from datetime import date

import pytest
from attrs import evolve, frozen
from tests.report.editions import observed

from styrmodell.model.period import Period
from styrmodell.model.status import Status
from styrmodell.model.table_spec import Note
from styrmodell.report.build import Setting
from styrmodell.report.build_list import build_list
from styrmodell.report.list_spec import Field, ListSpec
from styrmodell.report.status_mark import Tone
from styrmodell.report.table import Cell, ColumnKind, TextCell
from styrmodell.report.value import Value, make_value

SETTING = Setting(report="prov.lista", unit="rlf", period=Period.year(2020))


@frozen(kw_only=True)
class Thing:
    name: str
    area: str = ""
    is_big: bool = False
    rating: str = ""
    status: Status | None = None
    day: date | None = None
    cost: Value | None = None


THINGS = (
    Thing(name="Ett", area="Norr", is_big=True, rating="Röd", status=Status.MET, day=date(2020, 5, 1)),
    Thing(name="Två", area="Norr", rating="Gul", cost=make_value(observed("Kostnad", 12_345_600))),
)
FIELDS = (
    Field[Thing](key="namn", label="Namn", get=lambda thing: thing.name),
    Field[Thing](key="stor", label="Stor", get=lambda thing: thing.is_big),
    Field[Thing](key="varde", label="Betyg", get=lambda thing: thing.rating, is_rating=True, choices=("Gul", "Röd")),
    Field[Thing](key="status", label="Status", get=lambda thing: thing.status),
    Field[Thing](key="dag", label="Dag", get=lambda thing: thing.day),
    Field[Thing](key="kostnad", label="Kostnad", get=lambda thing: thing.cost, unit="tkr", decimals=1),
)
SPEC = ListSpec(key="saker", caption="Saker", items=THINGS, fields=FIELDS)


def test_the_kind_of_a_column_is_that_of_what_stands_in_it() -> None:
    table = build_list(SPEC, SETTING)
    assert [column.kind for column in table.columns] == [
        ColumnKind.MARK,
        ColumnKind.RATING,
        ColumnKind.STATUS,
        ColumnKind.DATE,
        ColumnKind.FIGURE,
    ]
    assert table.columns[1].choices == ("Gul", "Röd")


def test_what_is_printed() -> None:
    table = build_list(SPEC, SETTING)
    assert (table.row_header, [row.label for row in table.rows]) == ("Namn", ["Ett", "Två"])
    assert [[cell.text for cell in row.cells] for row in table.rows] == [
        ["X", "Röd", "●\u00a0Uppnått", "2020-05-01", ""],
        ["", "Gul", "", "", "12\u00a0345,6"],
    ]


def test_ratings_and_statuses_have_a_tone_beside_their_word() -> None:
    first, second = build_list(SPEC, SETTING).rows
    tones = [cell.tone for row in (first, second) for cell in row.cells if isinstance(cell, TextCell)]
    assert tones == [None, Tone.BAD, Tone.GOOD, None, None, None, Tone.FAIR, None, None]


def test_a_figure_keeps_its_working_and_has_an_id() -> None:
    cell = build_list(SPEC, SETTING).rows[1].cells[-1]
    assert isinstance(cell, Cell)
    assert cell.id == "prov.lista@rlf@2020/saker/2/kostnad"
    assert cell.explanation is not None
    assert cell.explanation.label == "Kostnad"


def test_rows_are_named_by_the_objects_when_they_can_be() -> None:
    spec = evolve(
        SPEC, key_of=lambda thing: thing.name.lower(), group_of=lambda thing: thing.area, group_header="Område"
    )
    table = build_list(spec, SETTING)
    assert [row.key for row in table.rows] == ["ett", "två"]
    assert (table.group_header, [row.group for row in table.rows], table.row_spans()) == (
        "Område",
        ["Norr"] * 2,
        (2, 0),
    )


def test_an_object_may_have_decimals_of_its_own() -> None:
    def own(thing: Thing) -> int | None:
        return 3 if thing.name == "Två" else None

    things = (*THINGS, evolve(THINGS[1], name="Tre"))
    spec = evolve(SPEC, items=things, fields=(*FIELDS[:-1], evolve(FIELDS[-1], decimals_of=own)))
    assert [row.cells[-1].text for row in build_list(spec, SETTING).rows] == ["", "12\u00a0345,600", "12\u00a0345,6"]


def test_an_object_may_have_a_unit_of_its_own() -> None:
    things = (*THINGS, evolve(THINGS[1], name="Tre"))
    own = evolve(FIELDS[-1], unit_of=lambda thing: "mnkr" if thing.name == "Tre" else "")
    spec = evolve(SPEC, items=things, fields=(*FIELDS[:-1], own))
    assert [row.cells[-1].text for row in build_list(spec, SETTING).rows] == ["", "12\u00a0345,6", "12,3"]


def test_marks_stand_at_the_labels_of_the_objects_they_belong_to() -> None:
    spec = evolve(
        SPEC, marks_of=lambda thing: ("1)",) if thing.is_big else (), notes=(Note(mark="1)", text="Störst."),)
    )
    assert [row.notes for row in build_list(spec, SETTING).rows] == [("1)",), ()]


@pytest.mark.parametrize(
    ("spec", "told"),
    [
        (evolve(SPEC, fields=()), "no fields"),
        (evolve(SPEC, fields=(FIELDS[0], FIELDS[0])), "double field keys"),
        (evolve(SPEC, key_of=lambda _: "a"), "two rows are called a"),
        (evolve(SPEC, marks_of=lambda _: ("1)",)), r"the mark '1\)' has no note"),
    ],
)
def test_a_list_that_is_wrong_in_itself_is_refused(spec: ListSpec[Thing], told: str) -> None:
    with pytest.raises(ValueError, match=told):
        build_list(spec, SETTING)


def test_an_empty_list_is_a_table_without_rows() -> None:
    assert build_list(evolve(SPEC, items=()), SETTING).rows == ()


def test_a_count_is_a_whole_number_set_to_the_right() -> None:
    count = Field[Thing](key="antal", label="Antal", get=lambda thing: 12_345 if thing.is_big else None)
    table = build_list(evolve(SPEC, fields=(FIELDS[0], count)), SETTING)
    assert table.columns[0].kind is ColumnKind.COUNT
    told, blank = (row.cells[0] for row in table.rows)
    assert isinstance(told, TextCell)
    assert (told.text, told.number) == ("12\u00a0345", 12_345)
    assert blank.is_blank
