"""Money in lists has its file's scale, and a heading that says another is an error: the figures would be wrong."""

import typing

import attrs
import pytest

from styrmodell.finding import Severity
from styrmodell.io.converter import key_of
from styrmodell.io.lists.codes import OTHER_SCALE
from styrmodell.io.lists.kinds import LIST_KINDS
from styrmodell.io.lists.shape import Shape, shape_of
from styrmodell.model.money import Money

FIELDS = [
    (kind, key_of(name))
    for kind in LIST_KINDS
    for name, hint in typing.get_type_hints(kind.cls).items()
    if Money in (hint, *typing.get_args(hint)) and name in {item.name for item in attrs.fields(kind.cls)}
]


def test_there_is_money_in_several_lists():
    assert {kind.key for kind, _ in FIELDS} >= {
        "actions",
        "action_reports",
        "assignments",
        "investments",
        "it_projects",
    }


@pytest.mark.parametrize(("kind", "path"), FIELDS, ids=lambda part: getattr(part, "key", part))
def test_money_is_read_as_money(kind, path):
    assert shape_of(kind, path) is Shape.MONEY


def test_a_heading_with_another_scale_stops_what_is_written():
    assert OTHER_SCALE.severity is Severity.ERROR
