"""Region Exempeldalen's reports, checks and profile for styrmodell."""
