"""Plain text trees → model objects, through one cattrs converter that the caller makes and passes on.

The converter is fast and stops at the first fault; only then is a second, detailed one asked for all of them.
"""

from collections.abc import Callable, Iterator
from datetime import date
from decimal import Decimal
from types import MappingProxyType
from typing import Any, TypeVar

import attrs
from attrs import frozen

from styrmodell.io.codes import MISSING_KEY, UNKNOWN_KEY, WRONG_SHAPE
from styrmodell.io.engines import cattrs_engine
from styrmodell.io.plan_head import PlanHead
from styrmodell.io.problems import BadValueError, suggestions
from styrmodell.io.values import (
    bool_value,
    date_value,
    decimal_value,
    expression_value,
    id_value,
    int_value,
    kind_value,
    member_id_value,
    missing_policy_value,
    period_value,
    plan_state_value,
    shape,
    state_value,
    text_value,
)
from styrmodell.io.yaml_nodes import Path
from styrmodell.model.dimension import Dimension, Member
from styrmodell.model.expression import Expression
from styrmodell.model.ids import DimensionId, MeasureId, MemberId, UnitId
from styrmodell.model.kind import Kind, State
from styrmodell.model.measure import Dims, Measure, MissingPolicy
from styrmodell.model.period import Period
from styrmodell.model.plan import PlanState
from styrmodell.model.profile import Profile
from styrmodell.model.unit import Unit
from styrmodell.source import Source

# No file can hold this key (control characters are refused), so nobody can write a source by hand.
SOURCE_KEY = "\x00source"
_CLASSES = (Member, Unit, Dimension, Measure, Profile, PlanHead)
_KEYS = MappingProxyType({"unit_id": "unit", "parent_id": "parent", "source": SOURCE_KEY})
_HOOKS: tuple[tuple[Any, Callable[[object], Any]], ...] = (
    (str, text_value),
    (Decimal, decimal_value),
    (int, int_value),
    (bool, bool_value),
    (date, date_value),
    (Period, period_value),
    (Expression, expression_value),
    (Kind, kind_value),
    (State, state_value),
    (PlanState, plan_state_value),
    (MissingPolicy, missing_policy_value),
    (UnitId, id_value),
    (MeasureId, id_value),
    (DimensionId, id_value),
    (MemberId, member_id_value),
)
_T = TypeVar("_T")


@frozen(kw_only=True)
class Converter:
    """Builds model objects from text trees.

    Attributes:
        fast: The cattrs converter that stops at the first fault.
        detailed: The one that finds them all.
    """

    fast: Any
    detailed: Any

    def structure(self, tree: Any, cls: type[_T], source: Source) -> tuple[_T | None, list[tuple[Path, BadValueError]]]:
        """Build a *cls* from *tree*.

        Args:
            tree: A composed mapping; it is not changed.
            cls: Unit, Dimension, Measure, Profile or PlanHead.
            source: Where the tree stands; becomes the object's source.

        Returns:
            The object and no faults, or None and every fault with its path below *tree*.
        """
        if not isinstance(tree, dict):
            return None, [((), shape(tree, "nycklar med värden", "keys with values"))]
        tree = {**tree, SOURCE_KEY: source}
        try:
            return self.fast.structure(tree, cls), []
        except (BadValueError, KeyError, cattrs_engine().errors.CattrsError):
            return None, self._faults(tree, cls)

    def _faults(self, tree: Any, cls: type) -> list[tuple[Path, BadValueError]]:
        try:
            self.detailed.structure(tree, cls)
        except (BadValueError, cattrs_engine().errors.CattrsError) as error:
            return list(_walk(error, ()))
        raise AssertionError(f"only the fast converter refuses {tree!r}")


def make_converter() -> Converter:
    """Make the converter of one load; building it costs milliseconds, so it is passed on between files."""
    return Converter(fast=_cattrs_converter(detailed=False), detailed=_cattrs_converter(detailed=True))


def yaml_keys(cls: type) -> tuple[str, ...]:
    """The keys people may write for *cls*."""
    names = (field.name for field in attrs.fields(cls) if field.name != "source")
    return tuple(_KEYS.get(name, name) for name in names)


def _cattrs_converter(*, detailed: bool) -> Any:
    engine = cattrs_engine()
    converter = engine.Converter(forbid_extra_keys=True, detailed_validation=detailed)
    converter.register_structure_hook_factory(_is_tuple, lambda cls: _tuple_hook(cls, converter))
    converter.register_structure_hook(Source, lambda value, _: value)
    for cls, read in _HOOKS:
        converter.register_structure_hook(cls, lambda value, _, read=read: read(value))
    for cls in _CLASSES:
        converter.register_structure_hook(cls, _class_hook(cls, converter))
    return converter


