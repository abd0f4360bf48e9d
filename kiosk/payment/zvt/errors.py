"""What a card reader sent that is no ZVT."""


class ZvtError(Exception):
    """Bytes that break the protocol; the text names the place, never a value."""
