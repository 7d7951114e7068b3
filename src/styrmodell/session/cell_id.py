"""Cell ids: "report@unit@period/table/row/column" and "value/measure@unit@period/kind.version/members"."""

from attrs import frozen

from styrmodell.errors import UnknownNameError

VALUE = "value"


@frozen(kw_only=True)
class CellId:
    """A cell id taken apart. Unit and period are empty when they were left out."""

    name: str
    unit: str = ""
    period: str = ""
    rest: tuple[str, ...] = ()

    @property
    def is_value(self) -> bool:
        """Whether it names a measure's value outside reports; then *name* is the measure."""
        return self.rest[:1] == (VALUE,)


def parse_cell_id(text: str) -> CellId:
    """Take a cell id apart.

    Raises:
        UnknownNameError: It is not of either form.
    """
    parts = tuple(part.strip() for part in text.strip().strip("/").split("/"))
    is_value = parts[0] == VALUE
    head, rest = (parts[1], (VALUE, *parts[2:])) if is_value and len(parts) > 1 else (parts[0], parts[1:])
    names = head.split("@")
    too_short = len(rest) < 2 if is_value else len(rest) != 3
    if not names[0] or len(names) > 3 or too_short or not all(rest):
        raise UnknownNameError("cell", text)
    unit, period = (*names[1:], "", "")[:2]
    return CellId(name=names[0], unit=unit, period=period, rest=rest)
