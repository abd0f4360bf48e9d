"""The sandbox's register of residents: what an extended certificate adds, as visible samples.

A real backend asks the city's register over OSCI-XMeld; the card does not hold these details.
"""

from sandbox.bochum_id.paper_words import german, german_or_gloss


def sample_entry(detail: str, language: str) -> tuple[str, str]:
    """Give one of the details in German and in `language`; KeyError for an unknown one."""
    key = f"sample{detail[0].upper()}{detail[1:]}"
    return german(key), german_or_gloss(key, language)
