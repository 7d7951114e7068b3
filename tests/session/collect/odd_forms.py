"""Damaged and odd forms, made by script from a real one: what each does to it, and what must come of it.

Every case begins with the same three figures typed: P, Q and R. A case says which of what was typed is collected, and
which codes are told; nothing else may be.
"""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from pathlib import Path

from attrs import define, field, frozen
from openpyxl.comments import Comment
from openpyxl.utils import range_boundaries
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet
from tests.report.form_books import opened, sign

MONEY, VISITS = "Bilaga 10 a", "Bilaga 9a"
Place = tuple[str, str]
# Primary care's income, changed; the costs of a row without figures; a physician's visits, under a heading.
P, Q, R = (MONEY, "D8"), (MONEY, "E10"), (VISITS, "H15")
ALL = frozenset((P, Q, R))
FIRST = {P: 97000, Q: -77, R: 36}
BLANK = (MONEY, "D10")


@define(kw_only=True, eq=False)
class Hand:
    """A person with a form.

    Attributes:
        typed: What was truly typed, by the cell's place in the form that was sent; None for what is no number.
        saved: Whether the case has saved its files itself.
    """

    sent: Path
    inbox: Path
    book: Workbook
    typed: dict[Place, Decimal | None] = field(factory=dict)
    saved: bool = False

    def type(self, place: Place, value: object, truth: object = "") -> None:
        """Type *value*; *truth* is the number that it is, where it is none to Python."""
        sheet, cell = place
        self.book[sheet][cell].value = value
        number = truth if truth != "" else value
        self.typed[place] = None if number is None else Decimal(str(number))

    def save(self, name: str = "bilaga.xlsx") -> Path:
        path = self.inbox / name
        path.parent.mkdir(parents=True, exist_ok=True)
        self.book.save(path)
        self.saved = True
        return path

    def put(self, name: str, data: bytes) -> None:
        """A file in place of the form."""
        (self.inbox / name).write_bytes(data)
        self.saved = True

    def again(self) -> "Hand":
        """The form opened anew, signed, with the three figures typed."""
        return hand_of(self.sent, self.inbox)


@frozen(kw_only=True)
class Odd:
    """A case: what is done, which of the typed cells are collected, and which codes are told."""

    name: str
    do: Callable[[Hand], object]
    taken: frozenset[Place] = ALL
    codes: frozenset[str] = frozenset()


def hand_of(sent: Path, inbox: Path) -> Hand:
    hand = Hand(sent=sent, inbox=inbox, book=opened(sent))
    sign(hand.book)
    for place, value in FIRST.items():
        hand.type(place, value)
    return hand


def odd(name: str, do: Callable[[Hand], object], codes: str = "", taken: frozenset[Place] = ALL) -> Odd:
    return Odd(name=name, do=do, taken=taken, codes=frozenset(codes.split()))


def typing(place: Place, value: object, truth: object = "") -> Callable[[Hand], None]:
    return lambda hand: hand.type(place, value, truth)


def money(do: Callable[[Worksheet], object]) -> Callable[[Hand], None]:
    """Something done to the sheet of money, whose merged cells are split first as Excel itself would move them."""

    def change(hand: Hand) -> None:
        split(hand.book[MONEY])
        do(hand.book[MONEY])

    return change


def split(sheet: Worksheet) -> None:
    """Split merged cells, and write group headings over each of their columns."""
    for area in [str(one) for one in sheet.merged_cells.ranges]:
        left, top, right, _ = range_boundaries(area)
        sheet.unmerge_cells(area)
        for column in range(left, right + 1) if left > 1 else ():
            sheet.cell(top, column).value = sheet.cell(top, left).value


def unprotect(hand: Hand) -> None:
    for sheet in hand.book:
        sheet.protection.sheet = False


def write(cell: str, value: object) -> Callable[[Hand], None]:
    """Something written in the sheet of money where nothing is asked."""

    def change(hand: Hand) -> None:
        hand.book[MONEY][cell].value = value

    return change


def own_totals(hand: Hand) -> None:
    """Totals pasted as the values that they have."""
    sheet = hand.book[MONEY]
    sheet["F8"].value, sheet["F9"].value, sheet["I8"].value = 97000 - 402336, -28447, 98051 - 411187


def swap_columns(sheet: Worksheet, first: int, last: int) -> None:
    for row in range(first, last + 1):
        one, other = sheet.cell(row, 4), sheet.cell(row, 5)
        one.value, other.value = other.value, one.value


