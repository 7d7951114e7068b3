"""A scorecard as it is printed becomes goals, measures and lines."""

import pytest
from tests.io.list_tables import objects, read, told

from styrmodell.io.lists.read import ListContent
from styrmodell.io.lists.scorecard import goal_texts
from styrmodell.model.goal import Goal
from styrmodell.model.link import Link
from styrmodell.model.measure import Measure
from styrmodell.model.scorecard import Scorecard

GIVEN = {"unit": "td", "period": "2018"}
DALARNA = (
    "Perspektiv",
    "Strategiskt mål",
    "Framgångsfaktorer",
    "Mått",
    "Ingångsvärde",
    "Målvärde",
    "Källa",
    "Rapportering",
)
TRUST = "Befolkning, kunder, patienter och närstående är trygga"
KUND = (
    (
        "Befolkning och kund",
        TRUST,
        "Hög tillgänglighet",
        "Tillgång till Specialistkonsult",
        "2016: 199 dagar",
        "Max 90 dagar",
        "T4",
        "Årsvis",
    ),
    (
        "",
        "",
        "Bemötande på lika villkor",
        "Kundnöjdhet",
        "Inget ingångsvärde finns",
        ">90 % av kunderna ska vara nöjda",
        "Ipad",
        "Årsvis",
    ),
    ("Medarbetare", "Attraktiv arbetsplats", "", "HME-tal", "Saknar ingångsvärde", "81", "", "Årsvis"),
)
RLF = (
    "Perspektiv",
    "Inriktningsmål",
    "Mål",
    "Mått",
    "Markering",
    "Källa",
    "Jämförelsetal",
    "Målnivå 2020",
    "Uppföljning",
)


def goals(content: ListContent) -> list[Goal]:
    return [goal for goal in objects(content, "goals") if isinstance(goal, Goal)]


def measures(content: ListContent) -> list[Measure]:
    return [measure for measure in objects(content, "measures") if isinstance(measure, Measure)]


def card(content: ListContent) -> Scorecard:
    (found,) = objects(content, "scorecards")
    assert isinstance(found, Scorecard)
    return found


def test_an_empty_goal_is_as_above_and_a_goal_stands_once() -> None:
    content = read("scorecard_lines", DALARNA, KUND, given=GIVEN)
    assert [goal.name for goal in goals(content)] == [TRUST, "Attraktiv arbetsplats"]
    assert goals(content)[0].success_factors == ("Hög tillgänglighet", "Bemötande på lika villkor")
    assert {goal.level for goal in goals(content)} == {"strategiskt mål"}
    assert [line.goals for line in card(content).lines] == [
        ("mal-befolkning-kunder-patienter-och-narstaende-ar-trygga",),
        ("mal-befolkning-kunder-patienter-och-narstaende-ar-trygga",),
        ("mal-attraktiv-arbetsplats",),
    ]


def test_each_row_is_a_measure_with_its_unit_from_its_target() -> None:
    content = read("scorecard_lines", DALARNA, KUND, given=GIVEN)
    assert [(measure.id, measure.unit) for measure in measures(content)] == [
        ("tillgang-till-specialistkonsult", "dagar"),
        ("kundnojdhet", "%"),
        ("hme-tal", "ej angiven"),
    ]
    assert told(content) == ["SM176 Blad!D4"]


def test_a_measure_of_a_scorecard_is_not_summed_over_units() -> None:
    content = read("scorecard_lines", DALARNA, KUND[:1], given=GIVEN)
    assert [measure.rule for measure in measures(content)] == ["own"]


def test_target_baseline_and_reporting_keep_their_words() -> None:
    (measure,) = measures(read("scorecard_lines", DALARNA, KUND[:1], given=GIVEN))
    assert measure.target is not None
    assert measure.target.words == "Max 90 dagar"
    assert measure.baseline is not None
    assert measure.baseline.words == "2016: 199 dagar"
    assert measure.reporting is not None
    assert measure.reporting.words == "Årsvis"
    assert measure.system == "T4"


def test_the_card_has_what_is_given() -> None:
    made = card(read("scorecard_lines", DALARNA, KUND, given={**GIVEN, "id": "bsk-td", "name": "Tandvården"}))
    assert (made.id, made.name, made.unit_id, str(made.period)) == ("bsk-td", "Tandvården", "td", "2018")
    assert [perspective.name for perspective in made.perspectives] == ["Befolkning och kund", "Medarbetare"]


def test_a_card_without_id_is_named_by_unit_and_period() -> None:
    assert card(read("scorecard_lines", DALARNA, KUND, given=GIVEN)).id == "styrkort-td-2018"


