"""docs/reference/arbetsyta.md names every kind of list, its sheets and its headings, and no others.

To renew that part of the page after a change: python tests/docs/test_headings.py
"""

from collections.abc import Iterator
from pathlib import Path

import pytest

from styrmodell.io.lists.kind import ListKind
from styrmodell.io.lists.kinds import LIST_KINDS
from styrmodell.io.lists.read import CARD
from styrmodell.io.lists.shape import required_keys

PAGE = Path(__file__).parents[2] / "docs" / "reference" / "arbetsyta.md"
BEGIN, END = "<!-- rubriker: början -->\n", "<!-- rubriker: slut -->\n"
TITLES = {
    "units": "Enheter",
    "hierarchies": "Hierarkier",
    "dimensions": "Indelningar",
    "plan": "Planen",
    "sections": "Textavsnitt",
    "printed": "Tryckta siffror",
    "goals": "Mål",
    "goal_conflicts": "Målkonflikter",
    "scorecards": "Styrkort",
    "scorecard_lines": "Rader i styrkort",
    "measures": "Mått",
    "targets": "Målnivåer",
    "assessments": "Bedömningar",
    "assignments": "Uppdrag",
    "activities": "Aktiviteter",
    "actions": "Åtgärder",
    "action_reports": "Uppföljning av åtgärder",
    "meetings": "Sammanträden",
    "decisions": "Beslut",
    "risks": "Risker",
    "projects": "Projekt",
    "it_projects": "IT-projekt",
    "investments": "Investeringar",
    "acknowledgements": "Kvitteringar",
}
# Fields that no heading of their own fills.
WITHOUT_WORDS = {"amounts": "en kolumn för varje period, som Budget 2020", "project": "projektet på samma rad"}


def headings_part() -> str:
    """What stands between the marks: a section a kind."""
    return "\n".join("\n".join(_section(kind)) for kind in LIST_KINDS)


def _section(kind: ListKind) -> Iterator[str]:
    yield from (f"### {TITLES[kind.key]} (`{kind.key}`)", "", f"Bladnamn: {', '.join(kind.sheets)}.", "")
    if needed := _needed(kind):
        yield from (f"Måste finnas: {', '.join(needed)}.", "")
    yield from ("| nyckel | rubriker |", "|---|---|")
    for path, words in kind.headings:
        shown = "; ".join(words).replace("|", "\\|") or WITHOUT_WORDS[path]
        yield f"| `{path}` | {shown} |"
    marks = (("kryss", kind.mark_groups, kind.marks), ("ord ur en skala", kind.rating_groups, kind.ratings))
    for name, groups, words in marks:
        if words:
            yield f"| {name} | under {'; '.join(groups)}: vilken rubrik som helst. Utan grupp: {'; '.join(words)} |"
    yield ""


def _needed(kind: ListKind) -> list[str]:
    """One heading for each field that no row can do without."""
    own = () if kind.items or kind.also or kind.key == CARD else required_keys(kind.cls)
    words = dict(kind.headings)
    paths = [path for path in dict.fromkeys((*kind.required, *own)) if path != "id" or not kind.makes_ids()]
    return [words[path][0] for path in paths]


def _page() -> tuple[str, str, str]:
    """What stands before the part, the part, and what stands after it."""
    before, _, rest = PAGE.read_text(encoding="utf-8").partition(BEGIN)
    part, _, after = rest.partition(END)
    return before, part, after


def test_the_page_has_what_the_code_says() -> None:
    assert _page()[1] == headings_part()


@pytest.mark.parametrize("kind", LIST_KINDS, ids=lambda kind: kind.key)
def test_a_kind_is_on_the_page_with_its_sheets_and_headings(kind: ListKind) -> None:
    section = _page()[1].partition(f"(`{kind.key}`)\n")[2].partition("\n### ")[0]
    words = [*kind.sheets, *(word for _, known in kind.headings for word in known), *kind.marks, *kind.ratings]
    assert [word for word in words if word.replace("|", "\\|") not in section] == []


if __name__ == "__main__":
    before, _, after = _page()
    PAGE.write_text(f"{before}{BEGIN}{headings_part()}{END}{after}", encoding="utf-8")
