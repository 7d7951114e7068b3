"""docs/reference/tillaggsmoduler.md and testning.md: what they show of a plugin, put together, is one that works."""

import re
import subprocess
from pathlib import Path

import pytest
from tests.docs.pages import blocks, page_text
from tests.docs.plugin_process import install, run_python

REFERENCE, KIT = page_text("docs/reference/tillaggsmoduler.md"), page_text("docs/reference/testning.md")
HOOK, TABLE, QUARTERS, TRIED = blocks(REFERENCE, "python")
CLASS, GOLDEN = blocks(KIT, "python")
(SETTINGS,) = blocks(REFERENCE, "toml")
API = "plugin_api = 1"
TESTS = {"test_modul.py": TRIED, "test_klass.py": CLASS, "test_golden.py": GOLDEN}
# The report of the page and the one for each quarter, and what the second is built by, which the page leaves to others.
REPORTS = f"{TABLE}\n\n{QUARTERS}".replace("build=build_kvartal", "build=build_bilaga1")


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a plugin whose files are the blocks of the pages."""
    folder = tmp_path_factory.mktemp("modul")
    package = folder / "src" / "styrmodell_exempel"
    (folder / "tests").mkdir(parents=True)
    package.mkdir(parents=True)
    (folder / "pyproject.toml").write_text(SETTINGS, encoding="utf-8")
    # The hooks are where the entry point says, and where the tests look for them.
    (package / "__init__.py").write_text("", encoding="utf-8")
    (package / "plugin.py").write_text(f"{HOOK}\n\n{API}\n", encoding="utf-8")
    (package / "reports.py").write_text(REPORTS, encoding="utf-8")
    for name, text in TESTS.items():
        (folder / "tests" / name).write_text(_own_example(text), encoding="utf-8")
    install(folder, folder / "site")
    return folder


def _own_example(test: str) -> str:
    """The test without the workspace that only a real plugin has."""
    return re.sub(r"^    example = .*$", "    example = None", test, flags=re.MULTILINE)


def pytest_of(project: Path, *words: str) -> subprocess.CompletedProcess[str]:
    return run_python(project, project / "site", "-m", "pytest", "-q", "-p", "no:cacheprovider", *words)


def test_the_page_says_which_version_a_plugin_has() -> None:
    assert f"`{API}`" in REFERENCE


def test_the_reports_of_the_page_pass_the_tests_of_the_pages(project: Path) -> None:
    done = pytest_of(project, "tests/test_modul.py", "tests/test_klass.py")
    assert done.returncode == 0, done.stdout + done.stderr


def test_a_document_is_approved_and_then_compared(project: Path) -> None:
    assert pytest_of(project, "tests/test_golden.py").returncode == 1
    assert pytest_of(project, "tests/test_golden.py", "--update-golden").returncode == 0
    done = pytest_of(project, "tests/test_golden.py")
    assert done.returncode == 0, done.stdout + done.stderr
    assert list((project / "tests" / "golden" / "test_golden").rglob("text.txt"))


def test_the_page_s_report_for_each_quarter_is_offered_for_the_units_that_it_says(project: Path) -> None:
    code = (
        "from styrmodell.api import Period, Plan, Unit\n"
        "from styrmodell_exempel.reports import KVARTAL\n"
        "units = (Unit(id='a', name='A', level='förvaltning'), Unit(id='b', name='B', level='klinik', parent_id='a'))\n"
        "plan = Plan(id='p', unit_id='a', period=Period.parse('2024'), units=units)\n"
        "print(*(f'{unit} {period}' for unit, period in KVARTAL.instances(plan)), sep='\\n')\n"
    )
    done = run_python(project, project / "site", "-c", code)
    assert done.stdout.splitlines() == ["a 2024-Q1", "a 2024-Q2", "a 2024-Q3"], done.stderr
