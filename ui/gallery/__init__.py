"""Pictures of every screen, without a card, a network or a person."""
