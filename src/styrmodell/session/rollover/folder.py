"""The files of a workspace that was rolled over: those of the old one as they are, where all in them follows."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from decimal import DecimalException
from pathlib import Path, PurePosixPath
from typing import Any

from attrs import evolve, frozen

from styrmodell.finding import Finding
from styrmodell.io.file_pattern import FilePattern
from styrmodell.io.kinds import OBJECT_KINDS
from styrmodell.io.plan_head import PlanHead
from styrmodell.io.save.csv_figures import figures_csv
from styrmodell.io.save.json_file import document, head_of
from styrmodell.io.save.yaml_file import FORMAT, json_file, yaml_file
from styrmodell.io.sources import SourceFormat, format_of
from styrmodell.io.tables.read_csv import csv_observations
from styrmodell.io.workspace_file import FILE_NAME, WorkspaceFile
from styrmodell.model.number import MONEY_FACTORS
from styrmodell.model.observation import Observation
from styrmodell.model.plan import Plan
from styrmodell.model.profile import Profile
from styrmodell.session.rollover.codes import COMMENTS_LOST
from styrmodell.session.rollover.comments import OLD_HEAD, head_comment, lost_comments
from styrmodell.session.rollover.rolled import Rolled
from styrmodell.session.rollover.settings import fitting_patterns, settings_text
from styrmodell.session.workspace import Workspace
from styrmodell.source import Source

NOTE = "overrullning.md"
_YAML = (".yaml", ".yml")
_HEAD = "plan.yaml"
_NOWHERE = "<python>"
_STARTS = "ingangsvarden"
_CARRIED = re.compile(r"fran-\d{4}/")


@frozen(kw_only=True)
class NewFile:
    """A file of the new workspace.

    Attributes:
        format: How it is written; None for one that is not read as data (a Word file, a code plan).
    """

    name: str
    data: bytes
    format: SourceFormat | None = None
    is_listed: bool = True


@frozen(kw_only=True)
class Folder:
    """Makes the files.

    Attributes:
        root: The old workspace's folder.
        file: What its styrmodell.toml says.
        text: That file as it stands.
        as_of: The new workspace's day.
    """

    rolled: Rolled
    workspace: Workspace
    plan: Plan
    root: Path
    file: WorkspaceFile
    text: str
    as_of: date
    profile: Profile | None = None

    def files(self) -> tuple[NewFile, ...]:
        """Every file but the note.

        Raises:
            ValueError: Two files would have one name.
            OSError: A file of the old workspace cannot be read any more.
            TextError: A text that no file can hold.
        """
        copied = tuple(self._copied())
        names = {one.name for one in copied}
        made = (*copied, *self._objects(names), *self._figures(), *self._profile(names), *self._others(names))
        if len({one.name for one in made}) < len(made):
            raise ValueError(f"two files of one name: {sorted(one.name for one in made)}")
        return (NewFile(name=FILE_NAME, data=self._settings(made).encode(), is_listed=False), *made)

    def _copied(self) -> Iterator[NewFile]:
        """YAML files of which every object follows as it is; one with the plan's head never does."""
        old, new = _by_file(self.plan), _by_file(self.rolled.plan)
        figures = {one.source.file for one in self.plan.observations}
        changed = set(self._changed())
        for file, _ in self.workspace.inputs:
            end = PurePosixPath(file).suffix.lower()
            anew = file == _HEAD or file in figures or file in changed or old.get(file) != new.get(file)
            if end in _YAML and not anew and not self._holds_head(file):
                format, _told = format_of(file, self.file.sources)
                yield NewFile(name=file, data=self._bytes(file), format=format)

    def _changed(self) -> Iterator[str]:
        """Files that tell changes, and those of the objects they changed: the new plan holds what came of them."""
        touched = {(change.kind, change.id) for change in self.workspace.changes}
        yield from (change.source.file for change in self.workspace.changes)
        for kind, _ in OBJECT_KINDS:
            for thing in getattr(self.plan, kind):
                if (kind, str(getattr(thing, "id", getattr(thing, "project_id", "")))) in touched:
                    yield thing.source.file

    def _holds_head(self, file: str) -> bool:
        return re.search(rb"^[\"']?plan[\"']?\s*:", self._bytes(file), re.MULTILINE) is not None

    def _bytes(self, file: str) -> bytes:
        return (self.root / file).read_bytes()

    def _objects(self, copied: set[str]) -> Iterator[NewFile]:
        """What is written anew, in files named as those it came from; the head stands in plan.yaml."""
        found = {file: lists for file, lists in _by_file(self.rolled.plan).items() if file not in copied}
        grouped: dict[str, dict[str, list[Any]]] = {_HEAD: {}}
        for file, lists in found.items():
            name = self._name(file)
            for kind, things in lists.items():
                grouped.setdefault(name, {}).setdefault(kind, []).extend(things)
        for name, there in grouped.items():
            yield from self._file(name, head_of(self.rolled.plan) if name == _HEAD else None, there)

    def lost(self, made: Iterable[NewFile]) -> Iterator[Finding]:
        """SM496 for every file with comments that are nowhere in the file that came of it."""
        new = {one.name: one.data.decode("utf-8") for one in made if one.name.endswith((*_YAML, ".toml"))}
        for file, _ in self.workspace.inputs:
            if file == FILE_NAME or file.lower().endswith(_YAML):
                name = file if file == FILE_NAME else self._name(file)
                old = self.text if file == FILE_NAME else self._text(file)
                if count := lost_comments(old, new.get(name, "")):
                    yield COMMENTS_LOST.at(Source(file=file), file=file, count=str(count))

    def _text(self, file: str) -> str:
        return self._bytes(file).decode("utf-8-sig", errors="replace")

    def _name(self, file: str) -> str:
        if file == _NOWHERE or file == self.plan.source.file:
            return _HEAD
        path = PurePosixPath(file)
        return file if path.suffix.lower() in _YAML else self._carried(file, ".yaml")

    def _carried(self, file: str, end: str) -> str:
        """Where what stood in somebody's own table, or was a figure, is written: in a folder of its own."""
        year = self.rolled.turn.old.first_year
        path = PurePosixPath(_CARRIED.sub("", file) if file != _NOWHERE else _STARTS)
        return f"fran-{year:04d}/{path.parent.as_posix()}/{path.stem}{end}".replace("/./", "/")

    def _file(self, name: str, head: PlanHead | None, lists: Mapping[str, Sequence[Any]]) -> Iterator[NewFile]:
        """One YAML file; lists that YAML does not give back as they are stand in JSON beside it."""
        whole = yaml_file(head, lists, self._comment(name))
        if whole is not None:
            yield NewFile(name=name, data=whole, format=FORMAT)
            return
        fit = {kind: things for kind, things in lists.items() if yaml_file(None, {kind: things}) is not None}
        data = yaml_file(head, fit, self._comment(name)) if fit or head is not None else None
        if data is None:
            fit = {}
        else:
            yield NewFile(name=name, data=data, format=FORMAT)
        rest = {kind: things for kind, things in lists.items() if kind not in fit}
        beside = PurePosixPath(name).with_suffix(".json").as_posix()
        yield NewFile(name=beside, data=json_file(head if data is None else None, rest), format=SourceFormat())

    def _comment(self, name: str) -> str:
        """How the file is written, and the comment that the file it came of began with."""
        made = (
            f"Förd över från planen för {self.rolled.turn.old.text}; se {NOTE}.",
            "Tal skrivs med decimalpunkt, belopp i kronor med intäkt + och kostnad −.",
        )
        files = [file for file, _ in self.workspace.inputs if file.lower().endswith(_YAML) and self._name(file) == name]
        # A file that is not the plan's own may be called as the new plan's file.
        kept = [line for file in files for line in head_comment(self._text(file))]
        return "\n".join((*made, *([OLD_HEAD, *kept] if kept else [])))

    def _figures(self) -> Iterator[NewFile]:
        groups: dict[str, list[Observation]] = {}
        for one in self.rolled.plan.observations:
            groups.setdefault(one.source.file, []).append(one)
        # The baselines are of no file; and figures of two files may have one name.
        by_name: dict[str, list[Observation]] = {}
        for file, items in groups.items():
            by_name.setdefault(self._carried(file, ".csv"), []).extend(items)
        for name, items in by_name.items():
            yield self._csv(name, items) or NewFile(
                name=PurePosixPath(name).with_suffix(".json").as_posix(),
                data=document(None, {}, items),
                format=SourceFormat(),
            )

    def _csv(self, name: str, items: Sequence[Observation]) -> NewFile | None:
        measures = {measure.id: measure for measure in reversed(self.rolled.plan.measures)}
        for scale, _ in MONEY_FACTORS:
            format = evolve(SourceFormat(), scale=scale)
            try:
                data = figures_csv(items, measures, format, corrections=any(one.correction for one in items))
            except (DecimalException, KeyError):
                continue
            found, told = csv_observations(data, name, format, measures)
            if not told and found == tuple(items):
                return NewFile(name=name, data=data, format=format)
        return None

    def _profile(self, copied: set[str]) -> Iterator[NewFile]:
        """The workspace's own profile, where its file is not there any more."""
        if self.profile is not None and self.profile.source.file not in copied:
            yield NewFile(name="profil.json", data=document(None, {}, (), self.profile), format=SourceFormat())

    def _others(self, copied: set[str]) -> Iterator[NewFile]:
        """Word files of text and masters, which belong to the workspace; code plans, for the ledgers to come."""
        plans = {ledger.code_plan for ledger in self.file.ledgers}
        patterns = [FilePattern.parse(text) for text in self.file.files]
        for file, _ in self.workspace.inputs:
            if file in copied:
                continue
            if file.lower().endswith(".docx"):
                is_text = any(pattern.matches(file) for pattern in patterns)
                yield NewFile(name=file, data=self._bytes(file), is_listed=is_text)
            elif file in plans:
                yield NewFile(name=file, data=self._bytes(file), is_listed=False)

    def _settings(self, made: Iterable[NewFile]) -> str:
        files = tuple(made)
        listed = [one.name for one in files if one.is_listed]
        others = [NOTE, *(one.name for one in files if not one.is_listed)]
        return settings_text(
            old=self.text,
            name=self.rolled.turn.renamed(self.workspace.name),
            profile=self._profile_name(files),
            as_of=self.as_of,
            patterns=fitting_patterns(self.file.files, listed, others),
            formats=[
                (one.name, one.format)
                for one in files
                if one.format is not None and evolve(one.format, pattern="") != SourceFormat()
            ],
        )

    def _profile_name(self, files: Iterable[NewFile]) -> str:
        """As the old workspace named it: a plugin's key, or the path of a file that was copied; else its own key."""
        path = self.file.profile
        is_there = not path.lower().endswith(_YAML) or any(one.name == path.removeprefix("./") for one in files)
        return path if is_there or self.profile is None else self.profile.key


def _by_file(plan: Plan) -> dict[str, dict[str, tuple[Any, ...]]]:
    """File → the objects that stand in it, by kind."""
    found: dict[str, dict[str, list[Any]]] = {}
    for kind, _ in OBJECT_KINDS:
        for thing in getattr(plan, kind):
            found.setdefault(thing.source.file, {}).setdefault(kind, []).append(thing)
    return {file: {kind: tuple(things) for kind, things in lists.items()} for file, lists in found.items()}
