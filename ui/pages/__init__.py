"""One thin page a situation: state `EnterPin` → `EnterPinPage` → `screens/EnterPin.qml`, found by name."""

from collections.abc import Callable
from typing import cast

from PySide6.QtCore import QObject

from kiosk.session.states import NothingOver, Overlay, Scene
from ui.pages.about_service import AboutServicePage
from ui.pages.account import AccountPage
from ui.pages.account_ends import AccountEndsPage
from ui.pages.application_status import ApplicationStatusPage
from ui.pages.appointment_cancelled import AppointmentCancelledPage
from ui.pages.appointment_desk import AppointmentDeskPage
from ui.pages.appointment_made import AppointmentMadePage
from ui.pages.ask_first import AskFirstPage
from ui.pages.attach_files import AttachFilesPage
from ui.pages.attaching_scan import AttachingScanPage
from ui.pages.booking_time import BookingTimePage
from ui.pages.calling_help import CallingHelpPage
from ui.pages.cancelling_appointment import CancellingAppointmentPage
from ui.pages.card_advice import CardAdvicePage
from ui.pages.card_forgotten import CardForgottenPage
from ui.pages.change_contact import ChangeContactPage
from ui.pages.check_appointment import CheckAppointmentPage
from ui.pages.check_scan import CheckScanPage
from ui.pages.checking_code import CheckingCodePage
from ui.pages.checking_file import CheckingFilePage
from ui.pages.checking_in import CheckingInPage
from ui.pages.checking_number import CheckingNumberPage
from ui.pages.checking_password import CheckingPasswordPage
from ui.pages.checking_payment import CheckingPaymentPage
from ui.pages.choose_capacity import ChooseCapacityPage
from ui.pages.choose_card import ChooseCardPage
from ui.pages.choose_concern import ChooseConcernPage
from ui.pages.choose_day import ChooseDayPage
from ui.pages.choose_delivery import ChooseDeliveryPage
from ui.pages.choose_factor import ChooseFactorPage
from ui.pages.choose_new_pin import ChooseNewPinPage
from ui.pages.choose_office import ChooseOfficePage
from ui.pages.choose_payment import ChoosePaymentPage
from ui.pages.choose_pin_wish import ChoosePinWishPage
from ui.pages.choose_service import ChooseServicePage
from ui.pages.choose_sign_in import ChooseSignInPage
from ui.pages.choose_time import ChooseTimePage
from ui.pages.choose_topic import ChooseTopicPage
from ui.pages.closed import ClosedPage
from ui.pages.connecting import ConnectingPage
from ui.pages.context import PageContext
from ui.pages.display_choice import DisplayChoicePage
from ui.pages.done import DonePage
from ui.pages.drawing_number import DrawingNumberPage
from ui.pages.enter_can import EnterCanPage
from ui.pages.enter_card_pin import EnterCardPinPage
from ui.pages.enter_code import EnterCodePage
from ui.pages.enter_contact import EnterContactPage
from ui.pages.enter_number import EnterNumberPage
from ui.pages.enter_password import EnterPasswordPage
from ui.pages.enter_pin import EnterPinPage
from ui.pages.enter_puk import EnterPukPage
from ui.pages.failed import FailedPage
from ui.pages.fill_in import FillInPage
from ui.pages.find_service import FindServicePage
from ui.pages.finding_days import FindingDaysPage
from ui.pages.finding_offices import FindingOfficesPage
from ui.pages.finding_times import FindingTimesPage
from ui.pages.finding_ways_to_pay import FindingWaysToPayPage
from ui.pages.giving_money_back import GivingMoneyBackPage
from ui.pages.goodbye import GoodbyePage
from ui.pages.hand_over import HandOverPage
from ui.pages.help_comes import HelpComesPage
from ui.pages.help_not_reached import HelpNotReachedPage
from ui.pages.holding_time import HoldingTimePage
from ui.pages.information import InformationPage
from ui.pages.keeping_time import KeepingTimePage
from ui.pages.language_choice import LanguageChoicePage
from ui.pages.lay_card import LayCardPage
from ui.pages.lay_paper import LayPaperPage
from ui.pages.leave_question import LeaveQuestionPage
from ui.pages.link_account import LinkAccountPage
from ui.pages.looking_at_card import LookingAtCardPage
from ui.pages.looking_at_files import LookingAtFilesPage
from ui.pages.looking_up import LookingUpPage
from ui.pages.making_upload_link import MakingUploadLinkPage
from ui.pages.money_back import MoneyBackPage
from ui.pages.my_activity import MyActivityPage
from ui.pages.my_applications import MyApplicationsPage
from ui.pages.my_appointments import MyAppointmentsPage
from ui.pages.my_data import MyDataPage
from ui.pages.my_mailbox import MyMailboxPage
from ui.pages.no_walk_in import NoWalkInPage
from ui.pages.not_paid import NotPaidPage
from ui.pages.opening_account import OpeningAccountPage
from ui.pages.opening_application import OpeningApplicationPage
from ui.pages.opening_pay_page import OpeningPayPagePage
from ui.pages.opening_service import OpeningServicePage
from ui.pages.opening_session import OpeningSessionPage
from ui.pages.pay_by_phone import PayByPhonePage
from ui.pages.paying_by_card import PayingByCardPage
from ui.pages.payment_unclear import PaymentUnclearPage
from ui.pages.pin_advice import PinAdvicePage
from ui.pages.pin_first_aid import PinFirstAidPage
from ui.pages.pin_help import PinHelpPage
from ui.pages.pin_mended import PinMendedPage
from ui.pages.place_card import PlaceCardPage
from ui.pages.preparing import PreparingPage
from ui.pages.pricing import PricingPage
from ui.pages.printing import PrintingPage
from ui.pages.put_card_back import PutCardBackPage
from ui.pages.read_message import ReadMessagePage
from ui.pages.receipt_on_phone import ReceiptOnPhonePage
from ui.pages.removing_file import RemovingFilePage
from ui.pages.review import ReviewPage
from ui.pages.scanning import ScanningPage
from ui.pages.send_from_phone import SendFromPhonePage
from ui.pages.sending import SendingPage
from ui.pages.sending_code import SendingCodePage
from ui.pages.signing_in import SigningInPage
from ui.pages.start import StartPage
from ui.pages.step_up import StepUpPage
from ui.pages.still_there import StillTherePage
from ui.pages.take_card import TakeCardPage
from ui.pages.ticket_drawn import TicketDrawnPage
from ui.pages.too_early import TooEarlyPage
from ui.pages.trim_scan import TrimScanPage
from ui.pages.type_number_on_reader import TypeNumberOnReaderPage
from ui.pages.type_on_reader import TypeOnReaderPage
from ui.pages.who_asks import WhoAsksPage
from ui.pages.write_reply import WriteReplyPage

