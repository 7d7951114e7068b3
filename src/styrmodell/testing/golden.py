"""Golden documents: what a report gave when somebody looked at it, kept as text, part by part.

A folder a document: each XML part as a file of its own, broken between tags so that a difference can be read; what is
no text by its checksum; and text.txt, the text a reader sees. No Office file is kept: the text is what changes.
"""

import hashlib
from collections.abc import Collection, Iterator
from importlib.metadata import version
from itertools import zip_longest
from pathlib import Path

from attrs import frozen

from styrmodell.session.rendered import Rendered
from styrmodell.testing.opened import is_xml, lines_of, open_again

TEXT = "text.txt"
# Large, and alike in every document: the core's own Word master and XlsxWriter's theme, which the core's tests hold.
CORE_PARTS = (
    "word/styles.xml",
    "word/stylesWithEffects.xml",
    "word/theme/theme1.xml",
    "word/numbering.xml",
    "xl/theme/theme1.xml",
)
_PAGES = (".html", ".csv", ".json")
_MOST_TOLD = 5


@frozen(kw_only=True)
class Golden:
    """The golden documents in a folder.

    Attributes:
        folder: Where they are kept, a folder a document.
        update: Whether what is rendered becomes the golden document, in place of being compared.
    """

    folder: Path
    update: bool = False

    def check(self, rendered: Rendered, *, ignore: Collection[str] = (), by_sum: Collection[str] = ()) -> None:
        """Compare *rendered* with what is kept under its name, part by part.

        Args:
            ignore: Names of parts that are not compared; each needs a reason where it is written. The version of
                styrmodell is never compared.
            by_sum: Names of parts of which the checksum alone is kept: large ones that come from a Word master, where
                that something differs is enough to know. CORE_PARTS are those of the core's own.

        Raises:
            AssertionError: A part differs, is new or is gone; the message names it and its first line that differs.
        """
        texts = {name: text for name, text in _texts(rendered).items() if name not in ignore}
        made = {name: _sum(text.encode("utf-8")) if name in by_sum else text for name, text in texts.items()}
        place = self.folder / rendered.name
        if self.update:
            _write(place, made)
            return
        kept = dict(_read(place))
        assert kept, f"no golden document {place}; look at {rendered.name} and run pytest --update-golden"
        faults = [fault for name in sorted({*made, *kept} - set(ignore)) for fault in _faults(name, made, kept)]
        told = "\n".join(faults[:_MOST_TOLD])
        more = f"\nand {len(faults) - _MOST_TOLD} parts more" if len(faults) > _MOST_TOLD else ""
        assert not faults, f"{rendered.name} is not the golden document:\n{told}{more}\nmeant: pytest --update-golden"


def _texts(rendered: Rendered) -> dict[str, str]:
    """What is kept of a document: part → text."""
    form = rendered.name.rpartition(".")[2]
    opened = open_again(form, rendered.data)
    own = f"styrmodell {version('styrmodell')}"
    parts = {name: _text(name, part).replace(own, "styrmodell") for name, part in opened.parts.items()}
    return parts if len(parts) == 1 else {**parts, TEXT: f"{opened.text}\n".replace(own, "styrmodell")}


def _text(name: str, part: bytes) -> str:
    if is_xml(name) or name.endswith(_PAGES):
        return "".join(f"{line}\n" for line in lines_of(part))
    return _sum(part)


def _sum(part: bytes) -> str:
    return f"sha256 {hashlib.sha256(part).hexdigest()}\n"


def _faults(name: str, made: dict[str, str], kept: dict[str, str]) -> Iterator[str]:
    if name not in kept:
        yield f"{name}: a new part"
    elif name not in made:
        yield f"{name}: the part is gone"
    else:
        pairs = zip_longest(made[name].splitlines(), kept[name].splitlines(), fillvalue="")
        for line, (new, old) in enumerate(pairs, start=1):
            if new != old:
                yield f"{name} line {line}: {new!r} was {old!r}"
                return


def _read(place: Path) -> Iterator[tuple[str, str]]:
    for path in sorted(place.rglob("*")):
        if path.is_file():
            yield path.relative_to(place).as_posix(), path.read_bytes().decode("utf-8")


def _write(place: Path, made: dict[str, str]) -> None:
    """Keep *made*, and nothing of what was kept before."""
    for name, _ in list(_read(place)):
        (place / name).unlink()
    for name, text in made.items():
        path = place / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode("utf-8"))  # the same line ends on every system
