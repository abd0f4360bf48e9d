"""`python -m cardreader`: the eID client by hand, see `by_hand.command`."""

import sys

from cardreader.by_hand.command import main

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
