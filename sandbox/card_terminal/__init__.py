"""A card-payment terminal that speaks ZVT over TCP: the real protocol, invented cards, no money."""
