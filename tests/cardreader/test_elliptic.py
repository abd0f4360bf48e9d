"""Points: every curve against its own generator, published numbers, and points that are none."""

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cardreader.elliptic import (
    BRAINPOOL_P256R1,
    CURVES,
    Curve,
    CurveError,
    PrivateKey,
    check_point,
    curve_by_oid,
    curve_by_parameter_id,
    ephemeral_point,
    generate_key,
    map_nonce,
    multiply,
    shared_x,
    x_coordinate,
)

VECTORS = Path(__file__).parent.parent / "vectors"
BSI = json.loads((VECTORS / "bsi_eac_pace.json").read_text())
ICAO = json.loads((VECTORS / "icao_9303_11_g1_pace.json").read_text())
EVERY_CURVE = pytest.mark.parametrize("curve", CURVES, ids=lambda curve: curve.name)


def _bsi(name: str) -> bytes:
    return bytes.fromhex(BSI[name])


def _icao(name: str) -> bytes:
    return bytes.fromhex(ICAO[name])


def _generator(curve: Curve) -> bytes:
    return PrivateKey.from_bytes(curve, b"\x01").public


@EVERY_CURVE
def test_domain_parameters_are_openssls(curve: Curve) -> None:
    """OpenSSL's generator is on the curve we wrote down, and n - 1 times the generator is its negative."""
    generator = _generator(curve)
    x, y = (
        int.from_bytes(part)
        for part in (generator[1 : 1 + curve.size_bytes], generator[1 + curve.size_bytes :])
    )
    assert (y * y - (x**3 + curve.a * x + curve.b)) % curve.p == 0
    negated = PrivateKey.from_bytes(curve, (curve.n - 1).to_bytes(66)).public
    assert negated[: 1 + curve.size_bytes] == generator[: 1 + curve.size_bytes]
    assert int.from_bytes(negated[1 + curve.size_bytes :]) == curve.p - y


@EVERY_CURVE
@settings(deadline=None, max_examples=25)
@given(data=st.data())
def test_multiplying_the_generator_is_the_public_key(curve: Curve, data: st.DataObject) -> None:
    scalar = data.draw(st.integers(1, curve.n - 1))
    key = PrivateKey.from_bytes(curve, scalar.to_bytes(66))
    assert multiply(key, _generator(curve)) == key.public


@EVERY_CURVE
@pytest.mark.parametrize("distance", [1, 2, 3])
def test_multiplying_at_both_ends_of_the_range(curve: Curve, distance: int) -> None:
    for scalar in (distance, curve.n - distance):
        key = PrivateKey.from_bytes(curve, scalar.to_bytes(66))
        assert multiply(key, _generator(curve)) == key.public


@EVERY_CURVE
@settings(deadline=None, max_examples=10)
@given(data=st.data())
def test_multiplying_any_point(curve: Curve, data: st.DataObject) -> None:
    """k·(t·G) is (k·t)·G, which OpenSSL gives with its y-coordinate."""
    scalar, other = (data.draw(st.integers(1, curve.n - 1)) for _ in range(2))
    base = PrivateKey.from_bytes(curve, other.to_bytes(66)).public
    product = PrivateKey.from_bytes(curve, (scalar * other % curve.n).to_bytes(66)).public
    assert multiply(PrivateKey.from_bytes(curve, scalar.to_bytes(66)), base) == product


@EVERY_CURVE
@pytest.mark.parametrize("number", range(3))
def test_the_ephemeral_point_agrees_like_the_product(curve: Curve, number: int) -> None:
    """It is the product or its negative, with an even y; the other side agrees on the same x."""
    key, card, generator = generate_key(curve), generate_key(curve), generate_key(curve).public
    point, product = ephemeral_point(key, generator), multiply(key, generator)
    assert point[: 1 + curve.size_bytes] == product[: 1 + curve.size_bytes]
    assert point[-1] % 2 == 0, number
    assert shared_x(card, point) == shared_x(key, multiply(card, generator))


@EVERY_CURVE
def test_multiplying_the_generators_negative(curve: Curve) -> None:
    key = generate_key(curve)
    negative = PrivateKey.from_bytes(curve, (curve.n - 1).to_bytes(66)).public
    opposite = PrivateKey.from_bytes(curve, (curve.n - int.from_bytes(key.to_bytes())).to_bytes(66)).public
    assert multiply(key, negative) == opposite


@EVERY_CURVE
@settings(deadline=None, max_examples=10)
@given(nonce=st.binary(min_size=16, max_size=32).filter(any))
def test_both_sides_map_to_the_same_generator(curve: Curve, nonce: bytes) -> None:
    terminal, card = generate_key(curve), generate_key(curve)
    generator = map_nonce(terminal, card.public, nonce)
    assert map_nonce(card, terminal.public, nonce) == generator
    ephemeral_terminal, ephemeral_card = generate_key(curve), generate_key(curve)
    assert shared_x(ephemeral_terminal, multiply(ephemeral_card, generator)) == shared_x(
        ephemeral_card, multiply(ephemeral_terminal, generator)
    )


