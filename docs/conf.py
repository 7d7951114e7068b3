"""Sphinx settings: Markdown by MyST, the Furo theme, Swedish, and pictures made of the examples' documents."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent / "_ext"))

project = "styrmodell"
author = "styrmodell contributors"
copyright = "styrmodell contributors, CC BY 4.0"
language = "sv"
version = release = "0.1.0"

extensions = ["myst_parser", "styrmodell_pictures"]
myst_enable_extensions = ["deflist"]
myst_heading_anchors = 3
# The examples are plugins with pages of their own, not pages of these.
exclude_patterns = ["_build", "_ext", "_static", "examples"]

# A block that says no language is what a command shows, not code.
highlight_language = "none"

html_theme = "furo"
html_static_path = ["_static"]
html_css_files = ["pages.css"]
html_title = "styrmodell"
html_show_sphinx = False
# No dates in the pages: the same source gives the same site.
html_last_updated_fmt = None
