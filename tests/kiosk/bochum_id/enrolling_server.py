"""The answers of a city that enrols terminals: it signs what it is asked to, or bends one thing."""

import json
import socket
from collections.abc import Callable
from typing import Any

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from local_ca import LocalCa
from scripted_server import Script, ScriptedServer, answer

CATALOGUE_KEY = (
    ec.generate_private_key(ec.SECP256R1())
    .public_key()
    .public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)
    .decode()
)


def signing(server: ScriptedServer, ca: LocalCa, bend: Callable[[Any], Any] = lambda whole: whole) -> Script:
    """Answer with a chain for the last request's CSR; `bend` changes the document."""

    def run(connection: socket.socket) -> None:
        request = x509.load_pem_x509_csr(json.loads(server.seen[-1].body)["csr"].encode())
        assert request.is_signature_valid
        key = request.public_key()
        assert isinstance(key, ec.EllipticCurvePublicKey)
        names = request.extensions.get_extension_for_class(x509.SubjectAlternativeName).value
        signed = ca.sign(key, list(names)).public_bytes(Encoding.PEM).decode()
        document = {
            "certificateChain": [signed, ca.bundle().decode()],
            "caBundle": ca.bundle().decode(),
            "catalogueKey": CATALOGUE_KEY,
            "configUrl": "/v1/terminals/self/config",
        }
        answer(201, json.dumps(bend(document)).encode())(connection)

    return run