def sort_rows(sheet: Worksheet, top: int, bottom: int, columns: range) -> None:
    """Sort the rows by their texts, in the named columns alone."""
    rows = sorted(
        ([sheet.cell(row, column).value for column in columns] for row in range(top, bottom + 1)),
        key=lambda row: str(row[0] or ""),
    )
    for row, values in enumerate(rows, top):
        for column, value in zip(columns, values, strict=True):
            sheet.cell(row, column).value = value


def swap_rows(sheet: Worksheet, one: int, other: int) -> None:
    for column in range(1, sheet.max_column + 1):
        here, there = sheet.cell(one, column), sheet.cell(other, column)
        here.value, there.value = there.value, here.value


def insert_row_with_figures(sheet: Worksheet) -> None:
    sheet.insert_rows(10)
    sheet["A10"].value, sheet["D10"].value = "Hyrläkare", 500


def insert_column_with_figures(sheet: Worksheet) -> None:
    sheet.insert_cols(4)
    sheet["D7"].value, sheet["D8"].value = "Förra året", 91234


def filter_rows(hand: Hand) -> None:
    sheet = hand.book[MONEY]
    sheet.auto_filter.ref = "A7:L28"
    for row in (8, 10, 12):
        sheet.row_dimensions[row].hidden = True


def hide_columns(hand: Hand) -> None:
    hand.book[MONEY].column_dimensions["D"].hidden = True
    hand.book[MONEY].column_dimensions["E"].hidden = True


def merge(area: str) -> Callable[[Hand], None]:
    return lambda hand: hand.book[MONEY].merge_cells(area)


def rename(name: str) -> Callable[[Hand], None]:
    def change(hand: Hand) -> None:
        hand.book[MONEY].title = name

    return change


def duplicate(hand: Hand) -> Worksheet:
    return hand.book.copy_worksheet(hand.book[MONEY])


def duplicate_and_fill(hand: Hand) -> None:
    duplicate(hand)["D9"].value = 4321


def rename_and_duplicate(hand: Hand) -> None:
    duplicate_and_fill(hand)
    hand.book[MONEY].title = "Min ekonomi"


def move_sheet(hand: Hand) -> None:
    hand.book.move_sheet(MONEY, -1)
    hand.book.move_sheet("Formulär", 3)


def only_sheets(hand: Hand) -> None:
    """The sheets copied to a workbook of the unit's own."""
    target = Workbook()
    target.remove(target.active)
    for source in (hand.book["Formulär"], hand.book[MONEY]):
        sheet = target.create_sheet(source.title)
        for row in source.iter_rows():
            for cell in row:
                if cell.value is not None:
                    sheet[cell.coordinate].value = cell.value
    hand.book = target


def drop(*names: str) -> Callable[[Hand], None]:
    def change(hand: Hand) -> None:
        for name in names:
            hand.book.remove(hand.book[name])

    return change


def comments(hand: Hand) -> None:
    for cell in ("A8", "D8", "D10"):
        hand.book[MONEY][cell].comment = Comment("preliminärt, 555", "controller")


def own_sheet(hand: Hand) -> None:
    sheet = hand.book.create_sheet("Underlag", 0)
    sheet["A1"].value, sheet["B1"].value = "Primärvård\u00a01)", 12345
    sheet["A2"].value, sheet["B2"].value = "Datum", "i morgon"


def styled(place: Place, value: object, style: str) -> Callable[[Hand], None]:
    def change(hand: Hand) -> None:
        hand.type(place, value, None)
        hand.book[place[0]][place[1]].number_format = style

    return change


def scaled_format(hand: Hand) -> None:
    for row in hand.book[MONEY]["B8:L27"]:
        for cell in row:
            cell.number_format = "#,##0,"


def as_texts(hand: Hand) -> None:
    """Every figure as the text of itself, as pasted from a system."""
    for row in hand.book[MONEY]["B8:L27"]:
        for cell in row:
            if isinstance(cell.value, int):
                cell.value = f"{cell.value:,}".replace(",", "\u00a0").replace("-", "\u2212")


def column_in_kronor(hand: Hand) -> None:
    """The year's income in kronor, of rows with known figures and without."""
    hand.type(P, 97_000_000)
    hand.type((MONEY, "D20"), 1_500_000)
    hand.type((MONEY, "D23"), 366_732_000)
    hand.type(BLANK, 77_000)


