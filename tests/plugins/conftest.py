"""Installed plugins made up for a test."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.plugins.faulty import GOOD, install


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder of installed distributions with one plugin that works, bra."""
    folder = tmp_path / "site"
    folder.mkdir()
    install(folder, "bra", GOOD)
    monkeypatch.syspath_prepend(str(folder))
    yield folder
    for name in [name for name, module in sys.modules.items() if str(folder) in str(getattr(module, "__file__", ""))]:
        del sys.modules[name]
