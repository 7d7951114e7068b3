"""The finding codes of ledgers: one number each, whole sentences in both languages."""

import re

import pytest

from styrmodell.finding import Code
from styrmodell.io.ledger import codes as ledger_codes

CODES = [item for item in vars(ledger_codes).values() if isinstance(item, Code)]
each_code = pytest.mark.parametrize("code", CODES, ids=lambda code: code.code)


def places(text: str) -> set[str]:
    return set(re.findall(r"(?<!\{)\{(\w+)\}", text))


def test_the_codes_are_those_of_ledgers_and_each_stands_once():
    assert sorted(code.code for code in CODES) == [
        *(f"SM{number}" for number in range(160, 164)),
        *(f"SM{number}" for number in range(180, 190)),
    ]


@each_code
def test_a_code_has_all_texts_in_both_languages_with_the_same_places(code):
    for text in (code.title, code.found, code.expected, code.do):
        assert text.sv
        assert text.en
        assert places(text.sv) == {name.removesuffix("_en") for name in places(text.en)}
