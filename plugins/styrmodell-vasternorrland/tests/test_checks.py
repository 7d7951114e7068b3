"""The region's directives: told where a plan breaks them, and of no other region's plan."""

from decimal import Decimal
from pathlib import Path

from styrmodell.api import load

PROFILE = "profile: {key: egen, name: Egen, valid_from: 2019-01-01, levels: [förvaltning, område, verksamhet]}\n"
EXAMPLE = Path(__file__).parents[3] / "examples" / "vasternorrland-fiktiv-2020"


def changed(tmp_path: Path, *changes: tuple[str, str, str]) -> list[str]:
    """The codes of the region's findings once each (file, old, new) is made; what else is told is left out."""
    for path in (path for path in EXAMPLE.rglob("*") if path.is_file()):
        target = tmp_path / path.relative_to(EXAMPLE)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(path.read_bytes())
    for file, old, new in changes:
        text = (tmp_path / file).read_text(encoding="utf-8")
        assert old in text
        (tmp_path / file).write_text(text.replace(old, new, 1), encoding="utf-8")
    findings = load(tmp_path).require().check()
    return [finding.code.code for finding in findings if finding.code.code.startswith("vasternorrland.")]


def row(member: str, kind: str, year: str) -> str:
    """A row of ekonomi.csv, whole."""
    lines = (EXAMPLE / "observationer" / "ekonomi.csv").read_text(encoding="utf-8").splitlines()
    return next(line for line in lines if all(part in line.split(";") for part in (member, kind, year, "kostnad")))


def grown(line: str, times: str) -> str:
    """The same row with its amount *times* as large."""
    parts = line.split(";")
    place = next(at for at, part in enumerate(parts) if part.replace(" ", "").lstrip("-−").isdigit() and " " in part)
    amount = Decimal(parts[place].replace(" ", "").replace("−", "-")) * Decimal(times)
    return ";".join([*parts[:place], f"{int(amount)}", *parts[place + 1 :]])


def much_more() -> tuple[str, str, str]:
    """A change after which the costs of 2022 break both directives of the economy."""
    line = row("primarvard", "plan", "2022")
    return ("observationer/ekonomi.csv", line, grown(line, "1.6"))


def test_a_plan_that_keeps_the_directives_is_told_nothing(tmp_path: Path) -> None:
    assert changed(tmp_path) == []


def test_costs_that_grow_more_than_three_per_cent_are_told_and_no_longer_balance(tmp_path: Path) -> None:
    assert changed(tmp_path, much_more()) == ["vasternorrland.2", "vasternorrland.1"]


def test_a_project_that_the_it_plan_does_not_hold_is_told(tmp_path: Path) -> None:
    other = ("underlag/bilaga17.csv", "Givna ramar", "It-plan")
    assert changed(tmp_path, other) == ["vasternorrland.4"]


def test_another_region_has_directives_of_its_own(tmp_path: Path) -> None:
    (tmp_path / "egen.yaml").write_text(PROFILE, encoding="utf-8")
    own = ("styrmodell.toml", 'profile = "vasternorrland"', 'profile = "egen.yaml"')
    assert changed(tmp_path, much_more(), own) == []
