"""Access tokens of terminals and citizens: signed JWTs bound to a DPoP key (RFC 9068, RFC 9449 6.1)."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import Enum
from typing import cast

import jwt
from cryptography.hazmat.primitives.asymmetric.ec import EllipticCurvePrivateKey

from sandbox.bochum_id.levels import level_uri
from sandbox.bochum_id.problem_codes import Code
from sandbox.bochum_id.problems import ProblemError
from sandbox.bochum_id.tables import CitizenSession

_TYPE = "at+jwt"
CERTIFICATE_THUMBPRINT = "x5t#S256"
_MEANS = {"eid": ("eid",), "password": ("pwd", "otp")}


class Scope(Enum):
    TERMINAL = "terminal"
    CITIZEN = "citizen"


@dataclass(frozen=True, slots=True)
class Access:
    """What a valid token says."""

    scope: Scope
    terminal_id: str
    jkt: str | None
    """Thumbprint of the key that must prove possession (RFC 9449 6.1); None for a certificate's token."""
    certificate: str | None
    """Thumbprint of the certificate that the connection must show (RFC 8705 3.1); None for a key's token."""
    session_id: str | None


@dataclass(frozen=True, slots=True)
class TokenSigner:
    key: EllipticCurvePrivateKey
    issuer: str
    new_token: Callable[[], str]
    """Makes the `jti`."""

    def for_terminal(
        self, terminal_id: str, confirmation: Mapping[str, str], now: datetime, life: timedelta
    ) -> str:
        """`confirmation` is `jkt` with the key's thumbprint, or `x5t#S256` with the certificate's."""
        who = {"sub": terminal_id, "client_id": terminal_id, "cnf": dict(confirmation)}
        return self._sign(Scope.TERMINAL, now, life, who)

    def for_citizen(self, session: CitizenSession, now: datetime, life: timedelta) -> str:
        """`amr` names the means that were used (RFC 8176), `acr` the level they came to (RFC 9068 2.2.1)."""
        methods = cast("list[str]", session.methods)
        claims = {
            "sub": session.account_id,
            "sid": session.id,
            "client_id": session.terminal_id,
            "cnf": {"jkt": session.dpop_jkt},
            "acr": level_uri(session.level),
            "amr": [means for method in methods for means in _MEANS[method]],
            "auth_time": int(session.authenticated_at.timestamp()),
        }
        return self._sign(Scope.CITIZEN, now, life, claims)

    def _sign(self, scope: Scope, now: datetime, life: timedelta, who: Mapping[str, object]) -> str:
        claims = {
            "iss": self.issuer,
            "aud": self.issuer,
            "iat": int(now.timestamp()),
            "exp": int((now + life).timestamp()),
            "jti": self.new_token(),
            "scope": scope.value,
            **who,
        }
        return jwt.encode(claims, self.key, algorithm="ES256", headers={"typ": _TYPE})

    def read(self, token: str, scope: Scope, now: datetime) -> Access:
        """Check signature, issuer, type, scope and time.

        ProblemError: token-expired when only the time is over, token-invalid for everything else.
        """
        try:
            header = jwt.get_unverified_header(token)
            claims = jwt.decode(
                token,
                self.key.public_key(),
                algorithms=["ES256"],
                audience=self.issuer,
                issuer=self.issuer,
                options={"verify_exp": False, "verify_iat": False, "verify_nbf": False},
            )
            access = Access(
                Scope(claims["scope"]),
                cast("str", claims["client_id"]),
                cast("str | None", claims["cnf"].get("jkt")),
                cast("str | None", claims["cnf"].get(CERTIFICATE_THUMBPRINT)),
                cast("str | None", claims.get("sid")),
            )
            expires_at = int(claims["exp"])
        except (jwt.PyJWTError, AttributeError, KeyError, TypeError, ValueError) as error:
            raise ProblemError(Code.TOKEN_INVALID) from error
        if header.get("typ") != _TYPE or access.scope is not scope:
            raise ProblemError(Code.TOKEN_INVALID)
        if now.timestamp() >= expires_at:
            raise ProblemError(Code.TOKEN_EXPIRED)
        return access


def claimed_scope(token: str) -> Scope | None:
    """Read which kind of token it says it is, unproven; None when it says nothing readable."""
    try:
        claims = jwt.decode(token, options={"verify_signature": False})
        return Scope(claims.get("scope"))
    except (jwt.PyJWTError, ValueError, AttributeError):
        return None
