"""Forms: which units get one, what it asks for, and the register of what was sent."""
