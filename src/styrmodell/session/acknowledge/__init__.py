"""Findings that somebody stands for: told apart, until what was found is something else or the time is over."""
