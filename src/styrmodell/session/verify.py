"""Verifying: that files are what they were, and that the figures are those that the input gives."""

import json
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from os import PathLike
from pathlib import Path
from tempfile import TemporaryDirectory

from attrs import evolve, frozen

from styrmodell.errors import ReadError, StyrmodellError
from styrmodell.finding import Finding, Findings, FindingsError
from styrmodell.io.file_pattern import FROZEN_FILE
from styrmodell.model.period import Period
from styrmodell.plugins.registry import Registry, make_registry
from styrmodell.report.codes import INTERRUPTED
from styrmodell.report.spec import ALL_FORMATS
from styrmodell.session.freeze import copy_inputs, render_kept
from styrmodell.session.frozen_codes import EXTRA, NOT_RECOMPUTED, OTHER_VERSIONS, UNKNOWN_FILE
from styrmodell.session.frozen_files import compare_files, compare_inputs, digest_of, is_noise
from styrmodell.session.frozen_record import INPUT, OUTPUT, FrozenRecord, frozen_folder, read_entries, read_record
from styrmodell.session.hold import OWN_NAMES
from styrmodell.session.left_behind import told_left
from styrmodell.session.load import load
from styrmodell.session.manifest import NAME, Output, versions_of
from styrmodell.session.output_folder import was_interrupted
from styrmodell.session.recompute import Comparison, Recomputed, Sameness
from styrmodell.session.rendered import CELLS
from styrmodell.session.run import Job, Order, Run, run_jobs
from styrmodell.session.workspace import Workspace
from styrmodell.source import Source

# Where findings about the whole are.
_PLACE = "omräkningen"


@frozen(kw_only=True)
class Verified:
    """What came of verifying.

    Attributes:
        findings: SM432 to SM439, SM445, SM449: what is changed, missing, extra or left by an earlier run, and figures
            that a recomputation does not give.
        sha256: Of frysning.json or manifest.json, which names the hashes of all other files: the same as when it was
            written, if that was noted elsewhere.
        outputs: How many documents and other files were noted.
        inputs: How many files of input were noted.
        sameness: Whether a recomputation gave the same "bytes", the same figures in all "cells", or "differs"; "no"
            when there was nothing to recompute from.
    """

    findings: Findings
    sha256: str
    outputs: int
    inputs: int
    sameness: Sameness


@frozen(kw_only=True)
class _Manifest:
    as_of: date
    versions: tuple[tuple[str, str], ...]
    inputs: tuple[tuple[str, str], ...]
    outputs: tuple[Output, ...]
    left: tuple[Output, ...]


def verify(
    path: str | PathLike[str],
    *,
    workspace: str | PathLike[str] | None = None,
    registry: Registry | None = None,
) -> Verified:
    """Verify a frozen run, or an output folder of render.

    Args:
        path: The folder of the frozen run, or a folder with a manifest.json.
        workspace: For an output folder: the workspace it was made from. Without it, input is not compared and nothing
            is recomputed. A frozen run has its own input.
        registry: Plugins to use; None loads those that are installed.

    Raises:
        ReadError: It is neither, or its frysning.json or manifest.json cannot be read.
    """
    used = make_registry() if registry is None else registry
    folder = frozen_folder(Path(path))
    if folder is not None:
        return _frozen(folder, used)
    place = Path(path)
    return _output(place.parent if place.name == NAME else place, workspace, used)


def _frozen(folder: Path, registry: Registry) -> Verified:
    record = read_record(folder)
    inputs = compare_files(folder / INPUT, dict(record.inputs), prefix=f"{INPUT}/")
    outputs = compare_files(folder / OUTPUT, _hashes(record.outputs), prefix=f"{OUTPUT}/")
    others = sorted(path.name for path in folder.iterdir() if path.name not in (INPUT, OUTPUT, FROZEN_FILE))
    extra = [EXTRA.at(Source(file=name)) for name in others if not is_noise(name)]
    versions = _versions(record.versions, registry)

    def make(made: Path) -> Run:
        return render_kept(_copied(folder, record, registry, made), _asked(record), made / OUTPUT)

    if len(inputs.whole) < len(dict(record.inputs)):
        recomputed = _stopped("indata är inte vad de var", "the input is not what it was")
    else:
        recomputed = _recompute(
            folder / OUTPUT,
            outputs.whole,
            record.outputs,
            make,
            same_versions=not versions,
            prefix=f"{OUTPUT}/",
        )
    told = (inputs.findings, outputs.findings, extra, versions, recomputed.findings)
    return Verified(
        findings=Findings.gather(*told),
        sha256=digest_of(folder / FROZEN_FILE) or "",
        outputs=len(record.outputs),
        inputs=len(record.inputs),
        sameness=recomputed.sameness,
    )


def _asked(record: FrozenRecord) -> Order:
    return Order(reports=record.reports, formats=record.formats)


