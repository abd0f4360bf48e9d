"""One service definition in a window, with an invented citizen and no city behind it."""
