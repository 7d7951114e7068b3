"""Every target of two real scorecards: read, without a doubt that it should not have, and nothing left unread."""

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
import yaml
from attrs import fields

from styrmodell.model.direction import Direction
from styrmodell.model.period import Period
from styrmodell.model.target import Target, TargetDoubt, TargetKind

GOLDEN = Path(__file__).parents[1] / "golden"
KINDS = TargetKind


def cards() -> Iterator[tuple[str, str]]:
    """(id, target's words) of every measure that has a target, in the order of the documents."""
    dental = yaml.safe_load((GOLDEN / "dalarna_styrkort_tandvard_2018.yaml").read_text(encoding="utf-8"))
    yield from ((row["id"], row["malvarde"]) for group in dental["groups"] for row in group["matt"])
    rows = dental["other_scorecard_in_same_document"]["measures"]
    yield from ((f"ls.{place}", row["malvarde"]) for place, row in enumerate(rows, 1) if row["malvarde"])
    card = yaml.safe_load((GOLDEN / "vn_bsk2020.yaml").read_text(encoding="utf-8"))
    yield from ((row["id"], row["malniva_2020"]) for group in card["perspektiv"] for row in group["matt"])


TEXTS = dict(cards())
SHARE = {"unit": "%"}

# (kind, the fields that are set but qualifier, words that the qualifier holds); of composites one for each part.
EXPECTED: dict[str, list[tuple[TargetKind, dict[str, Any], str]]] = {
    "td.01": [
        (KINDS.MILESTONE, {}, "Helgdagar kl 10.00-14.00"),
        (KINDS.EQUALS, {"level": "0", "unit": "st"}, "Felanmälan görs via synergi"),
    ],
    "td.02": [
        (KINDS.AT_MOST, {"level": "90", "unit": "dagar"}, "från sänd remiss till undersökning och vårdplanering")
    ],
    "td.03": [
        (KINDS.MILESTONE, {}, "Dygnet runt, året runt"),
        (KINDS.EQUALS, {"level": "0", "unit": "st"}, "Felanmälan via synergi"),
    ],
    "td.04": [(KINDS.AT_LEAST, {"level": "1", **SHARE}, "Alla som har tackat ja till uppsökande")],
    "td.05": [(KINDS.AT_MOST, {"level": "0.05", **SHARE}, "försenad kallelse >4 månader")],
    "td.06": [(KINDS.AT_MOST, {"level": "0.3", **SHARE}, "försenad kallelse >6 månader")],
    "td.07": [(KINDS.MORE_THAN, {"level": "0.9", **SHARE}, "av Folktandvårdens kunder ska vara nöjda")],
    "td.08": [(KINDS.DECREASE, {}, "Antal ärenden i patientnämnden")],
    "td.09": [
        (
            KINDS.AT_LEAST,
            {"level": "1", **SHARE, "doubts": (TargetDoubt.UNDEFINED_INTERVAL,)},
            "en insänd handlingsplan",
        )
    ],
    "td.10": [(KINDS.MORE_THAN, {"level": "1"}, "antal registrerade avvikelser/ antalet anställd")],
    "td.11": [(KINDS.AT_LEAST, {"level": "0.8", **SHARE}, "Följsamheten")],
    "td.12": [(KINDS.KEEP, {}, "DFT=0 (%) hos 12 och 19-åringar")],
    "td.13": [(KINDS.LEVEL, {"level": "3333", "unit": "nya avtal", "per": "år"}, "")],
    "td.14": [(KINDS.DECREASE, {}, "Genomsnittlig vårdtid hos friska barn och ungdomar (riskgrupp 1)")],
    "td.15": [(KINDS.MORE_THAN, {"level": "0.7", **SHARE}, "")],
    "td.16": [(KINDS.MORE_THAN, {"level": "0.5", **SHARE}, "")],
    "td.17": [(KINDS.AT_LEAST, {"level": "0.4", **SHARE}, "av all vård- och omsorgspersonal")],
    "td.18": [(KINDS.BETWEEN, {"level": "0.1", "upper": "0.2", **SHARE}, "av specialisttandläkarnas totala arbetstid")],
    "td.19": [
        (
            KINDS.BETWEEN,
            {"level": "2.5", "upper": "3.5", "unit": "dagar", "per": "anställd och år"},
            "Antalet utbildningsdagar",
        )
    ],
    "td.20": [(KINDS.MORE_THAN, {"level": "75"}, "samtliga enheter inom Folktandvården Dalarna")],
    "td.21": [(KINDS.AT_MOST, {"level": "0.04", **SHARE}, "av ordinarie arbetstid")],
    "td.22": [(KINDS.AT_LEAST, {"level": "0.6", **SHARE}, "ska ha maximalt 5 dagars sjukfrånvarodagar/ år")],
    "td.23": [(KINDS.MORE_THAN, {"level": "1"}, "")],
    "td.24": [(KINDS.AT_LEAST, {"level": "0.7", **SHARE}, "")],
    "td.25": [(KINDS.AT_LEAST, {"level": "0.7", **SHARE}, "")],
    "ls.1": [(KINDS.MILESTONE, {"due": Period.year(2018)}, "full följsamhet till planerings- och styrmodellen")],
    "bsk.inv.1": [(KINDS.YES, {}, "")],
    "bsk.inv.2": [(KINDS.YES, {}, "")],
    "bsk.med.1": [(KINDS.LEVEL, {"level": "81"}, "")],
    "bsk.med.2": [(KINDS.LEVEL, {"level": "84"}, "")],
    "bsk.med.3": [(KINDS.LEVEL, {"level": "0.05", **SHARE}, "")],
    "bsk.med.4": [(KINDS.LEVEL, {"level": "72"}, "")],
    "bsk.pro.1": [(KINDS.YES, {}, "")],
    "bsk.pro.2": [(KINDS.YES, {}, "")],
    "bsk.pro.3": [
        (KINDS.N_OF_M, {"level": "6", "of": "6", "unit": "förvaltningar"}, "Kunddialog med"),
        (KINDS.MILESTONE, {}, "NKI-mätning genomförd"),
    ],
    "bsk.pro.4": [(KINDS.N_OF_M, {"level": "25", "of": "25"}, "")],
    "bsk.pro.5": [(KINDS.INCREASE, {}, "")],
    "bsk.pro.6": [(KINDS.YES, {}, "")],
    "bsk.pro.7": [(KINDS.MILESTONE, {}, "Certifikat erhålls")],
    "bsk.pro.8": [(KINDS.LEVEL, {"level": "1", **SHARE}, "")],
    "bsk.pro.9": [(KINDS.MILESTONE, {}, "Certifiering enligt ISO 14001")],
    "bsk.pro.10": [(KINDS.YES, {}, "")],
    "bsk.eko.1": [(KINDS.AT_MOST, {"against_words": "tilldelad budgetram"}, "")],
    "bsk.eko.2": [
        (
            KINDS.RELATIVE,
            {"change": "0.05", **SHARE, "against": Period.year(2019), "doubts": (TargetDoubt.PERCENT_OR_POINTS,)},
            "",
        )
    ],
    "bsk.eko.3": [
        (
            KINDS.RELATIVE,
            {
                "change": "0.2",
                **SHARE,
                "way": Direction.LOWER,
                "years_back": 1,
                "doubts": (TargetDoubt.PERCENT_OR_POINTS,),
            },
            "i andelen leverantörer utan avtal",
        )
    ],
}
COMPOSITES = {"td.01": KINDS.ALL_OF, "td.03": KINDS.ALL_OF, "td.20": KINDS.EVERY_UNIT, "bsk.pro.3": KINDS.ALL_OF}
EMPTY = (None, "", ())


