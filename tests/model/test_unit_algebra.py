"""What unit a definition gives, and which written units it may be called."""

import pytest

from styrmodell.model.expression import row
from styrmodell.model.expression_text import parse_expression
from styrmodell.model.unit_algebra import UnitPowers, defined_unit, mixed_units

UNITS = {
    "kostnad": "kr",
    "intakt": "tkr",
    "inv": "antal",
    "besok": "besök",
    "timmar": "timmar",
    "dagar": "dagar",
    "yta": "m2",
    "andel": "%",
    "andel_b": "procent",
    "per_inv": "kr/inv",
    "hyra": "kr/år",
    "fri": "",
}


def fits(text, unit):
    gives, written = defined_unit(parse_expression(text), UNITS), UnitPowers.of(unit)
    return gives is None or written is None or gives.may_be_called(written)


def mixed(text):
    return [(str(one.first), str(one.second)) for one in mixed_units(parse_expression(text), UNITS)]


@pytest.mark.parametrize(
    ("text", "units"),
    [
        ("kostnad + intakt", ["kr", "tkr", "kr/år"]),
        ("kostnad / inv", ["kr/inv", "kr per besök", "tkr/inv", "kr per inv och år"]),
        ("kostnad / intakt", ["%", "", "ggr", "kvot", "index", "procent av intäkterna", "andel", "soliditet"]),
        ("besok / inv", ["%", "besök per inv", "antal/1 000 inv", "antal", "dagar"]),
        ("1000 * besok / inv", ["antal per 1 000 inv"]),
        ("andel - andel_b", ["%", "procentenheter"]),
        ("60 * timmar", ["minuter", "timmar"]),
        ("timmar / besok", ["timmar per besök", "minuter per besök"]),
        ("yta / inv", ["m2/arbetsplats", "kvm per antal"]),
        ("kostnad / yta", ["kr/m2", "kr/kvm"]),
        ("kostnad / dagar", ["kr/dag", "kr per vårddygn"]),
        ("kostnad / per_inv", ["antal", "inv"]),
        ("hyra + kostnad", ["kr", "kr/år"]),
        ("hyra / yta", ["kr/m2", "kr/m2 och år"]),
        ("kostnad / andel", ["kr"]),
        ("förändring(kostnad, intakt)", ["%", "procent"]),
        ("inv / kostnad", ["antal per mnkr"]),
        ("2 * per_inv", ["kr/inv"]),
        ("inv + besok", ["antal", "avtal"]),
        ("-kostnad", ["kr"]),
    ],
)
def test_a_unit_that_the_definition_gives_fits(text, units):
    assert [unit for unit in units if not fits(text, unit)] == []


@pytest.mark.parametrize(
    ("text", "units"),
    [
        ("kostnad + intakt", ["antal", "%", "kr/inv"]),
        ("kostnad / inv", ["kr", "%", "antal", "kr/m2"]),
        ("kostnad / intakt", ["kr", "antal", "kr/inv"]),
        ("besok / inv", ["kr", "kr per besök"]),
        ("andel - andel_b", ["kr", "antal"]),
        ("60 * timmar", ["kr"]),
        ("timmar", ["dagar"]),
        ("yta / inv", ["m2"]),
        ("kostnad / yta", ["kr"]),
        ("kostnad / dagar", ["kr", "kr/timme"]),
        ("förändring(kostnad, intakt)", ["kr"]),
        ("inv / kostnad", ["antal"]),
        ("2 * per_inv", ["kr"]),
        ("inv + besok", ["kr", "antal per läkare"]),
    ],
)
def test_a_unit_that_the_definition_cannot_give_does_not_fit(text, units):
    assert [unit for unit in units if fits(text, unit)] == []


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("kostnad + inv", [("kr", "antal")]),
        ("kostnad - per_inv", [("kr", "kr per antal")]),
        ("timmar + dagar", [("timmar", "dagar")]),
        ("besok + andel", [("antal", "%")]),
        ("förändring(kostnad, inv)", [("kr", "antal")]),
        ("(kostnad + inv) / (yta - inv)", [("kr", "antal"), ("m2", "antal")]),
        ("kostnad + fri", []),
        ("kostnad + finns_inte", []),
        ("besok + inv", []),
        ("inv + besok / inv", []),
    ],
)
def test_what_is_added_subtracted_or_compared_is_of_one_sort(text, told):
    assert mixed(text) == told


@pytest.mark.parametrize("text", ["fri", "kostnad / fri", "finns_inte / inv", "2 * fri"])
def test_a_unit_that_is_not_said_may_be_anything(text):
    assert defined_unit(parse_expression(text), UNITS) is None


def test_a_row_of_a_table_may_be_anything():
    assert defined_unit(row("summa"), UNITS) is None


@pytest.mark.parametrize(
    ("unit", "text"),
    [
        ("tkr", "kr"),
        ("kr per elev", "kr per antal"),
        ("kr/inv och år", "kr per antal per år"),
        ("% av ramen", "%"),
        ("nya avtal", "antal"),
        ("per mnkr", "antal per kr"),
    ],
)
def test_a_written_unit_is_told_by_its_sorts(unit, text):
    assert str(UnitPowers.of(unit)) == text
