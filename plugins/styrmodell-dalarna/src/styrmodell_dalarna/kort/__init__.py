"""The scorecard: its front page, its rows, the parts of its measures and how they have moved."""
