"""What is installed beside the project itself, as pins for pip-audit: python tests/supply/pins.py FILE writes them."""

import sys
from importlib.metadata import distributions
from pathlib import Path


def pins() -> list[str]:
    """ "attrs==26.1.0" for each distribution of this environment that others have made."""
    found = {one.name: one.version for one in distributions()}
    return [f"{name}=={found[name]}" for name in sorted(found) if not name.lower().startswith("styrmodell")]


if __name__ == "__main__":
    Path(sys.argv[1]).write_text("".join(f"{pin}\n" for pin in pins()), encoding="utf-8")
