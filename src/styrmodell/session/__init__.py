"""The workspace: joins reading, computing and reports."""
