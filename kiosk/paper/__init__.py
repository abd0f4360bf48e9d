"""Printers: CUPS, a folder for terminals without one, and the sandbox's switchable faults."""
