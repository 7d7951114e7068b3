"""Plain text trees → model objects, through one cattrs converter for each way of writing numbers.

The converter is fast and stops at the first fault; only then is a second, detailed one made for all of them.
"""

from collections.abc import Callable, Iterator, Mapping
from enum import Enum
from functools import cached_property
from itertools import islice
from types import MappingProxyType
from typing import Any, TypeVar

import attrs
from attrs import define, field

from styrmodell.io.codes import MISSING_KEY, UNKNOWN_KEY, WRONG_SHAPE
from styrmodell.io.engines import cattrs_engine
from styrmodell.io.enum_words import choice_value
from styrmodell.io.problems import MAX_FINDINGS, BadValueError, shorten, suggestions
from styrmodell.io.scalar_hooks import FIELD_READERS, read_money, scalar_hooks
from styrmodell.io.sources import SourceFormat
from styrmodell.io.table_fields import TABLE_READERS
from styrmodell.io.values import shape
from styrmodell.io.yaml_nodes import Path
from styrmodell.model.baseline import Baseline
from styrmodell.model.frequency import Reporting
from styrmodell.model.link import Link
from styrmodell.model.money import MoneyRange, PlannedAmount
from styrmodell.model.number_text import Notation
from styrmodell.model.status_rule import StatusRule
from styrmodell.model.target import Target
from styrmodell.source import Source

# No file can hold this key (control characters are refused), so nobody can write a source by hand.
SOURCE_KEY = "\x00source"
_RANGE_MARKS = ("–", " - ")
# Classes that refuse parts which do not go together → what would have been right.
_TOGETHER: Mapping[type, tuple[str, str]] = MappingProxyType(
    {
        MoneyRange: ("den lägre gränsen först", "the lower end first"),
        StatusRule: (
            "close högst så stor som met, båda från 0 till 1 (utan nycklarna: 1/2 och 1)",
            "close not above met, both from 0 to 1 (without the keys: 1/2 and 1)",
        ),
    }
)
_T = TypeVar("_T")


class Converter:
    """Builds model objects from text trees.

    Attributes:
        format: How numbers and amounts are written.
    """

    def __init__(self, format: SourceFormat) -> None:
        self.format = format

    @cached_property
    def fast(self) -> Any:
        """The cattrs converter that stops at the first fault."""
        return _cattrs_converter(self.format, detailed=False)

    @cached_property
    def detailed(self) -> Any:
        """The one that finds them all; made only when something is wrong."""
        return _cattrs_converter(self.format, detailed=True)

    def structure(self, tree: Any, cls: type[_T], source: Source) -> tuple[_T | None, list[tuple[Path, BadValueError]]]:
        """Build a *cls* from *tree*.

        Args:
            tree: A composed mapping; it is not changed.
            cls: A class of io/kinds.py, Profile or PlanHead.
            source: Where the tree stands; becomes the object's source.

        Returns:
            The object and no faults, or None and every fault with its path below *tree*.
        """
        if not isinstance(tree, dict):
            return None, [((), shape(tree, "nycklar med värden", "keys with values"))]
        tree = {**tree, SOURCE_KEY: source}
        try:
            return self.fast.structure(tree, cls), []
        except (BadValueError, KeyError, ValueError, cattrs_engine().errors.CattrsError):
            return None, self._faults(tree, cls)

    def _faults(self, tree: Any, cls: type) -> list[tuple[Path, BadValueError]]:
        try:
            self.detailed.structure(tree, cls)
        except (BadValueError, cattrs_engine().errors.CattrsError) as error:
            return list(islice(_walk(error, ()), MAX_FINDINGS + 1))  # one more, so that the limit is told
        raise AssertionError(f"only the fast converter refuses {tree!r}")


@define(kw_only=True)
class Converters:
    """The converters of one load, one for each way of writing numbers; making one costs milliseconds."""

    _made: dict[tuple[Any, ...], Converter] = field(factory=dict)

    def of(self, format: SourceFormat) -> Converter:
        """The converter for files written in *format*."""
        key = (format.notation, format.scale, format.sign)
        if key not in self._made:
            self._made[key] = Converter(format)
        return self._made[key]


def make_converter(format: SourceFormat | None = None) -> Converter:
    """Make one converter, for files in *format* or in the default one."""
    return Converter(format or SourceFormat())


def key_of(name: str) -> str:
    """The key people write for a field: "unit" for unit_id."""
    return SOURCE_KEY if name == "source" else name.removesuffix("_id")


def yaml_keys(cls: type) -> tuple[str, ...]:
    """The keys people may write for *cls*."""
    return tuple(key_of(item.name) for item in attrs.fields(cls) if item.init and item.name != "source")


