"""The follow-up: what has come, how it stands, how it has moved, and what nobody has said about it."""

import re
from pathlib import Path
from typing import Any

import lxml.html
import pytest

from styrmodell.api import Direction, Measure, Target, Value, Workspace, load
from styrmodell_dalarna.kort.trend import trend_words

EXAMPLE = Path(__file__).parents[3] / "examples" / "dalarna-tandvard-fiktiv-2018"
REPORT = "dalarna.styrkort-uppfoljning"


@pytest.fixture(scope="module")
def workspace() -> Workspace:
    return load(EXAMPLE).require()


@pytest.fixture(scope="module")
def page(workspace: Workspace) -> Any:
    return html(workspace)


def html(workspace: Workspace, **order: str) -> Any:
    return lxml.html.fromstring(workspace.render(REPORT, "html", **order).data.decode("utf-8"))


def plain(text: str) -> str:
    return re.sub(r"[\s\u00a0]+", " ", text).strip()


def table(page: Any, caption: str) -> dict[str, dict[str, str]]:
    """The rows of a table by their label: heading → what stands there."""
    (found,) = page.xpath(f"//table[starts-with(normalize-space(caption), '{caption}')]")
    heads = [plain(one.text_content()) for one in found.xpath("./thead/tr[last()]/th")]
    rows: dict[str, dict[str, str]] = {}
    for row in found.xpath("./tbody/tr"):
        cells = [plain(one.text_content()) for one in row.xpath("./th|./td")]
        named = dict(zip(heads[len(heads) - len(cells) :], cells, strict=True))
        rows[named["Mått"] if heads[0] in ("Mått", "Strategiskt mål") else cells[0]] = named
    return rows


def measures(page: Any) -> dict[str, dict[str, str]]:
    names = ("befolkning och kund", "process och verksamhet", "medarbetare", "ekonomi och finans")
    return {key: row for name in names for key, row in table(page, f"Mått och utfall, {name}").items()}


def changed(tmp_path: Path, *changes: tuple[str, str, str]) -> Workspace:
    """The example with each (file, old, new) made."""
    for path in (path for path in EXAMPLE.rglob("*") if path.is_file()):
        target = tmp_path / path.relative_to(EXAMPLE)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(path.read_bytes())
    for file, old, new in changes:
        text = (tmp_path / file).read_text(encoding="utf-8")
        assert old in text
        (tmp_path / file).write_text(text.replace(old, new, 1), encoding="utf-8")
    return load(tmp_path).require()


def codes(workspace: Workspace) -> list[str]:
    return [one.code.code for one in workspace.check() if one.code.code.startswith("dalarna.")]


def test_the_document_says_that_its_outcomes_are_made_up(page: Any) -> None:
    assert "(påhittade utfall)" in plain(page.xpath("string(//h1)"))
    assert "Utfallen är påhittade." in plain(page.text_content())


def test_every_measure_of_the_card_is_followed_up(page: Any) -> None:
    assert len(measures(page)) == 25


@pytest.mark.parametrize(
    ("name", "outcome", "status", "trend"),
    [
        ("Tillgång till Specialistkonsult", "112 dagar", "Ej uppnått", "↓ minskar (bättre)"),
        ("Tillgänglighet Uppsökande tandvård", "98,7 %", "Delvis uppnått", "↓ minskar (sämre)"),
        ("Antal ärenden i patientnämnden 1)", "54 ärenden", "Uppnått", "↓ minskar (bättre)"),
        ("Tid för Forskning +egen utbildning för Spec-tdl/ total arbetstid", "12,0 %", "Uppnått", "↑ ökar (bättre)"),
        ("Kompetensutveckling, utbildningsdagar", "4,10 dagar", "Ej uppnått", "↑ ökar (sämre)"),
        ("Antal Frisktandvårdsavtal", "2 940 avtal", "Ej uppnått", "↑ ökar (bättre)"),
        ("Beredskap käkkirurgi", "0 st", "Ej mätt", "→ oförändrat"),
        ("Sjukfrånvarotid", "7,2 % b)", "Inaktuell uppgift", "↓ minskar (bättre)"),
        ("Antal verksamheter som levererar ett ekonomiskt överskott", "66,7 %", "Ej uppnått", "↑ ökar (bättre)"),
    ],
)
def test_outcome_status_and_trend_are_those_of_the_target(
    page: Any, name: str, outcome: str, status: str, trend: str
) -> None:
    found = measures(page)[name]
    assert (found["Utfall 2018"], found["Trend"]) == (outcome, trend)
    assert re.sub(r"^[^\w]+", "", found["Status"]) == status


