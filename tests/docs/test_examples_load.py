"""docs/reference/modell.md: its examples load, and its tables name every key and word, and no others."""

import importlib
import pkgutil
import re
from enum import Enum
from pathlib import Path
from typing import Any

import attrs
import pytest

import styrmodell.model
from styrmodell.api import load
from styrmodell.finding import Code, Severity
from styrmodell.io.converter import key_of, yaml_keys
from styrmodell.io.enum_words import CHOICES
from styrmodell.io.kinds import FILE_KEYS, OBJECT_KINDS
from styrmodell.io.plan_head import PlanHead
from styrmodell.model.action import CounterEffect
from styrmodell.model.dimension import Member
from styrmodell.model.hierarchy import Place
from styrmodell.model.link import Link
from styrmodell.model.money import PlannedAmount
from styrmodell.model.profile import Profile
from styrmodell.model.risk import ControlPoint, Rating, Score
from styrmodell.model.scorecard import Perspective, ScorecardLine
from styrmodell.model.unit import Successor

PAGE = (Path(__file__).parents[2] / "docs" / "reference" / "modell.md").read_text(encoding="utf-8")
BLOCKS = tuple(re.findall(r"^```yaml\n(.*?)^```$", PAGE, re.DOTALL | re.MULTILINE))
PLAN = 'plan: {id: p, unit: rlf, period: "2020"}\nunits: [{id: rlf, name: RLF}]\n'
TOML = '[workspace]\nformat = 1\nname = "Exempel"\nas_of = 2020-06-01\nfiles = ["*.yaml"]\n'
KEYED: dict[str, type[Any]] = {"plan": PlanHead, **dict(OBJECT_KINDS), "profile": Profile}
PARTS: dict[str, type[Any]] = {
    "Länk": Link,
    "Belopp i en period": PlannedAmount,
    "Efterträdare": Successor,
    "Plats i en hierarki": Place,
    "Medlem": Member,
    "Perspektiv": Perspective,
    "Rad i styrkortet": ScorecardLine,
    "Moteffekt": CounterEffect,
    "Värdering": Rating,
    "Riskvärde": Score,
    "Kontrollmoment": ControlPoint,
}


def sections() -> dict[str, str]:
    """Heading, or the key in its parenthesis → what stands under it until the next heading."""
    found: dict[str, str] = {}
    for part in re.split(r"^#+ ", PAGE, flags=re.MULTILINE)[1:]:
        heading, _, text = part.partition("\n")
        key = re.search(r"\(`(\w+)`\)", heading)
        found[key[1] if key else heading.strip()] = text
    return found


SECTIONS = sections()


def key_rows(name: str) -> dict[str, str]:
    """Key → meaning, of the table under a heading."""
    return dict(re.findall(r"^\| `(\w+)` \| (.*) \|$", SECTIONS[name], re.MULTILINE))


def is_required(item: Any) -> bool:
    return item.default is attrs.NOTHING


def workspace(folder: Path, *texts: str) -> Path:
    (folder / "styrmodell.toml").write_text(TOML, encoding="utf-8")
    for place, text in enumerate(texts):
        (folder / f"{place:02d}.yaml").write_text(text, encoding="utf-8")
    return folder


@pytest.mark.parametrize("place", range(len(BLOCKS)))
def test_an_example_is_read_without_fault(place: int, tmp_path: Path) -> None:
    block = BLOCKS[place]
    texts = (block,) if block.startswith("plan:") else (block, PLAN)
    findings = load(workspace(tmp_path, *texts)).findings
    assert [str(one) for one in findings if one.code.code.startswith("SM1")] == []


def test_the_examples_together_are_a_plan_without_errors(tmp_path: Path) -> None:
    loaded = load(workspace(tmp_path, *BLOCKS))
    assert [str(one) for one in loaded.findings if one.code.severity is not Severity.NOTE] == []


def test_there_is_an_example_of_every_kind() -> None:
    keys = {key for block in BLOCKS for key in re.findall(r"^(\w+):", block, re.MULTILINE)}
    assert keys == set(FILE_KEYS)


@pytest.mark.parametrize(("name", "cls"), [*KEYED.items(), *PARTS.items()])
def test_a_table_has_every_key_and_no_other(name: str, cls: type[Any]) -> None:
    assert tuple(key_rows(name)) == yaml_keys(cls)


@pytest.mark.parametrize(("name", "cls"), [*KEYED.items(), *PARTS.items()])
def test_a_table_says_which_keys_must_be_there(name: str, cls: type[Any]) -> None:
    said = {key for key, meaning in key_rows(name).items() if meaning.endswith("Obligatorisk")}
    assert said == {key_of(one.name) for one in attrs.fields(cls) if one.name != "source" and is_required(one)}


def test_every_word_that_may_be_written_stands_on_the_page() -> None:
    table = SECTIONS["Ord som får skrivas"]
    pairs = [f"{word} `{member.value}`" for word, member in swedish_words()]
    assert [pair for pair in pairs if pair not in table] == []


def test_no_other_word_stands_on_the_page() -> None:
    pairs = {f"{word} `{member.value}`" for word, member in swedish_words()}
    rows = re.findall(r"^\| `\w+` i [^|]* \| (.*) \|$", SECTIONS["Ord som får skrivas"], re.MULTILINE)
    assert [pair for row in rows for pair in row.split(", ") if pair not in pairs] == []


def swedish_words() -> list[tuple[str, Enum]]:
    """(word, choice) of the choices of objects; those of targets and frequencies are written as texts."""
    used = {item.type for cls in (*KEYED.values(), *PARTS.values()) for item in attrs.fields(cls)}
    state = {type(one) for one in CHOICES[_type("State")].values()}
    found = [
        (word, member)
        for choice, words in CHOICES.items()
        for word, member in words.items()
        if word != member.value or word == "plan" or word == "budget"
        if choice in state or any(_holds(kind, choice) for kind in used)
    ]
    assert found
    return found


def _type(name: str) -> type[Enum]:
    return next(choice for choice in CHOICES if choice.__name__ == name)


def _holds(kind: Any, choice: type[Enum]) -> bool:
    return kind is choice or choice in getattr(kind, "__args__", ())


def test_the_table_of_checks_names_every_code_of_the_model_and_no_other() -> None:
    codes = set()
    for module in pkgutil.iter_modules(styrmodell.model.__path__):
        if module.name.endswith("codes"):
            things = vars(importlib.import_module(f"styrmodell.model.{module.name}")).values()
            codes |= {thing.code for thing in things if isinstance(thing, Code)}
    named = re.findall(r"SM2\d\d", SECTIONS["Vad check prövar"])
    assert sorted(set(named)) == sorted(codes)
    assert len(named) == len(set(named))
