"""The mutants of some files, as JSON on standard output: python names.py FILE…, in the folder that mutmut works in.

A process of its own, because mutmut reads its settings from the working folder once.
"""

import json
import sys
from pathlib import Path

from mutmut.mutation.file_mutation import mutate_file_contents
from mutmut.utils.format_utils import get_mutant_name


def names(file: str) -> list[str]:
    """The mutants of one file, by the names that mutmut run takes."""
    path = Path(file)
    made = mutate_file_contents(file, path.read_text(encoding="utf-8"))
    return [get_mutant_name(path, name) for name in made.mutant_names]


if __name__ == "__main__":
    json.dump({file: names(file) for file in sys.argv[1:]}, sys.stdout)
