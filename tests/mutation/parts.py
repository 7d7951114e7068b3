"""What is mutated, and which tests should see it: the mirror tree, and nothing above it."""

from collections.abc import Mapping
from types import MappingProxyType

from attrs import frozen


@frozen(kw_only=True)
class Part:
    """Some files and their tests.

    Attributes:
        code: Files under src/styrmodell, as patterns of Path.glob.
        tests: Files and folders under tests.
        left_out: Of those, what mutmut cannot run one by one.
        sample: Most mutants a file, when not all are asked for; 0 is all.
    """

    code: tuple[str, ...]
    tests: tuple[str, ...]
    left_out: tuple[str, ...] = ()
    sample: int = 0


_TARGET_TESTS = (
    "test_target.py",
    "test_target_changes.py",
    "test_target_condition.py",
    "test_target_edges.py",
    "test_target_gap.py",
    "test_target_golden.py",
    "test_target_remainder.py",
    "test_target_text.py",
)

_WORDS = "aggregation/test_case_words.py"

PARTS: Mapping[str, Part] = MappingProxyType(
    {
        "number": Part(code=("model/number*.py",), tests=("model/test_number.py", "model/test_number_text.py")),
        "target": Part(
            code=("model/target*.py", "model/targets/*.py"),
            tests=tuple(f"model/{name}" for name in _TARGET_TESTS),
        ),
        "numbers": Part(code=("report/numbers*.py",), tests=("report/test_numbers.py", "model/test_number_text.py")),
        "rules": Part(
            code=("aggregation/rules/*.py",),
            tests=("aggregation/rules", "aggregation/test_rules.py", _WORDS),
            sample=10,
        ),
        "savings": Part(code=("aggregation/savings/*.py",), tests=("aggregation/savings",), sample=4),
        "status": Part(code=("aggregation/status/*.py",), tests=("aggregation/status", _WORDS), sample=4),
        # The cases' names are sentences, which pytest does not find again in a process that has run them.
        "aggregation": Part(
            code=("aggregation/*.py",), tests=("aggregation",), left_out=("aggregation/test_cases.py",), sample=2
        ),
    }
)