PAGES: tuple[type[QObject], ...] = (
    LookingUpPage,
    AskFirstPage,
    AccountPage,
    MyMailboxPage,
    ReadMessagePage,
    WriteReplyPage,
    MyApplicationsPage,
    ApplicationStatusPage,
    MyAppointmentsPage,
    MyActivityPage,
    MyDataPage,
    ChangeContactPage,
    AccountEndsPage,
    ChooseCapacityPage,
    ChooseDeliveryPage,
    ChooseSignInPage,
    EnterPasswordPage,
    CheckingPasswordPage,
    ChooseFactorPage,
    SendingCodePage,
    EnterCodePage,
    CheckingCodePage,
    StepUpPage,
    LinkAccountPage,
    OpeningAccountPage,
    OpeningSessionPage,
    AboutServicePage,
    CardForgottenPage,
    ChooseServicePage,
    ChooseTopicPage,
    FindServicePage,
    HandOverPage,
    InformationPage,
    PinFirstAidPage,
    PinAdvicePage,
    ChoosePinWishPage,
    LayCardPage,
    LookingAtCardPage,
    EnterCardPinPage,
    EnterCanPage,
    EnterPukPage,
    ChooseNewPinPage,
    TypeNumberOnReaderPage,
    CheckingNumberPage,
    PinMendedPage,
    ChooseCardPage,
    CardAdvicePage,
    ClosedPage,
    DonePage,
    EnterPinPage,
    FillInPage,
    GoodbyePage,
    OpeningApplicationPage,
    OpeningServicePage,
    PreparingPage,
    PricingPage,
    PrintingPage,
    ReceiptOnPhonePage,
    ReviewPage,
    CheckingPaymentPage,
    ChoosePaymentPage,
    FindingWaysToPayPage,
    GivingMoneyBackPage,
    MoneyBackPage,
    NotPaidPage,
    OpeningPayPagePage,
    PayByPhonePage,
    PayingByCardPage,
    PaymentUnclearPage,
    SendingPage,
    PlaceCardPage,
    ConnectingPage,
    SigningInPage,
    WhoAsksPage,
    FailedPage,
    PinHelpPage,
    StillTherePage,
    PutCardBackPage,
    CallingHelpPage,
    DisplayChoicePage,
    HelpComesPage,
    HelpNotReachedPage,
    LanguageChoicePage,
    LeaveQuestionPage,
    StartPage,
    TakeCardPage,
    LookingAtFilesPage,
    RemovingFilePage,
    AttachFilesPage,
    LayPaperPage,
    ScanningPage,
    CheckScanPage,
    TrimScanPage,
    AttachingScanPage,
    MakingUploadLinkPage,
    SendFromPhonePage,
    CheckingFilePage,
    AppointmentDeskPage,
    ChooseConcernPage,
    FindingOfficesPage,
    ChooseOfficePage,
    FindingDaysPage,
    ChooseDayPage,
    FindingTimesPage,
    ChooseTimePage,
    HoldingTimePage,
    EnterContactPage,
    CheckAppointmentPage,
    BookingTimePage,
    AppointmentMadePage,
    KeepingTimePage,
    EnterNumberPage,
    CheckingInPage,
    TooEarlyPage,
    DrawingNumberPage,
    NoWalkInPage,
    TicketDrawnPage,
    TypeOnReaderPage,
    CancellingAppointmentPage,
    AppointmentCancelledPage,
)

_BY_NAME = {page.__name__: page for page in PAGES}


class PageMissingError(LookupError):
    """A situation that nobody has drawn."""


def page_for(state: Scene | Overlay, context: PageContext) -> QObject:
    """Make the page of `state`; PageMissingError when no page bears its name."""
    name = f"{type(state).__name__}Page"
    if name not in _BY_NAME:
        raise PageMissingError(f"{name}: write it under ui/pages and list it in ui/pages/__init__.py")
    make = cast(Callable[[Scene | Overlay, PageContext], QObject], _BY_NAME[name])
    return make(state, context)


def screen_of(scene: Scene) -> str:
    """Path of the screen that draws `scene`, below ui/."""
    return f"screens/{type(scene).__name__}.qml"


def sheet_of(overlay: Overlay) -> str:
    """Path of the sheet that draws `overlay`, below ui/; empty when nothing lies over the scene."""
    return "" if isinstance(overlay, NothingOver) else f"overlays/{type(overlay).__name__}.qml"
