"""One number that several processes of this machine share, read without asking anybody: 8 bytes in a file."""

import fcntl
import mmap
import os
import struct
from pathlib import Path

_FORM = struct.Struct("<q")


class SharedNumber:
    """Keeps a signed 64-bit number at `path`; 0 when the file is new. Reading costs no system call."""

    def __init__(self, path: Path) -> None:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        self._path = path
        self._descriptor = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
        with self._alone():
            if os.fstat(self._descriptor).st_size < _FORM.size:
                os.ftruncate(self._descriptor, _FORM.size)
        self._memory = mmap.mmap(self._descriptor, _FORM.size)

    def get(self) -> int:
        # 8 aligned bytes are read and written in one go on every machine this runs on.
        number: int = _FORM.unpack_from(self._memory)[0]
        return number

    def set(self, value: int) -> None:
        with self._alone():
            _FORM.pack_into(self._memory, 0, value)

    def add(self, amount: int) -> int:
        """Count on, whatever other processes do at the same moment; the new number."""
        with self._alone():
            value = self.get() + amount
            _FORM.pack_into(self._memory, 0, value)
        return value

    def close(self) -> None:
        self._memory.close()
        os.close(self._descriptor)

    def _alone(self) -> "_FileLock":
        return _FileLock(self._path)


class _FileLock:
    """Holds a file alone, against other processes and other threads of this one."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def __enter__(self) -> None:
        # flock counts by open file, so a descriptor of its own also keeps threads apart.
        self._own = os.open(self._path, os.O_RDWR)
        fcntl.flock(self._own, fcntl.LOCK_EX)

    def __exit__(self, *_error: object) -> None:
        os.close(self._own)
