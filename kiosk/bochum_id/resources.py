"""What some visits need, and the fleet: one attribute a resource of the contract."""

from pathlib import Path

from kiosk.bochum_id.access import TerminalAccess
from kiosk.bochum_id.account import CitizenAccount
from kiosk.bochum_id.appointments import Appointments
from kiosk.bochum_id.attachments import Attachments
from kiosk.bochum_id.catalogue_keys import CatalogueKeys
from kiosk.bochum_id.citizen_access import CitizenAccess
from kiosk.bochum_id.cosignatures import Cosignatures
from kiosk.bochum_id.documents import OwnDocuments
from kiosk.bochum_id.fleet import Fleet
from kiosk.bochum_id.fleet_config import ConfigFromCity
from kiosk.bochum_id.mailbox import Mailbox
from kiosk.bochum_id.once import TerminalCaller
from kiosk.bochum_id.organisations import Organisations
from kiosk.bochum_id.own_applications import OwnApplications
from kiosk.bochum_id.payments import CardSettlement, Payments
from kiosk.bochum_id.transport import Transport


class Resources:
    """The resources of one terminal and of whoever is signed in at it."""

    def __init__(
        self,
        transport: Transport,
        terminal: TerminalAccess,
        citizen: CitizenAccess,
        keys: CatalogueKeys,
        cache_dir: Path | None,
    ) -> None:
        """`keys` are the city's, `cache_dir` keeps the last good configuration."""
        device = TerminalCaller(terminal)
        kept_config = cache_dir / "config.jws" if cache_dir else None
        self.account = CitizenAccount(citizen)
        self.applications = OwnApplications(citizen)
        self.appointments = Appointments(device, citizen)
        self.attachments = Attachments(citizen)
        self.cosignatures = Cosignatures(transport, terminal, citizen)
        self.documents = OwnDocuments(citizen)
        self.fleet = Fleet(device)
        self.fleet_config = ConfigFromCity(device, terminal.terminal_id, keys, kept_config)
        self.mailbox = Mailbox(citizen)
        self.organisations = Organisations(citizen)
        self.payments = Payments(citizen)
        self.settlement = CardSettlement(device)
