"""Notes: their markers, their bodies, and which belong together."""
