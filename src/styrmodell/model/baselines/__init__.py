"""How baselines are read and printed."""
