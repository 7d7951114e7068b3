"""Files under a workspace's folder: each is written whole, and what is not written is told."""

from pathlib import Path

from attrs import define, field

from styrmodell.finding import Finding
from styrmodell.io.input_file import open_file
from styrmodell.session.collect.codes import UNREADABLE_COLLECTED
from styrmodell.session.disk_fault import not_written
from styrmodell.session.write import write_atomic
from styrmodell.source import Source


@define(kw_only=True, eq=False)
class FolderWriter:
    """Writes files under *root*.

    Attributes:
        written: The names of what was written, relative to it.
        failed: What was not (SM404, SM468).
    """

    root: Path
    written: list[str] = field(factory=list)
    failed: list[Finding] = field(factory=list)

    def put(self, file: str, data: bytes) -> bool:
        """Write *data* at *file*; whether it was written."""
        try:
            write_atomic(self.root / file, data)
        except OSError as error:
            self.failed.append(not_written(file, error))
            return False
        self.written.append(file)
        return True

    def read(self, file: str) -> bytes | None:
        """What *file* holds; None where it cannot be read, which is told."""
        opened = open_file(self.root / file, file)
        if isinstance(opened, Finding):
            self.failed.append(opened)
            return None
        return opened.data

    def refuse(self, file: str, found: str) -> bool:
        """Tell that *file* is not written, since what it holds, or would hold, is not read back."""
        self.failed.append(UNREADABLE_COLLECTED.at(Source(file=file), found=found))
        return False
