"""Taking a fee: the card reader, the pay page on a phone, and what is owed when a visit ends too early."""
