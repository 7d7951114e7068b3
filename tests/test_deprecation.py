"""What will go warns first, says when and what to use instead, and goes no sooner."""

import ast
from importlib.metadata import version
from pathlib import Path

import pytest

import styrmodell
from styrmodell.deprecation import deprecated, warn_deprecated

SRC = Path(styrmodell.__file__).parent


@deprecated(since="0.2", gone="0.3", instead="new_sum()")
def old_sum(one: int, other: int) -> int:
    """The sum."""
    return one + other


def takes(new: int = 0, *, old: int | None = None) -> int:
    if old is not None:
        warn_deprecated("old", since="0.2", gone="1.0", instead="new")
    return new if old is None else old


def test_a_deprecated_function_works_and_warns_where_it_is_called() -> None:
    words = r"^`old_sum\(\)` is deprecated since styrmodell 0\.2 and goes in 0\.3; use `new_sum\(\)`$"
    with pytest.warns(DeprecationWarning, match=words) as told:
        assert old_sum(1, other=2) == 3
    assert Path(told[0].filename) == Path(__file__)


def test_a_deprecated_function_keeps_its_name_and_docstring() -> None:
    assert (old_sum.__name__, old_sum.__doc__) == ("old_sum", "The sum.")


def test_an_argument_may_warn_too_and_the_new_one_does_not() -> None:
    assert takes(1) == 1
    with pytest.warns(DeprecationWarning, match="`old` is deprecated since styrmodell 0.2 and goes in 1.0") as told:
        assert takes(old=2) == 2
    assert Path(told[0].filename) == Path(__file__)


@pytest.mark.parametrize(("since", "gone"), [("0.2", "0.2"), ("0.2.0", "0.2.9"), ("1.1", "1.0"), ("2.0", "1.9")])
def test_nothing_goes_without_a_minor_version_that_warns(since: str, gone: str) -> None:
    with pytest.raises(ValueError, match="later minor version"):
        deprecated(since=since, gone=gone, instead="x")


def test_nothing_that_should_have_gone_is_left() -> None:
    now = tuple(int(part) for part in version("styrmodell").split(".")[:2])
    late = []
    for path in sorted(SRC.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") in ("deprecated", "warn_deprecated"):
                gone = [key.value.value for key in node.keywords if key.arg == "gone" and hasattr(key.value, "value")]
                late += [path.name for text in gone if tuple(int(part) for part in text.split(".")[:2]) <= now]
    assert late == []


def test_the_page_of_versions_says_the_words_of_the_warning() -> None:
    page = (Path(__file__).parents[1] / "docs" / "reference" / "versioner.md").read_text(encoding="utf-8")
    assert "> `old_name()` is deprecated since styrmodell 0.2 and goes in 0.3; use `new_name()`" in page
