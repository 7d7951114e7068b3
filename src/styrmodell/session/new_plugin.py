"""Beginning a plugin: a distribution of its own that is installed, tested and rendered with at once."""

import re
from collections.abc import Collection, Iterator
from importlib.resources import files
from os import PathLike
from pathlib import Path
from string import Template

from styrmodell.errors import RenderError, TextError
from styrmodell.finding import Text
from styrmodell.report.word.start_master import start_master
from styrmodell.session.disk_fault import fault_text
from styrmodell.session.file_name import safe_name
from styrmodell.session.hold import hold
from styrmodell.session.write import new_folder

# "package" is the import package's folder, whatever it is called.
_PACKAGE = "package"
_FILES = (
    "pyproject.toml",
    "README.md",
    ".gitignore",
    *(f"{_PACKAGE}/{name}.py" for name in ("__init__", "check", "codes", "plugin", "profile", "report")),
    f"{_PACKAGE}/py.typed",
    *(f"tests/test_{name}.py" for name in ("check", "conformance", "report")),
    *(f"exempel/{name}" for name in ("matt.yaml", "plan.yaml", "styrmodell.toml", "varden.csv")),
)
MASTER = "mallar/rapport.docx"
_NAME = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*\Z")
_LONGEST_NAME, _LONGEST_TITLE = 40, 60
# The built-in reports have the first for prefix; the second would look like them in messages.
_RESERVED = ("generic", "styrmodell")
# What would end a text in Python, TOML or YAML, or begin a place in a finding's.
_UNSAFE = frozenset('"\\{}$')


def name_fault(name: str, taken: Collection[str] = ()) -> Text | None:
    """Why *name* cannot be a plugin's name; None when it can.

    Args:
        taken: Names of plugins that are installed.
    """
    if not _NAME.match(name) or len(name) > _LONGEST_NAME:
        return Text(
            sv=f"namnet {name!r} går inte; skriv små bokstäver a–z, siffror och bindestreck, som 'region-exempel',"
            f" högst {_LONGEST_NAME} tecken (å, ä och ö hör hemma i --title)",
            en=f"the name {name!r} will not do; write lower case a–z, digits and hyphens, like 'region-exempel',"
            f" at most {_LONGEST_NAME} characters (å, ä and ö belong in --title)",
        )
    if name in _RESERVED or safe_name(name) != name:
        return Text(
            sv=f"namnet {name!r} är upptaget av styrmodell eller av Windows; välj ett annat",
            en=f"the name {name!r} is reserved by styrmodell or by Windows; choose another",
        )
    if name in taken:
        return Text(
            sv=f"en tilläggsmodul som heter {name!r} är redan installerad; välj ett annat namn",
            en=f"a plugin called {name!r} is installed already; choose another name",
        )
    return None


def title_fault(title: str) -> Text | None:
    """Why *title* cannot be shown as a region's name; None when it can."""
    if title.strip() and title.isprintable() and len(title) <= _LONGEST_TITLE and not _UNSAFE & set(title):
        return None
    return Text(
        sv=f"rubriken {title!r} går inte; skriv en rad utan citattecken, klamrar, $ och \\,"
        f" högst {_LONGEST_TITLE} tecken",
        en=f"the title {title!r} will not do; write one line without quotes, braces, $ and \\,"
        f" at most {_LONGEST_TITLE} characters",
    )


def new_plugin(
    name: str, folder: str | PathLike[str], *, title: str = "", taken: Collection[str] = ()
) -> tuple[Path, ...]:
    """Write a distribution with a report, a check, a profile, a Word master, tests and an example.

    Args:
        name: The plugin's name, the prefix of all its keys.
        folder: Where; it is made, and may not be there.
        title: What the region is called; empty takes it from *name*.
        taken: Names of plugins that are installed.

    Returns:
        The files that were written.

    Raises:
        TextError: *name* or *title* will not do; nothing is written.
        RenderError: *folder* is there already, or cannot be written.
    """
    folder, title = Path(folder), title.strip() or name.replace("-", " ").capitalize()
    for text, fault in ((name, name_fault(name, taken)), (title, title_fault(title))):
        if fault is not None:
            raise TextError(text, fault.en)
    if folder.exists():
        raise RenderError(f"{folder} finns redan; välj en annan mapp med --out")
    made = dict(plugin_files(name, title))
    try:
        with hold(folder.parent), new_folder(folder) as temporary:
            for path, data in made.items():
                place = temporary / path
                place.parent.mkdir(parents=True, exist_ok=True)
                place.write_bytes(data)
    except OSError as error:
        raise RenderError(f"{folder}: {fault_text(error)}") from error
    return tuple(folder / path for path in made)


def plugin_files(name: str, title: str) -> Iterator[tuple[str, bytes]]:
    """(path, content) of everything in a new plugin; the same name and title give the same bytes."""
    package = f"styrmodell_{name.replace('-', '_')}"
    words = {"name": name, "package": package, "title": title}
    for path in _FILES:
        # The templates end in .txt, so that no tool takes them for code or settings of ours.
        template = files("styrmodell.session").joinpath("plugin_template", f"{path}.txt").read_text(encoding="utf-8")
        yield _placed(path, package), Template(template).substitute(words).encode()
    yield _placed(f"{_PACKAGE}/{MASTER}", package), start_master(title)


def _placed(path: str, package: str) -> str:
    """Where a file of the template goes."""
    return f"src/{package}{path.removeprefix(_PACKAGE)}" if path.startswith(f"{_PACKAGE}/") else path
