"""Lists: rows of sheets and CSV files, as offices keep them, become objects of the model."""
