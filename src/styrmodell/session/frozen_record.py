"""What a frozen run says of itself: frysning.json, beside the input and the output it names.

Source: docs/how-to/frysa.md
"""

import json
from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from attrs import asdict, frozen

from styrmodell.aggregation.unit_orders import AS_THEN, Order
from styrmodell.errors import ReadError
from styrmodell.io.file_pattern import FROZEN_FILE, FilePattern, is_name
from styrmodell.io.workspace_file import FILE_NAME
from styrmodell.session.manifest import Output, output_of

FORMAT = 1
INPUT, OUTPUT = "indata", "ut"
_PLAN_NAMES = ("id", "unit", "period", "state", "dnr")


@frozen(kw_only=True)
class FrozenRecord:
    """A run that was frozen: for which decision, from what, and what came of it.

    Attributes:
        name: The name it was frozen under: its folder, unless that was moved.
        body: The political body that decided.
        decided: The day of its decision.
        paragraph: The paragraph of the decision ("§ 112").
        workspace: The workspace's name.
        plan: (name, text) of the plan's id, unit, period, state and dnr.
        as_of: The "today" of the run.
        order: The order of units that figures were folded in.
        reports: The reports that were asked for; empty for those the workspace calls for.
        formats: The formats that were asked for; empty for all.
        versions: (distribution, version) of styrmodell and of every plugin.
        inputs: (file, sha256) of every file in indata.
        outputs: Every file in ut, with report, unit, period and format; the report is empty for index and manifest.
        findings: What was told when it was frozen, as manifest.json has it.
        acknowledged: What was told apart, with why, by which role and until when.
    """

    name: str
    body: str
    decided: date
    paragraph: str
    workspace: str
    plan: tuple[tuple[str, str], ...]
    as_of: date
    order: Order = AS_THEN
    reports: tuple[str, ...] = ()
    formats: tuple[str, ...] = ()
    versions: tuple[tuple[str, str], ...] = ()
    inputs: tuple[tuple[str, str], ...] = ()
    outputs: tuple[Output, ...] = ()
    findings: tuple[Mapping[str, str], ...] = ()
    acknowledged: tuple[Mapping[str, str], ...] = ()


def frozen_folder(path: Path) -> Path | None:
    """The folder of the frozen run at *path*, which may be its frysning.json; None when there is none."""
    folder = path.parent if path.name == FROZEN_FILE and not path.is_dir() else path
    return folder if (folder / FROZEN_FILE).is_file() and not (folder / FILE_NAME).exists() else None


def is_frozen(path: Path) -> bool:
    """Whether *path* is a frozen run or the input of one: nothing is ever written there."""
    return any(frozen_folder(place) is not None for place in (path, path.absolute().parent))


def record_bytes(record: FrozenRecord) -> bytes:
    """The text of frysning.json: format 1, keys in a fixed order, no clock and no path of the machine."""
    on = record.order.on
    content: dict[str, Any] = {
        "format": FORMAT,
        "name": record.name,
        "decision": {"body": record.body, "date": record.decided.isoformat(), "paragraph": record.paragraph},
        "workspace": record.workspace,
        "plan": dict(record.plan),
        "as_of": record.as_of.isoformat(),
        "order": {**asdict(record.order), "on": on.isoformat() if on else ""},
        "asked": {"reports": list(record.reports), "formats": list(record.formats)},
        "versions": dict(record.versions),
        "inputs": [{"file": file, "sha256": value} for file, value in record.inputs],
        "outputs": [asdict(output) for output in record.outputs],
        "findings": [dict(finding) for finding in record.findings],
        "acknowledged": [dict(finding) for finding in record.acknowledged],
    }
    return (json.dumps(content, ensure_ascii=False, indent=2) + "\n").encode("utf-8")


def read_record(folder: Path) -> FrozenRecord:
    """Read the frysning.json of a frozen run.

    Raises:
        ReadError: It cannot be read, has another format, or names files outside the folder.
    """
    path = folder / FROZEN_FILE
    try:
        return _record(json.loads(path.read_text(encoding="utf-8")))
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise ReadError(f"{path}: no frozen run of format {FORMAT} ({type(error).__name__}: {error})") from error


def _record(content: Mapping[str, Any]) -> FrozenRecord:
    if content["format"] != FORMAT:
        raise ValueError(f"format {content['format']!r}")
    decision, order, asked, plan = (content[key] for key in ("decision", "order", "asked", "plan"))
    return FrozenRecord(
        name=str(content["name"]),
        body=str(decision["body"]),
        decided=date.fromisoformat(decision["date"]),
        paragraph=str(decision["paragraph"]),
        workspace=str(content["workspace"]),
        plan=tuple((name, str(plan[name])) for name in _PLAN_NAMES),
        as_of=date.fromisoformat(content["as_of"]),
        order=_order(order),
        reports=tuple(map(str, asked["reports"])),
        formats=tuple(map(str, asked["formats"])),
        versions=tuple((str(name), str(value)) for name, value in content["versions"].items()),
        inputs=tuple((_inside(entry["file"]), str(entry["sha256"])) for entry in content["inputs"]),
        outputs=read_entries(content["outputs"]),
        findings=_findings(content["findings"]),
        acknowledged=_findings(content.get("acknowledged", ())),
    )


def _findings(entries: Iterable[Mapping[str, Any]]) -> tuple[Mapping[str, str], ...]:
    return tuple({str(key): str(text) for key, text in entry.items()} for entry in entries)


def _order(content: Mapping[str, Any]) -> Order:
    on = str(content["on"])
    return Order(
        hierarchy=str(content["hierarchy"]),
        on=date.fromisoformat(on) if on else None,
        as_now=content["as_now"] is True,
    )


def read_entries(entries: Iterable[Mapping[str, Any]]) -> tuple[Output, ...]:
    """The outputs that a record or a manifest names.

    Raises:
        KeyError, TypeError: An entry lacks something.
        ValueError: A file lies outside the folder.
    """
    found = map(output_of, entries)
    return tuple(output for output in found if _inside(output.file))


def _inside(file: object) -> str:
    """*file*, which may only mean a file below the folder: the record may have come from anywhere."""
    if not isinstance(file, str) or not file.strip() or not is_name(file) or not FilePattern.parse(file).is_inside:
        raise ValueError(f"the file {file!r}")
    return file
