"""Rolling over: a plan's year becomes the next, as the draft of a new workspace."""
