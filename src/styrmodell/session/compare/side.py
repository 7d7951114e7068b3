"""What is compared: which workspace or file, of which day."""

from datetime import date

from attrs import frozen

from styrmodell.model.period import Period


@frozen(kw_only=True)
class ComparedSide:
    """One of the two that are compared.

    Attributes:
        path: Where it was read from; empty for what was made in code.
        as_of: Its day, a workbook's that of its newest figure; None where it says none.
        unit_name: Whose it is.
        period: Its planning period; None where it says none.
    """

    name: str
    path: str = ""
    as_of: date | None = None
    unit_name: str = ""
    period: Period | None = None

    @property
    def title(self) -> str:
        """What people call it: its name and its day."""
        return f"{self.name or self.path} ({self.as_of.isoformat()})" if self.as_of else self.name or self.path
