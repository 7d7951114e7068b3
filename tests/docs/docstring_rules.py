"""What a docstring of the public surface must tell, and which of it one leaves out.

- A number tells its unit, a date that it is a day, a text of what form it is, a path where it leads, and a mapping from
  what to what it leads (→).
- What may be None says when.
- Each argument that is one of these is named: in Args, or as *name* in the text.
- Each exception that can come out is named. What names none raises none but for arguments of a wrong type.
"""

import inspect
import re
from collections.abc import Iterator, Mapping
from types import FunctionType, MappingProxyType
from typing import Any

from attrs import fields, frozen, has
from tests.docs.raised import made_by, member_of, raised
from tests.test_api import is_own, members

from styrmodell.errors import StyrmodellError as Root

_UNIT = re.compile(
    r"\b(kr|tkr|mnkr|shares?|part of one|parts|per cent|units?|months?|days?|years?|how many|number of|counts?"
    r"|counted|at most|digits|decimals|characters|steps?|levels?|posts|size|times|\d to \d)\b|%",
    re.IGNORECASE,
)
_DAY = re.compile(r"\bdays?\b|\bdate\b|\"today\"", re.IGNORECASE)
_FORM = re.compile(
    r"\b(lines?|texts?|words?|ids?|names?|titles?|keys?|unit|number|tree|path|written|HTML|JSON|CSV|UTF-8|Markdown|bytes)\b|\"",
    re.IGNORECASE,
)
_PLACE = re.compile(r"\b(folder|file|path|where|workspace)\b", re.IGNORECASE)
# What an annotation holds → what is to be told of it.
_TOLD = (
    (re.compile(r"\b(Decimal|Fraction|int|float|Money|Number|Exact)\b"), _UNIT, "its unit"),
    (re.compile(r"\bdate\b"), _DAY, "that it is a day"),
    (re.compile(r"\b(str|bytes)\b(?! \| os\.PathLike)"), _FORM, "the form of the text"),
    (re.compile(r"\b(Path|PathLike)\b"), _PLACE, "where it leads"),
    (re.compile(r"\b(dict|Mapping)\b"), re.compile("→"), "what leads to what (→)"),
)
_NONE = re.compile(r"\bNone\b|\bmissing\b")
_PARTS = re.compile(r"^(Attributes|Args|Returns|Raises|Source|Yields|Example):$", re.MULTILINE)
# Told of once, in the page's introduction.
_EVERYWHERE = frozenset({"self", "cls", "lang"})


@frozen(kw_only=True)
class Spoken:
    """A function, method or property of the public surface, and its docstring.

    Attributes:
        label: What it is called: "Period.shift".
        owner: The class it is asked of; None for a function.
    """

    label: str
    function: FunctionType
    owner: type | None = None

    def lacks(self, never: Mapping[str, str] = MappingProxyType({})) -> Iterator[str]:
        """What the docstring leaves out; "<error> <label>" is a key of *never* where the error cannot come out."""
        doc = inspect.getdoc(self.function) or ""
        kinds = inspect.formatannotation(self.function.__annotations__.get("return", ""))
        about = _of_the_result(doc)
        yield from (f"{self.label}: {what}" for what in _untold(kinds, about))
        if kinds != "None" and re.search(r"\bNone\b", kinds) and not _NONE.search(about):
            yield f"{self.label}: when it is None"
        yield from (f"{self.label}: the argument {name}" for name in self._untold_arguments(doc))
        errors = untold_errors(doc, raised(self.function, self.owner))
        yield from (f"{self.label}: {error}" for error in errors if f"{error} {self.label}" not in never)

    def _untold_arguments(self, doc: str) -> Iterator[str]:
        for name, one in inspect.signature(self.function).parameters.items():
            kinds = inspect.formatannotation(one.annotation)
            asked = name not in _EVERYWHERE and any(held.search(kinds) for held, _, _ in _TOLD)
            if asked and not re.search(rf"\*{name}\*|^    \*{{0,2}}{name}:", doc, re.MULTILINE):
                yield name


def parts_of(doc: str) -> dict[str, str]:
    """The parts of a docstring under their words; the text before them under ""."""
    pieces = ["", *_PARTS.split(doc)]
    return dict(zip(pieces[0::2], pieces[1::2], strict=True))


def _of_the_result(doc: str) -> str:
    parts = parts_of(doc)
    return "\n".join(parts.get(part, "") for part in ("", "Returns", "Yields"))


def _untold(kinds: str, text: str) -> Iterator[str]:
    return (what for held, told, what in _TOLD if held.search(kinds) and not told.search(text))


def untold_errors(doc: str, errors: frozenset[type[BaseException]]) -> list[str]:
    """The exceptions that *doc* does not name; one above them in our own tree stands for them, but for the root."""
    kinds = {
        error: [one for one in error.__mro__ if one is error or (is_own(one) and one is not Root)] for error in errors
    }
    return sorted(
        error.__name__
        for error, named in kinds.items()
        if not any(re.search(rf"\b{one.__name__}\b", doc) for one in named)
    )


def told_fields(cls: type) -> dict[str, str]:
    """Field → what docstrings say of it: its own class's, else that of one above it."""
    told: dict[str, str] = {}
    for above in reversed(cls.__mro__):
        body = parts_of(inspect.cleandoc(vars(above).get("__doc__") or "")).get("Attributes", "")
        entries = re.finditer(r"^    (\w+): (.*?)(?=^    \w|\Z)", body, re.DOTALL | re.MULTILINE)
        told |= {entry[1]: " ".join(entry[2].split()) for entry in entries}
    return told


def class_lacks(cls: type) -> Iterator[str]:
    """What the docstring of *cls* leaves out: units of its numbers, and what making one raises.

    Its first lines may tell a unit for all of its fields.
    """
    doc = inspect.getdoc(cls) or ""
    told, number = told_fields(cls), _TOLD[0][0]
    for one in fields(cls) if has(cls) else ():
        kinds = inspect.formatannotation(one.type)
        text = f"{told.get(one.name, '')} {parts_of(doc)['']}"
        if number.search(kinds) and not one.name.startswith("_") and not _UNIT.search(text):
            yield f"{cls.__name__}.{one.name}: its unit"
    for made in made_by(cls):
        yield from (f"{cls.__name__}: {error}" for error in untold_errors(doc, raised(made, cls)))


def spoken(module: Any) -> Iterator[Spoken]:
    """All functions, methods and properties that *module* offers; pytest calls tests, and nobody else."""
    for name in module.__all__:
        thing = getattr(module, name)
        if inspect.isfunction(thing):
            yield Spoken(label=name, function=inspect.unwrap(thing))
        elif inspect.isclass(thing):
            yield from (one for one in spoken_of(thing, name) if not one.label.partition(".")[2].startswith("test_"))


def spoken_of(cls: type, public: str = "") -> Iterator[Spoken]:
    """The public methods and properties of *cls*, by the name it is *public* under: default its own."""
    for name in sorted(key for key in members(cls) if not key.startswith("_")):
        member = member_of(cls, name)
        got = member.fget if isinstance(member, property) else getattr(member, "__func__", member)
        function = inspect.unwrap(got) if callable(got) else None
        if isinstance(function, FunctionType):
            yield Spoken(label=f"{public or cls.__name__}.{name}", function=function, owner=cls)
