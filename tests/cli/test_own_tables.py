"""A region's own tables through the commands: checked, counted, rendered, explained and saved."""

import os
import subprocess
import sys

import pytest

TOML = """[workspace]
format = 1
name = "Tabeller"
as_of = 2020-06-01
files = ["*.yaml", "*.csv"]
"""
PLAN = """plan: {id: p, unit: r, period: "2020"}
units: [{id: r, name: Regionen}]
dimensions: [{id: yrke, members: [{id: lakare, name: Läkare}, {id: sjukskoterska, name: Sjuksköterskor}]}]
measures: [{id: arsarbetare, name: Årsarbetare, unit: antal, rule: sum, dimensions: [yrke]}]
"""
TABLES = """tables:
  - key: bilaga12
    caption: Årsarbetare per yrkesgrupp
    row_header: Yrkesgrupp
    columns:
      - {key: utfall, label: "Utfall {year}", period: -1, kind: utfall}
      - {key: budget, label: "Budget {year}", kind: budget}
      - {key: forandring, label: Förändring, cell: "kolumn(budget) - kolumn(utfall)", signed: ja}
    rows:
      - {key: lakare, label: Läkare, cell: "arsarbetare[yrke=lakare]"}
      - {key: sjukskoterska, label: Sjuksköterskor, cell: "arsarbetare[yrke=sjukskoterska]"}
      - {key: summa, label: Summa, level: summa, cell: "rad(lakare) + rad(sjukskoterska)"}
"""
FIGURES = """enhet;matt;yrke;period;typ;varde
r;arsarbetare;lakare;2019;utfall;100
r;arsarbetare;sjukskoterska;2019;utfall;300
r;arsarbetare;lakare;2020;budget;112
r;arsarbetare;sjukskoterska;2020;budget;290
"""


def styrmodell(*args):
    return subprocess.run(
        [sys.executable, "-m", "styrmodell", *map(str, args)],
        capture_output=True,
        text=True,
        encoding="utf-8",
        env={**os.environ, "PYTHONIOENCODING": "utf-8"},
        check=False,
    )


@pytest.fixture
def workspace(tmp_path):
    folder = tmp_path / "arbetsyta"
    folder.mkdir()
    texts = {"styrmodell.toml": TOML, "plan.yaml": PLAN, "tabeller.yaml": TABLES, "varden.csv": FIGURES}
    for name, text in texts.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def test_a_table_is_checked_counted_and_listed(workspace):
    assert styrmodell("check", workspace).returncode == 0
    assert "tabeller" in styrmodell("show", workspace).stdout
    assert "generic.tabeller" in styrmodell("reports", workspace).stdout


def test_its_cells_are_printed_and_explained(workspace, tmp_path):
    done = styrmodell("render", workspace, "--report", "generic.tabeller", "--format", "html", "--out", tmp_path / "ut")
    assert done.returncode == 0, done.stdout + done.stderr
    page = (tmp_path / "ut" / "generic.tabeller.html").read_text(encoding="utf-8")
    for shown in ("Utfall 2019", "Budget 2020", "Sjuksköterskor", "+12", "\u221210", "402", "+2"):
        assert shown in page
    explained = styrmodell("explain", workspace, "generic.tabeller/bilaga12/summa/forandring")
    assert explained.returncode == 0
    assert "402" in explained.stdout


def test_what_is_wrong_is_told_with_its_row_and_the_rest_is_rendered(workspace, tmp_path):
    wrong = TABLES.replace("[yrke=lakare]", "[yrke=lakar]").replace("rad(lakare)", "rad(lkare)")
    (workspace / "tabeller.yaml").write_text(wrong, encoding="utf-8")
    told = styrmodell("check", workspace)
    assert told.returncode == 1
    assert "tabeller.yaml rad 10 kolumn 9 tables[0].rows[0]" in told.stdout
    assert "menade du lakare" in told.stdout
    assert "raden lkare finns inte" in told.stdout
    done = styrmodell("render", workspace, "--report", "generic.tabeller", "--format", "html", "--out", tmp_path / "ut")
    assert "Traceback" not in done.stderr
    assert "Tabellen skrivs inte" in (tmp_path / "ut" / "generic.tabeller.html").read_text(encoding="utf-8")


def test_a_saved_plan_has_its_tables(workspace, tmp_path):
    assert styrmodell("save", workspace, "--out", tmp_path / "sparad").returncode == 0
    assert any('"bilaga12"' in path.read_text(encoding="utf-8") for path in (tmp_path / "sparad").glob("*.json"))
    assert styrmodell("check", tmp_path / "sparad").returncode == 0