def test_the_table_names_every_target_of_both_documents() -> None:
    assert list(EXPECTED) == list(TEXTS)
    assert len(TEXTS) == 45


def set_fields(target: Target) -> dict[str, Any]:
    names = [one.name for one in fields(Target) if one.name not in ("kind", "qualifier", "words", "parts")]
    return {name: value for name in names if (value := getattr(target, name)) not in EMPTY}


@pytest.mark.parametrize("key", list(EXPECTED))
def test_a_target_of_a_real_scorecard_is_read(key: str) -> None:
    target = Target.parse(TEXTS[key])
    parts = target.parts or (target,)
    assert target.kind is COMPOSITES.get(key, parts[0].kind)
    assert target.words == TEXTS[key]
    for part, (kind, expected, qualifier) in zip(parts, EXPECTED[key], strict=True):
        numbers = {
            name: Decimal(value) for name, value in expected.items() if name in ("level", "upper", "of", "change")
        }
        assert (part.kind, set_fields(part)) == (kind, expected | numbers)
        assert qualifier in part.qualifier
        assert bool(qualifier) == bool(part.qualifier)


@pytest.mark.parametrize("key", list(EXPECTED))
def test_a_target_of_a_real_scorecard_is_read_back_from_its_own_text(key: str) -> None:
    target = Target.parse(TEXTS[key])
    assert Target.parse(str(target)) == target