def _is_tuple(cls: Any) -> bool:
    return getattr(cls, "__origin__", None) is tuple


def _tuple_hook(cls: Any, converter: Any) -> Callable[[object, Any], Any]:
    """A list only: a lone text would otherwise be taken letter by letter."""
    build = cattrs_engine().cols.homogenous_tuple_structure_factory(cls, converter)

    def hook(value: object, wanted: Any) -> Any:
        if type(value) is not list:
            raise shape(value, "en lista", "a list")
        return build(value, wanted)

    return hook


def _class_hook(cls: type, converter: Any) -> Callable[[object, Any], Any]:
    """cattrs' own function for *cls*, for mappings only; a known key without a value counts as left out."""
    engine = cattrs_engine()
    fields = attrs.fields_dict(cls)
    overrides = {name: engine.gen.override(rename=key) for name, key in _KEYS.items() if name in fields}
    if "not_applicable" in fields:
        overrides["not_applicable"] = engine.gen.override(struct_hook=lambda value, _: _patterns(value))
    if "value_lists" in fields:
        overrides["value_lists"] = engine.gen.override(struct_hook=lambda value, _: _value_lists(value))
    build = engine.gen.make_dict_structure_fn(cls, converter, **overrides)
    keys = frozenset((*yaml_keys(cls), SOURCE_KEY))

    def hook(value: object, wanted: Any) -> Any:
        if type(value) is not dict:
            raise shape(value, "nycklar med värden", "keys with values")
        if None in value.values():
            value = {key: item for key, item in value.items() if item is not None or key not in keys}
        return build(value, wanted)

    return hook


def _patterns(value: object) -> tuple[Dims, ...]:
    """[{dvo: regionbidrag, slag: kostnad}] → ((("dvo", "regionbidrag"), ("slag", "kostnad")),)."""
    if not isinstance(value, list):
        raise shape(value, "en lista", "a list")
    return tuple(_pattern(index, item) for index, item in enumerate(value))


def _pattern(index: int, item: object) -> Dims:
    if not isinstance(item, dict) or not item:
        raise shape(item, "indelning: medlem", "dimension: member").below(index)
    return tuple(
        (_below(id_value, name, index, name), _below(member_id_value, member, index, name))
        for name, member in item.items()
    )


def _value_lists(value: object) -> tuple[tuple[str, tuple[str, ...]], ...]:
    if not isinstance(value, dict):
        raise shape(value, "namn: [ord, ord]", "name: [word, word]")
    return tuple((name, _allowed(name, words)) for name, words in value.items())


def _allowed(name: str, words: object) -> tuple[str, ...]:
    if not isinstance(words, list):
        raise shape(words, "en lista", "a list").below(name)
    return tuple(_below(text_value, word, name, index) for index, word in enumerate(words))


def _below(read: Callable[[object], str], value: object, *path: str | int) -> str:
    """Read *value*, and let a fault say where below it stands."""
    try:
        return read(value)
    except BadValueError as bad:
        raise bad.below(*path) from None


def _walk(error: BaseException, path: Path) -> Iterator[tuple[Path, BadValueError]]:
    """Every fault in cattrs' tree of exceptions, with the keys as they are written in the file."""
    path = path + _step(error)
    if isinstance(error, BaseExceptionGroup):
        for inner in error.exceptions:
            yield from _walk(inner, path)
    elif isinstance(error, BadValueError):
        yield path + error.path, error
    elif isinstance(error, KeyError):
        yield path, BadValueError(MISSING_KEY, key=str(path[-1]) if path else str(error.args[0]))
    elif isinstance(error, cattrs_engine().ForbiddenExtraKeysError):
        for name in sorted(error.extra_fields):
            yield (*path, name), BadValueError(UNKNOWN_KEY, **suggestions(name, yaml_keys(error.cl)))
    else:
        yield path, BadValueError(WRONG_SHAPE, found=str(error), found_en=str(error), expected="–", expected_en="–")


def _step(error: BaseException) -> Path:
    engine = cattrs_engine()
    steps: list[str | int] = []
    for note in getattr(error, "__notes__", ()):
        if isinstance(note, engine.AttributeValidationNote):
            steps.insert(0, _KEYS.get(note.name, note.name))
        elif isinstance(note, engine.IterableValidationNote):
            steps.insert(0, note.index)
    return tuple(steps)
