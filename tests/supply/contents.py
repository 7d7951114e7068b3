"""What a wheel and an sdist hold, held against their project: python tests/supply/contents.py PROJECT DIST."""

import sys
import tarfile
import zipfile
from pathlib import Path


def wheel_faults(project: Path, out: Path) -> list[str]:
    """Files of src/ that the wheel lacks (templates and py.typed among them), and files it should not have."""
    (wheel,) = out.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        names = set(archive.namelist())
    source = project / "src"
    wanted = {
        path.relative_to(source).as_posix()
        for path in source.rglob("*")
        if path.is_file() and "__pycache__" not in path.parts and not path.name.startswith(("~$", ".~lock"))
    }
    packages = {path.name for path in source.iterdir() if path.is_dir()}
    wanted |= {f"{name}/py.typed" for name in packages}
    extra = {name for name in names if name.split("/")[0] not in packages and ".dist-info/" not in name}
    faults = [f"{wheel.name}: lacks {name}" for name in sorted(wanted - names)]
    return faults + [f"{wheel.name}: should not hold {name}" for name in sorted(extra)]


def sdist_faults(out: Path) -> list[str]:
    """Files that every sdist needs to be built again."""
    (sdist,) = out.glob("*.tar.gz")
    with tarfile.open(sdist) as archive:
        names = {name.partition("/")[2] for name in archive.getnames()}
    wanted = ("pyproject.toml", "README.md", "PKG-INFO")
    return [f"{sdist.name}: lacks {name}" for name in wanted if name not in names]


def main(project: Path, out: Path) -> str | None:
    """Tell what is as expected; what is not is given back."""
    faults = wheel_faults(project, out) + sdist_faults(out)
    if not faults:
        print(f"{', '.join(sorted(path.name for path in out.iterdir()))}: contents as expected")
    return "\n".join(faults) or None


if __name__ == "__main__":
    sys.exit(main(*map(Path, sys.argv[1:])))