def plan_as_budget(hand: Hand) -> None:
    """Next year planned as this one: a copy, and no move."""
    for row in (8, 9, 22):
        for source, target in (("D", "G"), ("E", "H")):
            value = hand.book[MONEY][f"{source}{row}"].value
            if value is not None and hand.book[MONEY][f"{target}{row}"].value != value:
                hand.type((MONEY, f"{target}{row}"), value)


def push_down(hand: Hand) -> None:
    """Cells pushed down a step in one column, past the headings of rows."""
    sheet = hand.book[VISITS]
    rows = [row for row in range(10, 30) if isinstance(sheet.cell(row, 8).value, int)]
    values = [sheet.cell(row, 8).value for row in rows]
    for row, value in zip(rows, [None, *values], strict=False):
        sheet.cell(row, 8).value = value


def clear(first: int, last: int) -> Callable[[Hand], None]:
    """Rows of the money emptied, and no total is."""

    def change(hand: Hand) -> None:
        for row in hand.book[MONEY][f"B{first}:L{last}"]:
            for cell in row:
                if not cell.protection.locked:
                    cell.value = None

    return change


def clear_all(hand: Hand) -> None:
    hand.book = opened(hand.sent)
    for sheet in hand.book:
        for row in sheet.iter_rows():
            for cell in row:
                if not cell.protection.locked and cell.value is not None:
                    cell.value = None
    hand.typed.clear()


def identity(name: str, text: str) -> Callable[[Hand], None]:
    """Another word in the sheet that nobody sees: what an old or another form says."""

    def change(hand: Hand) -> None:
        cell = next(row[1] for row in hand.book["styrmodell"].iter_rows() if row[0].value == name)
        cell.value = text

    return change


def old_measure(hand: Hand) -> None:
    """The measure has another name since the form was made."""
    for row in hand.book["styrmodell"].iter_rows():
        if row[0].value == MONEY:
            row[3].value = "ekonomi-2019"


def in_other_unit(hand: Hand) -> None:
    """The visits were money when the form was made."""
    for row in hand.book["styrmodell"].iter_rows():
        if row[0].value == VISITS:
            row[17].value = "tkr"


def signed(**words: object) -> Callable[[Hand], None]:
    return lambda hand: sign(hand.book, **words)


def other_unit(hand: Hand) -> None:
    cell = next(row[1] for row in hand.book["Formulär"].iter_rows() if row[0].value == "Enhet")
    cell.value = "Tandvårdsstöd"


def twice(hand: Hand) -> None:
    hand.save()
    hand.save("kopia.xlsx")


def twice_differing(hand: Hand) -> None:
    hand.save()
    later = hand.again()
    later.type(P, 98000)
    sign(later.book, done="Nej")
    later.save("ny.xlsx")


def packed(name: str) -> Callable[[Hand], None]:
    def change(hand: Hand) -> None:
        data = hand.save().read_bytes()
        (hand.inbox / "bilaga.xlsx").unlink()
        hand.put(name, data)

    return change


def cut_off(hand: Hand) -> None:
    path = hand.save()
    path.write_bytes(path.read_bytes()[:-4000])


def left_by_programs(hand: Hand) -> None:
    hand.save()
    for name in ("~$bilaga.xlsx", ".~lock.bilaga.xlsx#", "Thumbs.db", ".DS_Store"):
        hand.put(name, b"ej en arbetsbok")


def bytes_of(name: str, data: bytes) -> Callable[[Hand], None]:
    return lambda hand: hand.put(name, data)


def named(name: str) -> Callable[[Hand], None]:
    return lambda hand: hand.save(name)


def label(cell: str, text: str) -> Callable[[Hand], None]:
    return write(cell, text)


def delete_rows(sheet: Worksheet) -> None:
    sheet.delete_rows(10)


NONE: frozenset[Place] = frozenset()
_ENCRYPTED = (
    b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600 + "EncryptedPackage".encode("utf-16-le") + b"\x00" * 600
)
_OLD_EXCEL = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 2000
_FUTURE = date(2099, 1, 1)

