"""The finding codes of workbooks: one number each, whole sentences in both languages."""

import re

import pytest

from styrmodell.finding import Code, Text
from styrmodell.io import codes, value_codes
from styrmodell.io.workbook import codes as workbook_codes

CODES = [item for item in vars(workbook_codes).values() if isinstance(item, Code)]


def places(text: str) -> set[str]:
    return set(re.findall(r"(?<!\{)\{(\w+)\}", text))


def test_no_code_is_used_twice():
    others = [item for module in (codes, value_codes) for item in vars(module).values() if isinstance(item, Code)]
    numbers = [code.code for code in (*CODES, *others)]
    assert len(set(numbers)) == len(numbers)


@pytest.mark.parametrize("code", CODES, ids=lambda code: code.code)
def test_a_code_has_all_texts_and_both_languages_name_the_same_places(code):
    assert re.fullmatch(r"SM1[45]\d", code.code)
    for text in (code.title, code.found, code.expected, code.do):
        assert isinstance(text, Text)
        assert text.sv
        assert places(text.sv) == {name.removesuffix("_en") for name in places(text.en)}
