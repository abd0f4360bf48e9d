"""The city account Bochum-ID, as far as a terminal meets it."""
