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
from styrmodell.io.enum_words import choice_words
from styrmodell.io.kinds import FILE_KEYS, OBJECT_KINDS
from styrmodell.io.plan_head import PlanHead
from styrmodell.model.action import CounterEffect
from styrmodell.model.dimension import Member
from styrmodell.model.hierarchy import Place
from styrmodell.model.link import Link
from styrmodell.model.money import PlannedAmount
from styrmodell.model.observation import Observation
from styrmodell.model.profile import Profile
from styrmodell.model.risk import ControlPoint, Rating, Score
from styrmodell.model.scorecard import Perspective, ScorecardLine
from styrmodell.model.status_rule import StatusRule
from styrmodell.model.table_spec import Column, Note, Row, Trend
from styrmodell.model.unit import Successor

REFERENCE = Path(__file__).parents[2] / "docs" / "reference"
PAGE = (REFERENCE / "modell.md").read_text(encoding="utf-8")
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
    "Statusregel": StatusRule,
    "Perspektiv": Perspective,
    "Rad i styrkortet": ScorecardLine,
    "Moteffekt": CounterEffect,
    "Värdering": Rating,
    "Riskvärde": Score,
    "Kontrollmoment": ControlPoint,
    "Kolumn i en tabell": Column,
    "Rad i en tabell": Row,
    "Not i en tabell": Note,
    "Utveckling i en tabell": Trend,
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
    assert rows
    assert [pair for row in rows for pair in row.split(", ") if pair not in pairs] == []


def swedish_words() -> list[tuple[str, Enum]]:
    """(word, choice) of the choices that objects hold; targets, baselines and frequencies are written as texts."""
    held = [item.type for cls in (*KEYED.values(), *PARTS.values(), Observation) for item in attrs.fields(cls)]
    kinds = dict.fromkeys(kind for one in held for kind in (one, *getattr(one, "__args__", ())))
    return [pair for kind in kinds if isinstance(kind, type) and issubclass(kind, Enum) for pair in _swedish(kind)]


def _swedish(choice: type[Enum]) -> list[tuple[str, Enum]]:
    """The first word of each member: the English one comes after it, or is the same."""
    words = {member: word for word, member in reversed(tuple(choice_words(choice).items()))}
    return [(words[member], member) for member in choice]


def test_the_table_of_checks_names_every_code_of_the_model_and_no_other() -> None:
    codes = set()
    for module in pkgutil.walk_packages(styrmodell.model.__path__, "styrmodell.model."):
        if module.name.endswith("codes"):
            things = vars(importlib.import_module(module.name)).values()
            codes |= {thing.code for thing in things if isinstance(thing, Code)}
    named = re.findall(r"SM2\d\d", SECTIONS["Vad check prövar"])
    assert sorted(set(named)) == sorted(codes)
    assert len(named) == len(set(named))


def test_every_class_has_a_term_in_the_glossary() -> None:
    rows = re.findall(r"^\| ([^|]+) \|", (REFERENCE / "ordlista.md").read_text(encoding="utf-8"), re.MULTILINE)
    terms = {term for row in rows for term in row.split(", ")}
    assert [cls.__name__ for _, cls in OBJECT_KINDS if cls.__name__ not in terms] == []
