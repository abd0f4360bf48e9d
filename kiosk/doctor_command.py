"""`kiosk doctor`: looks at the card readers and says what is wrong, in words for a technician."""

import argparse
import json
from collections.abc import Callable, Sequence
from typing import Final

from cardreader.survey import CardLook, Reader, Service, Survey
from kiosk.doctor import Finding, Weight, diagnose

VERBS: Final = ("doctor",)

_CARDS: Final = {
    CardLook.NONE: "no card",
    CardLook.ID_CARD: "an identity card",
    CardLook.OTHER: "a card that is no identity card",
    CardLook.MUTE: "a card that does not answer",
    CardLook.UNREADABLE: "a card that cannot be understood",
    CardLook.SHORT_LENGTH_ONLY: "an identity card",
    CardLook.IN_USE: "a card that is in use",
}
_SERVICES: Final = {
    Service.RUNNING: "runs",
    Service.DOWN: "does not answer",
    Service.DENIED: "denies access",
    Service.NOT_INSTALLED: "cannot be asked",
}


def main(
    arguments: Sequence[str],
    show: Callable[[str], None] = print,
    look: Callable[[], Survey] | None = None,
) -> int:
    """Look and tell; 0 when visitors can use their cards, 1 when something is wrong, 2 when asked wrongly."""
    options = _parser().parse_args(arguments)
    survey = (look or look_at_this_machine)()
    findings = diagnose(survey)
    if options.json:
        show(json.dumps(_document(survey, findings), indent=2, ensure_ascii=False))
    else:
        for line in _lines(survey, findings):
            show(line)
    return 1 if any(each.weight is Weight.WRONG for each in findings) else 0


def look_at_this_machine() -> Survey:
    """Ask PC/SC; a machine without the binding to it is a finding, no crash."""
    try:
        # pyscard is compiled on the machine; this command is for the one where that went wrong.
        from cardreader import pcsc_survey  # noqa: PLC0415
    except ImportError:
        return Survey(Service.NOT_INSTALLED)
    return pcsc_survey.look()


def _lines(survey: Survey, findings: Sequence[Finding]) -> list[str]:
    lines = [f"Smart-card service: {_SERVICES[survey.service]}."]
    for reader in survey.readers:
        lines += ["", f"Reader: {reader.name}", f"  driver:   {_driver(reader) or 'says nothing of itself'}"]
        features = ", ".join(each.name for each in reader.features) or "none: the PIN is typed on the screen"
        lines += [f"  features: {features}", f"  on it:    {_CARDS[reader.card]}"]
    lines.append("")
    for each in findings:
        lines += [f"{each.weight.value.upper()}: {each.problem}", f"  {each.advice}"]
    wrong = sum(each.weight is Weight.WRONG for each in findings)
    return [*lines, f"{wrong} wrong." if wrong else "Nothing is wrong."]


def _driver(reader: Reader) -> str:
    driver = reader.driver
    return " ".join(part for part in (driver.vendor, driver.model, driver.version) if part)


def _document(survey: Survey, findings: Sequence[Finding]) -> dict[str, object]:
    return {
        "service": survey.service.value,
        "readers": [
            {
                "name": reader.name,
                "driver": {
                    "vendor": reader.driver.vendor,
                    "model": reader.driver.model,
                    "version": reader.driver.version,
                },
                "features": [each.name for each in reader.features],
                "card": reader.card.value,
            }
            for reader in survey.readers
        ],
        "findings": [
            {
                "kind": each.kind.value,
                "weight": each.weight.value,
                "problem": each.problem,
                "advice": each.advice,
            }
            for each in findings
        ],
    }


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="kiosk", description=__doc__)
    doctor = parser.add_subparsers(required=True).add_parser("doctor", help="look at the card readers")
    doctor.add_argument("--json", action="store_true", help="for programs")
    return parser
