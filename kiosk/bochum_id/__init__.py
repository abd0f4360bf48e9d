"""The terminal's client of Bochum-ID: one upstream, one contract, frozen values out."""
