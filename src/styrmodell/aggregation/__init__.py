"""From many figures to one, with its working."""
