"""The sandbox's card, with a record of what it was told inside secure messaging."""

from typing import override

from cardreader import tlv
from cardreader.apdu import CommandApdu, ResponseApdu
from cardreader.chat import Chat
from cardreader.cv_certificate import CvCertificate
from sandbox.id_card.card import IdCard
from sandbox.id_card.keys import CardKeys
from sandbox.id_card.memory import CardMemory
from sandbox.id_card.personas import Persona

_CHAT = 0x7F4C


class WatchedCard(IdCard):
    """Remembers every command it understood, in the clear."""

    def __init__(self, persona: Persona, keys: CardKeys, memory: CardMemory) -> None:
        super().__init__(persona, keys, memory)
        self.keys = keys
        self.commands: list[CommandApdu] = []

    @override
    def _execute(self, command: CommandApdu) -> ResponseApdu:
        self.commands.append(command)
        return super()._execute(command)

    @property
    def certificates(self) -> list[str]:
        """Holders of the certificates it was shown, in their order."""
        shown = [each for each in self.commands if each.ins == 0x2A]
        return [CvCertificate.from_body_and_signature(each.data).chr for each in shown]

    @property
    def announced(self) -> Chat | None:
        """The rights that PACE announced; none when no PACE announced any."""
        for each in self.commands:
            if (each.ins, each.p1, each.p2) == (0x22, 0xC1, 0xA4) and _CHAT in tlv.fields(each.data):
                return Chat.from_value(tlv.fields(each.data)[_CHAT])
        return None
