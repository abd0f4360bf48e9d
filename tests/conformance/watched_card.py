"""The sandbox's card, with a record of what it was told inside secure messaging."""

from collections.abc import Callable
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


type Bend = Callable[[CommandApdu, ResponseApdu], ResponseApdu]


class WatchedCard(IdCard):
    """Remembers every command it understood, in the clear; `bend` changes its answers there.

    `bend_raw` changes what leaves the card, with the secure messaging around it.
    """

    def __init__(self, persona: Persona, keys: CardKeys, memory: CardMemory) -> None:
        super().__init__(persona, keys, memory)
        self.keys = keys
        self.commands: list[CommandApdu] = []
        self.bend: Bend = lambda _command, answer: answer
        self.bend_raw: Bend = lambda _command, answer: answer

    @override
    def _execute(self, command: CommandApdu) -> ResponseApdu:
        self.commands.append(command)
        return self.bend(command, super()._execute(command))

    @override
    def process(self, raw_command: bytes) -> bytes:
        answer = super().process(raw_command)
        bent = self.bend_raw(CommandApdu.from_bytes(raw_command), ResponseApdu.from_bytes(answer))
        return bent.to_bytes()

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
