"""The identity card, played at APDU level."""
