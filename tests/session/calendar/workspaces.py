"""Small workspaces with a calendar."""

from pathlib import Path

from styrmodell.api import Workspace, load
from styrmodell.session.form.register import CAME, SENT, Came, Sent, came_bytes, sent_bytes

TOML = """\
[workspace]
format = 1
name = "Nämnden"
profile = "p"
as_of = 2020-10-01
files = ["plan.yaml"]
"""
PLAN = """\
plan: {id: np-2020, unit: a, period: "2020"}
units:
  - {id: a, name: Förvaltningen, level: förvaltning}
  - {id: b, name: Söder, level: område, parent: a}
  - {id: c, name: Norr, level: område, parent: a}
tables:
  - key: bemanning
    caption: Bemanning
    row_header: Grupp
    columns: [{key: x, label: X}]
    rows: [{key: r, label: R}]
profile: {key: p, valid_from: 2019-01-01, levels: [förvaltning, område, enhet]WEEKEND}
"""


def workspace(folder: Path, steps: str, done: str = "", *, weekend: str = "", plan: str = PLAN) -> Workspace:
    """A workspace with *steps* and what is *done*, each as YAML items on lines of their own."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "styrmodell.toml").write_text(TOML, encoding="utf-8")
    text = plan.replace("WEEKEND", f", weekend: {weekend}" if weekend else "")
    text += f"calendar:\n{steps}" + (f"completed_steps:\n{done}" if done else "")
    (folder / "plan.yaml").write_text(text, encoding="utf-8")
    return load(folder).require()


def register(folder: Path, *forms: tuple[str, str, str, str, str], year: str = "2020") -> None:
    """Forms that were sent and came: (unit, period, reports, tables, "day done"); an empty last part never came."""
    sent, came = [], []
    for place, (unit, period, reports, tables, back) in enumerate(forms):
        said = {"id": f"f{place}", "unit": unit, "period": period}
        told = {"reports": reports, "tables": tables, "measures": "", "due": "", "file": f"{unit}.xlsx"}
        sent.append(Sent(**said, unit_name=unit, year=year, **told))
        if back:
            day, _, done = back.partition(" ")
            counts = {"new": 1, "changed": 0, "unchanged": 0}
            who = {"role": "Controller", "day": day.strip("-"), "done": done, "comment": ""}
            came.append(Came(**said, file=f"{unit}.xlsx", sha256=str(place), **who, **counts))
    for name, data in ((SENT, sent_bytes(sent)), (CAME, came_bytes(came))):
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_bytes(data)
