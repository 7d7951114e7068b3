"""Programs that tests need: without them a test is skipped, and in CI it fails."""

import os
import shutil

import pytest


def require_program(name: str, package: str, *commands: str) -> str:
    """Path of the first of *commands* there is; skips the test without any, fails it where STYRMODELL_CI is set."""
    found = next((path for command in commands if (path := shutil.which(command))), None)
    if found is None:
        message = f"{name} is missing (Debian: {package})"
        if os.environ.get("STYRMODELL_CI"):
            pytest.fail(message)
        pytest.skip(message)
    return found
