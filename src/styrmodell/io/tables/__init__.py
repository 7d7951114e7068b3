"""Tables: sheets and CSV files of figures, wherever in them the table stands and whichever way it is turned."""
