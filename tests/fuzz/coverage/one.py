"""One target under atheris: python tests/fuzz/coverage/one.py NAME [libFuzzer's own arguments]. Run by run.py."""

import sys
from pathlib import Path

import atheris

sys.path.insert(0, str(Path(__file__).resolve().parents[3]))

# The package's own code is what coverage is counted in; that of others would drown it.
with atheris.instrument_imports(include=["styrmodell"]):
    from tests.fuzz.coverage.targets import COVERAGE_TARGETS


def main() -> None:
    """Search until time is out or something is raised."""
    name = sys.argv.pop(1)
    atheris.Setup(sys.argv, COVERAGE_TARGETS[name].read)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
