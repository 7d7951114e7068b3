"""File names: safe on Windows and inside the folder."""

import ntpath
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from styrmodell.session.file_name import MAX_LENGTH, safe_name


@given(st.text(max_size=300))
def test_any_text_becomes_a_name_that_windows_takes(text: str) -> None:
    name = safe_name(text)
    assert name
    assert len(name) <= MAX_LENGTH + 1
    assert not set(name) & set('<>:"/\\|?*')
    assert not any(ord(sign) < 32 for sign in name)
    assert name == name.strip(" .")
    assert ntpath.basename(name) == name


@given(st.text(max_size=100))
def test_no_text_leaves_the_folder(text: str) -> None:
    folder = Path("/mapp")
    assert (folder / safe_name(text)).resolve().parent == folder


@pytest.mark.parametrize("name", ["CON", "nul.xlsx", "com1", "LPT¹.docx", "aux.tar.gz"])
def test_names_that_windows_keeps_for_itself_get_a_sign_before_them(name: str) -> None:
    assert safe_name(name) == f"_{name}"


def test_swedish_letters_stay() -> None:
    assert safe_name("Mått och värden") == "Mått och värden"
