"""The command line: thin calls of the session."""
