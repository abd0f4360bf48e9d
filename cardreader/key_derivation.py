"""Keys and authentication tokens from shared secrets (TR-03110-3 A.2.3 and A.2.4)."""

from collections.abc import Callable
from dataclasses import dataclass

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.ciphers.algorithms import AES
from cryptography.hazmat.primitives.cmac import CMAC

from cardreader import tlv

MAC_BYTES = 8
BLOCK_BYTES = 16

_COUNTER_ENC = 1
_COUNTER_MAC = 2
_COUNTER_PASSWORD = 3

_OID_CHIP_AUTHENTICATION_ECDH = "0.4.0.127.0.7.2.2.3.2"
_OID_PACE_ECDH_GENERIC_MAPPING = "0.4.0.127.0.7.2.2.4.2"


@dataclass(frozen=True, slots=True)
class CipherSuite:
    """AES in CBC mode with CMAC, its key length, and the hash of its key derivation."""

    name: str
    key_bytes: int
    hash: Callable[[], hashes.HashAlgorithm]


AES_128 = CipherSuite("AES-CBC-CMAC-128", 16, hashes.SHA1)
AES_192 = CipherSuite("AES-CBC-CMAC-192", 24, hashes.SHA256)
AES_256 = CipherSuite("AES-CBC-CMAC-256", 32, hashes.SHA256)

_BY_LAST_ARC = {2: AES_128, 3: AES_192, 4: AES_256}
_BY_PROTOCOL = {
    f"{family}.{arc}": suite
    for family in (_OID_PACE_ECDH_GENERIC_MAPPING, _OID_CHIP_AUTHENTICATION_ECDH)
    for arc, suite in _BY_LAST_ARC.items()
}


def cipher_by_protocol(protocol: str) -> CipherSuite | None:
    """Return the suite of id-PACE-ECDH-GM-AES-… or id-CA-ECDH-AES-… (dotted OID); None for any other."""
    return _BY_PROTOCOL.get(protocol)


def kdf_enc(secret: bytes, cipher: CipherSuite, nonce: bytes = b"") -> bytes:
    """Return the encryption key; `nonce` is the chip's r of chip authentication version 2, empty for PACE."""
    return _kdf(secret, cipher, nonce, _COUNTER_ENC)


def kdf_mac(secret: bytes, cipher: CipherSuite, nonce: bytes = b"") -> bytes:
    """Return the authentication key; `nonce` as in `kdf_enc`."""
    return _kdf(secret, cipher, nonce, _COUNTER_MAC)


def kdf_pi(password: bytes | bytearray | memoryview, cipher: CipherSuite) -> bytes:
    """Return the key that encrypts PACE's nonce.

    For the MRZ, `password` is the SHA-1 of its numbers (ICAO 9303-11 9.7.3).
    """
    return _kdf(password, cipher, b"", _COUNTER_PASSWORD)


def cmac(key: bytes, data: bytes) -> bytes:
    """AES-CMAC cut to its first 8 bytes (TR-03110-3 A.2.4.2)."""
    mac = CMAC(AES(key))
    mac.update(data)
    return mac.finalize()[:MAC_BYTES]


def authentication_token(mac_key: bytes, protocol: str, public_key: bytes) -> bytes:
    """Return the 8-byte token over 7F49{06 protocol, 86 uncompressed point} (TR-03110-3 A.2.4, D.3.3).

    `public_key` is the other side's ephemeral key: each side proves it has the keys by what it received.
    """
    public_key_object = tlv.encode(0x06, tlv.oid_bytes(protocol)) + tlv.encode(0x86, public_key)
    return cmac(mac_key, tlv.encode(0x7F49, public_key_object))


def _kdf(secret: bytes | bytearray | memoryview, cipher: CipherSuite, nonce: bytes, counter: int) -> bytes:
    digest = hashes.Hash(cipher.hash())
    digest.update(secret)
    digest.update(nonce)
    digest.update(counter.to_bytes(4))
    return digest.finalize()[: cipher.key_bytes]
