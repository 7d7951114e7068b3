"""One world of many: python tests/world.py FOLDER EXAMPLE… makes every kind of document there, and prints their hashes.

Run in surroundings of all kinds: what is written must not tell which. Prints JSON: document → SHA-256; example and
command → what it said.
"""

import io
import json
import os
import re
import shutil
import sys
from collections.abc import Iterator
from contextlib import redirect_stderr, redirect_stdout
from hashlib import sha256
from pathlib import Path
from zipfile import ZipFile, ZipInfo

import openpyxl

from styrmodell.cli.main import run

EXAMPLES = Path(__file__).resolve().parents[1] / "examples"
# The examples that are also frozen, compared, saved, and sent out and collected as forms.
WHOLE = ("vasternorrland-fiktiv-2020", "galleri")
_FOLDER = "MAPP"
_DECISION = ("--body", "Nämnden", "--date", "2020-06-01", "--paragraph", "§ 7", "--name", "beslut")
_MODIFIED = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*")
_FOUR_YEARS = 4 * 365 * 86_400


def copy_example(example: str, folder: Path, *, backwards: bool) -> Path:
    """A copy of an example; *backwards* lays its files in the opposite order, each older than the one before."""
    made = folder / example
    paths = sorted(path for path in (EXAMPLES / example).rglob("*") if path.is_file())
    for number, path in enumerate(paths[::-1] if backwards else paths):
        target = made / path.relative_to(EXAMPLES / example)
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, target)
        if backwards:
            os.utime(target, (_FOUR_YEARS + number, _FOUR_YEARS - number))
    return made


def commands(yard: Path, out: Path) -> Iterator[tuple[str, ...]]:
    """What is done with a workspace at *yard*."""
    yield "render", str(yard), "--out", str(out / "ut")
    if yard.name not in WHOLE:
        return
    data = ("--format", "csv", "--format", "json")
    yield "render", str(yard), "--report", "generic.observationer", *data, "--out", str(out / "uppgifter")
    yield "check", str(yard), "--format", "json"
    yield "freeze", str(yard), *_DECISION
    yield "save", str(yard), "--out", str(out / "sparad")
    yield "form", str(yard), "--out", str(out / "formulär")
    spoil_forms(out / "formulär", out / "inkorg")
    yield "collect", str(yard), str(out / "inkorg"), "--out", str(out / "att rätta")
    yield "diff", str(yard / "frysta" / "beslut"), str(yard), "--out", str(out / "ändrat")
    yield "rollover", str(yard), "--to", "2030", "--out", str(out / "nästa")
    yield "calendar", str(yard), "--format", "ics", "--out", str(out / "kalender.ics")


def spoil_forms(sent: Path, inbox: Path) -> None:
    """Every form comes back with words in the first cells that take figures."""
    inbox.mkdir(parents=True, exist_ok=True)
    for path in sorted(sent.glob("*.xlsx")):
        book = openpyxl.load_workbook(path)
        open_cells = [
            cell
            for sheet in book.worksheets
            for row in sheet.iter_rows()
            for cell in row
            if not cell.protection.locked and cell.number_format != "@" and cell.number_format != "General"
        ]
        for cell in open_cells[:2]:
            cell.value = "ringde controllern"
        saved = io.BytesIO()
        book.save(saved)
        (inbox / path.name).write_bytes(without_time(saved.getvalue()))


def without_time(data: bytes) -> bytes:
    """A workbook as openpyxl saves it, without the time of that: what comes back is to be the same everywhere."""
    made = io.BytesIO()
    with ZipFile(io.BytesIO(data)) as package, ZipFile(made, "w") as other:
        for name in package.namelist():
            other.writestr(ZipInfo(name), _MODIFIED.sub(rb"\g<1>2020-01-01T00:00:00Z", package.read(name)))
    return made.getvalue()


def hashes(yard: Path, out: Path) -> Iterator[tuple[str, str]]:
    """(place, SHA-256) of all that was written; forms that came back were not."""
    for root, name in ((out, ""), (yard / "frysta", "frysta/"), (yard / "insamlat", "insamlat/")):
        for path in sorted(root.rglob("*")):
            if path.is_file() and "inkorg" not in path.relative_to(root).parts:
                yield name + path.relative_to(root).as_posix(), sha256(path.read_bytes()).hexdigest()


def main(folder: Path, examples: list[str]) -> dict[str, str]:
    """Make the documents of every example, and say what each is."""
    backwards = bool(os.environ.get("STYRMODELL_TEST_BACKWARDS"))
    made: dict[str, str] = {}
    for example in examples:
        yard, out = copy_example(example, folder, backwards=backwards), folder / f"ut ur {example}"
        for command in commands(yard, out):
            said, told = io.StringIO(), io.StringIO()
            with redirect_stdout(said), redirect_stderr(told):
                ended = run([*command, "--lang", "sv"])
            words = (said.getvalue() + told.getvalue()).replace(str(folder), _FOLDER)
            made[f"{example} {' '.join(command).replace(str(folder), _FOLDER)}"] = f"{ended}\n{words}"
        made.update((f"{example}/{place}", value) for place, value in hashes(yard, out))
    return made


if __name__ == "__main__":
    print(json.dumps(main(Path(sys.argv[1]), sys.argv[2:]), ensure_ascii=False))
