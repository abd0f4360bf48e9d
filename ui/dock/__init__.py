"""The sandbox's dock: a small window beside the terminal that lays cards down and breaks things."""
