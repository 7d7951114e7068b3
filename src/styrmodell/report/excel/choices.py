"""Lists to choose from: in the cell's rule where they are short, else on a hidden sheet."""

from attrs import define, field

from styrmodell.report.excel.formats import Formats, Sheet
from styrmodell.report.excel.layout import Layout
from styrmodell.report.excel.names import LISTS_SHEET
from styrmodell.report.excel.page import write_text
from styrmodell.report.excel.text import shorten, utf16_length, visible
from styrmodell.report.formula.address import column_letters, quote_sheet

# What Excel takes in the rule itself, and in what it says.
_RULE_LIMIT, _TITLE_LIMIT, _TEXT_LIMIT = 255, 32, 255
_PARTING = (",", '"', "\n")
_MOST_TOLD = 10


@define(kw_only=True, eq=False)
class Choices:
    """The lists that need a sheet of their own, in the order they were met."""

    lists: list[tuple[str, ...]] = field(factory=list)

    def add(self, words: tuple[str, ...]) -> None:
        """Keep *words*, if they need room on the sheet."""
        if words and not _fits(words) and words not in self.lists:
            self.lists.append(words)

    def source(self, words: tuple[str, ...]) -> list[str] | str:
        """What a rule says of *words*: themselves, or the name of their range."""
        return [visible(word) for word in words] if _fits(words) else f"={self.name(words)}"

    def name(self, words: tuple[str, ...]) -> str:
        """The defined name of *words*' range."""
        return f"lista_{self.lists.index(words) + 1}"

    def range_text(self, words: tuple[str, ...]) -> str:
        """The range itself, as a defined name says it."""
        letters = column_letters(self.lists.index(words))
        return f"={quote_sheet(LISTS_SHEET)}!${letters}$1:${letters}${len(words)}"


def _fits(words: tuple[str, ...]) -> bool:
    plain = not any(mark in word for word in words for mark in _PARTING) and all(word.strip() == word for word in words)
    return plain and utf16_length(",".join(map(visible, words))) <= _RULE_LIMIT


def validate(sheet: Sheet, layout: Layout, choices: Choices) -> None:
    """Let people choose in the columns of *layout* that have choices."""
    for column, at in zip(layout.table.columns, range(layout.first_column, layout.last_column + 1), strict=True):
        if not column.choices or not layout.table.rows:
            continue
        told = ", ".join(column.choices[:_MOST_TOLD])
        more = " …" if len(column.choices) > _MOST_TOLD else ""
        rule = {
            "validate": "list",
            "source": choices.source(column.choices),
            "error_title": shorten(visible(column.label), _TITLE_LIMIT),
            "error_message": shorten(visible(f"Välj ett av orden: {told}{more}"), _TEXT_LIMIT),
        }
        sheet.data_validation(layout.first_row, at, layout.last_row, at, rule)


def write_lists(sheet: Sheet, choices: Choices, formats: Formats) -> None:
    """Write the lists beside each other, row by row, on a sheet that is not shown."""
    sheet.hide()
    for row in range(max(map(len, choices.lists))):
        for column, words in enumerate(choices.lists):
            if row < len(words):
                write_text(sheet, (row, column), words[row], formats.look("cell"))
