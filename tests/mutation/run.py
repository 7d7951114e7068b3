"""Mutation testing: python tests/mutation/run.py [PART…] [--all] [--only PATTERN]… [--jobs J] [--folder DIR].

Each mutant is a function with one small fault; a test should fail. One that no test sees is an assertion that lacks,
or a fault that makes no difference: those are in equivalent.yaml, with the reason. mutmut makes and tries the mutants,
in a copy of the sources; a large part is tried by a sample of each file, the same one for the same seed.
Ends with 1 when a mutant lives that equivalent.yaml does not explain.
"""

import argparse
import configparser
import random
import shutil
import subprocess
import sys
import tempfile
from fnmatch import fnmatch
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
# Run as a file, Python looks beside it only; these need the folder above tests.
sys.path.insert(0, str(ROOT))

from tests.mutation.outcome import Outcome, mutants_of, outcome_of
from tests.mutation.parts import PARTS, Part

_COPIED = ("src", "tests", "examples", "plugins", "pyproject.toml")
_LEFT_OUT = shutil.ignore_patterns("__pycache__", "benchmarks", "fuzz", ".hypothesis")
_SHOWN = 3_000
_MUTMUT = (sys.executable, "-m", "mutmut")


def main(args: list[str] | None = None) -> int:
    """Try the parts named, or all; 1 when some mutant lives without a reason."""
    parser = argparse.ArgumentParser(description="Mutation testing of styrmodell.")
    parser.add_argument("names", nargs="*", metavar="PART", help=f"of {', '.join(PARTS)}; all when left out")
    parser.add_argument("--all", action="store_true", help="every mutant, where a sample is the rule")
    parser.add_argument("--only", action="append", metavar="PATTERN", help="mutants by name: '*targets.text.x__every*'")
    parser.add_argument("--seed", type=int, default=0, help="chooses the sample")
    parser.add_argument("--jobs", type=int, default=2, help="processes")
    parser.add_argument("--folder", type=Path, help="where the copy is laid, and kept")
    given = parser.parse_args(args)
    if unknown := set(given.names) - set(PARTS):
        parser.error(f"no part called {', '.join(sorted(unknown))}")
    home = given.folder or Path(tempfile.mkdtemp(prefix="styrmodell-mutation-"))
    outcomes = [_try(name, home / name, given) for name in given.names or PARTS]
    for outcome in outcomes:
        outcome.print()
    return 1 if any(outcome.unexplained for outcome in outcomes) else 0


def _try(name: str, folder: Path, given: argparse.Namespace) -> Outcome:
    """One part, in a copy of its own."""
    part = PARTS[name]
    _lay(folder, part)
    every = mutants_of(folder, _files(part))
    chosen = {file: _sample(file, mutants, part, given) for file, mutants in every.items()}
    names = [mutant for mutants in chosen.values() for mutant in mutants]
    _run(folder, ("run", "--max-children", str(given.jobs), *names))
    return outcome_of(name, folder, every, chosen)


def _run(folder: Path, args: tuple[str, ...]) -> None:
    """mutmut with *args*; what it prints, a line for each mutant, stands in a file of the folder."""
    log = folder / "mutmut.log"
    with log.open("wb") as out:
        ended = subprocess.run([*_MUTMUT, *args], check=False, cwd=folder, stdout=out, stderr=subprocess.STDOUT)
    if ended.returncode:
        sys.exit(f"mutmut failed, see {log}\n{log.read_text(encoding='utf-8')[-_SHOWN:]}")


def _lay(folder: Path, part: Part) -> None:
    """The sources, the tests and what mutmut is to know about them."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    for name in _COPIED:
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, folder / name, ignore=_LEFT_OUT)
        else:
            shutil.copy2(source, folder / name)
    settings = configparser.ConfigParser()
    settings["mutmut"] = {
        "source_paths": "src",
        "only_mutate": "\n".join(("", *_files(part))),
        "also_copy": "\n".join(("", "examples", "plugins")),
        "pytest_add_cli_args_test_selection": "\n".join(("", *_selected(part))),
        "pytest_add_cli_args": "--hypothesis-profile=mutation",
        "timeout_multiplier": "3.0",
        "timeout_constant": "10.0",
        "track_dependencies": "false",
        "use_git_change_detection": "false",
    }
    with (folder / "setup.cfg").open("w", encoding="utf-8") as file:
        settings.write(file)


def _selected(part: Part) -> list[str]:
    return [*(f"tests/{test}" for test in part.tests), *(f"--ignore=tests/{test}" for test in part.left_out)]


def _files(part: Part) -> list[str]:
    source = ROOT / "src" / "styrmodell"
    return sorted(path.relative_to(ROOT).as_posix() for pattern in part.code for path in source.glob(pattern))


def _sample(file: str, mutants: list[str], part: Part, given: argparse.Namespace) -> list[str]:
    if given.only:
        return [name for name in mutants if any(fnmatch(name, pattern) for pattern in given.only)]
    if given.all or not part.sample or len(mutants) <= part.sample:
        return mutants
    return sorted(random.Random(f"{given.seed} {file}").sample(mutants, part.sample))


if __name__ == "__main__":
    sys.exit(main())
