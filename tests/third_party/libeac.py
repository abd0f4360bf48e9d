"""libeac (OpenPACE) through ctypes: EAC as someone else wrote it, to play the other side against us.

Only thin wrappers: a `Context` is one EAC_CTX, bytes go in and out, a failure inside libeac is a LibeacError.
"""

import ctypes
from ctypes import c_char_p, c_int, c_size_t, c_ubyte, c_ulong, c_void_p
from enum import IntEnum
from typing import Any

LIBRARY = "libeac.so.3"


class LibeacError(RuntimeError):
    """libeac refused or failed."""


class Channel(IntEnum):
    """Which keys EAC_encrypt and its kin use (EAC_ID_… in eac.h)."""

    PACE = 0
    CHIP_AUTHENTICATION = 1


class _Buffer(ctypes.Structure):
    """OpenSSL's BUF_MEM."""

    _fields_ = (
        ("length", c_size_t),
        ("data", ctypes.POINTER(c_ubyte)),
        ("max", c_size_t),
        ("flags", c_ulong),
    )


_BufferPointer = ctypes.POINTER(_Buffer)

_PROTOTYPES = {
    "EAC_init": (None, ()),
    "EAC_CTX_new": (c_void_p, ()),
    "EAC_CTX_clear_free": (None, (c_void_p,)),
    "EAC_CTX_init_ef_cardaccess": (c_int, (c_char_p, c_size_t, c_void_p)),
    "EAC_CTX_set_encryption_ctx": (c_int, (c_void_p, c_int)),
    "EAC_increment_ssc": (c_int, (c_void_p,)),
    "EAC_add_iso_pad": (_BufferPointer, (c_void_p, _BufferPointer)),
    "EAC_remove_iso_pad": (_BufferPointer, (_BufferPointer,)),
    "EAC_encrypt": (_BufferPointer, (c_void_p, _BufferPointer)),
    "EAC_decrypt": (_BufferPointer, (c_void_p, _BufferPointer)),
    "EAC_authenticate": (_BufferPointer, (c_void_p, _BufferPointer)),
    "EAC_verify_authentication": (c_int, (c_void_p, _BufferPointer, _BufferPointer)),
    "BUF_MEM_create_init": (_BufferPointer, (c_char_p, c_size_t)),
    "BUF_MEM_clear_free": (None, (_BufferPointer,)),
    "PACE_SEC_new": (c_void_p, (c_char_p, c_size_t, c_int)),
    "PACE_SEC_clear_free": (None, (c_void_p,)),
    "PACE_STEP1_enc_nonce": (_BufferPointer, (c_void_p, c_void_p)),
    "PACE_STEP2_dec_nonce": (c_int, (c_void_p, c_void_p, _BufferPointer)),
    "PACE_STEP3A_generate_mapping_data": (_BufferPointer, (c_void_p,)),
    "PACE_STEP3A_map_generator": (c_int, (c_void_p, _BufferPointer)),
    "PACE_STEP3B_generate_ephemeral_key": (_BufferPointer, (c_void_p,)),
    "PACE_STEP3B_compute_shared_secret": (c_int, (c_void_p, _BufferPointer)),
    "PACE_STEP3C_derive_keys": (c_int, (c_void_p,)),
    "PACE_STEP3D_compute_authentication_token": (_BufferPointer, (c_void_p, _BufferPointer)),
    "PACE_STEP3D_verify_authentication_token": (c_int, (c_void_p, _BufferPointer)),
    "CA_set_key": (c_int, (c_void_p, c_char_p, c_size_t, c_char_p, c_size_t)),
    "CA_STEP4_compute_shared_secret": (c_int, (c_void_p, _BufferPointer)),
    "CA_STEP5_derive_keys": (
        c_int,
        (c_void_p, _BufferPointer, ctypes.POINTER(_BufferPointer), ctypes.POINTER(_BufferPointer)),
    ),
}


