"""Forms that come back: read, compared with what is known, and written as figures of the workspace."""
