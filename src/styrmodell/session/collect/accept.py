"""What somebody has said is right: cell ids, in which a * stands for any text."""

import re
from collections.abc import Callable, Iterable


def accepting(accepted: Iterable[str]) -> Callable[[str], bool]:
    """Whether a cell's id is one of *accepted*."""
    texts = (".*".join(map(re.escape, text.split("*"))) for text in accepted)
    pattern = re.compile("|".join(f"(?:{text})" for text in texts) or r"(?!)", re.DOTALL)
    return lambda cell_id: pattern.fullmatch(cell_id) is not None
