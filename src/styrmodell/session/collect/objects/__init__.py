"""Objects and texts of forms: rows found again, changes told as old and new, and nothing overwritten."""
