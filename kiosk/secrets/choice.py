"""Which keyring the terminal uses: the one its configuration names, never one that happens to be there."""

from collections.abc import Mapping
from pathlib import Path
from typing import assert_never

import keyring
from keyring.backend import KeyringBackend

from kiosk.config import Secrets, SecretStore
from kiosk.secrets.sealed_keyring import SealedKeyring


def open_keyring(secrets: Secrets, environment: Mapping[str, str]) -> KeyringBackend:
    """Open it; `environment` may name the folder in which systemd has opened credentials."""
    match secrets.store:
        case SecretStore.SYSTEM:
            return keyring.get_keyring()
        case SecretStore.SEALED:
            opened = environment.get("CREDENTIALS_DIRECTORY")
            return SealedKeyring(Path(secrets.folder), Path(opened) if opened else None)
        case _:
            assert_never(secrets.store)
