"""URLs as the eID client judges them: https only, and the same origin (TR-03124-1 2.5, RFC 6454)."""

import ipaddress
import re
from urllib.parse import SplitResult, urljoin, urlsplit

_HTTPS_PORT = 443
_MAX_LENGTH = 8192
# RFC 1035 2.3.4; what is no name for the resolver makes Python raise UnicodeError while it connects.
_HOST = re.compile(r"[a-z0-9_-]{1,63}(\.[a-z0-9_-]{1,63})*")
_MAX_HOST_LENGTH = 253
_PRINTABLE = re.compile(r"[!-~]*")


def is_https(url: str) -> bool:
    """Say whether `url` is an absolute https URL with a host, free of blanks and control characters."""
    return _split(url) is not None


def is_web(url: str) -> bool:
    """Say the same of an http or https URL; only the browser's own error page may be the former."""
    return is_https(url) or (url.startswith("http://") and is_https(f"https{url.removeprefix('http')}"))


def same_origin(first: str, second: str) -> bool:
    """Compare scheme, host and port of two https URLs; false if either is not one."""
    one, other = _split(first), _split(second)
    return one is not None and other is not None and origin(first) == origin(second)


def origin(url: str) -> tuple[str, int]:
    """Return host (lower case) and port of an https URL; ValueError if it is not one."""
    parts = _split(url)
    if parts is None or parts.hostname is None:
        raise ValueError("the address is not an https URL")
    return parts.hostname, parts.port or _HTTPS_PORT


def request_target(url: str) -> str:
    """Return path and query of an https URL, the path at least `/`."""
    parts = urlsplit(url)
    return (parts.path or "/") + (f"?{parts.query}" if parts.query else "")


def redirect_target(base: str, location: str) -> str | None:
    """Return the absolute https URL that a Location header means; none if it means anything else."""
    stripped = location.strip()
    # An address with a scheme stands for itself: urljoin would give `https:///x` the base's host.
    try:
        target = stripped if ":" in stripped.partition("/")[0] else urljoin(base, stripped)
    except ValueError:  # such as brackets without an address in them
        return None
    return target if stripped and is_https(target) else None


def _split(url: str) -> SplitResult | None:
    if len(url) > _MAX_LENGTH or not _PRINTABLE.fullmatch(url):
        return None
    try:
        parts = urlsplit(url)
        host, port = parts.hostname, parts.port
    except ValueError:
        return None
    if parts.scheme != "https" or not _is_host(host or "") or port == 0 or parts.username is not None:
        return None
    return parts


def _is_host(host: str) -> bool:
    """Say whether this (in lower case, without brackets) is a host name or an IP address."""
    if ":" not in host:
        return len(host) <= _MAX_HOST_LENGTH and _HOST.fullmatch(host) is not None
    try:
        return ipaddress.IPv6Address(host).scope_id is None
    except ValueError:
        return False
