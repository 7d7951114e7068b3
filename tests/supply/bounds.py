"""The lowest versions that pyproject.toml promises to work with: python tests/supply/bounds.py FILE writes them.

Each requirement of the core and of its extras becomes a pin at its lower bound, for pip's option --constraint.
"""

import re
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
_REQUIREMENT = re.compile(r"(?P<name>[A-Za-z0-9._-]+)(?:\[[^\]]*\])?\s*>=\s*(?P<bound>[0-9][0-9.]*)(?:,<[0-9.]+)?\Z")


def requirements() -> list[str]:
    """What the core and its extras ask for, as pyproject.toml has it."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = project["optional-dependencies"].values()
    return [*project["dependencies"], *(one for extra in extras for one in extra)]


def lowest() -> Iterator[str]:
    """A pin for each requirement: "attrs==25.1".

    Raises:
        ValueError: One has no lower bound, or says more than that and an upper one.
    """
    for requirement in requirements():
        found = _REQUIREMENT.match(requirement)
        if found is None:
            raise ValueError(f"{requirement}: no name with a lower bound")
        yield f"{found['name']}=={found['bound']}"


if __name__ == "__main__":
    Path(sys.argv[1]).write_text("".join(f"{pin}\n" for pin in lowest()), encoding="utf-8")
