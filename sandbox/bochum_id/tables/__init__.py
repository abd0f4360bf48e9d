"""What the sandbox backend remembers: one class a table, one module an area."""

from sandbox.bochum_id.tables.accounts import Account, Activity, DeletionRequest, Pseudonym
from sandbox.bochum_id.tables.applications import Application, ApplicationEvent, Cosignature, Quote
from sandbox.bochum_id.tables.appointments import Appointment, Hold, QueueTicket, TakenTime
from sandbox.bochum_id.tables.attachments import Attachment, UploadLink
from sandbox.bochum_id.tables.base import OPTIONAL_JSON, JsonObject, JsonValue, Table, UtcTime
from sandbox.bochum_id.tables.credentials import FactorChallenge, Lockout, LoginFactor, RecoveryCode, Tally
from sandbox.bochum_id.tables.fleet import (
    AssistanceCall,
    EnrolmentCode,
    Incident,
    RateWindow,
    Terminal,
    TerminalCertificate,
    TerminalCommand,
    TerminalConfig,
    TerminalState,
)
from sandbox.bochum_id.tables.logins import CitizenSession, LoginAttempt
from sandbox.bochum_id.tables.mailbox import Message, MessageAttachment, MessageReply
from sandbox.bochum_id.tables.organisations import Organisation, Representation
from sandbox.bochum_id.tables.outside import OutboxItem
from sandbox.bochum_id.tables.papers import Document, PrintJob, Receipt, ReceiptLink
from sandbox.bochum_id.tables.payments import Payment, PaymentAttempt, PaymentBatch
from sandbox.bochum_id.tables.registers import Charge, Dog
from sandbox.bochum_id.tables.sandbox import ComponentSwitch, PlannedFault
from sandbox.bochum_id.tables.technical import Counter, IdempotencyRecord, UsedNonce

__all__ = [
    "OPTIONAL_JSON",
    "Account",
    "Activity",
    "Application",
    "ApplicationEvent",
    "Appointment",
    "AssistanceCall",
    "Attachment",
    "Charge",
    "CitizenSession",
    "ComponentSwitch",
    "Cosignature",
    "Counter",
    "DeletionRequest",
    "Document",
    "Dog",
    "EnrolmentCode",
    "FactorChallenge",
    "Hold",
    "IdempotencyRecord",
    "Incident",
    "JsonObject",
    "JsonValue",
    "Lockout",
    "LoginAttempt",
    "LoginFactor",
    "Message",
    "MessageAttachment",
    "MessageReply",
    "Organisation",
    "OutboxItem",
    "Payment",
    "PaymentAttempt",
    "PaymentBatch",
    "PlannedFault",
    "PrintJob",
    "Pseudonym",
    "QueueTicket",
    "Quote",
    "RateWindow",
    "Receipt",
    "ReceiptLink",
    "RecoveryCode",
    "Representation",
    "Table",
    "TakenTime",
    "Tally",
    "Terminal",
    "TerminalCertificate",
    "TerminalCommand",
    "TerminalConfig",
    "TerminalState",
    "UploadLink",
    "UsedNonce",
    "UtcTime",
]
