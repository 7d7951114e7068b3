"""A rendered file, not yet written."""

from os import PathLike
from pathlib import Path

from attrs import frozen

from styrmodell.finding import Findings
from styrmodell.session.hold import hold
from styrmodell.session.write import write_atomic

CELLS = ".cells.json"


@frozen(kw_only=True)
class Rendered:
    """One file, ready to be written.

    Attributes:
        name: Its file name, "vasternorrland.bilaga10a.xlsx".
        data: Its bytes.
        findings: What is doubtful about its figures.
        beside: (end of name, bytes) of files that follow it: a Word file's cell ids.
    """

    name: str
    data: bytes
    findings: Findings
    beside: tuple[tuple[str, bytes], ...] = ()

    def write(self, folder: str | PathLike[str]) -> str:
        """Write it in *folder*, which is made when needed; what stood there is whole until it is replaced.

        Returns:
            The path written.

        Raises:
            OSError: It cannot be written.
        """
        path = Path(folder) / self.name
        with hold(path.parent):
            write_atomic(path, self.data)
            for end, data in self.beside:
                write_atomic(path.with_name(self.name + end), data)
        return str(path)
