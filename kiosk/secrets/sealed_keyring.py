"""A keyring for a kiosk without a desktop session: files that systemd-creds has sealed to this machine."""

import re
from pathlib import Path
from typing import NoReturn

from keyring.backend import KeyringBackend
from keyring.compat import properties
from keyring.errors import PasswordDeleteError

from kiosk.secrets.sealing import SealedSecretError, Sealing
from kiosk.whole_file import write_whole

_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.-]{0,127}")


class SealedKeyring(KeyringBackend):
    """One file a secret, called `<service>.<user>`.

    A service reads what systemd opened for it: `LoadCredentialEncrypted=<service>.<user>` in its unit puts
    the secret into memory that only it can read. Where systemd gave nothing, root opens the file itself.
    Writing is root's. The text of a secret is never in a file that this class makes.
    """

    def __init__(self, folder: Path, opened_by_systemd: Path | None, sealing: Sealing | None = None) -> None:
        """`folder` holds the sealed files; `opened_by_systemd` is `$CREDENTIALS_DIRECTORY`, if it is set.

        The library's own constructor is left out: it lets the environment change attributes.
        """
        self._folder = folder
        self._opened = opened_by_systemd
        self._sealing = sealing or Sealing()

    @properties.classproperty
    def priority(self) -> NoReturn:
        """Never the library's own choice: the configuration names it or it is not used."""
        raise RuntimeError("this keyring is chosen by [secrets] in the configuration")

    def get_password(self, service: str, username: str) -> str | None:
        """Give a secret; None when there is none, SealedSecretError when it cannot be opened."""
        name = _name(service, username)
        secret = self._from_systemd(name)
        if secret is None:
            secret = self._from_folder(name)
        if secret is None:
            return None
        try:
            return secret.decode()
        except UnicodeDecodeError:
            raise SealedSecretError(f"{name} holds no text; store it again") from None

    def set_password(self, service: str, username: str, password: str) -> None:
        """Seal a secret in the place of an older one, all of it or nothing."""
        name = _name(service, username)
        sealed = self._sealing.seal(name, password.encode())
        try:
            write_whole(self._folder / name, sealed)
        except OSError as error:
            raise SealedSecretError(
                f"{self._folder} cannot be written: {error.strerror}; run this as root, "
                "or name another folder in [secrets]"
            ) from error

    def delete_password(self, service: str, username: str) -> None:
        path = self._folder / _name(service, username)
        try:
            path.unlink()
        except FileNotFoundError as error:
            raise PasswordDeleteError(f"{path} does not exist") from error
        except OSError as error:
            raise SealedSecretError(
                f"{path} cannot be deleted: {error.strerror}; run this as root"
            ) from error

    def _from_systemd(self, name: str) -> bytes | None:
        if self._opened is None:
            return None
        try:
            return (self._opened / name).read_bytes()
        except FileNotFoundError:
            return None
        except OSError as error:
            raise SealedSecretError(
                f"{self._opened / name} cannot be read: {error.strerror}; run this in its own service"
            ) from error

    def _from_folder(self, name: str) -> bytes | None:
        path = self._folder / name
        try:
            sealed = path.read_bytes()
        except FileNotFoundError:
            return None
        except OSError as error:
            raise SealedSecretError(
                f"{path} cannot be read: {error.strerror}; "
                f"write LoadCredentialEncrypted={name} into the service's unit, or run this as root"
            ) from error
        return self._sealing.open(name, sealed)


def _name(service: str, username: str) -> str:
    """Make the file's name, which is also sealed in; SealedSecretError when it could leave the folder."""
    name = f"{service}.{username}"
    if not username or not _NAME.fullmatch(name):
        raise SealedSecretError(
            f"{name!r} cannot be the name of a secret; use letters, digits, hyphens, dots and underscores"
        )
    return name