def _copied(folder: Path, record: FrozenRecord, registry: Registry, made: Path) -> Workspace:
    """The workspace of a copy of the input: a file that was put beside it since then is no part of that."""
    copy_inputs(record.inputs, folder / INPUT, made / INPUT)
    return evolve(load(made / INPUT, registry=registry, as_of=record.as_of), order=record.order)


def _output(folder: Path, workspace: str | PathLike[str] | None, registry: Registry) -> Verified:
    manifest = _read_manifest(folder)
    # What nobody asks for any more may be removed; what somebody changed of it is told as any file of theirs.
    left = [output for output in manifest.left if digest_of(folder / output.file) == output.sha256]
    known = (NAME, *OWN_NAMES, *(output.file for output in left))
    files = compare_files(folder, _hashes(manifest.outputs), extra=UNKNOWN_FILE, but=known)
    stopped_run = Findings((INTERRUPTED.at(Source(file=NAME)),) if was_interrupted(folder) else ())
    versions, recomputed = Findings(), Recomputed()
    if workspace is not None:
        loaded = load(workspace, registry=registry, as_of=manifest.as_of)
        documents = tuple(output for output in manifest.outputs if output.report)

        def make(made: Path) -> Run:
            return run_jobs(loaded, _jobs(loaded, documents), made / OUTPUT)

        # Where there is no workspace at all, that is what is wrong, and not each of its files.
        no_workspace = Findings() if loaded.inputs else loaded.findings.errors()
        if changed := no_workspace or compare_inputs(manifest.inputs, loaded.inputs):
            stopped = _stopped("arbetsytans filer är inte vad de var", "the workspace's files are not what they were")
            recomputed = evolve(stopped, findings=Findings.gather(changed, stopped.findings))
        elif documents:
            versions = _versions(manifest.versions, registry)
            recomputed = _recompute(folder, files.whole, documents, make, same_versions=not versions)
    return Verified(
        findings=Findings.gather(stopped_run, files.findings, told_left(left), versions, recomputed.findings),
        sha256=digest_of(folder / NAME) or "",
        outputs=len(manifest.outputs),
        inputs=len(manifest.inputs),
        sameness=recomputed.sameness,
    )


def _read_manifest(folder: Path) -> _Manifest:
    path = folder / NAME
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
        return _Manifest(
            as_of=date.fromisoformat(content["as_of"]),
            versions=tuple((str(name), str(value)) for name, value in content["versions"].items()),
            inputs=tuple((str(entry["file"]), str(entry["sha256"])) for entry in content["inputs"]),
            outputs=read_entries(content["outputs"]),
            left=read_entries(content.get("left", ())),
        )
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise ReadError(f"{folder}: no {FROZEN_FILE} or {NAME} to verify ({type(error).__name__}: {error})") from error


def _jobs(workspace: Workspace, documents: Sequence[Output]) -> tuple[Job, ...]:
    """What makes *documents* again, under the names they have and with the lists of cells that are among them."""
    names = {output.file for output in documents}
    return tuple(
        Job(
            spec=workspace.publisher.spec(output.report),
            unit=output.unit,
            period=Period.parse(output.period),
            form=form,
            stem=output.file.removesuffix(f".{form}"),
            cells=output.file + CELLS in names,
        )
        for output in documents
        for form in ALL_FORMATS
        if output.format == form and not output.file.endswith(CELLS)
    )


def _recompute(
    kept: Path,
    whole: frozenset[str],
    noted: Sequence[Output],
    make: Callable[[Path], Run],
    *,
    same_versions: bool,
    prefix: str = "",
) -> Recomputed:
    """Make the documents again in a temporary folder, and compare them; SM437 where that cannot be done."""
    with TemporaryDirectory(prefix="styrmodell-") as temporary:
        made = Path(temporary)
        try:
            failed = make(made).failed
        except FindingsError as error:
            failed = error.findings
        except StyrmodellError as error:
            return _stopped(str(error), str(error))
        if failed:
            return _stopped(*(_words(failed[0], lang) for lang in ("sv", "en")))
        comparison = Comparison(
            kept=kept,
            whole=whole,
            made=made / OUTPUT,
            same_versions=same_versions,
            prefix=prefix,
        )
        return comparison.compare(noted)


def _stopped(found: str, found_en: str) -> Recomputed:
    return Recomputed(findings=Findings((NOT_RECOMPUTED.at(Source(file=_PLACE), found=found, found_en=found_en),)))


def _words(finding: Finding, lang: str) -> str:
    return f"{finding.code.code} {finding.source}: {finding.found(lang)}"


def _versions(then: tuple[tuple[str, str], ...], registry: Registry) -> Findings:
    """SM436 when other versions of styrmodell or the plugins are installed."""
    now = versions_of(registry)
    if dict(then) == dict(now):
        return Findings()
    words = [", ".join(f"{name} {value}".strip() for name, value in pairs if pairs) for pairs in (now, then)]
    return Findings((OTHER_VERSIONS.at(Source(file=_PLACE), found=words[0], expected=words[1]),))


def _hashes(outputs: Iterable[Output]) -> dict[str, str]:
    return {output.file: output.sha256 for output in outputs}
