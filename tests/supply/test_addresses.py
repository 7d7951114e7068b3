"""The code holds no address to call, and no module that could: only names of XML vocabularies look like addresses."""

import ast
import re
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile, is_zipfile

import pytest

ROOT = Path(__file__).parents[2]
SOURCES = (ROOT / "src", *sorted((ROOT / "plugins").glob("*/src")))
ADDRESS = re.compile(r"(?:https?|ftp|wss?)://[^\s\"'<>)\\}]*")
# Names of vocabularies: whoever reads the files never goes there.
NAMES = (
    "http://schemas.openxmlformats.org/",
    "http://schemas.microsoft.com/office/",
    "http://www.w3.org/1999/",
    "http://www.w3.org/2000/svg",
    "http://www.w3.org/2001/",
    "http://www.w3.org/XML/1998/namespace",
    "http://purl.org/dc/",
    "https://json-schema.org/draft/2020-12/schema",
)
# How an address begins, where texts are looked through for them, or where words tell how one is written.
BEGINNINGS = ("http://", "https://", "https://…")
NETWORK = frozenset(
    {
        *("socket", "socketserver", "ssl", "asyncio", "http", "urllib.request", "xmlrpc", "webbrowser"),
        *("ftplib", "smtplib", "imaplib", "poplib", "telnetlib", "nntplib"),
        *("requests", "httpx", "aiohttp", "urllib3"),
    }
)
# Other programs could call where we do not.
PROCESSES = frozenset({"subprocess", "multiprocessing", "pty"})


def files(*ends: str) -> list[Path]:
    return [path for source in SOURCES for path in sorted(source.rglob("*")) if path.suffix in ends]


def texts() -> Iterator[tuple[str, str]]:
    """(file, text) of everything that a wheel holds; of an Office template each of its parts."""
    for path in (path for source in SOURCES for path in sorted(source.rglob("*")) if path.is_file()):
        data, name = path.read_bytes(), path.relative_to(ROOT).as_posix()
        if path.suffix == ".pyc":
            continue
        if is_zipfile(BytesIO(data)):
            with ZipFile(BytesIO(data)) as package:
                yield from (
                    (f"{name} {part}", package.read(part).decode("utf-8", "replace")) for part in package.namelist()
                )
        else:
            yield name, data.decode("utf-8", "replace")


def test_every_address_is_the_name_of_a_vocabulary() -> None:
    found = {(name, address) for name, text in texts() for address in ADDRESS.findall(text)}
    assert found, "nothing was looked through"
    others = {one for one in found if not one[1].startswith(NAMES) and one[1] not in BEGINNINGS}
    assert others == set()


def imported(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_bytes())):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


@pytest.mark.parametrize("banned", [NETWORK, PROCESSES], ids=["network", "processes"])
def test_no_module_can_call_anybody(banned: frozenset[str]) -> None:
    found = {
        f"{path.relative_to(ROOT).as_posix()}: {name}"
        for path in files(".py")
        for name in imported(path)
        if any(name == one or name.startswith(f"{one}.") for one in banned)
    }
    assert found == set()
