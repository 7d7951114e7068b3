"""The same input gives the same bytes, whatever the surroundings: one process for each world, many axes at once.

Hash seeds, time zones, locales, umask, working folder, home, temporary folder, width of the window, where the workspace
lies and how its name is written, in which order its files were laid there and when, where the program is installed, and
whether Python checks what it asserts.
"""

import json
import os
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path, PurePosixPath

import pytest
from attrs import frozen
from tests.example_plugins import lacking
from tests.world import EXAMPLES, WHOLE

SCRIPT = Path(__file__).with_name("world.py")
PACKAGES = ("styrmodell", "styrmodell_dalarna", "styrmodell_jamtland_harjedalen", "styrmodell_vasternorrland")
EXAMPLE_NAMES = sorted(path.parent.name for path in EXAMPLES.glob("*/styrmodell.toml"))
FAULTY = "felaktig-arbetsbok"
# What the documents of WHOLE are, by what stands last in their names; each kind must have been made.
KINDS = (".docx", ".xlsx", ".html", ".csv", ".json", ".ics", ".yaml", ".toml")


@frozen(kw_only=True)
class World:
    """Surroundings.

    Attributes:
        name: Its folder.
        settings: Environment.
        options: Of Python.
        umask: What new files may not be.
        elsewhere: Whether the program is a copy of what is installed, in another place.
    """

    name: str
    settings: dict[str, str]
    options: tuple[str, ...] = ()
    umask: int = 0o022
    elsewhere: bool = False


WORLDS = (
    World(
        name="a",
        settings={"PYTHONHASHSEED": "0", "TZ": "UTC", "LC_ALL": "C.UTF-8", "PYTHONUTF8": "1", "COLUMNS": "80"},
    ),
    World(
        name="Värld två/med mellanslag och åäö",
        settings={
            "PYTHONHASHSEED": "4711",
            "TZ": "Asia/Tokyo",
            "LC_ALL": "C",
            "LANG": "sv_SE.UTF-8",
            "COLUMNS": "41",
            "PYTHONUTF8": "1",
            "STYRMODELL_TEST_BACKWARDS": "1",
            "SOURCE_DATE_EPOCH": "1",
            "NO_COLOR": "1",
        },
        options=("-O",),
        umask=0o077,
        elsewhere=True,
    ),
)


def examples() -> list[str]:
    return [name for name in EXAMPLE_NAMES if name not in lacking()]


def made_in(world: World, base: Path) -> dict[str, str]:
    """What one process writes in *world*: document → hash."""
    folder, home = base / world.name, base / "hem"
    folder.mkdir(parents=True)
    home.mkdir(exist_ok=True)
    path = [str(SCRIPT.parents[1])]
    if world.elsewhere:
        path.insert(0, str(copied_program(base / "program")))
    environment = {**os.environ, **world.settings, "PYTHONPATH": os.pathsep.join(path)}
    if world.elsewhere:
        environment |= {"HOME": str(home), "USERPROFILE": str(home), "TMPDIR": str(home), "TMP": str(home)}
    done = subprocess.run(
        [sys.executable, *world.options, str(SCRIPT), str(folder), *examples()],
        cwd=folder if world.elsewhere else base,
        env=environment,
        umask=world.umask,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stderr[-3000:]
    return dict(json.loads(done.stdout))


def copied_program(place: Path) -> Path:
    """The packages as they are installed, in another folder."""
    for name in PACKAGES:
        spec = find_spec(name)
        if spec is not None and spec.origin is not None:
            shutil.copytree(Path(spec.origin).parent, place / name, ignore=shutil.ignore_patterns("__pycache__"))
    return place


@pytest.fixture(scope="module")
def worlds(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[dict[str, str], ...]]:
    base = tmp_path_factory.mktemp("världar")
    yield tuple(made_in(world, base) for world in WORLDS)
    shutil.rmtree(base)


@pytest.mark.parametrize("example", EXAMPLE_NAMES)
def test_an_example_is_the_same_in_two_worlds(example: str, worlds: tuple[dict[str, str], ...]) -> None:
    if example in lacking():
        pytest.skip(f"needs the plugin {lacking()[example]}")
    one, other = ({key: value for key, value in world.items() if belongs(key, example)} for world in worlds)
    # Of an example that is full of faults nothing is written, and what is said of them is compared.
    assert any(key.startswith(f"{example} render ") for key in one)
    assert len(one) > len(("render", "manifest.json", "index.html")) or example == FAULTY
    assert one == other


def belongs(key: str, example: str) -> bool:
    return key.startswith((f"{example}/", f"{example} "))


@pytest.mark.parametrize("example", WHOLE)
def test_every_kind_of_document_was_made_to_compare(example: str, worlds: tuple[dict[str, str], ...]) -> None:
    if example in lacking():
        pytest.skip(f"needs the plugin {lacking()[example]}")
    made = [PurePosixPath(key.removeprefix(f"{example}/")) for key in worlds[0] if key.startswith(f"{example}/")]
    folders = Counter(path.parts[0] for path in made)
    wanted = {"uppgifter", "ut", "frysta", "sparad", "formulär", "ändrat", "nästa"}
    assert wanted <= set(folders)
    assert {".docx", ".xlsx", ".html"} <= {path.suffix for path in made if path.parts[0] == "ändrat"}


def test_together_they_are_all_that_the_program_writes(worlds: tuple[dict[str, str], ...]) -> None:
    made = [PurePosixPath(key) for key in worlds[0] if "/" in key.partition(" ")[0]]
    assert set(KINDS) <= {path.suffix for path in made}
    if not lacking():
        assert any("Att rätta" in path.name for path in made)
