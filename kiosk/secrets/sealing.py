"""systemd-creds: seals a secret so that only this machine can open it, by its TPM or by root's key on it."""

import subprocess
from dataclasses import dataclass

from keyring.errors import KeyringError

_DEADLINE_S = 30
"""A TPM takes a second or two."""


class SealedSecretError(KeyringError):
    """A secret cannot be kept or had; the text says what to do, never what the secret is."""


@dataclass(frozen=True, slots=True)
class Sealing:
    """Runs the program; secrets go through pipes only."""

    program: str = "systemd-creds"

    def seal(self, name: str, secret: bytes) -> bytes:
        """Encrypt for this machine; what it gives can be opened under the same name only.

        The program takes the TPM where there is one, else the machine's own key (`--with-key=auto`).
        """
        return self._run(secret, "encrypt", f"--name={name}", "--with-key=auto", "-", "-")

    def open(self, name: str, sealed: bytes) -> bytes:
        return self._run(sealed, "decrypt", f"--name={name}", "-", "-")

    def _run(self, given: bytes, *arguments: str) -> bytes:
        verb = arguments[0]
        try:
            done = subprocess.run(
                [self.program, *arguments], input=given, capture_output=True, check=False, timeout=_DEADLINE_S
            )
        except FileNotFoundError as error:
            raise SealedSecretError(
                f"{self.program} is not there; install systemd 250 or later, "
                'or set store = "system" in [secrets]'
            ) from error
        except OSError as error:
            raise SealedSecretError(f"{self.program} cannot be run: {error.strerror}; check it") from error
        except subprocess.TimeoutExpired:
            # Without its cause, which holds what the program was given and said.
            raise SealedSecretError(
                f"{self.program} {verb} does not end; check the TPM: systemd-cryptenroll --tpm2-device=list"
            ) from None
        if done.returncode != 0:
            raise SealedSecretError(
                f"{self.program} {verb} fails ({_last_line(done.stderr)}); run it as root and on the machine "
                "that sealed the secret, or enrol the terminal again"
            )
        return done.stdout


def _last_line(complaint: bytes) -> str:
    lines = complaint.decode(errors="replace").strip().splitlines()
    return lines[-1] if lines else "without a word"
