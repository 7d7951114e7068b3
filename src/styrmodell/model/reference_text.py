"""References in definitions: "ekonomi[dvo=regionbidrag, typ=budget, period=-1]".

What stands in the brackets is a dimension with a member, or one of the words that choose something else than what is
inherited. Those words are headings of the files of figures too, so that no dimension is called so.
"""

from collections.abc import Iterator
from types import MappingProxyType
from typing import Any

from styrmodell.errors import TextError
from styrmodell.model.code_set import CodeSet
from styrmodell.model.expression import Ref
from styrmodell.model.internal import INTERNAL_WORDS, Internal
from styrmodell.model.kind import KIND_WORDS, Kind
from styrmodell.model.period_shift import Shift

_EXPECTED = "indelning=medlem, eller typ=, version=, period=, enhet=, ie= eller internt="
_KINDS = MappingProxyType(dict(KIND_WORDS) | {kind.value: kind for kind in Kind})
_INTERNAL = MappingProxyType(dict(INTERNAL_WORDS) | {known.value: known for known in Internal})
# Word in the brackets → the field of Ref it sets; the Swedish word is the one that is written.
_WORDS = MappingProxyType(
    {
        "enhet": "unit",
        "unit": "unit",
        "typ": "kind",
        "kind": "kind",
        "version": "version",
        "period": "shift",
        "ie": "ie",
        "internt": "internal",
        "internal": "internal",
    }
)
RESERVED = frozenset(_WORDS)


def read_reference(measure: str, brackets: str, *, source: str) -> Ref:
    """Read a reference to *measure* with its brackets, which may be left out.

    Raises:
        TextError: A pair that is none, or a word that chooses nothing; *source* is the whole definition's text.
    """
    chosen: dict[str, Any] = {}
    dims: list[tuple[str, str]] = []
    for name, value in _pairs(brackets, source):
        field = _WORDS.get(name)
        if field is None:
            dims.append((name, value))
        elif field in chosen:
            raise TextError(source, _EXPECTED)
        else:
            chosen[field] = _chosen(field, value, source)
    return Ref(measure=measure, dims=tuple(dims), **chosen)


def reference_text(reference: Ref) -> str:
    """Write *reference* so that read_reference gives it back."""
    pairs = [*reference.dims, *_written(reference)]
    inner = ", ".join(f"{name}={value}" for name, value in pairs)
    return f"{reference.measure}[{inner}]" if inner else reference.measure


def _pairs(text: str, source: str) -> Iterator[tuple[str, str]]:
    for pair in text[1:-1].split(",") if text else ():
        name, equals, value = (part.strip() for part in pair.partition("="))
        if not (name and equals and value):
            raise TextError(source, _EXPECTED)
        yield name, value


def _chosen(field: str, value: str, source: str) -> Any:
    if field in ("unit", "version"):
        return value
    if field == "shift":
        return Shift.parse(value)
    if field == "ie":
        return str(CodeSet.parse(value.replace("+", ", ")))
    words = _KINDS if field == "kind" else _INTERNAL
    found = words.get(value.casefold())
    if found is None:
        raise TextError(source, f"{' eller '.join(words)}")
    return found


def _written(reference: Ref) -> Iterator[tuple[str, str]]:
    if reference.unit is not None:
        yield "enhet", reference.unit
    if reference.kind is not None:
        yield "typ", next(word for word, kind in KIND_WORDS if kind is reference.kind)
    if reference.version is not None:
        yield "version", reference.version
    if reference.shift is not None:
        yield "period", str(reference.shift)
    if reference.ie:
        yield "ie", reference.ie.replace(", ", "+")
    if reference.internal is not None:
        yield "internt", next(word for word, known in INTERNAL_WORDS if known is reference.internal)
