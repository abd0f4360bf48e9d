"""One input for one parser: read or refused, within a second, and what was read holds together."""

import time

from tests.fuzz.targets import Target

MAX_CPU_S = 1.0


class Fault(Exception):  # noqa: N818  # the name of what was found
    """The parser took too long, or what it read does not hold together."""


def judge(target: Target, data: bytes) -> bool:
    """Return whether the input was read, not refused.

    Raises Fault, or whatever the parser raises beyond its own refusal.
    """
    started = time.process_time()
    try:
        value = target.read(data)
    except target.refusal:
        return False
    else:
        repr(value)
        if target.write is not None:
            _check_round_trip(target, value, data)
        return True
    finally:
        spent = time.process_time() - started
        if spent > MAX_CPU_S:
            raise Fault(f"{len(data)} bytes took {spent:.1f} s")


def _check_round_trip(target: Target, value: object, data: bytes) -> None:
    assert target.write is not None
    written = target.write(value)
    if target.is_exact and written != data:
        raise Fault("what was read is not what was written")
    if not target.is_exact and target.read(written) != value:
        raise Fault("what was written is read back as something else")
