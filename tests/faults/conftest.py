"""The office, made once."""

import io
import shutil
from contextlib import chdir, redirect_stderr, redirect_stdout
from pathlib import Path

import pytest
from tests.faults.office import make_office


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An office to copy; nobody writes in it."""
    made, said = tmp_path_factory.mktemp("kontor"), io.StringIO()
    with chdir(made), redirect_stdout(said), redirect_stderr(said):
        make_office(Path())
    return made


@pytest.fixture
def desk(office: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the office, which is the working folder."""
    here = tmp_path / "kontor"
    shutil.copytree(office, here)
    monkeypatch.chdir(here)
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    return here
