"""Laws of reading workbooks: whatever is changed nothing is raised, and what is written is read at its place."""

from io import BytesIO

import xlsxwriter
from hypothesis import given
from hypothesis import strategies as st
from tests.io.workbooks import grid, parts_of, read, row, workbook, zipped

ROWS = row(3, '<c r="B3"><v>1</v></c><c r="C3"><v>2</v></c>') + row(5, '<c r="D5"><v>3</v></c>')
GOOD = workbook(
    row(1, '<c r="A1" t="s"><v>0</v></c><c r="B1" t="inlineStr"><is><t>b_c</t></is></c><c r="C1"><f>A1</f><v>1</v></c>')
    + row(2, '<c r="A2" s="3"><v>0.5</v></c><c r="B2" s="1"><v>43831</v></c><c r="C2" t="e"><v>#N/A</v></c>')
)
PARTS = parts_of(row(1, '<c r="A1" t="s"><v>0</v></c><c r="B1" s="3"><v>0.5</v></c>') + ROWS)


@given(st.lists(st.tuples(st.integers(0, len(GOOD) - 1), st.integers(0, 255)), min_size=1, max_size=6))
def test_changed_bytes_never_raise(changes):
    data = bytearray(GOOD)
    for position, byte in changes:
        data[position] = byte
    book, findings = read(bytes(data))
    assert book is not None or findings.errors()


@given(
    st.sampled_from(sorted(PARTS)),
    st.lists(st.tuples(st.integers(0, 2000), st.sampled_from(list('<>/"&=cr19 A:!'))), min_size=1, max_size=4),
)
def test_changed_parts_never_raise(name, changes):
    content = PARTS[name]
    for position, letter in changes:
        place = position % len(content)
        content = content[:place] + letter + content[place + 1 :]
    book, findings = read(zipped({**PARTS, name: content}))
    assert book is not None or findings.errors()


@given(
    st.dictionaries(
        st.tuples(st.integers(0, 120), st.integers(0, 60)),
        st.integers(-(10**12), 10**12).map(lambda number: number / 1000)  # XlsxWriter writes 16 digits
        | st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Cn")), min_size=1, max_size=5).filter(
            str.strip
        ),
        max_size=12,
    )
)
def test_what_xlsxwriter_writes_is_read_at_its_place(cells):
    stream = BytesIO()
    with xlsxwriter.Workbook(stream) as book:
        sheet = book.add_worksheet()
        for (line, column), content in cells.items():
            (sheet.write_string if isinstance(content, str) else sheet.write_number)(line, column, content)
    found = grid(stream.getvalue())
    read_back = {
        (found.first_row + line, found.first_column + column): content
        for line, values in enumerate(found.rows)
        for column, content in enumerate(values)
        if content != ""
    }
    assert read_back == cells