CASES = (
    odd("as it is", lambda _: None),
    odd("the protection removed", unprotect),
    odd("the hidden sheet removed", drop("styrmodell"), "SM450", NONE),
    odd("the hidden sheet of totals removed", drop("styrmodell summor")),
    odd("a total typed over", write("F8", 5), "SM520"),
    odd("a grand total typed over", write("F24", 1_000_000), "SM520"),
    odd("words in a total", write("F18", "se bilaga"), "SM520"),
    odd("a figure in a cell that can have none", write("D21", 500), "SM520"),
    odd("a total where nothing is filled in", write("F13", 700), "SM520"),
    odd("totals pasted as values", own_totals),
    odd("a column deleted", money(lambda sheet: sheet.delete_cols(4)), "SM456", frozenset((Q, R))),
    odd("a row deleted", money(delete_rows), "SM456", frozenset((P, R))),
    odd("two columns swapped", money(lambda sheet: swap_columns(sheet, 7, 28))),
    odd(
        "the figures of two columns swapped", money(lambda sheet: swap_columns(sheet, 8, 20)), "SM522", frozenset((R,))
    ),
    odd("columns inserted", money(lambda sheet: sheet.insert_cols(3, 2))),
    odd("a column inserted with figures", money(insert_column_with_figures), "SM521"),
    odd("rows inserted", money(lambda sheet: sheet.insert_rows(9, 3))),
    odd("a row inserted with figures", money(insert_row_with_figures), "SM521"),
    odd("a figure in the margin", write("N12", 44), "SM521"),
    odd("words in the margin", write("N12", "se mejl"), "SM521"),
    odd("rows sorted", money(lambda sheet: sort_rows(sheet, 8, 17, range(1, 13)))),
    odd(
        "the rows' texts sorted alone",
        money(lambda sheet: sort_rows(sheet, 8, 17, range(1, 2))),
        "SM522 SM459",
        frozenset((R,)),
    ),
    odd(
        "rows sorted past their headings",
        lambda hand: sort_rows(hand.book[VISITS], 9, 29, range(1, 17)),
        "SM456",
        frozenset((P, Q)),
    ),
    odd(
        "two rows of one text swapped",
        lambda hand: swap_rows(hand.book[VISITS], 15, 19),
        "SM522",
        frozenset((P, Q)),
    ),
    odd("cells pushed down", push_down, "SM522 SM459", frozenset((P, Q))),
    odd("rows filtered", filter_rows),
    odd("columns hidden", hide_columns),
    odd("cells merged across", merge("D8:E8"), "SM526", frozenset((Q, R))),
    odd("cells merged downwards", merge("E10:E11"), "SM526", frozenset((P, R))),
    odd("two rows' texts merged", merge("A8:A9"), "SM456", frozenset((Q, R))),
    odd("a sheet renamed", rename("Min ekonomi")),
    odd("a sheet duplicated", lambda hand: duplicate(hand) and None),
    odd("a sheet duplicated and filled in", duplicate_and_fill, "SM456", frozenset((R,))),
    odd("a sheet renamed and duplicated", rename_and_duplicate, "SM456", frozenset((R,))),
    odd("sheets in another order", move_sheet),
    odd("a sheet removed", drop(MONEY), "SM456", frozenset((R,))),
    odd("the sheets in another workbook", only_sheets, "SM450", NONE),
    odd("a sheet of one's own", own_sheet),
    odd("comments", comments, "SM529"),
    odd("a file with macros' name", named("bilaga.xlsm")),
    odd("a file with another name", named("Svar från oss (3) å.XLSX")),
    odd("in a folder of a folder", named("mejl/augusti/bilaga.xlsx")),
    odd("in a zip", packed("bilaga.zip"), "SM527", NONE),
    odd("with what programs leave", left_by_programs),
    odd("thousands with a space", typing(BLANK, "12 345", 12345), taken=ALL | {BLANK}),
    odd("thousands with a no-break space", typing(BLANK, "12\u00a0345,5", "12345.5"), taken=ALL | {BLANK}),
    odd("a decimal comma", typing(BLANK, "1,5", "1.5"), taken=ALL | {BLANK}),
    odd("a real minus", typing(BLANK, "\u22125", -5), taken=ALL | {BLANK}),
    odd("brackets", typing(BLANK, "(5)", -5), taken=ALL | {BLANK}),
    odd("a minus at the end", typing(BLANK, "5-", -5), taken=ALL | {BLANK}),
    odd("nought", typing(BLANK, 0), taken=ALL | {BLANK}),
    odd("the text of nought", typing(BLANK, "0", 0), taken=ALL | {BLANK}),
    odd("many decimals", typing(BLANK, 412.123456789), taken=ALL | {BLANK}),
    odd("what a sum of decimals leaves", typing(BLANK, 0.1 + 0.2, "0.3"), taken=ALL | {BLANK}),
    *(
        odd(f"the text {text!r}", typing(BLANK, text, None), "SM457")
        for text in ("12.345,5", "12.5", "12 345 tkr", "ca 500", "se bilaga", "x", "-", "\u2013", "1/2", "#REF!", "5 %")
    ),
    *(odd(f"the blank text {text!r}", typing(BLANK, text, None)) for text in (" ", "\u00a0", "\u00a0 ")),
    odd("a formula without its value", typing(BLANK, "=1000+200", None), "SM457"),
    odd("a per cent format", styled(BLANK, 0.5, "0%"), "SM457"),
    odd("a date format", styled(BLANK, 500, "yyyy-mm-dd"), "SM457"),
    odd("a format that hides thousands", scaled_format),
    odd("a boolean", typing(BLANK, True, None), "SM457"),
    odd("a date", typing(BLANK, date(2020, 1, 1), None), "SM457"),
    odd("every figure as text", as_texts),
    odd("one amount in kronor", typing(P, 97_000_000), "SM458", frozenset((Q, R))),
    odd("one amount in millions", typing(P, 97), "SM458 SM524", frozenset((R,))),
    odd("a column in kronor", column_in_kronor, "SM458 SM523 SM524", frozenset((Q, R))),
    odd("kronor where nothing was known", typing(BLANK, 12_500_000), "SM523"),
    odd("a huge number", typing(BLANK, 1e14), "SM523"),
    odd("a number beyond all", typing(BLANK, 1e300), "SM457"),
    odd("a cost without its minus", typing((MONEY, "E8"), 402336), "SM525"),
    odd("fewer than none", typing(R, -36), "SM525", frozenset((P, Q))),
    odd("next year as this", plan_as_budget, taken=ALL | {(MONEY, cell) for cell in ("G8", "H8", "H9", "H22")}),
    odd("half emptied", clear(20, 27), "SM459"),
    odd("all emptied", clear_all, "SM459 SM462", NONE),
    odd("a figure emptied", typing((MONEY, "D23"), None), "SM459"),
    odd("last year's form", identity("planår", "2019"), "SM452", NONE),
    odd("another unit's name", other_unit, "SM453", NONE),
    odd("another workspace's form", identity("arbetsyta", "Region X 2020"), "SM451", NONE),
    odd("a measure that is gone", old_measure, "SM466", frozenset((R,))),
    odd("a measure of another unit", in_other_unit, "SM466", frozenset((P, Q))),
    odd("the same twice", twice, "SM454"),
    odd("two that differ", twice_differing, "SM455", NONE),
    odd("a row's text changed", label("A8", "Vårdcentraler"), "SM456", frozenset((Q, R))),
    odd("a heading changed", label("D7", "Intäkter"), "SM456", frozenset((Q, R))),
    odd("a heading over columns changed", label("D6", "Budget"), "SM456", frozenset((R,))),
    odd("two rows of one text", label("A11", "Primärvård\u00a01)"), "SM456", frozenset((Q, R))),
    odd("no day", signed(day=None), "SM461 SM462", frozenset((Q,))),
    odd("a day as text", signed(day="2020-08-30")),
    odd("a day in another way", signed(day="30/8 2020"), "SM461 SM462", frozenset((Q,))),
    odd("a day that has not come", signed(day=_FUTURE), "SM461 SM462", frozenset((Q,))),
    odd("no role", signed(role=""), "SM462"),
    odd("not done", signed(done="Nej"), "SM462"),
    odd("cut off", cut_off, "SM143", NONE),
    odd("behind a password", bytes_of("bilaga.xlsx", _ENCRYPTED), "SM141", NONE),
    odd("an old workbook with a new name", bytes_of("bilaga.xlsx", _OLD_EXCEL), "SM140", NONE),
    odd("an old workbook", bytes_of("formular.exf-nara.2020.xls", _OLD_EXCEL), "SM527", NONE),
    odd("a CSV file", bytes_of("formular.exf-nara.2020 - Bilaga 10 a.csv", b"a;b\n1;2\n"), "SM527", NONE),
    odd("an empty file", bytes_of("bilaga.xlsx", b""), "SM140", NONE),
    odd("a Word file", bytes_of("svar.docx", b"PK\x03\x04"), "SM528", NONE),
)
