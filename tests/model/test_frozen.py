"""The model's objects are frozen, made by keyword, and hold tuples and never lists, dicts or sets."""

import importlib
import inspect
import pkgutil
import typing
from collections.abc import Iterator

import attrs
import pytest

import styrmodell.model
from styrmodell.model.expression import Expression
from styrmodell.source import Source

_MUTABLE = (list, dict, set, bytearray)


def model_classes() -> Iterator[type]:
    for module_info in pkgutil.walk_packages(styrmodell.model.__path__, "styrmodell.model."):
        module = importlib.import_module(module_info.name)
        for _, cls in inspect.getmembers(module, inspect.isclass):
            # A leading underscore marks a tool of one file, such as the parser of definitions, and no object.
            if cls.__module__ == module.__name__ and attrs.has(cls) and not cls.__name__.startswith("_"):
                yield cls


CLASSES = tuple(model_classes())
each_class = pytest.mark.parametrize("cls", CLASSES, ids=lambda cls: cls.__name__)


def types_within(hint: object) -> Iterator[object]:
    yield typing.get_origin(hint) or hint
    for argument in typing.get_args(hint):
        yield from types_within(argument)


def test_the_walk_finds_the_objects():
    names = {cls.__name__ for cls in CLASSES}
    assert {"Plan", "Unit", "Measure", "Observation", "Dimension", "Member", "Period", "Profile", "TableSpec"} <= names


@each_class
def test_an_object_is_frozen(cls):
    made = object.__new__(cls)
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        made.anything = 1


@each_class
def test_an_object_is_made_by_keyword(cls):
    assert all(field.kw_only for field in attrs.fields(cls) if field.init)


@each_class
def test_an_object_holds_nothing_that_can_be_changed(cls):
    for name, hint in typing.get_type_hints(cls).items():
        assert not [kind for kind in types_within(hint) if kind in _MUTABLE], name


@each_class
def test_where_an_object_was_written_does_not_make_it_another(cls):
    for field in attrs.fields(cls):
        if field.name == "source":
            assert field.eq is False


@each_class
def test_an_object_can_be_a_key(cls):
    assert cls.__hash__ is not None


def test_an_object_that_was_read_elsewhere_is_equal(sound_plan):
    assert attrs.evolve(sound_plan, source=Source(file="other.yaml")) == sound_plan


def test_expressions_have_no_room_for_more_attributes():
    assert Expression.__slots__ == ()
