"""Region Exempel's reports, checks and profile for styrmodell."""
