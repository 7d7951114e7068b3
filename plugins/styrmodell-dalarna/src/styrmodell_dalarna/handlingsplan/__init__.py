"""The plan for an economy in balance (handlingsplan): its actions, what was reported of it and what was decided."""
