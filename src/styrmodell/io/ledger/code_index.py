"""For one segment of a code plan: a code → the rows that accept it, as the bits of one number.

A code plan may have a row for each of three thousand cost centres. Between two ends of ranges the same rows accept
every code, so the ranges are walked once and a code is then looked up among their ends.
"""

from bisect import bisect_right
from collections.abc import Sequence

from attrs import frozen

from styrmodell.model.code_set import CodeSet


@frozen(kw_only=True)
class CodeIndex:
    """The sets of one segment.

    Attributes:
        always: Rows that accept every code, an empty one too: those without a set, and "övriga".
        steps: Length of codes → from which code on, and which rows accept from there to the next.
    """

    always: int
    steps: dict[int, tuple[list[int], list[int]]]

    @classmethod
    def of(cls, sets: Sequence[CodeSet | None]) -> "CodeIndex":
        """Index *sets*, one a row of the plan."""
        always = 0
        changes: dict[int, dict[int, int]] = {}
        for row, codes in enumerate(sets):
            if codes is None or codes.is_rest:
                always |= 1 << row
                continue
            for one in codes.ranges:
                at = changes.setdefault(one.length, {})
                for code in (int(one.first), int(one.last) + 1):
                    at[code] = at.get(code, 0) ^ 1 << row
        return cls(always=always, steps={length: _walked(at) for length, at in changes.items()})

    def accepting(self, code: str) -> int:
        """The rows that accept *code*; a range holds codes of digits, of its own length."""
        steps = self.steps.get(len(code))
        if steps is None or not (code.isascii() and code.isdigit()):
            return self.always
        starts, rows = steps
        at = bisect_right(starts, int(code))
        return self.always | rows[at - 1] if at else self.always


def _walked(changes: dict[int, int]) -> tuple[list[int], list[int]]:
    """The rows that accept from each end on; a row's ranges do not overlap, so it comes and goes in turn."""
    starts = sorted(changes)
    rows: list[int] = []
    held = 0
    for start in starts:
        held ^= changes[start]
        rows.append(held)
    return starts, rows
