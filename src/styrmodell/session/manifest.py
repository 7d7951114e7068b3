"""The manifest: what a run wrote, from what, so that a document can be traced and a hand-edited one is noticed."""

import json
from collections.abc import Iterable, Mapping
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path
from typing import Any

from attrs import asdict, frozen

from styrmodell.finding import Finding, Findings
from styrmodell.plugins.registry import Registry

FORMAT = 1
NAME = "manifest.json"
NO_REPORT = ""  # what it says of files that are no report


@frozen(kw_only=True)
class Output:
    """One file that a run wrote; *file* is its name in the output folder."""

    report: str
    unit: str
    period: str
    format: str
    file: str
    sha256: str


def digest(data: bytes) -> str:
    """SHA-256 of *data* in hexadecimal."""
    return sha256(data).hexdigest()


def read_outputs(folder: Path) -> tuple[Output, ...]:
    """What earlier runs wrote in *folder*; nothing when there is no manifest or it cannot be read."""
    return _read_entries(folder, "outputs")


def read_left(folder: Path) -> tuple[Output, ...]:
    """What of it nobody asked for any more when the last of them ended."""
    return _read_entries(folder, "left")


def _read_entries(folder: Path, key: str) -> tuple[Output, ...]:
    try:
        content = json.loads((folder / NAME).read_text(encoding="utf-8"))
        return tuple(output_of(entry) for entry in content[key])
    except (OSError, ValueError, KeyError, TypeError):
        return ()


def output_of(entry: Mapping[str, object]) -> Output:
    """The output that an entry of a manifest names.

    Raises:
        KeyError, TypeError: It lacks something.
    """
    names = ("report", "unit", "period", "format", "file", "sha256")
    return Output(**{name: str(entry[name]) for name in names})


def manifest_bytes(
    outputs: Iterable[Output],
    *,
    left: Iterable[Output] = (),
    workspace: str,
    as_of: str,
    inputs: Iterable[tuple[str, str]],
    versions: Iterable[tuple[str, str]],
    findings: Findings,
) -> bytes:
    """The manifest's text: format 1, keys in a fixed order, no clock and no path of the machine.

    Args:
        left: Files of earlier runs that still stand and that nobody asks for any more.
    """
    content: dict[str, Any] = {
        "format": FORMAT,
        "workspace": workspace,
        "as_of": as_of,
        "versions": dict(versions),
        "inputs": [{"file": file, "sha256": value} for file, value in inputs],
        "outputs": [asdict(output) for output in outputs],
        "left": [asdict(output) for output in left],
        "findings": [finding_data(finding) for finding in findings.open()],
        "acknowledged": [finding_data(finding) for finding in findings.acknowledged()],
    }
    return (json.dumps(content, ensure_ascii=False, indent=2) + "\n").encode("utf-8")


def versions_of(registry: Registry) -> tuple[tuple[str, str], ...]:
    """(distribution, version) of styrmodell and of every plugin, in the order of names."""
    plugins = [plugin.distribution.split(" ") for plugin in registry.plugins]
    found = {name: rest[0] if rest else "" for name, *rest in plugins}
    return tuple(sorted({**found, "styrmodell": version("styrmodell")}.items()))


def finding_data(finding: Finding) -> dict[str, str]:
    """*finding* as a manifest has it, in Swedish; one that is acknowledged says why, by which role and until when."""
    known = finding.acknowledged
    said = {"why": known.why, "role": known.role, "until": known.until.isoformat()} if known is not None else {}
    return {
        "code": finding.code.code,
        "severity": finding.code.severity.value,
        "file": finding.source.file,
        "place": finding.source.place,
        "found": finding.found(),
        "expected": finding.expected(),
        "do": finding.do(),
        **said,
    }
