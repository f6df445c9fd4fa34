"""Which complaint a line is, by what it tells."""
