"""What became of the mutants: how many the tests saw, and the ones that lived."""

import json
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

import yaml
from attrs import frozen

_HERE = Path(__file__).resolve().parent
_LIVED = 0
_UNSEEN = 33  # mutmut's code for a function that no test calls
_UNTRIED = None


@frozen(kw_only=True)
class Mutant:
    """One that no test saw.

    Attributes:
        called: Whether any test calls its function.
        change: The lines taken away and put in their place, without indentation: "- a" and "+ b".
    """

    name: str
    function: str
    called: bool
    change: str


@frozen(kw_only=True)
class FileScore:
    """One file: its mutants, those tried, those seen by a test (a test that hangs has seen it)."""

    file: str
    mutants: int
    tried: int
    seen: int
    equivalent: int

    @property
    def share(self) -> str:
        """Of those that make a difference, how many were seen."""
        differing = self.tried - self.equivalent
        return f"{100 * self.seen / differing:.0f} %" if differing else "–"


@frozen(kw_only=True)
class Outcome:
    """One part."""

    part: str
    files: tuple[FileScore, ...]
    unexplained: tuple[Mutant, ...]

    def print(self) -> None:
        """The score of each file and of the whole, and the mutants that lived without a reason."""
        print(f"\n{self.part:<44}{'mutants':>8}{'tried':>7}{'seen':>6}{'equal':>7}{'score':>8}")
        whole = FileScore(
            file="all",
            mutants=sum(score.mutants for score in self.files),
            tried=sum(score.tried for score in self.files),
            seen=sum(score.seen for score in self.files),
            equivalent=sum(score.equivalent for score in self.files),
        )
        for score in (*self.files, whole):
            print(
                f"  {score.file.removeprefix('src/styrmodell/'):<42}{score.mutants:>8}{score.tried:>7}{score.seen:>6}"
                f"{score.equivalent:>7}{score.share:>8}"
            )
        for mutant in self.unexplained:
            print(f"\n{mutant.name}{'' if mutant.called else ' (no test calls it)'}\n{mutant.change}", flush=True)


def mutants_of(folder: Path, files: Sequence[str]) -> Mapping[str, list[str]]:
    """Every mutant of each file."""
    command = (sys.executable, str(_HERE / "names.py"), *files)
    made = subprocess.run(command, cwd=folder, check=True, capture_output=True, text=True)
    found: dict[str, list[str]] = json.loads(made.stdout)
    return found


def outcome_of(part: str, folder: Path, every: Mapping[str, list[str]], chosen: Mapping[str, list[str]]) -> Outcome:
    """Read what mutmut wrote beside each mutated file."""
    known = _equivalents()
    scores, unexplained = [], []
    for file, names in chosen.items():
        codes = json.loads((folder / "mutants" / f"{file}.meta").read_text(encoding="utf-8"))["exit_code_by_key"]
        tried = [name for name in names if codes[name] is not _UNTRIED]
        lived = [_mutant(name, folder, codes[name]) for name in tried if codes[name] in (_LIVED, _UNSEEN)]
        new = [mutant for mutant in lived if (mutant.function, mutant.change) not in known]
        scores.append(
            FileScore(
                file=file,
                mutants=len(every[file]),
                tried=len(tried),
                seen=len(tried) - len(lived),
                equivalent=len(lived) - len(new),
            )
        )
        unexplained += new
    return Outcome(part=part, files=tuple(scores), unexplained=tuple(unexplained))


def _mutant(name: str, folder: Path, code: int) -> Mutant:
    command = (sys.executable, "-m", "mutmut", "show", name)
    shown = subprocess.run(command, cwd=folder, check=True, capture_output=True, text=True).stdout
    lines = [line for line in shown.splitlines() if line[:1] in "+-" and line[:3] not in ("+++", "---")]
    change = "\n".join(f"{line[0]} {line[1:].strip()}" for line in lines)
    function = name.rpartition("__mutmut_")[0]
    return Mutant(name=name, function=function, called=code != _UNSEEN, change=change)


def _equivalents() -> set[tuple[str, str]]:
    """The changes that make no difference: function and change."""
    text = (_HERE / "equivalent.yaml").read_text(encoding="utf-8")
    return {(entry["function"], entry["change"].strip()) for entry in yaml.safe_load(text) or ()}
