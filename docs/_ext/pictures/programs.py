"""The programs that make pictures: LibreOffice and Chromium give PDF, and poppler a part of a page as PNG."""

import re
import shutil
import subprocess
from pathlib import Path

# Dots of an inch of the picture, and of a screen; a picture is shown at the size of the screen.
DOTS, SCREEN = 120, 96
SECONDS = 180
# White around what is left, in dots of the small picture that the edges are looked for in.
MARGIN, SMALL = 3, 36
WHITE = 250
# Of an HTML document: a window of this many pixels, high enough for all of it.
WINDOW, HEIGHT = 900, 3000
# Numbers as in Sweden, and a typeface with Excel's widths in the place of one that is not there.
SETTINGS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Setup/L10N"><prop oor:name="ooSetupSystemLocale"><value>sv-SE</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Font/Substitution"><prop oor:name="Replacement"><value>true</value></prop>
</item>
<item oor:path="/org.openoffice.Office.Common/Font/Substitution/FontPairs"><node oor:name="_0" oor:op="replace">
<prop oor:name="ReplaceFont"><value>Calibri</value></prop>
<prop oor:name="SubstituteFont"><value>Liberation Sans Narrow</value></prop>
<prop oor:name="Always"><value>true</value></prop><prop oor:name="OnScreenOnly"><value>false</value></prop></node>
</item>
</oor:items>
"""
CHROMIUM = ("--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking")


def program(name: str) -> str | None:
    """Where a program is, or nothing."""
    return shutil.which(name) or (shutil.which("chromium-browser") if name == "chromium" else None)


def _run(name: str, *words: str) -> bytes:
    found = program(name)
    assert found, name
    return subprocess.run([found, *words], check=True, capture_output=True, timeout=SECONDS).stdout


def office_to_pdf(paths: list[Path], folder: Path) -> None:
    """Write a PDF in *folder* of each document, in one run of LibreOffice with settings of its own."""
    profile = folder / "profil"
    (profile / "user").mkdir(parents=True, exist_ok=True)
    (profile / "user" / "registrymodifications.xcu").write_text(SETTINGS, encoding="utf-8")
    words = (f"-env:UserInstallation={profile.as_uri()}", "--headless", "--convert-to", "pdf", "--outdir", str(folder))
    _run("soffice", *words, *map(str, paths))


def page_to_pdf(path: Path, folder: Path) -> None:
    """Write a PDF in *folder* of an HTML document as it is on a screen, all on one page."""
    text = path.read_text(encoding="utf-8").replace("@media print", "@media speech")
    text = re.sub(r"@page[^{]*\{(?:[^{}]|\{[^}]*\})*\}", "", text.replace("@media screen", "@media print"))
    page = f"<style>@page {{ size: {WINDOW}px {HEIGHT}px; margin: 0; }}</style></head>"
    shown = folder / f"{path.stem}.shown.html"
    shown.write_text(text.replace("</head>", page), encoding="utf-8")
    target = folder / f"{path.stem}.pdf"
    profile = f"--user-data-dir={folder / 'chromium'}"
    _run("chromium", *CHROMIUM, profile, "--no-pdf-header-footer", f"--print-to-pdf={target}", shown.as_uri())


def page_to_png(pdf: Path, page: int, target: Path, *, top: float, bottom: float) -> None:
    """Write a page of *pdf* between *top* and *bottom*, parts of its height, without the white around.

    Raises:
        ValueError: There is nothing there.
    """
    grey = _run("pdftoppm", "-r", str(SMALL), "-f", str(page), "-l", str(page), "-gray", str(pdf))
    left, up, right, down = edges_of(grey, top=top, bottom=bottom)
    part = (("-x", left), ("-y", up), ("-W", right - left), ("-H", down - up))
    words = [str(word) for name, dots in part for word in (name, dots * DOTS // SMALL)]
    one = ("-f", str(page), "-l", str(page), "-singlefile", "-png")
    _run("pdftoppm", "-r", str(DOTS), *one, *words, str(pdf), str(target.with_suffix("")))


def edges_of(grey: bytes, *, top: float, bottom: float) -> tuple[int, int, int, int]:
    """Left, upper, right and lower edge of what is not white in a picture in the form PGM, with a little margin.

    Raises:
        ValueError: It is white all over.
    """
    head = re.match(rb"P5\s+(\d+)\s+(\d+)\s+255\s", grey)
    assert head is not None
    width, height = int(head[1]), int(head[2])
    rows = [grey[head.end() + at * width : head.end() + (at + 1) * width] for at in range(height)]
    first, last = int(top * height), int(bottom * height)
    inked = [at for at in range(first, last) if min(rows[at]) < WHITE]
    if not inked:
        raise ValueError("nothing on the page")
    columns = [at for at in range(width) if any(rows[row][at] < WHITE for row in inked)]
    up, down = max(first, inked[0] - MARGIN), min(last, inked[-1] + 1 + MARGIN)
    return max(0, columns[0] - MARGIN), up, min(width, columns[-1] + 1 + MARGIN), down


def size_of(png: bytes) -> tuple[int, int]:
    """Width and height of a PNG file, in dots."""
    return int.from_bytes(png[16:20], "big"), int.from_bytes(png[20:24], "big")
