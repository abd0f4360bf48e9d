"""The TLS certificates a run meets, each of which the service's description must list (TR-03124-1 2.7.3)."""

from cardreader.certificate_description import CertificateDescription
from cardreader.cv_certificate import CvCertificate
from cardreader.eid_client import checks


class TlsTrail:
    """Collects certificates until the description is known; then refuses any that it does not list."""

    def __init__(self) -> None:
        self._seen: list[bytes] = []
        self._listed_by: tuple[CertificateDescription, CvCertificate] | None = None

    def note(self, certificate: bytes) -> None:
        """Take note of a server's certificate (DER); EidAbort if it is not listed."""
        if certificate not in self._seen:
            self._seen.append(certificate)
        self._check()

    def require(self, description: CertificateDescription, document_verifier: CvCertificate) -> None:
        """Demand that `description` lists all certificates, past and future; EidAbort if it does not."""
        self._listed_by = (description, document_verifier)
        self._check()

    def _check(self) -> None:
        if self._listed_by is not None:
            checks.enforce(checks.tls_certificates_are_listed(*self._listed_by, self._seen))