def test_coverage_and_age_are_seen(page: Any) -> None:
    found = measures(page)
    (asked,) = [row for name, row in found.items() if name.startswith("SKLs")]
    assert asked["Uppgiften avser"] == "2018-11-30, 2 av 3 enheter"
    assert found["Sjukfrånvarotid"]["Uppgiften avser"] == "2018-09-30, inaktuell"
    assert "saknas: Klinik Väst (påhittad)" in plain(page.text_content())


def test_a_target_for_every_unit_is_not_that_of_the_mean(page: Any) -> None:
    (asked,) = [row for name, row in measures(page).items() if name.startswith("SKLs")]
    assert asked["Utfall 2018"].startswith("76 index")  # above 75, but one clinic is not
    assert asked["Status"].endswith("Ej uppnått")
    assert asked["Kommentar"] == "Klinik Söder (påhittad): Ny chef från januari."


def test_a_milestone_is_what_somebody_has_settled(page: Any) -> None:
    found = measures(page)["Tillgång till helgjoursverksamhet"]
    assert found["Status"].endswith("Uppnått")
    assert found["Kommentar"].startswith("Fastställt av Tandvårdschef den 2019-01-21: Jouren")


def test_a_measure_by_age_and_sex_is_as_its_worst_part(page: Any) -> None:
    (shown,) = [row for name, row in measures(page).items() if name.startswith("Uppföljning av munhälsan")]
    assert (shown["Utfall 2018"], shown["Uppgiften avser"]) == ("se delarna", "2018-12-31, 12 av 12 delar")
    assert shown["Status"].endswith("Ej uppnått")
    (parts,) = page.xpath("//table[contains(caption, 'utfall per ålder och kön')]")
    assert [plain(row.text_content()).count("Ej uppnått") for row in parts.xpath("./tbody/tr")] == [0] * 10 + [1, 1]


def test_a_part_that_falls_is_all_it_takes(tmp_path: Path) -> None:
    first = ("utfall/patienttid-pahittade.csv", "td-16;2018;thg;51 %", "td-16;2018;thg;49 %")
    found = measures(html(changed(tmp_path, first)))
    (shown,) = [row for name, row in found.items() if name.startswith("Bokad patient-tid inom STV")]
    assert shown["Status"].endswith("Ej uppnått")
    assert shown["Kommentar"] == "Kommentar saknas"


def test_a_missed_target_without_a_comment_is_told_and_seen(workspace: Workspace, page: Any) -> None:
    (told,) = [one for one in workspace.check() if one.code.code == "dalarna.1"]
    assert told.found() == "td-24 är Ej uppnått för Tandvårdsförvaltningen 2018, utan kommentar"
    name = "Antal verksamheter som når upp till eller överträffar budget."
    assert measures(page)[name]["Kommentar"] == "Kommentar saknas"
    assert table(page, "Ej uppnådda mått")[name]["Kommentar"] == "Kommentar saknas"


def test_a_measure_that_is_computed_takes_the_comments_on_what_it_is_computed_of(tmp_path: Path, page: Any) -> None:
    name = "Antal verksamheter som levererar ett ekonomiskt överskott"
    comment = "Klinik Söder hade två vakanta tandläkartjänster från augusti."
    assert measures(page)[name]["Kommentar"] == comment
    silent = changed(tmp_path, ("utfall/klinikresultat-pahittade.csv", comment, ""))
    assert measures(html(silent))[name]["Kommentar"] == "Kommentar saknas"
    assert codes(silent) == ["dalarna.1", "dalarna.1"]


def test_a_comment_is_all_that_is_asked_for(tmp_path: Path) -> None:
    commented = (
        "utfall/pahittade.csv",
        "td-24;2018;61 %;;;2018-12-31;2019-01-21;",
        "td-24;2018;61 %;;;2018-12-31;2019-01-21;Därför.",
    )
    assert codes(changed(tmp_path, commented)) == []


