"""Messages of the terminal itself: its token, the public status (contract 2.1 and 10)."""

from typing import Literal

from pydantic import Field

from sandbox.bochum_id.components import Component, Health
from sandbox.bochum_id.wire import Wire


class TerminalTokenView(Wire):
    """OAuth names its members with underscores (RFC 6749 5.1)."""

    access_token: str = Field(serialization_alias="access_token")
    token_type: str = Field(serialization_alias="token_type")
    expires_in: int = Field(serialization_alias="expires_in")
    scope: str = Field(serialization_alias="scope")


class StatusView(Wire):
    status: Literal["ok", "degraded", "down"]
    components: dict[Component, Health]
