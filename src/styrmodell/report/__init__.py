"""From values to documents: tables, formulas, Excel, Word and HTML."""
