"""The TLS certificates a run meets, each of which the service's description must list (TR-03124-1 2.7.3)."""

from cardreader.certificate_description import CertificateDescription
from cardreader.cv_certificate import CvCertificate
from cardreader.eid_client import checks


class TlsTrail:
    """Collects certificates until the description is known; from then on checks each at once."""

    def __init__(self) -> None:
        self._seen: list[bytes] = []
        self._listed_by: tuple[CertificateDescription, CvCertificate] | None = None

    def note(self, certificate: bytes) -> None:
        """Take note of a server's certificate (DER); EidAbort if the known description does not list it.

        Only this one is checked: after a failure the way back may still lead over a server that is listed.
        """
        self._seen.append(certificate)
        if self._listed_by is not None:
            checks.enforce(checks.tls_certificates_are_listed(*self._listed_by, [certificate]))

    def set_description(self, description: CertificateDescription, document_verifier: CvCertificate) -> None:
        """Have every further certificate checked against `description`."""
        self._listed_by = (description, document_verifier)

    def check_all(self) -> None:
        """Check what was met before the description was known; EidAbort for one that is not listed."""
        if self._listed_by is not None:
            checks.enforce(checks.tls_certificates_are_listed(*self._listed_by, self._seen))
