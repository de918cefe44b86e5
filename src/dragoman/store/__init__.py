"""Delta tables of what was coded, queries over them, and what they export."""