class Libeac:
    """The loaded library. Raises OSError if it is not installed."""

    def __init__(self) -> None:
        self._library = ctypes.CDLL(LIBRARY)
        for name, (result, arguments) in _PROTOTYPES.items():
            function = getattr(self._library, name)
            function.restype = result
            function.argtypes = arguments
        self._library.EAC_init()

    def call(self, name: str, *arguments: object) -> int:
        """Call a function, bytes handed over as BUF_MEM; return its number.

        A plain C string has to be wrapped in `c_char_p` by the caller. Output pointers pass through.
        """
        result = self._invoke(name, arguments)
        return 0 if result is None else int(result)

    def buffer(self, name: str, *arguments: object) -> bytes:
        """Call a function that returns a BUF_MEM; LibeacError if it returns none."""
        return self.take(self._invoke(name, arguments), name)

    def ok(self, name: str, *arguments: object) -> None:
        """Call a function that returns 1 for success; LibeacError for anything else."""
        if self.call(name, *arguments) != 1:
            raise LibeacError(f"{name} failed")

    def pointer(self, name: str, *arguments: object) -> c_void_p:
        """Call a function that makes an object; LibeacError if it makes none."""
        address = self._invoke(name, arguments)
        if not address:
            raise LibeacError(f"{name} failed")
        return c_void_p(address)

    def take(self, pointer: "ctypes._Pointer[_Buffer]", name: str) -> bytes:
        """Copy a BUF_MEM that libeac gave us and free it."""
        if not ctypes.cast(pointer, c_void_p).value:
            raise LibeacError(f"{name} returned nothing")
        content = bytes(pointer.contents.data[: pointer.contents.length])
        self._library.BUF_MEM_clear_free(pointer)
        return content

    def _invoke(self, name: str, arguments: tuple[object, ...]) -> Any:
        buffers = []
        converted = []
        for argument in arguments:
            if isinstance(argument, bytes):
                buffers.append(self._library.BUF_MEM_create_init(argument, len(argument)))
                converted.append(buffers[-1])
            else:
                converted.append(argument)
        try:
            return getattr(self._library, name)(*converted)
        finally:
            for buffer in buffers:
                self._library.BUF_MEM_clear_free(buffer)


class Context:
    """One EAC_CTX, told about the card by its EF.CardAccess."""

    def __init__(self, library: Libeac, ef_card_access: bytes) -> None:
        self._library = library
        self.handle = library.pointer("EAC_CTX_new")
        library.ok("EAC_CTX_init_ef_cardaccess", c_char_p(ef_card_access), len(ef_card_access), self.handle)

    def close(self) -> None:
        self._library.call("EAC_CTX_clear_free", self.handle)

    def buffer(self, name: str, *arguments: object) -> bytes:
        """Call a function of this context that returns bytes."""
        return self._library.buffer(name, self.handle, *arguments)

    def ok(self, name: str, *arguments: object) -> None:
        """Call a function of this context that must succeed."""
        self._library.ok(name, self.handle, *arguments)

    def encrypted_nonce(self, password: bytes, password_id: int) -> bytes:
        """Make PACE's nonce and encipher it under the password (PACE_MRZ … PACE_PUK are 1 to 4)."""
        secret = self._library.pointer("PACE_SEC_new", c_char_p(password), len(password), password_id)
        try:
            return self.buffer("PACE_STEP1_enc_nonce", secret)
        finally:
            self._library.call("PACE_SEC_clear_free", secret)

    def deciphered_nonce(self, password: bytes, password_id: int, encrypted: bytes) -> None:
        """Take the card's nonce, as the terminal; it stays inside."""
        secret = self._library.pointer("PACE_SEC_new", c_char_p(password), len(password), password_id)
        try:
            self.ok("PACE_STEP2_dec_nonce", secret, encrypted)
        finally:
            self._library.call("PACE_SEC_clear_free", secret)

    def is_token_right(self, token: bytes) -> bool:
        """Let libeac verify the other side's PACE token."""
        answer = self._library.call("PACE_STEP3D_verify_authentication_token", self.handle, token)
        if answer not in {0, 1}:
            raise LibeacError("PACE_STEP3D_verify_authentication_token failed")
        return answer == 1

    def use_channel(self, channel: Channel) -> None:
        """Take the keys of PACE or of chip authentication for secure messaging, the counter at zero."""
        self.ok("EAC_CTX_set_encryption_ctx", int(channel))

    def step_counter(self) -> None:
        self.ok("EAC_increment_ssc")

    def pad(self, data: bytes) -> bytes:
        return self.buffer("EAC_add_iso_pad", data)

    def unpad(self, data: bytes) -> bytes:
        return self._library.buffer("EAC_remove_iso_pad", data)

    def encrypt(self, padded: bytes) -> bytes:
        return self.buffer("EAC_encrypt", padded)

    def decrypt(self, cryptogram: bytes) -> bytes:
        return self.buffer("EAC_decrypt", cryptogram)

    def checksum(self, padded: bytes) -> bytes:
        return self.buffer("EAC_authenticate", padded)
