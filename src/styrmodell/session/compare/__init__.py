"""Two workspaces, or two delivered workbooks, compared: what has changed, who says so, and what it moved."""
