"""A visit that nobody plays: hands that press what a finger would, for demonstrations and tests."""
