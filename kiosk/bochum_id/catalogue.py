"""What there is to do: the catalogue and the service definitions (contract section 4)."""

import base64
import hashlib
from dataclasses import dataclass, field

from kiosk.bochum_id.access import TerminalAccess
from kiosk.bochum_id.catalogue_keys import CatalogueKeys
from kiosk.bochum_id.catalogue_signature import check_signature, untrusted
from kiosk.bochum_id.reading import Part, garbage, parse
from kiosk.bochum_id.transport import Call
from kiosk.bochum_id.values import Audience, Catalogue, Destination, Keywords, Level, ServiceSummary, Topic


@dataclass(frozen=True, slots=True)
class SignedCatalogue:
    """A catalogue whose signature holds, as it came and as it was read."""

    etag: str
    content: bytes = field(repr=False)
    catalogue: Catalogue


def fetch_catalogue(
    terminal: TerminalAccess, known: SignedCatalogue | None, keys: CatalogueKeys
) -> SignedCatalogue:
    """Fetch the catalogue; `known`, if still current, is given back."""
    headers = {"If-None-Match": known.etag} if known else {}
    answer = terminal.send(Call("GET", "/v1/catalogue", headers=headers))
    if answer.status == 304 and known is not None:
        return known
    return SignedCatalogue(answer.header("ETag"), answer.body, read_catalogue(answer.body, keys))


def read_catalogue(content: bytes, keys: CatalogueKeys) -> Catalogue:
    """Read a catalogue that the city signed; BackendError when it did not, or when it breaks the contract."""
    part = parse(content, "catalogue")
    check_signature(part.object(), keys)
    return _catalogue(part)


def fetch_definition(terminal: TerminalAccess, service: ServiceSummary) -> bytes:
    """Fetch the definition document of a service and check it against the digest in the catalogue."""
    answer = terminal.send(Call("GET", service.definition_path))
    digest = base64.b64encode(hashlib.sha256(answer.body).digest()).decode("ascii")
    if service.digest != f"sha-256=:{digest}:":
        raise untrusted(f"{answer.name} does not have the digest the catalogue promised")
    return answer.body


def _catalogue(part: Part) -> Catalogue:
    office = part.member("office")
    services = tuple(_service(entry) for entry in part.member("services").items())
    situations = sorted(
        part.member("lifeSituations").items(), key=lambda entry: entry.member("order").whole_number()
    )
    catalogue = Catalogue(
        version=part.member("version").text(),
        office=office.member("name").localised(),
        authority=office.member("authority").localised(),
        topics=tuple(_topic(entry) for entry in situations),
        services=services,
    )
    known = {service.id for service in services}
    for topic in catalogue.topics:
        if not known.issuperset(topic.service_ids):
            raise garbage(f"the topic {topic.id} names a service that the catalogue does not have")
    return catalogue


def _topic(part: Part) -> Topic:
    return Topic(
        id=part.text_of("id"),
        title=part.member("title").localised(),
        icon=part.text_of("icon"),
        service_ids=part.member("services").list_of_texts(),
    )


def _service(part: Part) -> ServiceSummary:
    fee, available = part.member("fee"), part.member("available")
    path = part.text_of("definition")
    version = path.rpartition("/")[2]
    if not path.startswith("/v1/") or not version.isdecimal():
        raise garbage(f"{part.place}.definition is not a path to a version")
    return ServiceSummary(
        id=part.text_of("id"),
        definition_path=path,
        version=int(version),
        digest=part.text_of("digest"),
        title=part.member("title").localised(),
        summary=part.member("summary").localised(),
        icon=part.text_of("icon"),
        fee_from=fee.member("from").money(),
        fee_to=fee.member("to").money(),
        fee_note=fee.member("note").localised(),
        required_level=part.member("requiredLevel").one_of(Level),
        keywords=part.maybe("keywords", _keywords) or Keywords(),
        audience=part.maybe("audience", _audience) or frozenset({Audience.CITIZEN}),
        min_age=part.maybe("minAge", Part.count),
        is_open=available.text_of("state") == "open",
        closed_because=available.maybe("reason", Part.localised),
        destination=part.maybe("destination", lambda each: each.one_of(Destination)),
    )


def _keywords(part: Part) -> Keywords:
    return Keywords(part.texts_by_name())


def _audience(part: Part) -> frozenset[Audience]:
    return frozenset(each.one_of(Audience) for each in part.items())
