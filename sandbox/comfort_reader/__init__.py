"""A card reader with a pad of its own, simulated at the level of SCardControl and SCardTransmit."""
