"""Stand-ins for the world outside the terminal; never part of a production package."""
