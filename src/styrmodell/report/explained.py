"""What a script or a person gets when asking where a figure comes from."""

from collections.abc import Mapping
from decimal import Decimal
from html import escape
from typing import Any

from attrs import define, evolve, field

from styrmodell.aggregation import recheck
from styrmodell.aggregation.explanation import Explanation
from styrmodell.aggregation.rule import Rule
from styrmodell.finding import Findings
from styrmodell.model.ids import UnitId
from styrmodell.report.document import Document
from styrmodell.report.explanation_document import explanation_document
from styrmodell.report.narrate import MAX_DEPTH, as_data, narrate
from styrmodell.report.numbers import NumberStyle, make_style
from styrmodell.source import Source


@define(kw_only=True, eq=False)
class Explained:
    """A figure with its working, as the public surface shows it (exported there as Explanation).

    Attributes:
        cell: The cell id that was asked for.
        working: The explanation itself.
        style: How the figure prints where it stands.
    """

    cell: str
    working: Explanation
    style: NumberStyle
    rules: Mapping[str, Rule[Any]] = field(repr=False)

    @property
    def rule(self) -> str:
        """Key of the rule that combined, or the operation's name."""
        return self.working.rule

    @property
    def number(self) -> Decimal | None:
        """The value in the measure's unit (money in kr), at most 28 digits; None when missing."""
        return self.working.number

    @property
    def unit(self) -> str:
        """The unit of *number*."""
        return self.working.unit

    @property
    def children(self) -> "tuple[Explained, ...]":
        """What it was made of, one level."""
        return tuple(self._child(child) for child in self.working.children)

    def _child(self, child: Explanation) -> "Explained":
        same = child.unit == self.working.unit
        style = self.style if same else make_style(child.unit, "", child.decimals)
        return evolve(self, cell=child.cell, working=child, style=style)

    @property
    def sources(self) -> tuple[Source, ...]:
        """Every place its figures were written, each once."""
        return self.working.sources

    @property
    def missing(self) -> tuple[UnitId, ...]:
        """Units that were expected to report and did not."""
        return self.working.missing

    @property
    def findings(self) -> Findings:
        """What is doubtful about it."""
        return self.working.findings

    def recheck(self) -> Findings:
        """Compute every step again from the steps below; empty when all give their values."""
        return recheck.recheck(self.working, self.rules)

    def text(self, lang: str = "sv", *, depth: int = MAX_DEPTH) -> str:
        """The working as an indented tree down to file and line, at most *depth* levels of it."""
        return f"{self.cell}\n{narrate(self.working, self.style, lang, depth)}"

    def data(self) -> dict[str, Any]:
        """The working as dicts (key → value), lists and text, ready for JSON; numbers are text with all digits."""
        return {**as_data(self.working), "cell": self.cell}

    def document(self) -> Document:
        """The working as a document, to be read in Word, Excel or a browser."""
        return explanation_document(self.cell, self.working, self.style)

    def _repr_html_(self) -> str:
        return f"<pre>{escape(self.text())}</pre>"
