"""docs/how-to/schemalagd-korning.md: its script runs as cron runs it, and Windows' command is sound.

Nothing here shows that Windows does what the page says; the page says so.
"""

import fcntl
import re
import shlex
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from styrmodell.api import init, make_registry
from styrmodell.cli.main import run

PAGE = (Path(__file__).parents[2] / "docs" / "how-to" / "schemalagd-korning.md").read_text(encoding="utf-8")
SCRIPT, CRON, LOG, BATCH, TASKS = re.findall(r"^```(?:sh|text|bat)\n(.*?)^```$", PAGE, re.DOTALL | re.MULTILINE)
# The clock says the moment that the page's log shows, whatever day it is.
CLOCK = "#!/bin/sh\nexec /bin/date -d '2026-02-01 05:30:00' \"$@\"\n"
HELD = 75


def here(text: str, root: Path) -> str:
    """What the page says, with its folders where the test has them."""
    return text.replace("/srv/styrmodell/venv/bin/python", sys.executable).replace("/srv/styrmodell", str(root))


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """The page's /srv/styrmodell."""
    init(tmp_path / "arbetsyta", registry=make_registry(only=()), today=date(2026, 1, 15), excel=True)
    (tmp_path / "bin").mkdir()
    for path, text in ((tmp_path / "bin" / "date", CLOCK), (tmp_path / "manad.sh", here(SCRIPT, tmp_path))):
        path.write_text(text, encoding="utf-8")
        path.chmod(0o755)
    return tmp_path


def scheduled(root: Path) -> subprocess.CompletedProcess[str]:
    """The line of cron, run with the little environment that cron gives."""
    *_, line = here(CRON, root).splitlines()
    *when, command = line.split(maxsplit=5)
    assert when == ["30", "5", "1", "*", "*"]
    environment = {"PATH": f"{root / 'bin'}:/usr/bin:/bin", "HOME": str(root)}
    return subprocess.run(
        ["/bin/sh", "-c", command], env=environment, cwd=root, capture_output=True, encoding="utf-8", check=False
    )


def log_of(root: Path) -> str:
    return (root / "logg" / "2026-02.log").read_text(encoding="utf-8")


def test_a_run_writes_the_documents_and_the_log_that_the_page_shows(root: Path) -> None:
    done = scheduled(root)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert log_of(root).replace("\u00a0", " ") == here(LOG, root)
    assert {path.suffix for path in (root / "ut").glob("generic.matt.*")} >= {".xlsx", ".docx", ".html"}


def test_a_changed_document_is_kept_and_a_file_that_cannot_be_replaced_gives_code_4_and_a_letter(root: Path) -> None:
    scheduled(root)
    page, receipt = root / "ut" / "generic.matt.html", root / "ut" / "manifest.json"
    page.write_text(page.read_text(encoding="utf-8") + "<!-- ändrad -->", encoding="utf-8")
    receipt.unlink()
    receipt.mkdir()  # nobody can put a file in its place, as of one that Excel holds open
    done = scheduled(root)
    assert done.returncode == 4
    assert done.stderr == f"styrmodell svarade 4, se {root}/logg/2026-02.log\n"
    assert "SM404" in log_of(root)
    assert "SM403" in log_of(root)
    assert "<!-- ändrad -->" in page.read_text(encoding="utf-8")


def test_a_workspace_that_cannot_be_read_writes_nothing(root: Path) -> None:
    (root / "arbetsyta" / "styrmodell.toml").write_text("[workspace", encoding="utf-8")
    assert scheduled(root).returncode == 3
    assert "svarskod 3" in log_of(root)
    assert not (root / "ut").exists()


def test_a_second_run_at_once_does_nothing(root: Path) -> None:
    with (root / "las").open("w", encoding="utf-8") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        assert scheduled(root).returncode == HELD
    assert not (root / "logg").exists()


def test_the_command_of_windows_is_one_that_works(root: Path) -> None:
    (line,) = [line for line in BATCH.splitlines() if line.startswith("py ")]
    command, _, redirected = line.partition(" >> ")
    assert redirected == '"%LOGG%" 2>&1'
    command = command.replace("%ROT%", root.as_posix()).replace("%DAG%", "2026-02-01").replace("\\", "/")
    words = shlex.split(command)
    assert words[:3] == ["py", "-m", "styrmodell"]
    assert run(words[3:]) == 0
    assert (root / "ut" / "generic.matt.xlsx").is_file()


def test_the_file_of_windows_is_ascii_and_gives_the_code_on() -> None:
    assert BATCH.isascii()
    assert BATCH.splitlines()[-1] == "exit /b %KOD%"
    assert not re.search(r"\d>>|%KOD%\s*>>", BATCH)
    assert "/RL HIGHEST" not in TASKS
