"""Until when a figure tells: by the one who is furthest behind, and not by what it is compared with."""

from datetime import date
from fractions import Fraction
from pathlib import Path

from styrmodell.api import Workspace, load

TOML = '[workspace]\nformat = 1\nname = "Prov"\nas_of = 2024-09-15\nfiles = ["*.yaml", "*.csv"]\n'
PLAN = """
plan: {id: prov, unit: hel, period: "2024"}
units:
  - {id: hel, name: Hel}
  - {id: en, name: En, parent: hel}
  - {id: tva, name: Två, parent: hel}
measures:
  - {id: kostnad, name: Kostnad, unit: kr, over_time: summa, reporting: Månadsvis}
  - {id: okning, name: Ökning, unit: "%", definition: "förändring(kostnad, kostnad[period=-1])"}
  - {id: utan, name: Utan frekvens, unit: kr, over_time: summa}
"""
HEADING = "enhet;matt;period;varde\n"


def workspace(folder: Path, *rows: str) -> Workspace:
    (folder / "styrmodell.toml").write_text(TOML, encoding="utf-8")
    (folder / "plan.yaml").write_text(PLAN, encoding="utf-8")
    (folder / "varden.csv").write_text(HEADING + "\n".join(rows) + "\n", encoding="utf-8")
    return load(folder).require()


def test_the_one_who_is_furthest_behind_tells_until_when(tmp_path: Path) -> None:
    found = workspace(tmp_path, *(f"{u};kostnad;2024-0{m};1" for u, m in (("en", 1), ("en", 2), ("tva", 1))))
    assert found.value("kostnad", period="2024-01..2024-02", unit="en").until == date(2024, 2, 29)
    assert found.value("kostnad", period="2024-01", unit="hel").until == date(2024, 1, 31)


def test_what_a_figure_is_compared_with_does_not_make_it_older(tmp_path: Path) -> None:
    found = workspace(tmp_path, "hel;kostnad;2023-08;100", "hel;kostnad;2024-08;110")
    value = found.value("okning", period="2024-08")
    assert value.exact == Fraction(1, 10)
    assert value.until == date(2024, 8, 31)


def test_a_measure_without_a_frequency_does_not_say(tmp_path: Path) -> None:
    assert workspace(tmp_path, "hel;utan;2024-08;100").value("utan", period="2024-08").until is None
