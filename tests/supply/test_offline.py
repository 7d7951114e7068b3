"""Nothing the program does asks for a network: nobody is told what is read, written or installed."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from tests.needed import require_program

SCRIPT = Path(__file__).with_name("offline.py")
MOST_MODULES = 500
PROBES = (
    "socket.create_connection(('127.0.0.1', 9))",
    "socket.getaddrinfo('localhost', 80)",
    "urllib.request.urlopen('http://127.0.0.1:9/')",
    "subprocess.run([sys.executable, '-c', ''])",
)


def run(folder: Path, *before: str, options: tuple[str, ...] = ()) -> dict[str, object]:
    command = (*before, sys.executable, "-X", "utf8", str(SCRIPT), str(folder), *options)
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stderr[-3000:]
    return dict(json.loads(done.stdout))


def test_every_module_and_command_works_with_the_network_refused(tmp_path):
    told = run(tmp_path)
    assert told["asked"] == []
    assert told["wrong"] == []
    assert int(str(told["modules"])) > MOST_MODULES


@pytest.mark.parametrize("probe", PROBES)
def test_what_asks_for_the_network_or_another_process_is_seen(probe):
    """Otherwise the test above could say nothing."""
    code = f"""
import socket, subprocess, sys, urllib.request
from tests.supply.offline import RefusedError, refuse
asked = []
refuse(asked)
try:
    {probe}
except RefusedError:
    pass
sys.exit(0 if asked else 3)
"""
    command = (sys.executable, "-c", code)
    done = subprocess.run(command, cwd=SCRIPT.parents[2], capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stderr[-3000:]


def test_a_machine_without_a_network_is_enough(tmp_path):
    """In a network namespace of its own, without even the machine's own address: the system itself refuses."""
    unshare = require_program("unshare", "util-linux", "unshare")
    alone = (unshare, "--map-root-user", "--net")
    if subprocess.run((*alone, "true"), capture_output=True, check=False).returncode:
        pytest.skip("this system does not let unshare make a network of its own")
    told = run(tmp_path, *alone, options=("--open",))
    assert (told["wrong"], told["asked"]) == ([], [])
