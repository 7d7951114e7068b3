"""Where a thing was written: every object carries one, and what is derived borrows them."""

from attrs import frozen


@frozen(kw_only=True)
class Source:
    """A place in a file or document.

    Attributes:
        file: Path relative to the workspace, with forward slashes; "<python>" for objects made in code.
        place: Position in the file: "rad 231 kolumn varde", "rad 4 kolumn 3 units[0].name", "Blad1!D14"; of a ratio
            in a sheet both cells, "Blad1!E5 (täljare) och Blad1!F5 (nämnare)".
    """

    file: str = "<python>"
    place: str = ""

    def __str__(self) -> str:
        return f"{self.file} {self.place}".rstrip()
