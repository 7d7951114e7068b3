"""The public surface is what the snapshot says: a change of it is seen, and meant.

To renew the snapshot after a change that is meant: python tests/test_api.py
"""

import enum
import inspect
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from attrs import NOTHING, Attribute, fields, has

import styrmodell.api

SNAPSHOT = Path(__file__).with_name("api_snapshot.txt")


def described(name: str) -> Iterator[str]:
    """Lines that describe one public name: kind, fields or signature, public methods."""
    thing = getattr(styrmodell.api, name)
    if not inspect.isclass(thing):
        yield f"{name}{signature(thing)}" if inspect.isfunction(thing) else f"{name}: {type(thing).__name__}"
        return
    bases = ", ".join(base.__name__ for base in thing.__bases__ if base is not object)
    yield f"class {name}({bases})"
    if issubclass(thing, enum.Enum):
        yield from (f"    {member.name} = {member.value!r}" for member in thing)
    if has(thing):
        yield from (f"    {field_text(field)}" for field in fields(thing) if not field.name.startswith("_"))
    for method_name, method in sorted(members(thing).items()):
        if method_name.startswith("_"):
            continue
        function = method.__func__ if isinstance(method, classmethod | staticmethod) else method
        if inspect.isfunction(function):
            yield f"    def {method_name}{signature(function)}"
        elif isinstance(method, property) or type(method).__name__ == "cached_property":
            yield f"    property {method_name}"


def members(cls: type) -> dict[str, object]:
    """What the class has, from our own classes above it too."""
    own = [above for above in reversed(cls.__mro__) if is_own(above)]
    return {name: member for above in own for name, member in {**vars(above), **cached(above)}.items()}


def is_own(thing: Any) -> bool:
    """Whether a class or a function is ours, and not of another package."""
    return str(thing.__module__).partition(".")[0] in ("styrmodell", "tests")


def cached(cls: type) -> dict[str, property]:
    """The cached properties of *cls* itself: attrs takes them out of a class with slots and answers for them."""
    answers = getattr(vars(cls).get("__getattr__"), "__globals__", {})
    return {name: property(function) for name, function in answers.get("cached_properties", {}).items()}


def signature(function: Callable[..., object]) -> str:
    text = str(inspect.signature(function))
    # Python 3.13 shows where it keeps Path.
    return text.replace("typing.", "").replace("collections.abc.", "").replace("pathlib._local.", "pathlib.")


def field_text(field: "Attribute[object]") -> str:
    kind = getattr(field.type, "__name__", None) if "[" not in str(field.type) else None
    required = " (required)" if field.default is NOTHING else ""
    return f"{field.name}: {kind or str(field.type).replace('typing.', '')}{required}"


def surface() -> str:
    return "\n".join(line for name in styrmodell.api.__all__ for line in described(name)) + "\n"


def test_the_surface_is_the_snapshot() -> None:
    assert surface() == SNAPSHOT.read_text(encoding="utf-8")


def test_every_public_name_is_listed_sorted_and_documented() -> None:
    names = styrmodell.api.__all__
    constants_first = sorted(names, key=lambda name: (not name.isupper(), name[0].islower(), name))
    assert names == constants_first
    classes = [getattr(styrmodell.api, name) for name in names if inspect.isclass(getattr(styrmodell.api, name))]
    functions = [getattr(styrmodell.api, name) for name in names if inspect.isfunction(getattr(styrmodell.api, name))]
    assert [thing.__name__ for thing in (*classes, *functions) if not inspect.getdoc(thing)] == []


if __name__ == "__main__":
    SNAPSHOT.write_text(surface(), encoding="utf-8")
