"""Region Jämtland Härjedalen's follow-up of a nämnd's plan, and its tertial report, for styrmodell."""