def _cattrs_converter(format: SourceFormat, *, detailed: bool) -> Any:
    engine = cattrs_engine()
    converter = engine.Converter(forbid_extra_keys=True, detailed_validation=detailed)
    converter.register_structure_hook_factory(_is_tuple, lambda cls: _tuple_hook(cls, converter))
    converter.register_structure_hook_factory(attrs.has, lambda cls: _class_hook(cls, converter, format))
    converter.register_structure_hook_factory(_is_choice, lambda cls: lambda value, _: choice_value(value, cls))
    converter.register_structure_hook(Source, lambda value, _: value)
    for cls, read in scalar_hooks(format):
        converter.register_structure_hook(cls, lambda value, _, read=read: read(value))
    return converter


def _is_tuple(cls: Any) -> bool:
    return getattr(cls, "__origin__", None) is tuple


def _is_choice(cls: Any) -> bool:
    return isinstance(cls, type) and issubclass(cls, Enum)


def _tuple_hook(cls: Any, converter: Any) -> Callable[[object, Any], Any]:
    """A list only: a lone text would otherwise be taken letter by letter."""
    build = cattrs_engine().cols.homogenous_tuple_structure_factory(cls, converter)

    def hook(value: object, wanted: Any) -> Any:
        if type(value) is not list:
            raise shape(value, "en lista", "a list")
        return build(value, wanted)

    return hook


def _class_hook(cls: type, converter: Any, format: SourceFormat) -> Callable[[object, Any], Any]:
    """cattrs' own function for *cls*, for mappings only; a known key without a value counts as left out.

    Classes with a short form are also read from a text: a target from "minst 80 %", a link from the id alone.
    """
    engine = cattrs_engine()
    overrides = {item.name: _override(cls, item, engine) for item in attrs.fields(cls)}
    build = engine.gen.make_dict_structure_fn(cls, converter, **overrides)
    keys = frozenset((*yaml_keys(cls), SOURCE_KEY))
    short = _short_form(cls, format)

    def hook(value: object, wanted: Any) -> Any:
        if short is not None:
            value = short(value)
        if type(value) is not dict:
            return value if short is not None and isinstance(value, cls) else _refuse(value)
        if None in value.values():
            value = {key: item for key, item in value.items() if item is not None or key not in keys}
        return build(value, wanted)

    return _refusing(hook, cls) if cls in _TOGETHER else hook


def _refusing(hook: Callable[[object, Any], Any], cls: type) -> Callable[[object, Any], Any]:
    """*hook*, where *cls* itself refuses parts that do not go together."""
    expected, expected_en = _TOGETHER[cls]

    def refusing(value: object, wanted: Any) -> Any:
        try:
            return hook(value, wanted)
        except (ValueError, ExceptionGroup) as error:
            if not _is_refusal(error):
                raise
        found = ", ".join(f"{key} {part}" for key, part in value.items()) if isinstance(value, dict) else str(value)
        told = {"found": shorten(found), "found_en": shorten(found)}
        raise BadValueError(WRONG_SHAPE, **told, expected=expected, expected_en=expected_en)

    return refusing


def _is_refusal(error: BaseException) -> bool:
    """Whether it is the class that refuses; faults of its parts have types of their own."""
    return type(error) is ValueError or (isinstance(error, ExceptionGroup) and any(map(_is_refusal, error.exceptions)))


def _override(cls: type, item: Any, engine: Any) -> Any:
    if not item.init:
        return engine.gen.override(omit=True)
    read = TABLE_READERS.get((cls, item.name)) or FIELD_READERS.get(item.name)
    hook = None if read is None else lambda value, _: read(value)
    return engine.gen.override(rename=key_of(item.name), struct_hook=hook)


def _refuse(value: object) -> Any:
    raise shape(value, "nycklar med värden", "keys with values")


def _short_form(cls: type, format: SourceFormat) -> Callable[[object], object] | None:
    """How a text becomes the object or its mapping, for classes that people write as a text; else None."""
    if cls in (Target, Baseline, Reporting):
        parse: Callable[[str], object] = cls.parse
        return lambda value: parse(value) if type(value) is str and value.strip() else value
    if cls is Link:
        return lambda value: {"id": value} if type(value) is str else value
    if cls is StatusRule:
        return lambda value: {"by": value} if type(value) is str else value
    if cls is MoneyRange:
        return lambda value: _range(value) if type(value) is str else value
    if cls is PlannedAmount:
        return lambda value: _with_precision(value, format)
    return None


def _range(text: str) -> dict[str, str]:
    """The ends of "18–19"; one number is both."""
    for mark in _RANGE_MARKS:
        low, found, high = text.partition(mark)
        if found and low.strip() and high.strip():
            return {"low": low, "high": high}
    return {"low": text, "high": text}


def _with_precision(value: object, format: SourceFormat) -> object:
    """An amount whose precision is the one its figure is written with, unless it is given."""
    if not isinstance(value, dict) or type(value.get("value")) is not str or value.get("precision") is not None:
        return value
    try:
        step = f"{read_money(value['value'], format).precision:f}"
    except BadValueError:
        return value  # the figure itself will be told
    return {**value, "precision": step if format.notation is Notation.PLAIN else step.replace(".", ",")}


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
            steps.insert(0, key_of(note.name))
        elif isinstance(note, engine.IterableValidationNote):
            steps.insert(0, note.index)
    return tuple(steps)
