"""Trees of JSON → trees of text, as YAML gives them, so that one converter reads both."""

from typing import Any

from attrs import define, field

from styrmodell.io.codes import CONTROL_CHARACTER, TOO_DEEP
from styrmodell.io.input_file import NOT_IN_FILES
from styrmodell.io.json.codes import WRITTEN_BARE
from styrmodell.io.json.nodes import BareNumber
from styrmodell.io.problems import BadValueError, shorten
from styrmodell.io.values import shape
from styrmodell.io.yaml_nodes import MAX_DEPTH, Path
from styrmodell.model.number_text import Notation


def exact_text(value: object) -> str:
    """A text as it stands, with the spaces around it; it may be empty (SM116, SM118)."""
    if type(value) is not str:
        raise shape(value, "en text", "a text")
    if bad := NOT_IN_FILES.search(value):
        raise BadValueError(CONTROL_CHARACTER, found=f"U+{ord(bad[0]):04X}")
    return value


def bare_number(value: object, notation: Notation = Notation.PLAIN) -> BadValueError:
    """The fault of a number that JSON would round."""
    text = value.text if isinstance(value, BareNumber) else str(value)
    example = text.replace(".", ",") if notation is Notation.SV else text
    return BadValueError(WRITTEN_BARE, found=shorten(text), example=shorten(example))


@define(kw_only=True)
class TextTree:
    """Makes trees of text.

    Attributes:
        keys: How many keys the mappings so far have.
        faults: (path, fault) pairs of what has no text.
    """

    notation: Notation
    keys: int = 0
    faults: list[tuple[Path, BadValueError]] = field(factory=list)

    def of(self, node: Any, path: Path) -> Any:
        """*node*, which stands at *path*, with whole numbers and truth values as text."""
        kind = type(node)
        if kind is str:
            return self._text(node, path)
        if kind is dict or kind is list:
            return self._below(node, path)
        if node is None or kind is int:
            return node if node is None else str(node)
        if kind is bool:
            return "true" if node else "false"
        self.faults.append((path, bare_number(node, self.notation)))
        return None

    def _text(self, node: str, path: Path) -> str | None:
        try:
            return exact_text(node)
        except BadValueError as bad:
            self.faults.append((path, bad))
            return None

    def _below(self, node: Any, path: Path) -> Any:
        if len(path) >= MAX_DEPTH:
            self.faults.append((path, BadValueError(TOO_DEEP, limit=str(MAX_DEPTH))))
            return None
        if type(node) is list:
            return [self.of(item, (*path, index)) for index, item in enumerate(node)]
        self.keys += len(node)
        return {key: self.of(value, (*path, key)) for key, value in node.items() if self._text(key, (*path, key))}
