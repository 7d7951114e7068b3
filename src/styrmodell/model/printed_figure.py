"""Figures of a printed document, kept by the cell in which they stand, to compare with what is computed there."""

from attrs import field, frozen

from styrmodell.model.number_text import NumberText, read_number
from styrmodell.source import Source


@frozen(kw_only=True)
class PrintedFigure:
    """A printed figure that is compared with what its cell shows, and feeds no value.

    A figure that is one of a measure's is kept as an observation in the state "tryckt"; this is for all others: a sum
    of a table's own rows, a difference of two columns.

    Attributes:
        cell_id: The cell's id, "report@unit@period/table/row/column".
        text: The figure as it is printed, in the cell's printed unit: "−1 232 003", "39,2 %".
    """

    cell_id: str
    text: str
    source: Source = field(default=Source(), eq=False)

    @property
    def number(self) -> NumberText | None:
        """The figure, in the printed unit and per cent as a share; None where nothing was printed.

        Raises:
            TextError: It is no number.
        """
        return read_number(self.text)
