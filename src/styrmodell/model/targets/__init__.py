"""How targets are read, printed and judged."""
