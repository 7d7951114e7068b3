"""The licences of what a user gets. Run it with the Python of that environment and nothing else in it:

python -m nox -s licences                 fails on a licence that is not allowed and on a page that says another thing
python -m nox -s licences -- --write      writes docs/reference/licenser.md

It uses the standard library alone, so that the environment it looks at holds nothing more for its sake.
"""

import re
import sys
from collections.abc import Iterable
from importlib.metadata import Distribution, distributions
from pathlib import Path

PAGE = Path(__file__).parents[1] / "docs" / "reference" / "licenser.md"
HEAD = "<!-- Skriven av: python -m nox -s licences -- --write -->"

# Licences of packages that a work under EUPL-1.2 can be used and handed out together with. The copyleft ones among
# them (LGPL, MPL) ask for it of their own files only, and stand in the appendix of EUPL-1.2 too.
ALLOWED = frozenset(
    {
        "0BSD",
        "Apache-2.0",
        "BSD-2-Clause",
        "BSD-3-Clause",
        "EUPL-1.2",
        "ISC",
        "LGPL-2.1-only",
        "LGPL-2.1-or-later",
        "LGPL-3.0-only",
        "LGPL-3.0-or-later",
        "MIT",
        "MPL-2.0",
        "PSF-2.0",
    }
)

# What older packages write instead of an SPDX expression. "BSD" alone does not say which, and both are allowed.
OLDER = {
    "apache software license": "Apache-2.0",
    "apache license, version 2.0": "Apache-2.0",
    "bsd": "BSD-3-Clause",
    "bsd license": "BSD-3-Clause",
    "isc license (iscl)": "ISC",
    "lgpl-2.1-only": "LGPL-2.1-only",
    "mit license": "MIT",
    "mozilla public license 2.0 (mpl 2.0)": "MPL-2.0",
    "gnu lesser general public license v2 (lgplv2)": "LGPL-2.1-only",
    "gnu lesser general public license v2 or later (lgplv2+)": "LGPL-2.1-or-later",
}


def licence_of(distribution: Distribution) -> str:
    """The licence as an SPDX expression where the package says one that we know, else its own words, or ''."""
    said = distribution.metadata
    if expression := said.get("License-Expression"):
        return expression
    short = (said.get("License") or "").strip().partition("\n")[0]
    if short in ALLOWED or short.lower() in OLDER:
        return OLDER.get(short.lower(), short)
    classes = [line.rpartition(" :: ")[2] for line in said.get_all("Classifier") or () if line.startswith("License ::")]
    return " AND ".join(OLDER.get(name.lower(), name) for name in classes if name != "OSI Approved") or short


def is_allowed(expression: str) -> bool:
    """Whether every licence that the expression names is on the list, also where it leaves a choice."""
    names = [name for name in re.split(r"\s+(?:AND|OR)\s+|[()]", expression) if name.strip()]
    return bool(names) and all(name.strip() in ALLOWED for name in names)


def page_of(licences: dict[str, str]) -> str:
    """The page, from the licence of each package by its name."""
    rows = "".join(f"| {name} | {licences[name]} |\n" for name in sorted(licences, key=str.lower))
    allowed = "\n".join(f"- {name}" for name in sorted(ALLOWED))
    return f"""# Licenser

{HEAD}

Det här är allt som kommer med när styrmodell installeras för att köras: kärnan, tilläggsmodulerna och de paket som de
behöver, med den licens som paketet självt uppger. Paketen hämtas av pip och ingår inte i styrmodells egna filer.

| paket | licens |
|---|---|
{rows}
## Prövat

Sessionen `licences` gör en tom miljö med just detta och stannar på en licens som inte är tillåten, eller när sidan
säger något annat. Lämnar ett paket ett val ska alla licenser i valet vara tillåtna. Tillåtna är (`tests/licences.py`):

{allowed}

Att en licens är tillåten är projektets bedömning och inte en jurists. Listan gäller det som används genom import och
hämtas för sig, inte kod som kopieras in. LGPL och MPL står i bilagan till EUPL-1.2 som förenliga licenser.

Versionerna står i innehållsförteckningen som sessionen `sbom` skriver, se [Installera](../how-to/installera.md).
"""


def main(arguments: Iterable[str]) -> str | None:
    """Check, or write, and return what is wrong."""
    licences = {found.name: licence_of(found) for found in distributions()}
    page = page_of(licences)
    faults = [
        f"{name}: {said or '(says none)'} is not on the list" for name, said in licences.items() if not is_allowed(said)
    ]
    if "--write" in arguments:
        PAGE.write_text(page, encoding="utf-8", newline="\n")
    elif not PAGE.exists() or PAGE.read_text(encoding="utf-8") != page:
        faults.append(f"{PAGE.name} says another thing: python -m nox -s licences -- --write")
    print(page)
    return "\n".join(faults) or None


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
