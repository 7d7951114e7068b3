"""Running text from the workspace: sections in Markdown and Word files, with places for figures and tables."""
