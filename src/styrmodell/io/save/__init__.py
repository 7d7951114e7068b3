"""Saving: a whole plan as canonical JSON, flat lists as CSV."""
