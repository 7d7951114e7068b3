"""Every public function, method and property tells its units and its errors; every public class those of its fields."""

import inspect
from collections.abc import Mapping
from contextlib import suppress
from decimal import Decimal
from fractions import Fraction

import pytest
from attrs import frozen
from tests.docs.docstring_rules import class_lacks, spoken, spoken_of

import styrmodell.api
import styrmodell.testing
from styrmodell.errors import ReadError, TextError, UnknownNameError

MODULES = (styrmodell.api, styrmodell.testing)
SPOKEN = {one.label: one for module in MODULES for one in spoken(module)}
CLASSES = {
    name: getattr(module, name)
    for module in MODULES
    for name in module.__all__
    if inspect.isclass(getattr(module, name))
}
_ALL_PLUGINS = "make_registry is asked for all plugins, by no name and not strictly"
_KNOWN_ORDER = "the order of a workspace is one that under() or load() knew"
# "<error> <label>" → why the error that a call could raise cannot come out of it.
NEVER = {
    **{
        f"{error} {label}": _ALL_PLUGINS
        for label in ("load", "load_frozen", "rollover", "verify", "ReportConformance.workspace")
        for error in ("UnknownNameError", "PluginError")
    },
    "UnknownNameError diff": _ALL_PLUGINS,
    **{
        f"UnknownNameError {label}": _KNOWN_ORDER
        for label in ("Workspace.evaluator", "Workspace.inquiry", "Workspace.publisher", "collect")
    },
    "UnknownNameError Workspace.check": "a report that is unknown, or of a unit that is not there, is told or left out",
    "FindingsError Workspace.check": "without a plan it gives what loading found",
    "ValueError Value.text": "its own unit is one that it can be printed in",
    "RenderError check_master": "a part that is broken is SM410, and nothing more is looked at",
    "TypeError parse_expression": "what has been read is an expression",
    "TextError collect": "a form of no period is no form (SM450)",
}


@pytest.mark.parametrize("label", SPOKEN)
def test_a_docstring_tells_units_and_errors(label: str) -> None:
    assert list(SPOKEN[label].lacks(NEVER)) == []


@pytest.mark.parametrize("name", CLASSES)
def test_a_class_tells_the_units_of_its_fields_and_what_making_one_raises(name: str) -> None:
    assert list(class_lacks(CLASSES[name])) == []


def test_an_error_that_is_said_never_to_come_is_one_that_the_code_could_raise() -> None:
    told = {f"{lack.partition(': ')[2]} {label}" for label, one in SPOKEN.items() for lack in one.lacks()}
    assert NEVER.keys() - told == set()


def test_nothing_public_is_left_out() -> None:
    assert {"Cell.text", "Due.parse", "Workspace.value", "Workspace.check", "SavingsColumn.told", "load"} <= set(SPOKEN)
    assert {"open_again", "Golden.check", "check_rule"} <= set(SPOKEN)


# What follows is badly documented on purpose: the rules must see all of it.


def _deep(text: str) -> str:
    if not text:
        raise ReadError("empty")
    return text


def _wrong(value: int) -> int:
    if value < 0:
        raise ValueError("negative")
    return value


@frozen(kw_only=True)
class Bad:
    """A thing.

    Attributes:
        told: In kr.
    """

    told: Decimal
    size: Decimal | None = None

    def __attrs_post_init__(self) -> None:
        if not self.told:
            raise ValueError("nothing")

    @property
    def half(self) -> Fraction:
        """Half of it."""
        return Fraction(self.told) / 2

    @property
    def maybe(self) -> Fraction | None:
        """The amount in kr."""
        return None

    def table(self) -> Mapping[str, str]:
        """The texts of it."""
        return {}

    def undocumented(self) -> str:
        return ""

    def read(self, text: str) -> str:
        """The text that was read."""
        return _deep(text) * _wrong(len(text))

    @classmethod
    def parse(cls, text: str) -> "Bad":
        """What *text* says."""
        return cls(told=Decimal(_deep(text)))

    def made(self) -> "Bad":
        """Another."""
        another = Bad.parse("1")
        return another.parse("2")

    def through_itself(self) -> str:
        """The text that was read."""
        return self.read(text="a")

    def caught(self, text: str) -> str:
        """The text that was read of *text*, else as it is."""
        with suppress(ReadError):
            return _deep(text)
        try:
            return _deep(text)
        except (ReadError, TextError):
            return text

    def named(self, text: str) -> str:
        """The text of *text*.

        Raises:
            UnknownNameError: Another error than the one that comes.
        """
        if not text:
            raise UnknownNameError("text", text)
        raise TextError(text, "something")


BAD = {
    "half": ["its unit"],
    "maybe": ["when it is None"],
    "table": ["what leads to what (→)"],
    "undocumented": ["the form of the text"],
    "read": ["the argument text", "ReadError", "ValueError"],
    "made": ["ReadError"],
    "through_itself": ["ReadError"],
    "caught": [],
    "named": ["TextError"],
}


@pytest.mark.parametrize("name", BAD)
def test_what_a_docstring_leaves_out_is_seen(name: str) -> None:
    (one,) = [known for known in spoken_of(Bad) if known.label == f"Bad.{name}"]
    assert list(one.lacks()) == [f"Bad.{name}: {what}" for what in BAD[name]]


def test_a_class_without_units_and_errors_is_seen() -> None:
    assert list(class_lacks(Bad)) == ["Bad.size: its unit", "Bad: ValueError"]
