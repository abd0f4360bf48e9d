"""The MODP groups of RFC 3526, whose primes are made of the digits of pi."""

import ssl
from pathlib import Path

from cardreader import tlv

_OFFSETS = {1536: 741804, 2048: 124476, 3072: 1690314}
_GUARD_BITS = 64


def prime(bits: int) -> int:
    """2^n - 2^(n-64) - 1 + 2^64 * (floor(2^(n-130) * pi) + k), with the k of RFC 3526."""
    return (1 << bits) - (1 << (bits - 64)) - 1 + (1 << 64) * (_scaled_pi(bits - 130) + _OFFSETS[bits])


def write_parameters(directory: Path, bits: int) -> str:
    """Write the group with its generator 2 as `load_dh_params` reads it (PKCS #3); return the file's name."""
    numbers = (prime(bits).to_bytes(bits // 8 + 1), b"\x02")
    parameters = tlv.encode(0x30, b"".join(tlv.encode(0x02, number) for number in numbers))
    path = directory / f"modp-{bits}.pem"
    path.write_text(ssl.DER_cert_to_PEM_cert(parameters).replace("CERTIFICATE", "DH PARAMETERS"))
    return str(path)


def _scaled_pi(bits: int) -> int:
    """floor(2^bits * pi), by Machin's formula."""
    one = 1 << (bits + _GUARD_BITS)
    return 4 * (4 * _arctan_of_inverse(5, one) - _arctan_of_inverse(239, one)) >> _GUARD_BITS


def _arctan_of_inverse(x: int, one: int) -> int:
    power = total = one // x
    divisor, sign = 3, -1
    while power := power // (x * x):
        total += sign * (power // divisor)
        divisor, sign = divisor + 2, -sign
    return total
