"""The configuration from the city: whose signature counts, for which terminal, what stays in an outage."""

import json
import logging
from datetime import date, time
from pathlib import Path
from typing import Any

import jwt
import pytest
from cryptography.hazmat.primitives.asymmetric import ec
from good_answers import CONFIG

from kiosk.bochum_id.catalogue_keys import CatalogueKeys, key_id
from kiosk.bochum_id.errors import BackendError, BackendFault, Garbage, Unreachable, Untrusted
from kiosk.bochum_id.fleet_config import JOSE, ConfigFromCity
from kiosk.bochum_id.transport import Answer, Call

KEY = ec.generate_private_key(ec.SECP256R1())
KEYS = CatalogueKeys({key_id(KEY.public_key()): KEY.public_key()})
TERMINAL = "BB-MITTE-03"


def signed(
    document: Any = CONFIG,
    key: ec.EllipticCurvePrivateKey = KEY,
    kid: str | None = None,
    kind: str = "terminal-config+jws",
) -> bytes:
    header = {"typ": kind, "kid": kid or key_id(key.public_key())}
    return jwt.api_jws.encode(json.dumps(document).encode(), key, "ES256", header).encode()


class City:
    """Answers with what it was given, or is away."""

    def __init__(self, body: bytes) -> None:
        self.body = body
        self.version = 1
        self.away = False
        self.calls: list[Call] = []

    def send(self, call: Call) -> Answer:
        self.calls.append(call)
        if self.away:
            raise BackendError(Unreachable("away"))
        etag = f'"{self.version}"'
        if call.headers.get("If-None-Match") == etag:
            return Answer(304, {"ETag": etag}, b"", call.name)
        return Answer(200, {"ETag": etag}, self.body, call.name)

    def send_once(self, *_arguments: object, **_settings: object) -> Answer:
        raise AssertionError("nothing is triggered")


def fault_of(body: bytes, terminal_id: str = TERMINAL) -> BackendFault:
    with pytest.raises(BackendError) as caught:
        ConfigFromCity(City(body), terminal_id, KEYS, None).fetch()
    return caught.value.fault


def test_what_the_city_signed_is_read_whole() -> None:
    config = ConfigFromCity(City(signed()), TERMINAL, KEYS, None).fetch()
    assert (config.version, config.terminal_id, config.languages) == ("cfg-12", TERMINAL, ("de", "en"))
    assert (config.idle_ask_s, config.idle_end_s, config.timezone) == (60, 90, "Europe/Berlin")
    assert [(each.weekday, each.begins, each.ends) for each in config.weekly] == [(1, time(8), time(18))]
    assert config.closed_days == {date(2026, 12, 24)}
    assert config.features == {"payment.cardTerminal"}
    assert config.denied_services == {"svc_x"}
    assert config.update_window == (time(2), time(4))
    assert config.telemetry is not None


STRANGER = ec.generate_private_key(ec.SECP256R1())
head, payload, signature = signed().split(b".")
UNTRUSTED = {
    "a stranger's": signed(key=STRANGER),
    "a stranger's under the city's name": signed(key=STRANGER, kid=key_id(KEY.public_key())),
    "changed": b".".join((head, signed({**CONFIG, "version": "cfg-13"}).split(b".")[1], signature)),
    "no signature": b".".join((head, payload, b"")),
    "alg none": jwt.api_jws.encode(json.dumps(CONFIG).encode(), None, "none").encode(),
    "signed as something else": signed(kind="JWT"),
    "plain JSON": json.dumps(CONFIG).encode(),
    "empty": b"",
    "not ASCII": "ä.ö.ü".encode(),
}


@pytest.mark.parametrize("body", UNTRUSTED.values(), ids=UNTRUSTED.keys())
def test_what_the_city_did_not_sign_does_not_count(body: bytes) -> None:
    assert isinstance(fault_of(body), Untrusted)


def test_another_terminals_configuration_does_not_count() -> None:
    assert isinstance(fault_of(signed(), "BB-MITTE-04"), Garbage)


@pytest.mark.parametrize(
    "change",
    [
        {"update": {"channel": "stable", "window": "02:00"}},
        {"update": {"channel": "stable", "window": "24:00-25:00"}},
        {"opening": {"timezone": "x", "weekly": [{"weekday": 8, "from": "08:00", "to": "09:00"}]}},
        {"telemetry": {"otlpEndpoint": "http://plain.example", "interval": 1, "sampling": 0}},
        {"telemetry": {"otlpEndpoint": "https://otlp.example", "interval": 1, "sampling": 2}},
    ],
)
def test_a_value_that_cannot_be_is_garbage(change: dict[str, Any]) -> None:
    assert isinstance(fault_of(signed({**CONFIG, **change})), Garbage)


def test_it_is_asked_for_by_its_version_and_waited_for() -> None:
    city = City(signed())
    source = ConfigFromCity(city, TERMINAL, KEYS, None)
    first = source.fetch()
    assert source.fetch(60) is first
    second, asked = city.calls[1], city.calls[0]
    assert (asked.path, asked.accept, dict(asked.headers)) == ("/v1/terminals/self/config", JOSE, {})
    assert second.path == "/v1/terminals/self/config?wait=25"
    assert (second.wait_s, second.headers["If-None-Match"]) == (25, '"1"')
    city.body, city.version = signed({**CONFIG, "version": "cfg-13"}), 2
    assert source.fetch().version == "cfg-13"


def test_the_last_good_one_outlives_outage_and_restart(tmp_path: Path) -> None:
    kept = tmp_path / "config.jws"
    city = City(signed())
    ConfigFromCity(city, TERMINAL, KEYS, kept).fetch()
    city.away = True
    again = ConfigFromCity(city, TERMINAL, KEYS, kept)
    with pytest.raises(BackendError):
        again.fetch()
    config = again.kept()
    assert config is not None
    assert config.version == "cfg-12"


def test_a_bad_one_does_not_replace_the_good_one(tmp_path: Path) -> None:
    kept = tmp_path / "config.jws"
    city = City(signed())
    source = ConfigFromCity(city, TERMINAL, KEYS, kept)
    good = source.fetch()
    city.body, city.version = signed({**CONFIG, "ui": {}}), 2
    with pytest.raises(BackendError):
        source.fetch()
    assert source.kept() is good
    assert ConfigFromCity(City(b""), TERMINAL, KEYS, kept).kept() == good


@pytest.mark.parametrize(
    "content", [b"", b"nonsense", signed(key=STRANGER)], ids=["empty", "nonsense", "forged"]
)
def test_what_lies_there_is_checked_again(
    tmp_path: Path, content: bytes, caplog: pytest.LogCaptureFixture
) -> None:
    kept = tmp_path / "config.jws"
    kept.write_bytes(content)
    with caplog.at_level(logging.WARNING):
        assert ConfigFromCity(City(b""), TERMINAL, KEYS, kept).kept() is None
    assert "not used" in caplog.text


def test_without_a_place_or_a_copy_there_is_none(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    assert ConfigFromCity(City(b""), TERMINAL, KEYS, None).kept() is None
    assert ConfigFromCity(City(b""), TERMINAL, KEYS, tmp_path / "none").kept() is None
    assert caplog.text == ""
    (tmp_path / "file").write_text("")
    ConfigFromCity(City(signed()), TERMINAL, KEYS, tmp_path / "file" / "config.jws").fetch()
    assert "cannot be kept" in caplog.text
