"""The finding codes of this floor: one number each, whole sentences in both languages."""

import re

import pytest

from styrmodell.finding import Code, Text
from styrmodell.io import codes, value_codes

CODES = [item for module in (codes, value_codes) for item in vars(module).values() if isinstance(item, Code)]


def places(text: str) -> set[str]:
    return set(re.findall(r"(?<!\{)\{(\w+)\}", text))


def test_no_code_is_used_twice():
    assert len({code.code for code in CODES}) == len(CODES)


@pytest.mark.parametrize("code", CODES, ids=lambda code: code.code)
def test_a_code_is_a_read_code_with_all_texts(code):
    assert re.fullmatch(r"SM1\d\d", code.code)
    texts = (code.title, code.found, code.expected, code.do)
    assert all(isinstance(text, Text) and text.sv and text.en for text in texts)


@pytest.mark.parametrize("code", CODES, ids=lambda code: code.code)
def test_both_languages_name_the_same_places(code):
    for text in (code.found, code.expected, code.do):
        assert places(text.sv) == {name.removesuffix("_en") for name in places(text.en)}
