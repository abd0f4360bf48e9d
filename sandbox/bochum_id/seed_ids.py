"""Names of what is in the sandbox before anybody comes: the same in every sandbox."""

from uuid import NAMESPACE_URL, uuid5


def sample_id(prefix: str, name: str) -> str:
    """Name something by what it is; nobody secret hides behind it."""
    return f"{prefix}_{uuid5(NAMESPACE_URL, f'urn:bochum:sandbox:{prefix}:{name}')}"
