"""Streams that are closed, full or in another encoding, each in a process of its own.

None may show a traceback; what was asked for and went nowhere is no success, and a reader that went away is no fault.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from attrs import field, frozen
from tests.faults.office import files

pytestmark = pytest.mark.skipif(os.name == "nt", reason="closes streams with a POSIX shell")
RUN = f'"{sys.executable}" -m styrmodell'
EXPLAIN = "explain yta --measure area --kind budget"
RENDER = "{run} render yta --out ut"
ASCII = {"LC_ALL": "C", "LANG": "", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}


@frozen(kw_only=True)
class Case:
    """A command whose streams are not as they should be.

    Attributes:
        shell: What a shell runs; {run} is the command line itself.
        env: What is set.
        code: The exit code.
        says: What stands on stderr.
        shows: What stands on stdout.
        writes: A file that is there afterwards.
    """

    shell: str
    env: dict[str, str] = field(factory=dict)
    code: int = 0
    says: str = ""
    shows: str = ""
    writes: str = ""


CASES = {
    "stdin är stängd": Case(shell=RENDER + " <&-", says="8 filer skrivna i ut"),
    "stdout är stängd, och inget skulle dit": Case(shell=RENDER + " >&-", says="8 filer skrivna i ut"),
    "stderr är stängd": Case(shell=RENDER + " 2>&-", writes="ut/generic.matt.docx"),
    "alla strömmar är stängda": Case(shell=RENDER + " <&- >&- 2>&-", writes="ut/generic.matt.docx"),
    "stderr är full": Case(shell="{run} check yta 2>/dev/full"),
    "stderr är stängd, och det är fel": Case(shell="{run} check saknas 2>&-", code=3),
    "stdout är stängd": Case(shell=f"{{run}} {EXPLAIN} >&-", code=4, says="stdout är stängd eller full"),
    "stdout är full": Case(shell=f"{{run}} {EXPLAIN} >/dev/full", code=4, says="stdout är stängd eller full"),
    "collect med full stdout skriver ändå": Case(
        shell="{run} collect yta inkorg --out ratta >/dev/full", code=4, says="SM457", writes="yta/insamlat/b.2020.csv"
    ),
    "läsaren går": Case(shell=f"{{run}} {EXPLAIN} | head -c 1; exit ${{PIPESTATUS[0]}}", shows="v"),
    "läsaren av hjälpen går": Case(shell="{run} --help | head -c 0; exit ${PIPESTATUS[0]}"),
    "collect vars läsare går säger ändå allt": Case(
        shell="{run} collect yta inkorg --out ratta | head -c 0; exit ${PIPESTATUS[0]}",
        code=1,
        says="SM457",
        writes="yta/insamlat/b.2020.csv",
    ),
    "konsol i cp1252": Case(shell=f"{{run}} {EXPLAIN}", env={"PYTHONIOENCODING": "cp1252"}, shows="Söder"),
    "konsol i ASCII": Case(shell=f"{{run}} {EXPLAIN}", env={"PYTHONIOENCODING": "ascii"}, shows="S?der"),
    "datorn är i ASCII och filnamnet är det inte": Case(
        shell="{run} collect yta inkorg --out ratta",
        env=ASCII,
        code=4,
        says="PYTHONUTF8=1",
        writes="yta/insamlat/b.2020.csv",
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_it_ends_with_its_code_and_says_what_to_do(name: str, office: Path, tmp_path: Path) -> None:
    case, here = CASES[name], tmp_path / "kontor"
    shutil.copytree(office, here)
    before = files(here / "ut")
    done = subprocess.run(
        ["bash", "-c", case.shell.replace("{run}", RUN)],
        cwd=here,
        env={**os.environ, "LC_ALL": "C.UTF-8", "LANG": "", **case.env},
        capture_output=True,
        check=False,
        timeout=300,
    )
    encoding = case.env.get("PYTHONIOENCODING") or "utf-8"
    told, shown = done.stderr.decode(encoding), done.stdout.decode(encoding)
    assert "Traceback" not in told
    assert done.returncode == case.code, told
    assert case.says in told
    assert case.shows in shown
    assert not case.writes or (here / case.writes).is_file()
    assert files(here / "ut").keys() == before.keys()
    assert list(here.rglob(".styrmodell-*")) == []
