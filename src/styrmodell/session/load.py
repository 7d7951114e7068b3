"""Loading: from a folder to a workspace. Content never raises; what is wrong becomes findings."""

from datetime import date
from os import PathLike
from pathlib import Path
from typing import Any

from attrs import asdict, evolve

from styrmodell.errors import ReadError
from styrmodell.finding import Finding, Findings
from styrmodell.io.codes import OPEN_FAILED
from styrmodell.io.file_pattern import FROZEN_FILE
from styrmodell.io.load_folder import FolderContent, read_folder
from styrmodell.model.ids import near_names
from styrmodell.model.plan import Plan
from styrmodell.model.profile import Profile
from styrmodell.plugins.registry import Registry, make_registry
from styrmodell.session.acknowledge.match import marked
from styrmodell.session.codes import NO_PLAN, PROFILE_TOO_NEW, UNKNOWN_PROFILE
from styrmodell.session.frozen_files import compare_inputs
from styrmodell.session.frozen_record import INPUT, frozen_folder, read_record
from styrmodell.session.plan_check import check_sound
from styrmodell.session.template import read_masters
from styrmodell.session.texts import read_texts
from styrmodell.session.workspace import Workspace
from styrmodell.source import Source

_PLAIN = Profile(key="", valid_from=date.min)


def load(path: str | PathLike[str], *, registry: Registry | None = None, as_of: date | None = None) -> Workspace:
    """Load a workspace.

    Args:
        path: The folder, or its styrmodell.toml; or a frozen run, whose input, day and order of units are then used.
        registry: Plugins to use; None loads those that are installed.
        as_of: "Today" instead of the workspace's; also chooses which of the profile's versions holds.

    Returns:
        The workspace with everything that could be read, and findings (SM1xx, SM2xx, SM5xx) for what could not;
        SM432 to SM434 where the input of a frozen run is not what it was. Its plan is None when no plan could be read.
    """
    used = make_registry() if registry is None else registry
    folder = frozen_folder(Path(path))
    return _load_folder(Path(path), used, as_of) if folder is None else _load_frozen(folder, used, as_of)


def _load_frozen(folder: Path, registry: Registry, as_of: date | None) -> Workspace:
    try:
        record = read_record(folder)
    except ReadError as error:
        told = OPEN_FAILED.at(Source(file=FROZEN_FILE), found=str(error), found_en=str(error), **_FROZEN)
        unread = _load_folder(folder, registry, as_of)
        return evolve(unread, findings=Findings.gather(registry.findings, (told,)))
    read = _load_folder(folder / INPUT, registry, as_of or record.as_of)
    findings = Findings.gather(read.findings, compare_inputs(record.inputs, read.inputs, f"{INPUT}/"))
    return evolve(read, order=record.order, findings=findings)


_FROZEN = {"expected": "det som freeze skrev", "expected_en": "what freeze wrote"}


def _load_folder(path: Path, used: Registry, as_of: date | None) -> Workspace:
    content = read_folder(path)
    today = as_of or (content.workspace.as_of if content.workspace is not None else date.min)
    profile, doubts = _profile(content, used, today)
    plan = _plan(content)
    missing = _no_plan(content) if plan is None else ()
    checked = check_sound(plan, used, profile, today) if plan is not None else ()
    workspace = content.workspace
    texts, illegible = read_texts(content.texts, plan)
    masters, unread = read_masters(path, workspace.settings if workspace is not None else ())
    findings = Findings.gather(used.findings, content.findings, illegible, unread, doubts, missing, checked)
    own = {master.file: master.sha256 for master in masters.values()}
    return Workspace(
        path=path,
        name=workspace.name if workspace is not None else "",
        plan=plan,
        as_of=today,
        profile=profile,
        registry=used,
        include=workspace.include if workspace is not None else (),
        settings=dict(workspace.settings) if workspace is not None else {},
        masters=masters,
        texts=texts,
        inputs=tuple(sorted([*content.inputs, *own.items()])),
        ledgers=content.ledgers,
        changes=content.changes,
        findings=marked(findings, plan.acknowledgements if plan is not None else (), today),
    )


def _plan(content: FolderContent) -> Plan | None:
    head = content.head
    if head is None:
        return None
    parts: dict[str, Any] = {**asdict(head, recurse=False), "units": (), **content.objects}
    return Plan(**parts, observations=content.observations)


def _no_plan(content: FolderContent) -> tuple[Finding, ...]:
    """Told only when nothing else explains why there is no plan."""
    if content.findings.errors():
        return ()
    return (NO_PLAN.at(Source(file="styrmodell.toml")),)


def _profile(content: FolderContent, registry: Registry, as_of: date) -> tuple[Profile, tuple[Finding, ...]]:
    """The profile the workspace names: a plugin's newest that is valid, or the workspace's own."""
    workspace = content.workspace
    name = workspace.profile if workspace is not None else ""
    if not name:
        return content.profile or _PLAIN, ()
    if content.profile is not None and name in (content.profile.key, content.profile.source.file):
        return content.profile, ()
    source = Source(file="styrmodell.toml", place="workspace.profile")
    dated = sorted(registry.profiles.get(name, ()), key=lambda profile: profile.valid_from)
    if not dated:
        known = tuple(registry.profiles)
        listed = ", ".join(known) or "–"
        return _PLAIN, (UNKNOWN_PROFILE.at(source, name=name, known=listed, near=near_names(name, known)),)
    valid = [profile for profile in dated if profile.valid_from <= as_of]
    if not valid:
        first = dated[0].valid_from.isoformat()
        return dated[0], (PROFILE_TOO_NEW.at(source, name=name, found=first, expected=as_of.isoformat()),)
    return valid[-1], ()