def test_the_statuses_are_counted_by_perspective_and_in_all(page: Any) -> None:
    counts = table(page, "Antal mått med varje status")
    assert counts["Summa"] == {
        "Perspektiv": "Summa",
        "Mått": "25",
        "Uppnått": "9",
        "Delvis uppnått": "3",
        "Ej uppnått": "11",
        "Inaktuell uppgift": "1",
        "Ej mätt": "1",
    }
    for head in ("Mått", "Uppnått", "Ej uppnått"):
        assert sum(int(row[head]) for name, row in counts.items() if name != "Summa") == int(counts["Summa"][head])


def test_a_part_of_the_year_is_followed_up_for_itself(workspace: Workspace) -> None:
    page = html(workspace, period="2018-01..2018-06")
    assert "Delårsrapport (DR) t.o.m. juni 2018" in plain(page.text_content())
    found = measures(page)
    assert found["Frisknärvaro"]["Utfall t.o.m. juni 2018"] == "ej rapporterat"
    shown = found["Följsamhet vid kallelseintervall vuxna mot riskgruppering"]
    assert (shown["Utfall t.o.m. juni 2018"], shown["Kommentar"]) == ("33,0 %", "Kallelserna är ikapp före jul.")


def test_what_was_said_of_half_a_year_is_not_said_of_the_whole(page: Any) -> None:
    shown = measures(page)["Följsamhet vid kallelseintervall barn och ungdomar mot riskgruppering"]
    assert shown["Kommentar"] == "Barn som flyttat in kallas nu inom en månad."


@pytest.mark.parametrize("key", ["dalarna.styrkort", REPORT])
def test_a_unit_without_a_card_gets_the_template(workspace: Workspace, key: str) -> None:
    for form in ("docx", "xlsx", "html"):
        assert workspace.render(key, form, unit="tandvardsnamnden").data
    page = lxml.html.fromstring(workspace.render(key, "html", unit="tandvardsnamnden").data.decode("utf-8"))
    shown = [plain(one.text_content()) for one in page.xpath("//h2")]
    assert [name for name in shown if name in workspace.profile.perspectives] == list(workspace.profile.perspectives)


def test_a_card_that_lacks_a_part_of_the_template_is_told(tmp_path: Path) -> None:
    without = ("styrkort.yaml", "  vision: Ett jämlikt Dalarna – för friskare och tryggare liv\n", "")
    made = changed(tmp_path, without)
    (told,) = [one for one in made.check() if one.code.code == "dalarna.2"]
    assert told.found() == "tandvard-2018 saknar vision"


def test_another_region_has_a_template_of_its_own(tmp_path: Path) -> None:
    (tmp_path / "egen.yaml").write_text("profile: {key: egen, name: Egen, valid_from: 2016-01-01}\n", encoding="utf-8")
    without = ("styrkort.yaml", "  vision: Ett jämlikt Dalarna – för friskare och tryggare liv\n", "")
    own = ("styrmodell.toml", 'profile = "dalarna"', 'profile = "egen.yaml"')
    assert "dalarna.2" not in codes(changed(tmp_path, without, own))


def value(number: int | None) -> Value:
    return Value(cell="c", number=None, unit="st", exact=number)


@pytest.mark.parametrize(
    ("target", "direction", "before", "now", "expected"),
    [
        ("minst 5", None, 3, 4, "↑ ökar (bättre)"),
        ("högst 5", None, 3, 4, "↑ ökar (sämre)"),
        ("5", None, 3, 4, "↑ ökar"),
        ("5", Direction.LOWER, 3, 4, "↑ ökar (sämre)"),
        ("mellan 2 och 5", None, 3, 4, "↑ ökar"),
        ("mellan 2 och 5", None, 9, 7, "↓ minskar (bättre)"),
        ("ska minska", None, 4, 3, "↓ minskar (bättre)"),
        ("varje enhet: minst 5", None, 4, 3, "↓ minskar (sämre)"),
        ("minst 5", None, 4, 4, "→ oförändrat"),
        ("minst 5", None, None, 4, ""),
        ("minst 5", None, 4, None, ""),
    ],
)
def test_a_trend_is_better_or_worse_by_its_target(
    target: str, direction: Direction | None, before: int | None, now: int | None, expected: str
) -> None:
    measure = Measure(id="m", name="M", unit="st", direction=direction)
    assert plain(trend_words(measure, Target.parse(target), value(before), value(now))) == expected
