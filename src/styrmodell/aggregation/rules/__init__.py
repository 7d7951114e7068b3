"""The built-in rules, by what their states hold; built_in.py has them all."""
