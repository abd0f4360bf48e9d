"""Which scanner a terminal has, as its configuration says."""

from kiosk.config import ScannerDevice
from kiosk.scanning.scanimage import ScanimageScanner, command_for
from kiosk.scanning.scanner import NO_SCANNER, Scanner


def choose_scanner(configured: ScannerDevice) -> Scanner:
    """Give the scanner of SANE that is named, or none."""
    if not configured.device:
        return NO_SCANNER
    command = command_for(
        configured.device,
        source=configured.source,
        mode=configured.mode,
        resolution_dpi=configured.resolution_dpi,
    )
    return ScanimageScanner(command, configured.silence_seconds, configured.deadline_seconds)
