"""docs/reference/api.md has every public name with what its docstring says, and no other name.

To renew the page after a change: python -m tests.docs.test_api_page
"""

import enum
import inspect
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from types import MappingProxyType

import pytest
from attrs import NOTHING, fields, has
from tests.docs.docstring_rules import told_fields
from tests.test_api import field_text, members, signature

import styrmodell.api

PAGE = Path(__file__).parents[2] / "docs" / "reference" / "api.md"
INTRO = """# styrmodell.api

Det här är allt som skript och [tilläggsmoduler](tillaggsmoduler.md) får importera, tillsammans med
[`styrmodell.testing`](testning.md). Vad som utlovas om det står i [versioner](versioner.md). Beskrivningarna är kodens
egna och därför på engelska; orden finns i [ordlistan](ordlista.md).

- **Enheter.** Pengar är kr, intäkter med plus och kostnader med minus. Andelar är delar av ett (0,392), och
  `Value.text` skriver dem som procent. Tal är `Decimal` eller `Fraction` och aldrig avrundade; en `float` tas inte
  emot.
- **Saknas.** `None` är en uppgift som saknas, aldrig noll. Det som kan vara `None` säger när.
- **Dagar, texter och sökvägar.** En dag är en `date`, aldrig ett klockslag. En text är ren text om inget annat sägs;
  `lang` är "sv" eller "en", det språk den är på. En sökväg är `str` eller `os.PathLike`.
- **Fel.** Fel i data är `Findings` och kastas inte, utom av `require()`. Fel i användningen kastas som ett
  `StyrmodellError`: `UnknownNameError` för ett namn som inte finns, med förslag, `ReadError` när inget kan läsas,
  `RenderError` när ett dokument inte kan göras, `PluginError` när en tilläggsmodul felar och `strict` är på och när
  dess regel felar där ett värde frågas efter, och `TextError` för en text som inte går att tolka. Varje fel som kan
  kastas nämns; det som inte nämner något kastar inget, utom för argument av fel typ. Ett fält eller argument som är ett
  tal kastar `TypeError` för en `float` och `ValueError` för ett tal som inte går att hålla exakt (se `number`).
- **Oföränderligt.** Alla klasser är frysta. En `Workspace` kan delas mellan trådar.

Sidan görs av `python -m tests.docs.test_api_page`.
"""
_PART = re.compile(r"^(Attributes|Args|Returns|Raises|Source|Yields|Example):$", re.MULTILINE)
_PLACE = re.compile(
    r"\b(?:styrmodell|collections|datetime|decimal|fractions|pathlib|os)(?:\.[a-z_]+)*\.(?=[A-Z]|date\b)"
)
WORDS = {
    "Args": "Argument",
    "Returns": "Ger",
    "Yields": "Ger",
    "Raises": "Fel",
    "Source": "Källa",
    "Example": "Exempel",
}


def page() -> str:
    """The whole page."""
    return "\n".join([INTRO, *(line for name in styrmodell.api.__all__ for line in _name(name))])


def _name(name: str) -> Iterator[str]:
    thing = getattr(styrmodell.api, name)
    yield from (f"## `{name}`", "")
    if inspect.isfunction(thing):
        yield from ("```python", f"{name}{_short(signature(thing))}", "```", "", *_documented(thing))
    elif not inspect.isclass(thing):
        yield from (f"En `{type(thing).__name__}`.", "")
    else:
        shown = [field for field in fields(thing) if not field.name.startswith("_")] if has(thing) else []
        yield from _documented(thing, {field.name: _short(field_text(field)) for field in shown})
        if issubclass(thing, enum.Enum):
            yield from (f"Ett av {', '.join(f'`{member.name}`' for member in thing)}.", "")
        yield from _methods(thing)


def _methods(cls: type) -> Iterator[str]:
    for name, member in sorted(members(cls).items()):
        function = member.__func__ if isinstance(member, classmethod | staticmethod) else member
        if name.startswith("_"):
            continue
        if inspect.isfunction(function):
            yield from (f"`.{name}{_short(signature(function))}`", "", *_documented(function))
        elif isinstance(function, property) or type(function).__name__ == "cached_property":
            yield from (f"`.{name}`", "", *_documented(function))


