"""What pictures there are, and what each is of. A page shows one by the directive `picture` and its key."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from attrs import frozen

# Programs that turn a document into a picture, and the package of Debian that has each.
PACKAGES = {
    "soffice": "libreoffice-writer-nogui libreoffice-calc-nogui",
    "pdftoppm": "poppler-utils",
    "chromium": "chromium",
}


@frozen(kw_only=True)
class Picture:
    """A picture of a document.

    Attributes:
        key: What pages call it; also the name of its file.
        document: The file that it is of, see documents.py.
        page: The page of the document, from 1.
        top: How much of the page is left out above, as a part of its height.
        bottom: Where the picture ends at the latest, as a part of the page's height; white is taken away.
        chart: The key of a chart in an HTML document: the drawing itself, without any program.
    """

    key: str
    document: str
    page: int = 1
    top: float = 0
    bottom: float = 1
    chart: str = ""

    @property
    def suffix(self) -> str:
        """What its file ends with."""
        return ".svg" if self.chart else ".png"

    @property
    def programs(self) -> tuple[str, ...]:
        """What is needed to make it."""
        if self.chart:
            return ()
        return ("chromium", "pdftoppm") if self.document.endswith(".html") else ("soffice", "pdftoppm")

    def path(self, folder: Path) -> Path:
        """Its file in *folder*."""
        return folder / f"{self.key}{self.suffix}"


# Parts of a page: above its foot, above the notes under a table, below its head, and of a long HTML page.
ABOVE_FOOT, ABOVE_NOTES, BELOW_HEAD = 0.94, 0.79, 0.1
GALLERY = "galleri-sida.html"
PICTURES = (
    Picture(key="bilaga10a-word", document="bilaga10a.docx", bottom=ABOVE_FOOT),
    Picture(key="bilaga10a-excel", document="bilaga10a-bok.xlsx", bottom=ABOVE_NOTES),
    Picture(key="riskanalys-word", document="bilaga16.docx", bottom=ABOVE_FOOT),
    Picture(key="styrkort-word", document="styrkort.docx", page=3, top=BELOW_HEAD, bottom=ABOVE_FOOT),
    Picture(key="text-word", document="galleri.docx", page=3, bottom=0.64),
    Picture(key="formular-excel", document="formular.xlsx", page=3, bottom=ABOVE_NOTES),
    Picture(key="att-ratta-excel", document="att-ratta.xlsx", bottom=ABOVE_FOOT),
    Picture(key="forklaring-html", document="forklaring.html", bottom=0.3),
    Picture(key="rapport-html", document="matt.html", bottom=0.225),
    Picture(key="diagram-staplar", document=GALLERY, chart="sjukfranvaro"),
    Picture(key="diagram-linje", document=GALLERY, chart="vard"),
    Picture(key="diagram-vattenfall", document=GALLERY, chart="brygga"),
    Picture(key="riskmatris", document=GALLERY, chart="risker"),
)


def picture_of(key: str, pictures: Iterable[Picture] = PICTURES) -> Picture | None:
    """The picture with that key, or nothing."""
    return next((picture for picture in pictures if picture.key == key), None)


def documents_of(pictures: Iterable[Picture], suffixes: Sequence[str]) -> list[str]:
    """The documents with one of *suffixes* that need a program to be seen, each once."""
    shown = (picture.document for picture in pictures if picture.programs)
    return list(dict.fromkeys(name for name in shown if name.endswith(tuple(suffixes))))
