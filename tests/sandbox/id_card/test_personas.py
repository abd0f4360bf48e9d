"""The files of invented people: all there, all consistent, mistakes named."""

import re
from datetime import date
from pathlib import Path

import pytest

from sandbox.id_card.personas import Persona, PersonaError, load_persona
from tests.sandbox.id_card.authority import PERSONAS

ERIKA = """
title = "Erika"
pin = "123456"
can = "500540"
puk = "9876543210"
[description]
de = "Normal."
en = "Normal."
[holder]
given_names = "Erika"
family_names = "Mustermann"
date_of_birth = "19840812"
place_of_birth = "Bochum"
date_of_expiry = 2033-05-31
[holder.residence]
city = "Bochum"
country = "D"
"""


def test_every_state_a_citizen_can_bring_is_there() -> None:
    states = {(p.attempts_left, p.eid_active, len(p.pin)) for p in PERSONAS.values()}
    assert states >= {(3, True, 6), (2, True, 6), (1, True, 6), (0, True, 6), (3, False, 6), (3, True, 5)}
    assert any(p.holder.date_of_expiry < date(2026, 1, 1) for p in PERSONAS.values())
    assert any("_" in p.holder.date_of_birth for p in PERSONAS.values())
    assert {p.holder.document_type for p in PERSONAS.values()} == {"ID", "UB", "AR"}
    assert any(p.attempts_left == 0 and p.puk_uses_left == 0 for p in PERSONAS.values())


def test_secrets_are_unlike_each_other_and_told_where_a_person_needs_them() -> None:
    for attribute in ("can", "puk"):
        assert len({getattr(persona, attribute) for persona in PERSONAS.values()}) == len(PERSONAS)
    for persona in PERSONAS.values():
        needed = {"blocked": persona.puk, "puk_used_up": persona.puk, "deactivated": ""}.get(
            persona.id, persona.pin
        )
        assert needed in persona.description_de
        assert needed in persona.description_en


def test_persona_prints_no_secrets() -> None:
    for persona in PERSONAS.values():
        text = re.sub(r"description_\w+='[^']*'", "", repr(persona))
        assert persona.pin not in text
        assert persona.can not in text
        assert persona.holder.place_of_birth not in text


@pytest.mark.parametrize(
    ("born", "latest"),
    [
        ("19840812", date(1984, 8, 12)),
        ("199402__", date(1994, 2, 28)),
        ("199602__", date(1996, 2, 29)),
        ("1989____", date(1989, 12, 31)),
    ],
)
def test_latest_birth_date(tmp_path: Path, born: str, latest: date) -> None:
    assert _load(tmp_path, ERIKA.replace("19840812", born)).holder.latest_birth_date == latest


@pytest.mark.parametrize(
    ("old", "new", "named"),
    [
        ('title = "Erika"', "", "title"),
        ('pin = "123456"', 'pin = "1234"', "pin"),
        ('can = "500540"', "can = 500540", "can"),
        ('puk = "9876543210"', 'puk = "98765"', "puk"),
        ('pin = "123456"', 'pin = "123456"\nattempts_left = 4', "attempts_left"),
        ('pin = "123456"', 'pin = "123456"\nfavourite_colour = "blue"', "favourite_colour"),
        ("19840812", "19841340", "date_of_birth"),
        ("19840812", "1984__12", "date_of_birth"),
        ("2033-05-31", '"2033-05-31"', "date_of_expiry"),
        ('given_names = "Erika"', 'first_name = "Erika"', "first_name"),
        ('country = "D"', 'country = "D"\nplanet = "Earth"', "planet"),
        ('city = "Bochum"', "", "city"),
        ('place_of_birth = "Bochum"', 'place_of_birth = "Bochum"\nmunicipality = "027"', "municipality"),
        ('title = "Erika"', "title = ", "line 2"),
    ],
)
def test_mistakes_are_named_with_their_file(tmp_path: Path, old: str, new: str, named: str) -> None:
    assert old in ERIKA
    with pytest.raises(PersonaError, match=named) as mistake:
        _load(tmp_path, ERIKA.replace(old, new))
    assert "erika.toml" in str(mistake.value)


def _load(directory: Path, content: str) -> Persona:
    path = directory / "erika.toml"
    path.write_text(content, encoding="utf-8")
    return load_persona(path)
