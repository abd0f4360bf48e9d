"""Messages of the catalogue (contract 4): published as they lie in the files, and described here."""

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field
from pydantic.alias_generators import to_camel

from sandbox.bochum_id.levels import Level
from sandbox.bochum_id.tables import JsonValue
from sandbox.bochum_id.wire import ContentDigest, Id, MoneyWire

type Texts = Annotated[dict[str, str], Field(examples=[{"de": "Meldebescheinigung", "en": "Certificate"}])]


class Published(BaseModel):
    """Part of a document that may gain members; readers ignore what they do not know."""

    model_config = ConfigDict(alias_generator=to_camel, populate_by_name=True, extra="allow")


class LifeSituationView(Published):
    id: Annotated[Id, Field(examples=["umzug"])]
    title: Texts
    icon: str
    order: int
    services: list[Id]


class FeeView(Published):
    from_: MoneyWire = Field(alias="from")
    to: MoneyWire
    note: Texts


class DurationView(Published):
    min: int
    max: int
    unit: Literal["minute", "hour", "day", "week", "month"]


class AvailabilityView(Published):
    state: Literal["open", "closed"]
    reason: Texts | None = None
    """Why it is closed, and until when."""


class ServiceEntryView(Published):
    id: Annotated[Id, Field(examples=["svc_meldebescheinigung"])]
    definition: Annotated[str, Field(examples=["/v1/catalogue/services/svc_meldebescheinigung/versions/3"])]
    """Where the definition is; immutable."""
    digest: ContentDigest
    """Over the bytes of the definition."""
    title: Texts
    summary: Texts
    icon: str
    required_level: Level
    kiosk_mode: Literal["endToEnd", "submit", "prefillAppointment", "localOnly", "external", "infoOnly"]
    destination: Literal["pinFirstAid", "appointments", "account"] | None = None
    """Where a service of mode `localOnly` leads, inside the terminal."""
    fee: FeeView
    duration: DurationView
    available: AvailabilityView


class OfficeView(Published):
    name: Texts
    authority: Texts


class CatalogueView(Published):
    version: Annotated[str, Field(examples=["2026-11-20.3"])]
    office: OfficeView
    life_situations: list[LifeSituationView]
    services: list[ServiceEntryView]
    signature: Annotated[str, Field(examples=["eyJhbGciOiJFUzI1NiIsImI2NCI6ZmFsc2V9..c2lnbmF0dXJl"])]
    """Detached JWS (RFC 7515 appendix F, RFC 7797) over the canonical form (RFC 8785) of all the rest."""


class ServiceDefinitionView(Published):
    """A service definition; what may stand in it: docs/services.md."""

    id: Annotated[Id, Field(examples=["svc_meldebescheinigung"])]
    version: int
    title: Texts
    data_schema: Annotated[dict[str, JsonValue], Field(examples=[{"type": "object"}])]
    steps: Annotated[list[JsonValue], Field(examples=[[]])]
