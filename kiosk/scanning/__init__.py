"""A sheet of paper as pictures, from the scanner to the file that is sent; in memory only."""
