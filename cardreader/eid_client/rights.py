"""Which data a service may have: what it asks, what its certificate allows, what a person grants."""

from dataclasses import dataclass

from cardreader.auxiliary_data import AuxiliaryData
from cardreader.chat import AccessRight, Chat, Role

_NEVER_AT_A_TERMINAL = frozenset(
    {
        # Reading by CAN is for a person whose face is compared: never unattended.
        AccessRight.CAN_ALLOWED,
        AccessRight.PRIVILEGED_TERMINAL,
        AccessRight.PIN_MANAGEMENT,
        AccessRight.INSTALL_CERTIFICATE,
        AccessRight.INSTALL_QUALIFIED_CERTIFICATE,
        AccessRight.PSEUDONYMOUS_SIGNATURE,
    }
)
DISPLAYABLE = frozenset(AccessRight) - _NEVER_AT_A_TERMINAL


@dataclass(frozen=True, slots=True)
class AskedRights:
    """What a person is shown: `required` cannot be declined, `optional` can; they do not overlap."""

    required: frozenset[AccessRight]
    optional: frozenset[AccessRight]

    def granted(self, chosen_optional: frozenset[AccessRight]) -> Chat:
        """Return the template for the card: the required rights and those of the optional ones chosen."""
        return Chat(Role.TERMINAL, self.required | (self.optional & chosen_optional))


def asked(
    terminal: Chat, required: Chat | None, optional: Chat | None, auxiliary_data: AuxiliaryData | None
) -> AskedRights:
    """Work out what can be asked of a person (TR-03124-1 2.5.3).

    Without any template from the server, all rights of the terminal's certificate are optional.
    """
    possible = terminal.rights & DISPLAYABLE - _without_comparison_value(auxiliary_data)
    if required is None and optional is None:
        return AskedRights(frozenset(), possible)
    must = (required.rights if required else frozenset()) & possible
    may = (optional.rights if optional else frozenset()) & possible
    return AskedRights(must, may - must)


def on_site(terminal: Chat, asked_rights: AskedRights) -> AskedRights:
    """Add reading by CAN to what is asked, where the terminal's certificate allows it; see `on_site`."""
    by_can = terminal.rights & {AccessRight.CAN_ALLOWED}
    return AskedRights(asked_rights.required | by_can, asked_rights.optional)


def _without_comparison_value(auxiliary_data: AuxiliaryData | None) -> frozenset[AccessRight]:
    missing = set()
    if auxiliary_data is None or auxiliary_data.born_on_or_before is None:
        missing.add(AccessRight.AGE_VERIFICATION)
    if auxiliary_data is None or auxiliary_data.municipality_id is None:
        missing.add(AccessRight.COMMUNITY_VERIFICATION)
    return frozenset(missing)
