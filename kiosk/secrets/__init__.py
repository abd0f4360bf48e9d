"""Where the terminal keeps its own secrets."""
