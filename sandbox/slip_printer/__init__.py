"""A receipt printer on a TCP port of loopback: it understands ESC/POS and draws what comes out."""
