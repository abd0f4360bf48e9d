"""A terminal for tests of the card: talks to it through the product's own operations."""

from collections.abc import Iterable
from dataclasses import dataclass

from cardreader.apdu import CommandApdu, ResponseApdu
from cardreader.auxiliary_data import AuxiliaryData
from cardreader.channel import CardOperation, Channel, run
from cardreader.chat import AccessRight, Chat, Role
from cardreader.chip_authentication import authenticate_chip, derive_keys, is_token_of_card
from cardreader.cv_certificate import CvCertificate
from cardreader.cv_public_key import sign
from cardreader.elliptic import BRAINPOOL_P256R1, PrivateKey, generate_key
from cardreader.pace import PaceEstablished, PaceRejected, PasswordId, PasswordRejected, pace
from cardreader.secret import Secret
from cardreader.secure_messaging import SecureChannel
from cardreader.security_infos import PaceInfo
from cardreader.terminal_authentication import (
    authenticate,
    get_challenge,
    signature_input,
    verify_certificates,
)
from sandbox.id_card.card import IdCard
from sandbox.id_card.keys import CHIP_AUTHENTICATION_PROTOCOL, PACE_PROTOCOL
from tests.sandbox.id_card.authority import Authority, Holder

PACE = PaceInfo(PACE_PROTOCOL, 2, 13)
EID = bytes.fromhex("E80704007F00070302")


@dataclass(frozen=True, slots=True)
class Plain:
    """The card without secure messaging, every command and answer as bytes."""

    card: IdCard

    def transmit(self, command: CommandApdu) -> ResponseApdu:
        return ResponseApdu.from_bytes(self.card.process(command.to_bytes()))


class Terminal:
    """One session with one card; `channel` is secured once PACE has succeeded."""

    def __init__(self, card: IdCard, line: Channel | None = None) -> None:
        """Talk to the card directly, or over a `line` such as a reader's connection."""
        self.card = card
        self._line = line or Plain(card)
        self.channel: Channel = self._line
        self.established: PaceEstablished | None = None
        self.ephemeral: PrivateKey = generate_key(BRAINPOOL_P256R1)

    def run[T](self, operation: CardOperation[T]) -> T:
        return run(operation, self.channel)

    def send(self, apdu: str) -> ResponseApdu:
        """Send a command given in hex, spaces allowed, over the channel as it is."""
        return self.channel.transmit(CommandApdu.from_bytes(bytes.fromhex(apdu)))

    def status(self, apdu: str) -> str:
        """Send a command given in hex and return the status word in hex."""
        return f"{self.send(apdu).sw:04X}"

    def pace(
        self, password: PasswordId, secret: str, rights: Iterable[AccessRight] | None = None
    ) -> PaceEstablished | PaceRejected | PasswordRejected:
        """Run PACE; from then on the channel is secured."""
        chat = None if rights is None else Chat(Role.TERMINAL, frozenset(rights)).to_bytes()
        outcome = self.run(pace(PACE, password, Secret(secret.encode()), chat))
        if isinstance(outcome, PaceEstablished):
            self.established = outcome
            self.channel = SecureChannel(self._line, outcome.keys)
        return outcome

    def pin(self, pin: str | None = None, rights: Iterable[AccessRight] | None = None) -> PaceEstablished:
        """Run PACE with the PIN, the persona's by default, and insist on its success."""
        outcome = self.pace(PasswordId.PIN, pin or self.card.persona.pin, rights)
        assert isinstance(outcome, PaceEstablished)
        return outcome

    def verify(self, *chain: CvCertificate) -> None:
        self.run(verify_certificates(chain))

    def authenticate(self, holder: Holder, auxiliary: AuxiliaryData | bytes | None = None) -> None:
        """Prove to be `holder`, whose certificate has been verified."""
        assert self.established is not None
        raw = auxiliary.to_bytes() if isinstance(auxiliary, AuxiliaryData) else auxiliary
        point = self.ephemeral.public
        signed = signature_input(self.established.id_picc, self.run(get_challenge()), point, raw)
        signature = sign(holder.certificate.public_key.algorithm, holder.key, signed)
        self.run(authenticate(holder.certificate, point, signature, raw))

    def check_chip(self, authority: Authority) -> None:
        """Run chip authentication, check the chip's token, and go on with the new keys."""
        chip = self.run(authenticate_chip(self.ephemeral.public))
        card_point = PrivateKey(BRAINPOOL_P256R1, authority.chip_key).public
        keys = derive_keys(self.ephemeral, card_point, chip.nonce, CHIP_AUTHENTICATION_PROTOCOL)
        assert is_token_of_card(keys, chip.token, self.ephemeral.public, CHIP_AUTHENTICATION_PROTOCOL)
        self.channel = SecureChannel(self._line, keys)

    def enter(
        self,
        authority: Authority,
        rights: Iterable[AccessRight],
        *,
        granted: Iterable[AccessRight] | None = None,
        auxiliary: AuxiliaryData | bytes | None = None,
        sectors: Iterable[bytes] = (),
    ) -> None:
        """Go all the way to the eID application: PACE for `rights`, a certificate with those `granted`."""
        rights = frozenset(rights)
        holder = authority.new_terminal(rights if granted is None else granted, sectors=sectors)
        self.pin(rights=rights)
        self.verify(authority.verifier.certificate, holder.certificate)
        self.authenticate(holder, auxiliary)
        self.check_chip(authority)
        assert self.status(f"00A4040C09{EID.hex()}") == "9000"

    def read(self, data_group: int) -> ResponseApdu:
        return self.send(f"00B0{0x80 | data_group:02X}0000")
