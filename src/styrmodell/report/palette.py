"""The colours of all documents, once: readable on paper, on a screen and by those who do not see red from green.

Every text colour has a contrast of at least 4.5 to what it stands on, every line and mark at least 3
(WCAG 2.1, success criteria 1.4.3 and 1.4.11); ``tests/report/test_palette.py`` computes them.
"""

from attrs import frozen

INK = "1A1A1A"
ACCENT = "17496B"
MUTED = "595959"
ALARM = "A3142A"
LINE = "D5DBE1"
GROUP_LINE = "9FB2C3"
TINT = "EEF3F7"
BAND = "F6F8FA"
PAPER = "FFFFFF"
ENTRY = "FFF9DB"

# Dark and light in turn: neighbours, the last and the first too, have a contrast of 3, so that grey tells them apart.
SERIES = ("17496B", "D08030", "4B2E83", "5FA06E", "7A1733", "3C97BF", "1D4A2A", "97972E")
TARGET = "A3142A"
RISE, FALL, LEVEL = "4C8C5A", "B3401F", "17496B"


@frozen
class Look:
    """The colours of a tone: of the symbol and text, and of the field behind them."""

    ink: str
    field: str


GOOD = Look("1E6B3A", "E3F1E7")
FAIR = Look("7A5200", "FFF3D6")
BAD = Look("A3142A", "FBE3E6")
QUIET = Look("595959", "F0F1F3")
