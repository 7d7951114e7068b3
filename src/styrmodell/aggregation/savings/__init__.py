"""The savings plan (handlingsplan för ekonomi i balans): a line for every action, and totals that count each once."""
