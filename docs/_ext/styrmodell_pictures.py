"""The directive `picture`: a picture of the catalogue, with its text for those who do not see it.

    ```{picture} riskmatris
    :alt: Fem gånger fyra rutor …

    The caption.
    ```

The pictures are made as the build begins. Where a program is missing the page says so in the picture's place; with
STYRMODELL_CI it is an error, as the published pages are to have them all.
"""

import os
import posixpath
from pathlib import Path
from typing import Any, ClassVar

from docutils import nodes
from docutils.parsers.rst import directives
from pictures.catalogue import PACKAGES, Picture, picture_of
from pictures.make import lacking_programs, make_pictures
from pictures.programs import DOTS, SCREEN, size_of
from sphinx.application import Sphinx
from sphinx.errors import ExtensionError
from sphinx.util import logging
from sphinx.util.docutils import SphinxDirective

LOG = logging.getLogger(__name__)
EXAMPLES = Path(__file__).parents[2] / "examples"


def folder_of(doctrees: str | os.PathLike[str]) -> Path:
    """Where a build keeps its pictures: beside what else it makes for itself, outside the sources."""
    return Path(doctrees) / "pictures"


class PictureDirective(SphinxDirective):
    """A figure, or in its place what is missing to make it."""

    required_arguments = 1
    has_content = True
    option_spec: ClassVar[dict[str, Any]] = {"alt": directives.unchanged_required}

    def run(self) -> list[nodes.Node]:
        picture, alt = picture_of(self.arguments[0]), self.options.get("alt", "")
        if picture is None:
            raise self.error(f"no picture is called {self.arguments[0]!r}")
        if not alt:
            raise self.error(f"the picture {picture.key} has no text for those who do not see it (:alt:)")
        path = picture.path(folder_of(self.env.doctreedir))
        shown = self._image(path, alt) if path.is_file() else self._placeholder(picture, alt)
        figure = nodes.figure("", shown)
        words, messages = self.parse_inline(" ".join(self.content))
        figure += nodes.caption("", "", *words)
        return [figure, *messages]

    def _image(self, path: Path, alt: str) -> nodes.image:
        # The build counts from its sources also where a file is not among them.
        uri = "/" + posixpath.join(*Path(os.path.relpath(path, self.env.srcdir)).parts)
        image = nodes.image("", uri=uri, alt=alt)
        if path.suffix == ".png":
            width, _ = size_of(path.read_bytes())
            image["width"] = f"{width * SCREEN // DOTS}px"
        return image

    def _placeholder(self, picture: Picture, alt: str) -> nodes.admonition:
        lacking = ", ".join(f"{name} ({PACKAGES[name]})" for name in picture.programs)
        text = f"Här står en bild när sidorna byggs där följande program finns: {lacking}. Den visar: {alt}"
        return nodes.admonition("", nodes.title("", "Bilden är inte gjord"), nodes.paragraph("", text))


def make_all(app: Sphinx) -> None:
    """Make the pictures before the pages are read.

    Raises:
        ExtensionError: A program is missing where the build must have them all.
    """
    if app.builder.format != "html":
        return
    lacking = lacking_programs()
    if lacking and os.environ.get("STYRMODELL_CI"):
        raise ExtensionError(f"missing to make pictures: {', '.join(lacking)}")
    if lacking:
        LOG.info("pictures that need %s are left out", ", ".join(lacking))
    make_pictures(EXAMPLES, folder_of(app.doctreedir))


def setup(app: Sphinx) -> dict[str, Any]:
    app.add_directive("picture", PictureDirective)
    app.connect("builder-inited", make_all)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
