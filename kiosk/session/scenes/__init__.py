"""How each scene answers events, grouped by the four parts of a visit."""
