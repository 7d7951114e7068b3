"""Region Dalarna's scorecards and follow-up for styrmodell."""
