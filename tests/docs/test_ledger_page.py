"""docs/how-to/huvudbok.md: its files are the example's, and its findings are what is told of them."""

from tests.docs.pages import ROOT, blocks, page_text, spoken

PAGE = page_text("docs/how-to/huvudbok.md")
EXAMPLE = ROOT / "examples" / "redovisning-2024"
LEDGER, PLAN, RECONCILED, UNMAPPED, FINDING, EXPLAINED = blocks(PAGE, "")


def written(*patterns: str) -> list[str]:
    """The lines of the example's files."""
    return [
        line
        for pattern in patterns
        for path in sorted(EXAMPLE.glob(pattern))
        for line in path.read_text(encoding="utf-8-sig").splitlines()
    ]


def test_the_lines_of_the_ledger_and_the_code_plan_are_the_examples() -> None:
    assert [line for line in LEDGER.splitlines() if line not in written("huvudbok/*.csv")] == []
    assert [line for line in PLAN.splitlines() if line not in written("kodplan.csv")] == []


def test_its_settings_are_the_examples() -> None:
    (block,) = blocks(PAGE, "toml")
    told = [line.partition("  ")[0].strip() for line in block.splitlines()]
    own = {line.partition("  ")[0].strip().replace('"outcome"', '"utfall"') for line in written("styrmodell.toml")}
    assert [line for line in told if line not in own] == []


def test_what_is_outside_the_code_plan_is_shown_as_it_says() -> None:
    said = spoken(f"python -m styrmodell reconcile {EXAMPLE} --unmapped").splitlines()
    assert [line for line in UNMAPPED.splitlines() if line not in said] == []


def test_the_finding_of_a_budget_is_told_as_it_shows() -> None:
    assert FINDING in spoken(f"python -m styrmodell check {EXAMPLE}")


def test_every_other_block_stands_under_its_command() -> None:
    assert RECONCILED.startswith("huvudbok/")
    assert EXPLAINED.startswith("value/ekonomi@")