def _documented(thing: object, typed: Mapping[str, str] = MappingProxyType({})) -> Iterator[str]:
    """A docstring in Markdown: its text, and its lists under their words; fields with their types, *typed*."""
    pieces = _PART.split(inspect.getdoc(thing) or "")
    parts = dict(zip(pieces[1::2], pieces[2::2], strict=True))
    yield from (_plain(pieces[0]), "")
    parts.pop("Attributes", None)
    told = told_fields(thing) if inspect.isclass(thing) else {}
    if typed or told:
        fielded = (f"- `{typed.get(name, name)}`{_told(told.get(name, ''))}" for name in dict.fromkeys((*typed, *told)))
        yield from ("Fält:", "", *fielded, "")
    for head, body in parts.items():
        entries = (f"`{name}`{_told(text)}" if name else _plain(text) for name, text in map(_entry, _entries(body)))
        yield from (f"{WORDS[head]}:", "", *(f"- {entry}" for entry in entries), "")


def _entries(body: str) -> list[str]:
    return [" ".join(entry.split()) for entry in re.split(r"\n(?=    \S)", body.strip("\n")) if entry.strip()]


def _entry(text: str) -> tuple[str, str]:
    """Name and text of a line of a list; no name where it is only text."""
    name, colon, rest = text.partition(": ")
    return (name, rest) if colon and re.fullmatch(r"[\w*, ]+", name) else ("", text)


def _told(text: str) -> str:
    return f": {_plain(text)}" if text else ""


def _short(text: str) -> str:
    """Types by their names alone; where they are defined is nobody's business."""
    text = re.sub(r"Optional\[([\w.]+)\]", r"\1 | None", text)
    return _PLACE.sub("", text)


def _plain(text: str) -> str:
    """Text whose signs are no markup."""
    return re.sub(r"([<>\[\]{}|])", r"\\\1", text.replace("``", "`")).strip()


def test_the_page_is_what_the_code_says() -> None:
    renew = "python -m tests.docs.test_api_page"
    assert PAGE.read_text(encoding="utf-8") == page(), renew


def test_the_page_has_a_heading_for_each_public_name_and_no_other() -> None:
    names = re.findall(r"^## `(\w+)`$", PAGE.read_text(encoding="utf-8"), re.MULTILINE)
    assert names == styrmodell.api.__all__


FUNCTIONS = [name for name in styrmodell.api.__all__ if inspect.isfunction(getattr(styrmodell.api, name))]


@pytest.mark.parametrize("name", FUNCTIONS)
def test_a_docstring_names_no_argument_that_the_function_lacks(name: str) -> None:
    function = getattr(styrmodell.api, name)
    told = re.search(r"^Args:\n(.*?)(?=^\S|\Z)", inspect.getdoc(function) or "", re.DOTALL | re.MULTILINE)
    named = re.findall(r"^    (\w+):", told[1], re.MULTILINE) if told else []
    assert set(named) <= set(inspect.signature(function).parameters)


CLASSES = [name for name in styrmodell.api.__all__ if has(getattr(styrmodell.api, name))]


@pytest.mark.parametrize("name", CLASSES)
def test_a_docstring_names_no_field_that_the_class_lacks(name: str) -> None:
    cls = getattr(styrmodell.api, name)
    told = re.search(r"^Attributes:\n(.*?)(?=^\S|\Z)", inspect.getdoc(cls) or "", re.DOTALL | re.MULTILINE)
    named = re.findall(r"^    (\w+):", told[1], re.MULTILINE) if told else []
    assert [
        field for field in named if not hasattr(cls, field) and field not in {one.name for one in fields(cls)}
    ] == []


def test_what_must_be_given_is_told() -> None:
    required = [one.name for one in fields(styrmodell.api.Unit) if one.default is NOTHING]
    assert required
    for name in required:
        assert re.search(rf"^- `{name}: .*\(required\)`$", PAGE.read_text(encoding="utf-8"), re.MULTILINE)


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
