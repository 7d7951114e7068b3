"""Signs that nobody sees and names that look alike are told; joiners, soft hyphens and plain texts are not."""

import pytest

from styrmodell.model.checks.signs import check_signs
from styrmodell.model.period import Period
from styrmodell.model.plan import Plan
from styrmodell.model.unit import Unit


def plan(*names: str) -> Plan:
    units = tuple(Unit(id=f"u{place}", name=name) for place, name in enumerate(names))
    return Plan(unit_id="u0", period=Period.year(2020), units=units)


def told(*names: str) -> list[tuple[str, str]]:
    return [(one.code.code, one.found()) for one in check_signs(plan(*names))]


@pytest.mark.parametrize("sign", ["\u202a", "\u202e", "\u2066", "\u2069", "\u200b", "\u2060", "\ufeff", "\U000e0041"])
def test_a_sign_that_is_not_seen_is_told_and_shown(sign: str) -> None:
    shown = ascii(sign)[1:-1]
    assert told(f"Anslag {sign}000 1") == [("SM277", f'U+{ord(sign):04X} i name: "Anslag {shown}000 1"')]


@pytest.mark.parametrize(
    "name", ["Åre", "A\u030are", "👩\u200d⚕️", "natt\u00adarbete", "1\u00a0000", "عربي", "x\u200dy", ""]
)
def test_signs_that_are_wanted_are_not_told(name: str) -> None:
    assert told(name) == []


@pytest.mark.parametrize(("one", "other"), [("Åre", "A\u030are"), ("RLF", "R\u200bLF"), ("Två ord", "Två\u00a0ord")])
def test_names_that_look_alike_are_told(one: str, other: str) -> None:
    assert [code for code, _ in told(one, other)][-1:] == ["SM278"]


@pytest.mark.parametrize(("one", "other"), [("Åre", "Are"), ("RLF", "RLF"), ("RLF", "rlf"), ("O", "0")])
def test_other_names_are_not(one: str, other: str) -> None:
    assert told(one, other) == []
