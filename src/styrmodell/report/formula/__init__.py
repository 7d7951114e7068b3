"""Live Excel formulas: the only place that makes them."""
