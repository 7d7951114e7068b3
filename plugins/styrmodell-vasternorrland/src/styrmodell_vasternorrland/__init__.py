"""Region Västernorrland's budget appendices for styrmodell."""
