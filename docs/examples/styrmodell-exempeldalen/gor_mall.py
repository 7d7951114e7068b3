"""Make the Word master the region's own: its colour for headings. Run: python gor_mall.py"""

from pathlib import Path

from docx import Document
from docx.shared import RGBColor

MASTER = Path("src/styrmodell_exempeldalen/mallar/rapport.docx")
COLOUR = RGBColor(0x7A, 0x1F, 0x3D)

master = Document(str(MASTER))
for name in ("Title", "Heading 1", "Heading 2", "Caption", "Tabellhuvud"):
    master.styles[name].font.color.rgb = COLOUR
master.save(str(MASTER))
