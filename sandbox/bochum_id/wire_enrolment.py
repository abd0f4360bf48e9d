"""Messages of a terminal's enrolment and of its next certificate (contract 2.1)."""

from typing import Annotated, Literal

from pydantic import Field

from sandbox.bochum_id.wire import Moment, Wire

type TerminalId = Annotated[
    str, Field(pattern=r"^[A-Za-z0-9]{1,16}(-[A-Za-z0-9]{1,16}){0,3}$", examples=["BB-MITTE-03"])
]
type Csr = Annotated[
    str,
    Field(
        max_length=8192,
        pattern=(
            r"^-----BEGIN CERTIFICATE REQUEST-----\r?\n[A-Za-z0-9+/=\r\n]+"
            r"-----END CERTIFICATE REQUEST-----(\r?\n)?$"
        ),
        description="PKCS #10 in PEM; the key is on P-256 or P-384. Whose it is says the registration.",
        examples=[
            "-----BEGIN CERTIFICATE REQUEST-----\nMIHzMIGZ…\n-----END CERTIFICATE REQUEST-----\n".replace(
                "…", "AgEAMBYxFDASBgNVBAMMC0JCLU1JVFRFLTAz"
            )
        ],
    ),
]
type Word = Annotated[
    str, Field(min_length=1, max_length=128, pattern=r"^[^\x00-\x1f\x7f-\x9f]+$", examples=["Optiplex"])
]
type Base64 = Annotated[str, Field(max_length=8192, pattern=r"^[A-Za-z0-9+/_=-]+$", examples=["MIIB"])]


class Attestation(Wire):
    """What a TPM says of the key; kept for whoever checks it."""

    format: Literal["tpm"]
    ek_certificate: Base64
    ak_public: Base64
    quote: Base64


class HardwareView(Wire):
    model: Word
    serial: Word
    bios_uuid: Word


class NewEnrolment(Wire):
    terminal_id: TerminalId
    code: Annotated[str, Field(pattern=r"^[0-9A-Za-z -]{4,16}$", repr=False, examples=["7F3K-92QD"])]
    csr: Csr
    attestation: Attestation | None = None
    hardware: HardwareView | None = None


class EnrolmentView(Wire):
    certificate_chain: list[str]
    """PEM, the terminal's own first."""
    ca_bundle: str
    """PEM: whom the terminal trusts from now on."""
    catalogue_key: str
    """PEM: the public key of whoever signs the catalogue."""
    config_url: str


class RenewalRequest(Wire):
    csr: Csr


class RenewalView(Wire):
    certificate_chain: list[str]


class Registration(Wire):
    terminal_id: TerminalId


class RegistrationView(Wire):
    terminal_id: str
    code: str
    expires_at: Moment