def test_mapping_of_the_bsi_example() -> None:
    terminal = PrivateKey.from_bytes(BRAINPOOL_P256R1, _bsi("map_pcd_priv_key"))
    card = PrivateKey.from_bytes(BRAINPOOL_P256R1, _bsi("map_picc_priv_key"))
    assert terminal.public == _bsi("map_pcd_pub_key")
    assert card.public == _bsi("map_picc_pub_key")
    assert multiply(terminal, card.public) == _bsi("map_shared_secret_h")
    assert map_nonce(terminal, card.public, _bsi("nonce")) == _bsi("map_generator")
    assert map_nonce(card, terminal.public, _bsi("nonce")) == _bsi("map_generator")


def test_key_agreement_of_the_bsi_example() -> None:
    terminal = PrivateKey.from_bytes(BRAINPOOL_P256R1, _bsi("pcd_priv_key"))
    card = PrivateKey.from_bytes(BRAINPOOL_P256R1, _bsi("picc_priv_key"))
    assert multiply(terminal, _bsi("map_generator")) == _bsi("pcd_pub_key")
    assert multiply(card, _bsi("map_generator")) == _bsi("picc_pub_key")
    assert shared_x(terminal, _bsi("picc_pub_key")) == _bsi("shared_secret_k")
    assert shared_x(card, _bsi("pcd_pub_key")) == _bsi("shared_secret_k")


def test_mapping_and_key_agreement_of_icao_9303_11_g1() -> None:
    mapping = PrivateKey.from_bytes(BRAINPOOL_P256R1, _icao("terminal_mapping_private"))
    assert map_nonce(mapping, _icao("chip_mapping_public"), _icao("nonce")) == _icao("mapped_generator")
    ephemeral = PrivateKey.from_bytes(BRAINPOOL_P256R1, _icao("terminal_ephemeral_private"))
    assert shared_x(ephemeral, _icao("chip_ephemeral_public")) == _icao("shared_secret")


@pytest.mark.parametrize("sign", [1, -1])
def test_a_nonce_that_cancels_the_shared_point_is_refused(sign: int) -> None:
    """s·G + k·P with s = ∓k and P = G: the sum is infinity, or the doubling no honest run needs."""
    curve = BRAINPOOL_P256R1
    key = generate_key(curve)
    nonce = (sign * int.from_bytes(key.to_bytes()) % curve.n).to_bytes(32)
    with pytest.raises(CurveError, match="start again"):
        map_nonce(key, _generator(curve), nonce)


def test_a_zero_nonce_is_refused() -> None:
    key = generate_key(BRAINPOOL_P256R1)
    with pytest.raises(CurveError):
        map_nonce(key, key.public, bytes(16))


@EVERY_CURVE
def test_points_off_the_curve_are_refused(curve: Curve) -> None:
    point = generate_key(curve).public
    moved = point[:-1] + bytes([point[-1] ^ 1])
    key = generate_key(curve)
    for operation in (
        lambda: check_point(curve, moved),
        lambda: shared_x(key, moved),
        lambda: multiply(key, moved),
        lambda: map_nonce(key, moved, b"\x01"),
        lambda: x_coordinate(curve, moved),
    ):
        with pytest.raises(CurveError, match="not on"):
            operation()


@pytest.mark.parametrize(
    "point",
    [
        b"",
        b"\x00",
        b"\x04" + bytes(63),
        b"\x04" + bytes(65),
        b"\x04" + bytes(64),
        b"\x02" + _bsi("map_pcd_pub_key")[1:33],
        b"\x06" + _bsi("map_pcd_pub_key")[1:],
        b"\x04" + b"\xff" * 64,
    ],
)
def test_other_encodings_and_infinity_are_refused(point: bytes) -> None:
    with pytest.raises(CurveError):
        check_point(BRAINPOOL_P256R1, point)


@pytest.mark.parametrize("scalar", [0, BRAINPOOL_P256R1.n, BRAINPOOL_P256R1.n + 1])
def test_scalars_out_of_range_are_refused(scalar: int) -> None:
    with pytest.raises(CurveError, match="private key"):
        PrivateKey.from_bytes(BRAINPOOL_P256R1, scalar.to_bytes(33))


@EVERY_CURVE
def test_keys_are_read_back(curve: Curve) -> None:
    key = generate_key(curve)
    assert PrivateKey.from_bytes(curve, key.to_bytes()).public == key.public
    assert len(key.to_bytes()) == curve.size_bytes


def test_x_coordinate() -> None:
    point = _bsi("picc_pub_key")
    assert x_coordinate(BRAINPOOL_P256R1, point) == point[1:33]


@EVERY_CURVE
def test_curves_are_found_by_both_names(curve: Curve) -> None:
    assert curve_by_parameter_id(curve.parameter_id) is curve
    assert curve_by_oid(curve.oid) is curve


@pytest.mark.parametrize("parameter_id", [-1, 0, 7, 9, 11, 14, 19])
def test_other_parameter_ids_are_refused(parameter_id: int) -> None:
    with pytest.raises(CurveError, match="none of"):
        curve_by_parameter_id(parameter_id)


def test_other_curve_names_are_refused() -> None:
    with pytest.raises(CurveError, match=r"1\.2\.3"):
        curve_by_oid("1.2.3")


def test_two_keys_are_not_equal() -> None:
    assert generate_key(BRAINPOOL_P256R1) != generate_key(BRAINPOOL_P256R1)


def test_a_private_key_does_not_print() -> None:
    key = PrivateKey.from_bytes(BRAINPOOL_P256R1, b"\x07" * 32)
    assert str(int.from_bytes(key.to_bytes())) not in repr(key)
    assert "0707" not in repr(key)
