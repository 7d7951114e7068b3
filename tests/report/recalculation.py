"""Recalculates a workbook with LibreOffice, which keeps stored values unless its profile says otherwise."""

import subprocess
from collections.abc import Sequence
from pathlib import Path

from tests.needed import require_program

PACKAGE = "libreoffice-calc-nogui"
_SECONDS = 180
_ALWAYS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse">
<value>0</value></prop></item>
</oor:items>
"""


def require_soffice() -> str:
    """Path of LibreOffice; skips the test without it, except where STYRMODELL_CI says that it must be there."""
    return require_program("LibreOffice", PACKAGE, "soffice")


def recalculate(path: Path, folder: Path) -> Path:
    """Recalculate every formula of one workbook; as recalculate_all."""
    return recalculate_all([path], folder)[0]


def recalculate_all(paths: Sequence[Path], folder: Path) -> list[Path]:
    """Recalculate every formula of *paths*, in one start of LibreOffice.

    Args:
        folder: An empty folder of the test's own, for LibreOffice's profile and the results.

    Returns:
        The recalculated workbooks, in *folder*, in the same order.
    """
    program = require_soffice()
    profile, out = folder / "profile", folder / "recalculated"
    (profile / "user").mkdir(parents=True)
    (profile / "user" / "registrymodifications.xcu").write_text(_ALWAYS, encoding="utf-8")
    command = [program, f"-env:UserInstallation={profile.as_uri()}", "--headless", "--convert-to", "xlsx"]
    command += ["--outdir", str(out), *map(str, paths)]
    subprocess.run(command, check=True, capture_output=True, timeout=_SECONDS)
    return [out / path.name for path in paths]
