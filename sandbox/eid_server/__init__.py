"""The eID server of TR-03130, as far as a terminal meets it, with its test PKI."""
