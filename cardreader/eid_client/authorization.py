"""What a person is shown before the PIN: who asks, for what, for which data, and by which certificate."""

from cardreader.cv_certificate import CvCertificate
from cardreader.eid_client.exchange import AuthorizationRequest
from cardreader.eid_client.paos_messages import Eac1Input
from cardreader.eid_client.rights import AskedRights


def authorization_request(
    eac_input: Eac1Input, terminal: CvCertificate, asked: AskedRights
) -> AuthorizationRequest:
    """Put it together from the description, the terminal's certificate and the rights that remain."""
    description, auxiliary_data = eac_input.description, eac_input.auxiliary_data
    return AuthorizationRequest(
        provider_name=description.subject_name,
        provider_url=description.subject_url,
        issuer_name=description.issuer_name,
        issuer_url=description.issuer_url,
        purpose=description.terms_text,
        required=asked.required,
        optional=asked.optional,
        transaction_info=eac_input.transaction_info,
        valid_from=terminal.effective,
        valid_to=terminal.expiration,
        born_on_or_before=auxiliary_data.born_on_or_before if auxiliary_data else None,
    )
