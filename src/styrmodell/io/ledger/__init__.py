"""Ledgers: a monthly extract, sorted by a dated code plan into figures, with every krona accounted for."""