def test_a_target_without_a_measure_is_told_at_the_measures_cell() -> None:
    row = ("", "", "", "", "2016: 61 ärenden", "Antal ärenden i patientnämnden ska minska", "", "")
    content = read("scorecard_lines", DALARNA, [KUND[0], row], given=GIVEN)
    assert "SM108 Blad!D3" in told(content)


def test_a_goal_without_a_measure_is_a_line() -> None:
    content = read("scorecard_lines", DALARNA, [("Ekonomi", "Balans")], given=GIVEN)
    assert [(line.goals, line.measure_id) for line in card(content).lines] == [(("mal-balans",), None)]


def test_the_direction_goal_is_the_perspectives_and_above_its_goals() -> None:
    row = ("Ekonomi", "En ekonomi i balans över tid", "En ekonomi i balans", "Resultat", "RLF", "", "", "Ja", "")
    content = read("scorecard_lines", RLF, [row], given=GIVEN)
    assert card(content).perspectives[0].goal_id == "mal-en-ekonomi-i-balans-over-tid"
    assert goals(content)[1].parents == (Link(id="mal-en-ekonomi-i-balans-over-tid"),)
    assert [goal.level for goal in goals(content)] == ["inriktningsmål", "mål"]


def test_the_mark_of_a_row_is_the_origin_of_its_line() -> None:
    row = ("Medarbetare", "", "Hållbart ledarskap", "Chefsindex", "RLF", "", "70", "72", "Årsvis")
    content = read("scorecard_lines", RLF, [row], given=GIVEN)
    assert card(content).lines[0].origin == "RLF"
    assert measures(content)[0].goals == (Link(id="mal-hallbart-ledarskap", origin="RLF"),)


def test_the_same_measure_in_two_places_is_one_measure_with_two_lines() -> None:
    first = ("Process", "", "Förenkla", "Avtalstrohet", "", "", "", "80 %", "")
    second = ("Ekonomi", "", "Balans", "Avtalstrohet", "", "", "", "80 %", "")
    content = read("scorecard_lines", RLF, [first, second], given=GIVEN)
    (measure,) = measures(content)
    assert [link.id for link in measure.goals] == ["mal-forenkla", "mal-balans"]
    assert [line.measure_id for line in card(content).lines] == ["avtalstrohet", "avtalstrohet"]


def test_the_same_measure_with_another_target_is_told() -> None:
    first = ("Process", "", "Förenkla", "Avtalstrohet", "", "", "", "80 %", "")
    content = read("scorecard_lines", RLF, [first, (*first[:7], "90 %", "")], given=GIVEN)
    assert told(content) == ["SM174 Blad!D3"]


@pytest.mark.parametrize(
    ("name", "baseline", "target", "unit"),
    [
        ("Riktlinje finns framtagen Ja/Nej", "Ny aktivitet", "", "ja/nej"),
        ("Policy finns", "", "Ja", "ja/nej"),
        ("Uppföljning sker (Ja/Nej)", "2019 6/6 2019 Ja", "Kunddialog med 6/6 förvaltningar skett", "ja/nej"),
        ("Avvikelser", "2016: 257 st/ 485 medarb =0,53", ">1", "ej angiven"),
        ("Besökta", "2016: 4664/4616 (100%)", "Öka", "%"),
        ("Sjukfrånvaro", "2018: 5,6", "5 %", "%"),
        ("Utbildning", "2016: 2,04 dagar", "Öka", "dagar"),
        ("Antal publikationer under 2018-2020", "Utfall 2017-2019", "Öka", "antal"),
        ("Besparing", "", "minst 2 mnkr", "kr"),
    ],
)
def test_a_unit_is_taken_from_what_the_row_says(name: str, baseline: str, target: str, unit: str) -> None:
    row = ("Process", "", "Förenkla", name, "", "", baseline, target, "")
    (measure,) = measures(read("scorecard_lines", RLF, [row], given=GIVEN))
    assert measure.unit == unit


def test_a_line_break_inside_a_goal_does_not_part_it() -> None:
    text = "Vi är säkerhetsmedvetna,\nidentifierar risker\nVi har en god ekonomi"
    assert goal_texts(text) == ["Vi är säkerhetsmedvetna, identifierar risker", "Vi har en god ekonomi"]


def test_a_card_without_its_unit_is_told_once() -> None:
    content = read("scorecard_lines", DALARNA, KUND, given={"period": "2018"})
    assert [code for code in told(content) if code.startswith("SM108")] == ["SM108 Blad rad 2"]


def test_the_head_of_a_card_may_be_given_in_the_workspace_file():
    from styrmodell.io.lists.scorecard import _texts_of
    from styrmodell.model.scorecard import Scorecard

    assert {"mission", "priorities", "characteristics", "starting_points", "focus"} <= _texts_of(Scorecard)
