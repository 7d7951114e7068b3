"""The words of a printed page, as Poppler reads them in the PDF."""

import re
import subprocess

from tests.needed import require_program

PACKAGE = "poppler-utils"


def require_pdftotext() -> str:
    """Path of Poppler's reader; skips the test without it, except where STYRMODELL_CI says that it must be there."""
    return require_program("Poppler", PACKAGE, "pdftotext")


def printed_words(pdf: bytes) -> str:
    """All text of *pdf*, as bare."""
    made = subprocess.run([require_pdftotext(), "-", "-"], input=pdf, capture_output=True, check=True)
    return bare(made.stdout.decode("utf-8"))


def bare(text: str) -> str:
    """The letters and digits of *text*: lines are broken, and words divided, otherwise on paper than on a screen."""
    return re.sub(r"\W+", "", text).casefold()
