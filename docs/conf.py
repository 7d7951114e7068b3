"""Sphinx settings: Markdown by MyST, the Furo theme, Swedish."""

project = "styrmodell"
author = "styrmodell contributors"
copyright = "styrmodell contributors, CC BY 4.0"
language = "sv"
version = release = "0.1.0"

extensions = ["myst_parser"]
myst_enable_extensions = ["deflist"]
myst_heading_anchors = 3
# The examples are plugins with pages of their own, not pages of these.
exclude_patterns = ["_build", "examples"]

html_theme = "furo"
html_title = "styrmodell"
html_show_sphinx = False
# No dates in the pages: the same source gives the same site.
html_last_updated_fmt = None
