"""What a technician reads when a terminal could not be enrolled or its certificate not be renewed."""

from typing import Final, assert_never

from kiosk.bochum_id.errors import BackendFault, Garbage, Refused, Unreachable, Untrusted

_TODO: Final = {
    "enrolment-refused": "Terminal and code do not fit, or the code is used or older than 30 minutes. "
    "Check both, or register the terminal again for a new code.",
    "terminal-unknown": "Nobody has registered this terminal. Register it, then enrol it with the code.",
    "terminal-blocked": "This terminal is blocked. Ask those who run Bochum-ID to let it in.",
    "terminal-certificate-expired": "The certificate has ended. Enrol the terminal again with a new code.",
    "too-many-attempts": "Too many wrong codes were tried. Wait, then use a new code.",
    "clock-skew": "The clock of this machine is wrong. Set it (timedatectl), then try again.",
    "validation-failed": "The terminal's name or the code is written wrongly. Compare the registration.",
}


def advice(fault: BackendFault) -> str:
    """Say what happened and what to do."""
    match fault:
        case Unreachable("SSLError", _):
            return (
                "Bochum-ID's certificate is not trusted, or it does not trust this terminal's. "
                "Give the municipal CA with --ca, and check the date of this machine. "
                "To enrol, name the address that asks terminals for no certificate."
            )
        case Unreachable(cause, _):
            return f"Bochum-ID cannot be reached ({cause}). Check network and address, then try again."
        case Refused(problem):
            todo = _TODO.get(problem.code, "Ask those who run Bochum-ID.")
            return f"Bochum-ID refused: {problem.code}, trace {problem.trace_id or 'unknown'}. {todo}"
        case Garbage(what, _) | Untrusted(what):
            return (
                f"The answer is not Bochum-ID's: {what}. Check the address; "
                "if it is right, its version does not fit this terminal's."
            )
        case _:
            assert_never(fault)
