"""A process that has imported the backend and forks a worker for each line it reads: they come in no time.

It prints the worker's process id, and each worker prints `ready`.
"""

import functools
import io
import os
import signal
import sys

from argon2 import PasswordHasher

from sandbox.bochum_id import opening, worker

_QUICK = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)


def main() -> int:
    # Half a second of each birth would go into one password that nobody has.
    worker.open_backend = functools.partial(opening.open_backend, password_hasher=_QUICK)
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # nobody asks how they ended
    while order := sys.stdin.buffer.readline():
        reading, writing = os.pipe()
        child = os.fork()
        if child == 0:
            signal.signal(signal.SIGCHLD, signal.SIG_DFL)
            os.write(writing, order)
            os.dup2(reading, 0)
            sys.stdin = io.TextIOWrapper(io.FileIO(0))
            os._exit(worker.main())
        os.close(reading)  # and keep the other end: a worker lives until it is killed
        sys.stdout.write(f"{child}\n")
        sys.stdout.flush()
    return 0


if __name__ == "__main__":
    sys.exit(main())
