"""How plugins are found, guarded and asked."""
