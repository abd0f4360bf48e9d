"""What Qt and QML complain about goes to one place: the journal in use, a failure in tests."""

import logging
from collections.abc import Callable

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

_LOG = logging.getLogger("ui.qt")

LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}

HARMLESS = frozenset(
    {
        # Qt's clock for animations that pause, when the machine was too busy; Qt corrects it by itself.
        "QBasicTimer::start: negative intervals aren't allowed; the interval will be set to 1ms.",
    }
)
"""What is kept from the sink: nobody could do anything about it."""

type MessageSink = Callable[[int, str], None]
"""Takes a level of `logging` and the text."""


def to_log(level: int, text: str) -> None:
    _LOG.log(level, "%s", text)


def send_messages_to(sink: MessageSink) -> None:
    """From now on, `sink` gets every message of Qt."""

    def handle(kind: QtMsgType, _context: QMessageLogContext, text: str) -> None:
        if text not in HARMLESS:
            sink(LEVELS.get(kind, logging.WARNING), text)

    qInstallMessageHandler(handle)
