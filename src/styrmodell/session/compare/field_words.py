"""The Swedish names of fields and kinds of objects, and what sort of change a change of each is: the one place."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from enum import Enum
from types import MappingProxyType
from typing import Any

from styrmodell.finding import Text
from styrmodell.io.converter import key_of
from styrmodell.io.lists.kinds import list_kind
from styrmodell.model.period import Period
from styrmodell.session.compare.difference import ChangeGroup

PLAN = "plan"
PROFILE = "profile"
SETTINGS = "settings"
KIND_NAMES: Mapping[str, Text] = MappingProxyType(
    {
        PLAN: Text(sv="plan", en="plan"),
        PROFILE: Text(sv="profil", en="profile"),
        SETTINGS: Text(sv="inställning", en="setting"),
        "units": Text(sv="enhet", en="unit"),
        "hierarchies": Text(sv="hierarki", en="hierarchy"),
        "dimensions": Text(sv="indelning", en="dimension"),
        "goals": Text(sv="mål", en="goal"),
        "goal_conflicts": Text(sv="målkonflikt", en="goal conflict"),
        "scorecards": Text(sv="styrkort", en="scorecard"),
        "measures": Text(sv="mått", en="measure"),
        "targets": Text(sv="målnivå", en="target level"),
        "assessments": Text(sv="bedömning", en="assessment"),
        "assignments": Text(sv="uppdrag", en="assignment"),
        "activities": Text(sv="aktivitet", en="activity"),
        "actions": Text(sv="åtgärd", en="action"),
        "action_reports": Text(sv="uppföljning av åtgärd", en="follow-up of action"),
        "meetings": Text(sv="sammanträde", en="meeting"),
        "decisions": Text(sv="beslut", en="decision"),
        "risks": Text(sv="risk", en="risk"),
        "projects": Text(sv="projekt", en="project"),
        "it_projects": Text(sv="IT-projekt", en="IT project"),
        "investments": Text(sv="investering", en="investment"),
        "calendar": Text(sv="steg i kalendern", en="step of the calendar"),
        "completed_steps": Text(sv="utfört steg", en="completed step"),
        "sections": Text(sv="textavsnitt", en="section"),
        "tables": Text(sv="tabell", en="table"),
        "printed": Text(sv="tryckt siffra att jämföra med", en="printed figure to compare with"),
        "acknowledgements": Text(sv="kvittering", en="acknowledgement"),
        "observations": Text(sv="värde", en="figure"),
        "judgements": Text(sv="bedömd status", en="judged status"),
        "cells": Text(sv="tryckt siffra", en="printed figure"),
    }
)
# What no list has a heading for.
_WORDS: Mapping[str, str] = MappingProxyType(
    {
        "accumulated": "ackumulerat",
        "additions": "versioner som är tillägg",
        "amount": "belopp",
        "amount_text": "i stället för belopp",
        "amounts": "belopp",
        "as_of": "per",
        "by_column": "cell i kolumn",
        "calendar": "årshjul",
        "caption": "rubrik",
        "capital_cost": "kapitalkostnad",
        "cell": "cell",
        "cell_notes": "noter",
        "close": "delvis uppnått från",
        "columns": "kolumner",
        "comment": "kommentar",
        "comparison": "jämförelsetal",
        "consequence": "konsekvens",
        "control_points": "kontrollmoment",
        "correction": "rättelse",
        "counter_effects": "moteffekter",
        "counterparty": "motpart",
        "decimals": "decimaler",
        "description": "beskrivning",
        "due": "senast",
        "every": "hur ofta",
        "expected": "lämnas av",
        "frequency": "frekvens",
        "goal": "mål",
        "group": "grupp",
        "group_header": "grupprubrik",
        "high": "högst",
        "impact_count": "antal kryss",
        "instruction": "anvisning",
        "is_owned": "ägd",
        "is_text": "text",
        "key": "nyckel",
        "label": "etikett",
        "level": "nivå",
        "levels": "nivåer",
        "likelihood": "sannolikhet",
        "lines": "rader",
        "low": "lägst",
        "members": "medlemmar",
        "met": "uppnått från",
        "months": "månader",
        "not_applicable": "ej aktuellt",
        "notes": "noter",
        "nr": "nummer",
        "only": "bara kolumner",
        "operating_cost": "driftkostnad",
        "order": "ordning",
        "origin": "ursprung",
        "owner": "ansvarig",
        "parts": "delar",
        "perspective": "perspektiv",
        "perspectives": "perspektiv",
        "places": "platser",
        "post": "post",
        "precision": "noggrannhet",
        "project_nr": "projektnummer",
        "reported": "rapporterad",
        "reporter": "rapporterad av",
        "reports": "rapporter",
        "roles": "roller",
        "row_header": "radrubrik",
        "rows": "rader",
        "scale": "skala",
        "scales": "skala",
        "share": "andel",
        "sheet": "blad",
        "signed": "tecken",
        "state": "tillstånd",
        "status_text": "status i ord",
        "successors": "efterträdare",
        "tables": "tabeller",
        "template": "mall",
        "text": "text",
        "texts": "texter",
        "trend": "utveckling",
        "unit": "enhet",
        "units": "enheter",
        "valid_from": "gäller från",
        "value": "värde",
        "value_lists": "värdelista",
        "versions": "versioner",
        "weekend": "dag på en helg",
        "weight": "vikt",
    }
)
_GROUPS: Mapping[str, ChangeGroup] = MappingProxyType(
    {
        **dict.fromkeys(
            ("target", "original_target", "tolerance", "baseline", "comparison", "direction"), ChangeGroup.TARGET
        ),
        **dict.fromkeys(
            (
                "owner",
                "reporting_owner",
                "addressee",
                "agreed_by",
                "given_by",
                "settled_by",
                "signed_by",
                "reporter",
                "by",
                "customer",
            ),
            ChangeGroup.OWNER,
        ),
        **dict.fromkeys(
            ("status", "status_text", "status_date", "state", "outlook", "closed_by", "selected", "assessment"),
            ChangeGroup.STATUS,
        ),
    }
)
_STRUCTURE = ("id", "key", "rule", "version", "system", "origin", "scale", "counterparty", "ie", "report", "unit", "nr")


def kind_name(kind: str, lang: str = "sv") -> str:
    """What an object of *kind* is called: "åtgärd"."""
    return KIND_NAMES[kind].get(lang) if kind in KIND_NAMES else kind


def field_name(kind: str, name: str) -> str:
    """What people call the field *name* of an object of *kind*: "ansvarig för rapportering"."""
    key = key_of(name)
    known = list_kind(kind)
    heads = next((heads for path, heads in known.headings if path == key and heads), ()) if known is not None else ()
    word = heads[0] if heads else _WORDS.get(key, key.replace("_", " "))
    return word if word[1:2].isupper() else word[:1].lower() + word[1:]


def group_of(kind: str, name: str, value: Any) -> ChangeGroup:
    """What sort of change a change of the field *name* is, by its name and by what it holds."""
    if kind == "units" and name == "level":
        return ChangeGroup.TEXT
    known = _GROUPS.get(name)
    if known is not None:
        return known
    if isinstance(value, date | Period):
        return ChangeGroup.DATE
    if isinstance(value, Decimal):
        return ChangeGroup.FIGURE
    is_text = isinstance(value, str) and name not in _STRUCTURE and not name.endswith("_id")
    words = isinstance(value, tuple) and value and all(type(one) is str for one in value) and name in _TEXT_LISTS
    return ChangeGroup.TEXT if (is_text or words) and not isinstance(value, Enum) else ChangeGroup.OTHER


_TEXT_LISTS = (
    "mission",
    "priorities",
    "characteristics",
    "starting_points",
    "focus",
    "success_factors",
    "needs",
    "notes",
    "areas",
)
