"""A folder that runs write in: what stands there, by whom it was written, and what a killed run had begun."""

import json
import os
from collections.abc import Collection, Iterator
from contextlib import suppress
from pathlib import Path

from attrs import asdict, define, field

from styrmodell.session.hold import BEGUN
from styrmodell.session.manifest import NAME, Output, digest, output_of, read_left, read_outputs
from styrmodell.session.write import write_atomic


@define(kw_only=True, eq=False)
class OutputFolder:
    """A folder with a manifest, held by one run.

    Before a file is replaced the run notes which bytes it is to get. The notes go when the manifest has been written:
    those of a run that was killed say, to the next one, which files are its own although no manifest names them.

    Attributes:
        earlier: What the manifest of earlier runs names, by file.
        left: The files among them that nobody asked for any more when the last run ended.
        begun: What a killed run had begun to write, in order.
    """

    folder: Path
    earlier: dict[str, Output] = field(init=False)
    left: frozenset[str] = field(init=False)
    begun: tuple[Output, ...] = field(init=False)

    def __attrs_post_init__(self) -> None:
        left = read_left(self.folder)
        self.earlier = {output.file: output for output in (*left, *read_outputs(self.folder))}
        self.begun = tuple(_read_begun(self.folder / BEGUN))
        self.left = frozenset(output.file for output in left) - {output.file for output in self.begun}

    def is_ours(self, name: str, data: bytes) -> bool:
        """Whether *name* is free, or holds what an earlier run wrote, or what is to be written now."""
        path = self.folder / name
        try:
            found = digest(path.read_bytes())
        except (OSError, UnicodeEncodeError):  # the second where the computer cannot write such a name
            return not path.exists()
        known = {output.sha256 for output in (*self.earlier.values(), *self.begun) if output.file == name}
        return found == digest(data) or found in known

    def put(self, output: Output, data: bytes) -> None:
        """Write *data*, the bytes of *output*, after a note of them.

        Raises:
            OSError: It cannot be written; what was there before is untouched.
        """
        self._note(output)
        write_atomic(self.folder / output.file, data)

    def _note(self, output: Output) -> None:
        # A line of its own, also after one that a full disk cut off.
        line = f"\n{json.dumps(asdict(output), ensure_ascii=False)}\n"
        with (self.folder / BEGUN).open("a", encoding="utf-8", newline="") as stream:
            stream.write(line)
            stream.flush()
            os.fsync(stream.fileno())

    def standing(self, but: Collection[str]) -> list[Output]:
        """What earlier runs wrote and still stands, as it stands, without the files named in *but*."""
        kept = dict(self.earlier)
        kept |= {one.file: one for one in self.begun if _digest_of(self.folder / one.file) == one.sha256}
        return [output for name, output in kept.items() if name not in but and (self.folder / name).is_file()]

    def close(self, manifest: bytes) -> None:
        """Write the manifest; the notes are not needed any more.

        Raises:
            OSError: It cannot be written; then the notes stay for the next run.
        """
        write_atomic(self.folder / NAME, manifest)
        self.forget()

    def forget(self) -> None:
        """Remove the notes: nothing that they tell of is unknown any more."""
        with suppress(OSError):
            (self.folder / BEGUN).unlink()


def was_interrupted(folder: Path) -> bool:
    """Whether the last run in *folder* was killed: its documents are whole, but the manifest may not name them."""
    return (folder / BEGUN).exists()


def _read_begun(path: Path) -> Iterator[Output]:
    """The notes of a killed run; its last line may be half."""
    try:
        lines = path.read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return
    for line in lines:
        with suppress(ValueError, KeyError, TypeError):
            yield output_of(json.loads(line))


def _digest_of(path: Path) -> str:
    try:
        return digest(path.read_bytes())
    except OSError:
        return ""
