"""How attachments are shown."""

from typing import Literal, cast

from sqlalchemy.orm import Session

from sandbox.bochum_id import wire_attachments as wire
from sandbox.bochum_id.attachment_scan import Reason
from sandbox.bochum_id.attachments import attachments_of, settle
from sandbox.bochum_id.backend import Backend
from sandbox.bochum_id.replies import Reply, json_reply
from sandbox.bochum_id.tables import Attachment


def attachment_view(attachment: Attachment) -> wire.AttachmentView:
    coming = attachment.state == "announced"
    return wire.AttachmentView(
        id=attachment.id,
        slot=attachment.slot,
        filename=attachment.filename,
        media_type=attachment.media_type,
        size=attachment.size,
        received=attachment.received,
        source=cast("Literal['scanner', 'phone']", attachment.source),
        state=cast("Literal['announced', 'scanning', 'accepted', 'rejected']", attachment.state),
        reason=cast("Reason | None", attachment.reason),
        added_at=attachment.added_at,
        upload_url=f"/v1/attachments/{attachment.id}/content" if coming else None,
    )


def shown_attachment(attachment: Attachment, status: int = 200) -> Reply:
    """Answer with an attachment; its ETag changes with state and bytes received."""
    headers = {"ETag": f'"{attachment.state}.{attachment.received}"'}
    if status == 201:
        headers["Location"] = f"/v1/attachments/{attachment.id}"
    return json_reply(status, attachment_view(attachment), headers)


def attachment_views(db: Session, backend: Backend, application_id: str) -> list[wire.AttachmentView]:
    """Show an application's attachments as they are now."""
    rows = attachments_of(db, application_id)
    for row in rows:
        settle(backend, row)
    return [attachment_view(row) for row in rows]
