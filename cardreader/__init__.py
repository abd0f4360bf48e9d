"""The ID card: APDU, PACE, EAC and the eID client; knows cards, not citizens."""
