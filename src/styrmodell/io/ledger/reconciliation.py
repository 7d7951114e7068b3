"""The reconciliation of a ledger: what it sums to, and where every krona of it went."""

from decimal import Decimal
from types import MappingProxyType

from attrs import field, frozen

from styrmodell.io.ledger.text import code_text, kr_text
from styrmodell.model.code_plan import CodeString
from styrmodell.source import Source

_ZERO = Decimal(0)
_HEADINGS = MappingProxyType(
    {
        "sv": ("konto", "rader", "huvudbok", "i mått", "utanför kodplanen"),
        "en": ("account", "rows", "ledger", "in measures", "outside the code plan"),
    }
)
_WORDS = MappingProxyType(
    {
        "sv": ("summa", "krävs av flera rader", "utan månad", "ej avstämt"),
        "en": ("total", "claimed by several rows", "without month", "not reconciled"),
    }
)


@frozen(kw_only=True)
class CodeTotal:
    """What was booked on one code string, in kr with income +."""

    code: CodeString
    lines: int
    amount: Decimal
    source: Source = field(default=Source(), eq=False)


@frozen(kw_only=True)
class AccountTotal:
    """What was booked on one account, and how much of it became figures, in kr with income +."""

    account: str
    lines: int
    total: Decimal
    mapped: Decimal


@frozen(kw_only=True)
class Reconciliation:
    """Where the amounts of a ledger went; all in kr with income +, unrounded.

    Attributes:
        total: What the rows sum to; of accumulated amounts, the last balance of each code string and year.
        mapped: What became observations ("of which" rows not counted, they are parts of others).
        unmapped: What no row of the code plan takes.
        contested: What several rows of the code plan claim.
        unplaced: What has no month: gaps in accumulated amounts, and refused closing entries.
        lines: How many rows were read.
        unread: How many rows could not be read, and files not to their end; their amounts are in no sum here.
        control_total: The total that the source declares, if any.
        by_account: In order of account.
        unmapped_codes: Code strings that no row takes, the largest amount first.
    """

    total: Decimal = _ZERO
    mapped: Decimal = _ZERO
    unmapped: Decimal = _ZERO
    contested: Decimal = _ZERO
    unplaced: Decimal = _ZERO
    lines: int = 0
    unread: int = 0
    control_total: Decimal | None = None
    by_account: tuple[AccountTotal, ...] = ()
    unmapped_codes: tuple[CodeTotal, ...] = ()

    @property
    def difference(self) -> Decimal:
        """What is not accounted for: nought, unless the program is wrong."""
        return self.total - self.mapped - self.unmapped - self.contested - self.unplaced

    @property
    def is_sound(self) -> bool:
        """Whether all rows were read, all sums meet and all of it is in measures."""
        meets_control = self.control_total in (None, self.total)
        rest = (self.difference, self.unmapped, self.contested, self.unplaced)
        return meets_control and not self.unread and not self.unmapped_codes and not any(rest)

    def rows(self, lang: str = "sv") -> tuple[tuple[str, ...], ...]:
        """The reconciliation as a table of text: a heading, a row an account, and the sums.

        Args:
            lang: "sv" or "en".

        Returns:
            Rows of five cells: account, number of rows, and three amounts in kr.
        """
        language = "en" if lang == "en" else "sv"
        total, contested, unplaced, rest = _WORDS[language]
        body = [
            (item.account, str(item.lines), kr_text(item.total), kr_text(item.mapped), _left(item))
            for item in self.by_account
        ]
        outside = self.total - self.mapped
        sums = [(total, str(self.lines), kr_text(self.total), kr_text(self.mapped), kr_text(outside))]
        parts = ((contested, self.contested), (unplaced, self.unplaced), (rest, self.difference))
        sums += [(word, "", "", "", kr_text(amount)) for word, amount in parts if amount]
        return (_HEADINGS[language], *body, *sums)

    def unmapped_rows(self) -> tuple[tuple[str, str, str], ...]:
        """The code strings outside the code plan: (code string, number of rows, kr), largest first."""
        return tuple((code_text(item.code), str(item.lines), kr_text(item.amount)) for item in self.unmapped_codes)


def _left(item: AccountTotal) -> str:
    return kr_text(item.total - item.mapped) if item.total != item.mapped else ""
