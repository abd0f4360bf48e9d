"""Every no of the backend as a value and as an exception: problem details (RFC 9457)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from sandbox.bochum_id.problem_codes import Code

TYPE_PREFIX = "https://id.bochum.example/problems/"


@dataclass(frozen=True, slots=True)
class FieldError:
    """One entry of `errors`: where, which keyword, which text key; never the value."""

    pointer: str
    keyword: str
    message_key: str = ""

    def as_json(self) -> dict[str, str]:
        return {
            "pointer": self.pointer,
            "keyword": self.keyword,
            "messageKey": self.message_key or f"field.{self.keyword}",
        }


type Extension = str | int | bool | Sequence[str]


@dataclass(frozen=True, slots=True)
class Problem:
    """A refusal as a value, storable in a login attempt."""

    code: Code
    extensions: Mapping[str, Extension] = field(default_factory=dict)
    errors: tuple[FieldError, ...] = ()

    def as_json(self, language: str, trace_id: str) -> dict[str, object]:
        document: dict[str, object] = {
            "type": TYPE_PREFIX + self.code.slug,
            "title": self.code.title(language),
            "status": self.code.status,
            "code": self.code.slug,
            "traceId": trace_id,
            "retryable": self.code.retryable,
            **self.extensions,
        }
        if self.errors:
            document["errors"] = [error.as_json() for error in self.errors]
        return document


class ProblemError(Exception):
    """Ends a request with a problem; what it did so far is rolled back."""

    def __init__(
        self,
        code: Code,
        *,
        errors: tuple[FieldError, ...] = (),
        headers: Mapping[str, str] | None = None,
        extensions: Mapping[str, Extension] | None = None,
    ) -> None:
        super().__init__(code.slug)
        self.problem = Problem(code, extensions or {}, errors)
        self.headers = dict(headers or {})
