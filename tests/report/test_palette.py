"""Colours that go together can be told apart by weak eyes: WCAG 2.1, success criteria 1.4.3 and 1.4.11."""

from itertools import pairwise

import pytest

from styrmodell.report import palette
from styrmodell.report.status_mark import Tone

TEXT, LINE = 4.5, 3.0
INKS = (palette.INK, palette.ACCENT, palette.MUTED, palette.ALARM)
# The last is what a followed link lights up in HTML.
PAPERS = (palette.PAPER, palette.TINT, palette.BAND, palette.ENTRY, "FFF3C9")


def luminance(color: str) -> float:
    """Relative luminance of "RRGGBB", as WCAG defines it."""
    parts = [int(color[place : place + 2], 16) / 255 for place in (0, 2, 4)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    """Contrast of two colours, 1 to 21."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def test_contrast_is_counted_as_wcag_counts_it() -> None:
    assert contrast("000000", "FFFFFF") == pytest.approx(21)
    assert contrast("777777", "FFFFFF") == pytest.approx(4.48, abs=0.005)


@pytest.mark.parametrize("ink", INKS)
@pytest.mark.parametrize("paper", PAPERS)
def test_text_is_read_on_every_paper(ink: str, paper: str) -> None:
    assert contrast(ink, paper) >= TEXT


@pytest.mark.parametrize("tone", list(Tone))
def test_a_status_is_read_on_its_own_field_and_on_paper(tone: Tone) -> None:
    assert contrast(tone.look.ink, tone.look.field) >= TEXT
    assert contrast(tone.look.ink, palette.PAPER) >= TEXT
    # The numbers of risks stand in ink on the fields of a matrix.
    assert contrast(palette.INK, tone.look.field) >= TEXT


@pytest.mark.parametrize("color", [*palette.SERIES, palette.TARGET, palette.RISE, palette.FALL, palette.LEVEL])
def test_a_bar_or_a_line_stands_out_from_the_paper(color: str) -> None:
    assert contrast(color, palette.PAPER) >= LINE


@pytest.mark.parametrize(("one", "other"), list(pairwise((*palette.SERIES, palette.SERIES[0]))))
def test_neighbours_in_a_stack_stand_out_from_each_other(one: str, other: str) -> None:
    assert contrast(one, other) >= LINE
