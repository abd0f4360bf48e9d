"""The sandbox's register of residents: what an extended certificate adds, as visible samples.

A real backend asks the city's register over OSCI-XMeld; the card does not hold these details.
"""

from collections.abc import Mapping

_SAMPLES: Mapping[str, tuple[str, str]] = {
    "formerAddresses": (
        "Beispielgasse 3, 44803 Bochum, bis 31.03.2019 (Beispieleintrag)",
        "Beispielgasse 3, 44803 Bochum, until 31 March 2019 (sample entry)",
    ),
    "maritalStatus": ("ledig (Beispieleintrag)", "single (sample entry)"),
    "religion": ("keine Angabe (Beispieleintrag)", "none stated (sample entry)"),
    "nationality": ("deutsch (Beispieleintrag)", "German (sample entry)"),
    "spouse": ("keine Eintragung (Beispieleintrag)", "no entry (sample entry)"),
    "children": ("keine Eintragung (Beispieleintrag)", "no entry (sample entry)"),
}


def sample_entry(detail: str) -> tuple[str, str]:
    """Give the German and the English text for one of the details; KeyError for an unknown one."""
    return _SAMPLES[detail]
