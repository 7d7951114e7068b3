"""docs/reference/rapporter.md names every generic report, what it needs, its settings and the profile's lists it uses.

``python tests/docs/test_reports_page.py`` writes the table of the columns of the CSV file.
"""

import re
import sys
from pathlib import Path

import attrs
import pytest
from tests.docs.pages import spoken, steps

from styrmodell.model.plan import Plan
from styrmodell.report.generic.budget_settings import SETTINGS
from styrmodell.report.generic.data_columns import columns_of
from styrmodell.report.generic.reports import GENERIC
from styrmodell.report.spec import FORMATS
from styrmodell.testing import example_plan

ROOT = Path(__file__).parents[2]
PATH = ROOT / "docs" / "reference" / "rapporter.md"
SOURCES = ROOT / "src" / "styrmodell" / "report" / "generic"
START, END = "<!-- kolumner: början -->", "<!-- kolumner: slut -->"


def page() -> str:
    return PATH.read_text(encoding="utf-8")


def sections() -> dict[str, str]:
    _, *parts = re.split(r"^### `(generic\.[\w-]+)`\n", page(), flags=re.M)
    return dict(zip(parts[::2], parts[1::2], strict=True))


def columns() -> str:
    rows = "".join(
        f"| `{one.name}` | {one.text} |\n" for one in columns_of(attrs.evolve(example_plan(), observations=()))
    )
    return f"{START}\n| kolumn | innehåll |\n|---|---|\n{rows}{END}"


def test_every_report_has_its_section_in_the_order_in_which_they_are_offered() -> None:
    assert list(sections()) == [spec.key for spec in GENERIC]
    for spec in GENERIC:
        assert sections()[spec.key].strip().startswith(spec.title.sv), spec.key


def test_only_the_report_that_it_says_gives_data() -> None:
    assert [spec.key for spec in GENERIC if spec.formats != FORMATS] == ["generic.observationer"]


def test_what_a_report_needs_is_a_field_of_a_plan() -> None:
    fields = {one.name for one in attrs.fields(Plan)}
    for key, text in sections().items():
        told = re.search(r"^Finns (?:när: (.*)|alltid\.)$", text, re.M)
        assert told, key
        named = re.findall(r"`(\w+)`", told[1] or "")
        assert set(named) - {"galleri"} <= fields, key


def test_a_report_has_no_document_of_a_plan_without_what_it_needs() -> None:
    for spec in GENERIC:
        (first, *_) = re.findall(r"Finns när: `(\w+)`", sections()[spec.key]) or ("",)
        if first:
            assert not tuple(spec.instances(attrs.evolve(example_plan(), **{first: ()}))), spec.key


def test_the_settings_of_the_budget_are_those_that_it_reads() -> None:
    told = re.findall(r"^\| `(\w+)` \|", sections()["generic.resultatbudget"], re.M)
    assert tuple(told) == SETTINGS


def test_the_lists_of_the_profile_are_those_that_the_reports_use() -> None:
    code = "".join(path.read_text(encoding="utf-8") for path in sorted(SOURCES.glob("*.py")))
    used = set(re.findall(r'words_of\(context, "(\w+)"\)', code)) | set(
        re.findall(r'"(\w+)"', "".join(re.findall(r"listed_in = \((.*?)\)", code)))
    )
    common = page().partition("Ur [profilen]")[2].partition("## Rapporterna")[0]
    told = set(re.findall(r"`(\w+)`", "".join(re.findall(r"^\| (`.*?) \|", common, re.M))))
    assert told - {"name", "perspectives", "versions", "scales"} == used


def test_the_columns_of_the_file_are_those_that_it_has() -> None:
    assert columns() in page()


def test_its_commands_offer_and_write_the_reports(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "MAPP").symlink_to(ROOT / "examples" / "redovisning-2024")
    monkeypatch.chdir(tmp_path)
    offer, write = (command for command, _ in steps(page()))
    assert {spec.key for spec in GENERIC} <= set(re.findall(r"^(generic\.[\w-]+)", spoken(offer), re.M))
    spoken(write)
    assert list((tmp_path / "ut").glob("generic.*.docx"))


if __name__ == "__main__":
    text = page()
    start, end = text.index(START), text.index(END) + len(END)
    PATH.write_text(text[:start] + columns() + text[end:], encoding="utf-8")
    sys.exit(0)
