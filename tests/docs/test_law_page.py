"""docs/explanation/lag.md names reports, fields and pages that there are, and the laws as the other page does."""

import re
from pathlib import Path

from attrs import fields_dict

from styrmodell.api import Goal, make_registry

DOCS = Path(__file__).parents[2] / "docs"
PAGE = (DOCS / "explanation" / "lag.md").read_text(encoding="utf-8")
INTERIM = (DOCS / "how-to" / "delarsrapport.md").read_text(encoding="utf-8")


def test_a_report_that_is_named_is_one_that_every_region_has() -> None:
    offered = set(make_registry(only=()).reports)
    named = set(re.findall(r"`(generic\.[\w-]+)`", PAGE))
    assert named
    assert named <= offered


def test_the_field_that_is_named_is_one_of_a_goal() -> None:
    assert re.findall(r"\(`(\w+)`\)", PAGE) == ["stewardship"]
    assert "stewardship" in fields_dict(Goal)


def test_it_leads_to_the_pages_that_say_more() -> None:
    links = set(re.findall(r"\]\(([\w./-]+\.md)\)", PAGE))
    assert {"../how-to/delarsrapport.md", "tillganglighet.md"} <= links
    assert [link for link in links if not (DOCS / "explanation" / link).is_file()] == []


def test_the_laws_of_the_interim_report_have_the_same_names_and_numbers_on_both_pages() -> None:
    for law in ("(2017:725)", "(2018:597)", "11 kap. 16 §", "LKBR 13 kap.", "RKR R17", "R5 (2023-06-08)"):
        assert law in " ".join(INTERIM.split()), law
        assert law in " ".join(PAGE.replace(", LKBR, 13 kap.", " LKBR 13 kap.").split()), law


def test_every_rule_says_what_was_read_of_it() -> None:
    read = PAGE.partition("## Vad som är läst\n")[2].partition("\n## ")[0]
    for rule in ("kommunallagen", "LKBR", "R17", "DOS-lagen", "EN 301 549", "arkivlagen"):
        assert rule in read, rule
    assert read.count("**inte läst") == 3
