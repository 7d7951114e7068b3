"""All pictures, from the examples to the files that the pages show."""

from collections.abc import Iterable
from pathlib import Path

from pictures.catalogue import PACKAGES, PICTURES, Picture, documents_of
from pictures.documents import write_documents
from pictures.drawing import drawing_of
from pictures.programs import office_to_pdf, page_to_pdf, page_to_png, program


def lacking_programs(pictures: Iterable[Picture] = PICTURES) -> list[str]:
    """The programs that are not there, each with the package of Debian that has it."""
    needed = dict.fromkeys(name for picture in pictures for name in picture.programs)
    return [f"{name} ({PACKAGES[name]})" for name in needed if program(name) is None]


def can_be_made(picture: Picture) -> bool:
    """Whether the programs that it needs are there."""
    return all(map(program, picture.programs))


def make_pictures(examples: Path, folder: Path, pictures: Iterable[Picture] = PICTURES) -> list[Picture]:
    """Write the picture of each in *folder*, as far as there are programs for it.

    Returns:
        Those that were not made, as a program is missing.
    """
    asked = list(pictures)
    made = [picture for picture in asked if can_be_made(picture)]
    documents = folder / "dokument"
    write_documents(examples, documents, {picture.document for picture in made})
    if offices := documents_of(made, (".docx", ".xlsx")):
        office_to_pdf([documents / name for name in offices], documents)
    for name in documents_of(made, (".html",)):
        page_to_pdf(documents / name, documents)
    for picture in made:
        _write(picture, documents, folder)
    return [picture for picture in asked if picture not in made]


def _write(picture: Picture, documents: Path, folder: Path) -> None:
    document, target = documents / picture.document, picture.path(folder)
    if picture.chart:
        target.write_text(drawing_of(document.read_text(encoding="utf-8"), picture.chart), encoding="utf-8")
    else:
        page_to_png(document.with_suffix(".pdf"), picture.page, target, top=picture.top, bottom=picture.bottom)
