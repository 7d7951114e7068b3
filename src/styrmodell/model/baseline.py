"""Baselines (ingångsvärde, jämförelsetal): what a measure starts from, or that there is nothing to start from yet."""

from typing import Self

from attrs import fields, frozen

from styrmodell.model.baselines.print import baseline_text
from styrmodell.model.baselines.text import read_baseline
from styrmodell.model.baselines.value import BaselineDoubt, BaselineKind, BaselineValue, Start

__all__ = ["Baseline", "BaselineDoubt", "BaselineKind", "BaselineValue"]


@frozen(kw_only=True)
class Baseline(Start):
    """A baseline (ingångsvärde).

    Raises:
        ValueError: Values, a reference or a text that its *kind* has no use for, or lacks.
    """

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read *text* as a baseline as people write it ("2016: 199 dagar", "Utfall 2019", "Nytt mått").

        Never raises for what is written: what cannot be read is kept as words, with the doubt UNREAD.
        """
        start = read_baseline(text)
        return cls(**{one.name: getattr(start, one.name) for one in fields(Start)})

    def __str__(self) -> str:
        return baseline_text(self)
