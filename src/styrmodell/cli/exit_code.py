"""Exit codes of the command line; of several, the highest wins."""

from enum import IntEnum


class ExitCode(IntEnum):
    """What a run ends with."""

    OK = 0
    FINDINGS = 1
    USAGE = 2
    CANNOT_READ = 3
    CANNOT_WRITE = 4
    PLUGIN = 5
    BUG = 70
