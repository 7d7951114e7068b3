"""docs/reference/ordlista.md has every public class, choice and field of the model, and no dead entry."""

import importlib
import inspect
import pkgutil
import re
from enum import Enum

import attrs
import pytest
from tests.docs.pages import page_text

import styrmodell
from styrmodell import api
from styrmodell.api import Kind, State, Status, WorkStatus

PAGE = page_text("docs/reference/ordlista.md")
MODEL = {
    name: thing
    for name, thing in vars(api).items()
    if name in api.__all__ and inspect.isclass(thing) and thing.__module__.startswith("styrmodell.model")
}
# Ideas that no class is: words of the trade, and things that several classes are together.
IDEAS = {"Code plan", "DVO", "Frozen run", "I/E", "Report"}


def rows(heading: str) -> list[list[str]]:
    """The cells of the table under a heading, without its head."""
    _, *lines = re.findall(r"^\| (.*) \|$", PAGE.partition(f"## {heading}\n")[2].partition("\n## ")[0], re.MULTILINE)
    return [[cell.strip() for cell in line.split(" | ")] for line in lines]


def terms() -> list[str]:
    return [term for row in rows("Modellens ord") for term in row[0].split(", ")]


def names_of_classes() -> set[str]:
    """Every class that stands somewhere in styrmodell."""
    found = set()
    for module in pkgutil.walk_packages(styrmodell.__path__, "styrmodell."):
        if "__main__" not in module.name and ".testing" not in module.name and "plugin_template" not in module.name:
            found |= {name for name, one in vars(importlib.import_module(module.name)).items() if inspect.isclass(one)}
    return found


def fields() -> set[str]:
    return {
        field.name
        for thing in MODEL.values()
        if attrs.has(thing)
        for field in attrs.fields(thing)
        if not field.name.startswith("_")
    }


def test_every_public_class_of_the_model_has_its_word() -> None:
    assert sorted(set(MODEL) - set(terms())) == []


def test_a_term_with_a_capital_is_a_class_or_one_of_the_ideas() -> None:
    written = {term for term in terms() if term[:1].isupper()}
    assert sorted(written - names_of_classes() - IDEAS) == []
    assert written >= IDEAS, "an idea that is no longer on the page"


def test_no_term_stands_twice() -> None:
    assert sorted(term for term in set(terms()) if terms().count(term) > 1) == []
    named = [row[0].strip("`") for row in rows("Fälten")]
    assert named == sorted(set(named))


def test_every_field_of_the_model_has_its_word_and_no_other_stands_there() -> None:
    assert {row[0].strip("`") for row in rows("Fälten")} == fields()


def test_every_word_of_the_list_is_told() -> None:
    empty = [row for heading in ("Modellens ord", "Fälten") for row in rows(heading) if not all(row)]
    assert empty == []


@pytest.mark.parametrize(
    ("heading", "choice"),
    [
        ("Värdens typ", Kind),
        ("Värdens tillstånd", State),
        ("Status", Status),
        ("Arbetets status", WorkStatus),
    ],
)
def test_every_choice_of_the_words_that_all_read_is_there_and_no_other(heading: str, choice: type[Enum]) -> None:
    assert [row[0].replace(" ", "_") for row in rows(heading)] == [member.name.lower() for member in choice]


def test_every_other_choice_is_in_the_reference_of_the_model() -> None:
    """Their words are on docs/reference/modell.md, each with its value; here is what the choice itself is called."""
    choices = {name for name, thing in MODEL.items() if issubclass(thing, Enum)}
    assert choices <= set(terms())
