"""A whole workspace with one file spoiled, as one input: the file's name, a line break, its bytes."""

import tempfile
from functools import cache
from pathlib import Path

from tests.fuzz import seeds
from tests.fuzz.mutate import spoiled
from tests.io.workbooks import zipped

from styrmodell.finding import Findings
from styrmodell.io.save.json_file import plan_json
from styrmodell.plugins.registry import Registry, make_registry
from styrmodell.session.load import load


@cache
def _files() -> dict[str, bytes]:
    rows = seeds.sheet_rows(b"enhet;matt;period;varde;slag\nmedicin;ekonomi;2022;1 234,5;netto\n")
    return dict(seeds.workspace(zipped({**seeds.book_parts(rows, "Utfall")})))


@cache
def _registry() -> Registry:
    return make_registry()


@cache
def _folder() -> tempfile.TemporaryDirectory[str]:
    """The sound workspace, written once; it goes when the process ends."""
    made = tempfile.TemporaryDirectory(prefix="styrmodell-fuzz-")
    for name, data in _files().items():
        path = Path(made.name) / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    return made


def spoiled_workspace(number: int) -> bytes:
    """One of the files, spoiled."""
    names = sorted(_files())
    name = names[number % len(names)]
    return name.encode() + b"\n" + spoiled(_files()[name], number)


def read_workspace(data: bytes) -> Findings:
    """Load the workspace with that file in place of the sound one; what is read without fault can be saved."""
    name, _, content = data.partition(b"\n")
    good = _files().get(name.decode("utf-8", "replace"))
    if good is None:
        return Findings()
    path = Path(_folder().name) / name.decode()
    path.write_bytes(content)
    try:
        workspace = load(path.parents[name.count(b"/")], registry=_registry())
    finally:
        path.write_bytes(good)
    if workspace.plan is not None and not workspace.findings.errors():
        plan_json(workspace.plan)
    return workspace.findings
