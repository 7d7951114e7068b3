"""The follow-up: month, tertial and interim reports and the year's account, one structure for every unit."""
