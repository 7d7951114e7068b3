"""docs/reference/findings.md lists every code of the code, and no other.

To renew the page after a change: python tests/docs/test_findings_page.py
"""

import importlib
import pkgutil
import string
from pathlib import Path

import styrmodell
from styrmodell.finding import Code

PAGE = Path(__file__).parents[2] / "docs" / "reference" / "findings.md"
FAMILIES = (
    ("SM1", "Läsning"),
    ("SM2", "Modellen"),
    ("SM3", "Aggregering"),
    ("SM4", "Rapporter"),
    ("SM5", "Tilläggsmoduler"),
)
WORDS = {"error": "fel", "warning": "varning", "note": "upplysning"}
INTRO = """# Iakttagelser

Fel och tvivel i data är iakttagelser. Var och en svarar på fyra frågor: *var*, *hittade*, *väntade* och *gör*. Alla
visas på en gång, på svenska eller engelska (`--lang`). En kod återanvänds aldrig. Tilläggsmoduler har egna koder, som
`dalarna.1`.

Fel med kod SM1xx stoppar `render` innan något skrivs. Andra fel märker dokumenten UTKAST och står i dem, om de inte är
[kvitterade](../how-to/kvittera.md).
"""


def all_codes() -> list[Code]:
    """Every Code that stands at module level somewhere in styrmodell."""
    found: dict[int, Code] = {}
    for module in pkgutil.walk_packages(styrmodell.__path__, "styrmodell."):
        if module.name.endswith("__main__") or ".testing" in module.name:
            continue
        for thing in vars(importlib.import_module(module.name)).values():
            if isinstance(thing, Code):
                found[id(thing)] = thing
    return sorted(found.values(), key=lambda code: code.code)


def page() -> str:
    parts = [INTRO]
    for prefix, name in FAMILIES:
        rows = [
            f"| {code.code} | {WORDS[code.severity.value]} | {code.title.sv} | {_cell(code.expected.sv)} "
            f"| {_cell(code.do.sv)} |"
            for code in all_codes()
            if code.code.startswith(prefix)
        ]
        head = ["| kod | grad | vad | väntade | gör |", "|---|---|---|---|---|"]
        parts.append("\n".join([f"## {prefix}xx: {name}", "", *head, *rows, ""]))
    return "\n".join(parts)


def _cell(text: str) -> str:
    """A template in a table cell: its named places in italics."""
    text = text.replace("[[", "").replace("]]", "")
    plain = text.replace("{{", "\0").replace("}}", "\1").replace("|", "\\|")
    return plain.replace("{", "*").replace("}", "*").replace("\0", "{").replace("\1", "}")


def test_the_page_is_what_the_code_says() -> None:
    assert PAGE.read_text(encoding="utf-8") == page()


def test_no_code_is_used_twice() -> None:
    codes = [code.code for code in all_codes()]
    assert sorted(set(codes)) == codes


def test_every_code_belongs_to_a_family() -> None:
    prefixes = tuple(prefix for prefix, _ in FAMILIES)
    assert [code.code for code in all_codes() if not code.code.startswith(prefixes)] == []


def test_every_template_fills_in_both_languages() -> None:
    """A {name} in one language and not in the other would show as a brace to somebody."""
    for code in all_codes():
        for text in (code.title, code.found, code.expected, code.do):
            assert _names(text.sv) == _names(text.en), code.code


def _names(template: str) -> set[str]:
    """The places of a template; one whose text itself has two languages is called found and found_en."""
    return {name.removesuffix("_en") for _, name, _, _ in string.Formatter().parse(template) if name}


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
