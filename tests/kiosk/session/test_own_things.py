"""One's own things as tables: what a touch asks of the city, what needs the card first, where back leads."""

from dataclasses import replace

import pytest
from walking import after, effect, productive

from kiosk.bochum_id.organisations import Organisation
from kiosk.bochum_id.own_applications import ApplicationState
from kiosk.bochum_id.values import Level
from kiosk.session import effects as do
from kiosk.session import events as ev
from kiosk.session import own_effects as want
from kiosk.session import own_events as oe
from kiosk.session import own_states as own
from kiosk.session import sign_in_states as si
from kiosk.session import states as st
from kiosk.session.contact import fits
from kiosk.session.delivery import NOT_ASKED, NotPrinted, Printed
from kiosk.session.errand import ForOneself, ForOrganisation, Unfinished, Wanting
from kiosk.session.failure import Failure
from kiosk.session.own_values import ContactDetail
from kiosk.session.step import step
from tests import own_samples as mine
from tests.samples import BY_PASSWORD, CITIZEN, EMPTY, OWNER, SIGN_IN, visit

BY_PASSWORD_OWNER = own.Owner(mine.ACCOUNT_ERRAND, BY_PASSWORD)
GERMAN = mine.LANGUAGE


def looking_up(wish: want.OwnEffect) -> own.LookingUp:
    return own.LookingUp(OWNER, wish)


# ---------------------------------------------------------------- what a touch asks


@pytest.mark.parametrize(
    ("scene", "touch", "wish"),
    [
        ("Account", oe.RoomChosen(oe.Room.MAILBOX), want.SeeMailbox()),
        ("Account", oe.RoomChosen(oe.Room.APPLICATIONS), want.SeeApplications()),
        ("Account", oe.RoomChosen(oe.Room.APPOINTMENTS), want.SeeAppointments()),
        ("Account", oe.RoomChosen(oe.Room.DATA), want.SeeData()),
        ("Account", oe.RoomChosen(oe.Room.ACTIVITY), want.SeeActivity()),
        ("MyMailbox", oe.EntryChosen("msg_1"), want.OpenMessage(mine.LETTER)),
        ("MyMailbox", oe.EntryChosen("msg_3"), want.OpenMessage(mine.KNOWN_DECISION)),
        ("MyMailbox", oe.EarlierAsked(), want.SeeMailbox("next-heads")),
        ("MyMailbox", ev.Back(), want.SeeOverview()),
        ("ReadMessage", oe.PrintAsked("1"), want.PrintEnclosure(mine.MESSAGE, mine.ENCLOSURE, CITIZEN.id)),
        ("ReadMessage", ev.Back(), want.SeeMailbox()),
        ("WriteReply-written", ev.Continue(), want.SendReply(mine.MESSAGE, "Canary-Reply")),
        ("MyApplications", oe.EarlierAsked(), want.SeeApplications("next-applications")),
        ("ApplicationStatus", oe.EntryChosen("msg_1"), want.OpenMessage(mine.LETTER)),
        ("ApplicationStatus-draft", ev.Continue(), want.ResumeDraft(mine.DRAFT_STATUS, mine.ERRAND.service)),
        (
            "ApplicationStatus-jam",
            oe.PrintAsked("doc_1"),
            want.PrintDocument(mine.DONE_STATUS, mine.DOCUMENT, CITIZEN.id, GERMAN),
        ),
        ("MyActivity", oe.EarlierAsked(), want.SeeActivity("next-entries")),
        (
            "MyData",
            oe.ConsentSwitched("electronicDelivery", granted=False),
            want.DecideConsent(mine.DATA, mine.DATA.consents[0], granted=False),
        ),
        (
            "ChangeContact",
            ev.Continue(),
            want.ChangeContactDetail(mine.DATA, ContactDetail.EMAIL, "canary-new@example.org"),
        ),
        ("AccountEnds", ev.Back(), want.SeeOverview()),
    ],
    ids=str,
)
def test_a_touch_asks_the_city_for_one_thing(scene: str, touch: ev.Event, wish: want.OwnEffect) -> None:
    asked = step(visit(scene), touch)
    assert asked.visit.scene == looking_up(wish)
    assert asked.effects == (wish,)


@pytest.mark.parametrize(
    ("scene", "touch", "serious", "back"),
    [
        ("MyMailbox", oe.EntryChosen("msg_2"), want.OpenMessage(mine.DECISION), own.LookingUp),
        (
            "ApplicationStatus",
            oe.TakeBackAsked(),
            want.Withdraw(mine.SENT_STATUS, GERMAN),
            own.ApplicationStatus,
        ),
        (
            "ApplicationStatus-draft",
            oe.TakeBackAsked(),
            want.DropDraft(mine.DRAFT_STATUS),
            own.ApplicationStatus,
        ),
        (
            "MyAppointments",
            oe.EntryChosen("apt_1"),
            want.CancelAppointment((mine.APPOINTMENT,), mine.APPOINTMENT),
            own.MyAppointments,
        ),
        ("MyData", oe.EntryChosen("lnk_1"), want.UnlinkCard(mine.DATA, mine.CARDS[0]), own.MyData),
        ("MyData", oe.AccountEndAsked(), want.EndAccount(mine.DATA), own.MyData),
    ],
    ids=str,
)
def test_what_cannot_be_undone_is_asked_about_first(
    scene: str, touch: ev.Event, serious: want.Serious, back: type[st.Scene]
) -> None:
    asked = step(visit(scene), touch)
    assert asked.visit.scene == own.AskFirst(OWNER, serious)
    assert asked.effects == (), "a question does nothing"
    assert effect(asked.visit, ev.Continue()) == serious
    assert isinstance(after(asked.visit, ev.Back()).scene, back)


@pytest.mark.parametrize(
    ("scene", "touch"),
    [
        ("MyMailbox", oe.EntryChosen("no such message")),
        ("ReadMessage", oe.PrintAsked("2")),  # a picture
        ("WriteReply", ev.Continue()),  # nothing written
        ("WriteReply", oe.Typed("x" * 2001)),
        ("ApplicationStatus", oe.PrintAsked("doc_2")),  # printed before
        ("ApplicationStatus-jam", oe.TakeBackAsked()),  # decided
        ("ApplicationStatus-jam", ev.Continue()),  # not a draft
        ("MyData", oe.ConsentSwitched("electronicDelivery", granted=True)),  # is so already
        ("MyData-one-card", oe.EntryChosen("lnk_1")),  # the only way in
        ("Account", ev.Back()),
        ("Account", oe.CapacityAsked()),  # represents nobody
        ("Account-of-company", oe.RoomChosen(oe.Room.DATA)),  # a person's, and nobody else's
        ("ChooseCapacity-account", oe.CapacityChosen("no such organisation")),
    ],
    ids=str,
)
def test_what_makes_no_sense_changes_nothing(scene: str, touch: ev.Event) -> None:
    assert productive(visit(scene), [touch]) == []


def test_a_draft_of_an_older_form_cannot_be_gone_on_with() -> None:
    old = own.ApplicationStatus(OWNER, mine.status(ApplicationState.DRAFT, version=1), NOT_ASKED)
    assert productive(visit(old), [ev.Continue()]) == []


def test_a_draft_goes_on_where_it_was_left_in_ones_own_name() -> None:
    resumed = step(visit("LookingUp-ResumeDraft"), mine.events_of(oe.DraftCame)[0])
    (opening,) = resumed.effects
    assert isinstance(opening, do.OpenApplication)
    assert isinstance(opening.errand.beginning, Unfinished)
    assert opening.errand.beginning.draft == mine.DRAFT
    assert opening.errand.capacity == ForOneself()


@pytest.mark.parametrize(
    ("detail", "text", "fit"),
    [
        (ContactDetail.EMAIL, "", True),
        (ContactDetail.EMAIL, "h.beispiel@example.org", True),
        (ContactDetail.EMAIL, "h.beispiel@example", False),
        (ContactDetail.EMAIL, "@example.org", False),
        (ContactDetail.EMAIL, "h beispiel@example.org", False),
        (ContactDetail.PHONE, "", True),
        (ContactDetail.PHONE, "+49 234 5550147", True),
        (ContactDetail.PHONE, "0234/555", True),
        (ContactDetail.PHONE, "0234", False),
        (ContactDetail.PHONE, "0234 555 x", False),
    ],
)
def test_what_can_be_an_address_or_a_number(detail: ContactDetail, text: str, fit: bool) -> None:  # noqa: FBT001 - a column of the table
    assert fits(detail, text) is fit
    scene = own.ChangeContact(OWNER, mine.DATA, detail, text, checked=False)
    saved = step(visit(scene), ev.Continue())
    assert bool(saved.effects) is fit
    assert fit or saved.visit.scene == replace(scene, checked=True)


# ---------------------------------------------------------------- the card, where a password is not enough


@pytest.mark.parametrize(
    ("wish", "level"),
    [
        (want.OpenMessage(mine.LETTER), Level.NORMAL),
        (want.OpenMessage(mine.LOCKED_LETTER), Level.HOCH),
        (want.UnlinkCard(mine.DATA, mine.CARDS[0]), Level.HOCH),
        (want.EndAccount(mine.DATA), Level.SUBSTANTIELL),
        (want.SeeData(), Level.NORMAL),
    ],
    ids=str,
)
def test_what_needs_more_than_a_password_steps_up_and_is_then_done(
    wish: want.OwnEffect, level: Level
) -> None:
    asked = step(visit(own.AskFirst(BY_PASSWORD_OWNER, wish), reader=EMPTY), ev.Continue())  # type: ignore[arg-type]  # some are not asked about
    if level is Level.NORMAL:
        assert asked.effects == (wish,)
        return
    assert asked.visit.scene == si.StepUp(replace(mine.ACCOUNT_ERRAND, beginning=Wanting(wish)), BY_PASSWORD)
    assert asked.effects == ()
    signing_in = st.SigningIn(asked.visit.scene.errand, SIGN_IN, frozenset(), 3, mine.PROGRESS)
    raised = step(visit(signing_in), ev.SignedIn(CITIZEN))
    assert raised.visit.scene == own.LookingUp(OWNER, wish)
    assert raised.effects == (wish,)
    assert not isinstance(after(asked.visit, ev.Back()).scene, si.StepUp | st.AboutService)


# ---------------------------------------------------------------- what can go wrong


@pytest.mark.parametrize("wish", mine.WISHES, ids=lambda wish: type(wish).__name__)
def test_every_wish_that_fails_can_be_tried_again_or_left_with_nothing_lost(wish: want.OwnEffect) -> None:
    failed = after(visit(looking_up(wish)), ev.Failing(Failure.BACKEND_UNREACHABLE))
    if isinstance(wish, want.PrintEnclosure | want.PrintDocument):
        assert failed.scene.paper == NotPrinted(Failure.BACKEND_UNREACHABLE)  # type: ignore[union-attr]  # or it fails
        return
    assert failed.scene == st.Failed(Failure.BACKEND_UNREACHABLE, own.LookUpAgain(OWNER, wish))
    again = step(failed, ev.TryAgain())
    assert again.visit.scene == looking_up(wish)
    assert again.effects == (wish,)
    left = after(failed, ev.Back()).scene
    match wish:
        case want.SeeOverview():
            assert left is failed.scene
        case want.SendReply(message, text):
            assert left == own.WriteReply(OWNER, message, text)
        case want.ChangeContactDetail(data, detail, value):
            assert left == own.ChangeContact(OWNER, data, detail, value, checked=False)
        case _:
            assert not isinstance(left, st.Failed)


def test_when_the_session_is_over_whoever_signs_in_begins_at_the_first_screen() -> None:
    for wish in mine.WISHES:
        failed = after(visit(looking_up(wish)), ev.Failing(Failure.SESSION_ENDED)).scene
        assert failed == st.Failed(Failure.SESSION_ENDED, st.SignInAgain(mine.ACCOUNT_ERRAND))


def test_a_print_that_came_out_is_used_up() -> None:
    before = visit(looking_up(want.PrintDocument(mine.DONE_STATUS, mine.DOCUMENT, CITIZEN.id, GERMAN)))
    printed = after(before, ev.PaperHandled(Printed())).scene
    assert isinstance(printed, own.ApplicationStatus)
    assert [each.prints_left for each in printed.status.documents] == [0, 0]
    jammed = after(before, ev.PaperHandled(NotPrinted(Failure.PRINTER_JAM))).scene
    assert isinstance(jammed, own.ApplicationStatus)
    assert [each.prints_left for each in jammed.status.documents] == [1, 0]


@pytest.mark.parametrize("name", ["Account", "MyMailbox", "ReadMessage", "MyData", "WriteReply", "AskFirst"])
def test_ones_own_things_are_covered_while_the_card_is_away_and_signed_in_to_anew(name: str) -> None:
    away = after(visit(name), ev.ReaderChanged(EMPTY))
    assert away.overlay == st.PutCardBack()
    back = step(away, ev.ReaderChanged(visit(name).reader))
    assert back.visit.scene == st.Connecting(OWNER.errand)
    assert [type(each) for each in back.effects] == [do.BeginSignIn]
    without = after(visit("MyMailbox-by-password"), ev.ReaderChanged(EMPTY))
    assert without.overlay == st.NothingOver(), "who signed in without a card has none to put back"


# ---------------------------------------------------------------- for whom


@pytest.mark.parametrize(
    ("scene", "organisations", "reached"),
    [
        ("LookingUp-for-whom", (mine.COMPANY, mine.ONLY_LOOKING), own.ChooseCapacity),
        ("LookingUp-for-whom", (mine.ONLY_LOOKING,), st.OpeningApplication),
        ("LookingUp-for-whom", (), st.OpeningApplication),
        ("LookingUp-only-companies", (mine.COMPANY,), own.ChooseCapacity),
        ("LookingUp-only-companies", (mine.ONLY_LOOKING,), Failure.MANDATE_TOO_NARROW),
        ("LookingUp-only-companies", (), Failure.NO_ORGANISATION),
    ],
)
def test_only_who_has_a_choice_is_asked_for_whom(
    scene: str, organisations: tuple[Organisation, ...], reached: type[st.Scene] | Failure
) -> None:
    found = after(visit(scene), oe.CapacitiesCame(organisations)).scene
    if isinstance(reached, Failure):
        assert isinstance(found, st.Failed)
        assert found.failure is reached
    else:
        assert isinstance(found, reached)


def test_the_choice_goes_with_the_application_and_nobody_acts_beyond_their_mandate() -> None:
    asked = visit("ChooseCapacity")
    for chosen, capacity in (("", ForOneself()), (mine.COMPANY.id, ForOrganisation(mine.COMPANY))):
        opening = effect(asked, oe.CapacityChosen(chosen))
        assert isinstance(opening, do.OpenApplication)
        assert opening.errand.capacity == capacity
    narrow = after(asked, oe.CapacityChosen(mine.ONLY_LOOKING.id))
    assert isinstance(narrow.scene, st.Failed)
    assert narrow.scene.failure is Failure.MANDATE_TOO_NARROW
    assert effect(narrow, ev.TryAgain()) == want.SeeCapacities()
    refused = after(
        visit(st.OpeningApplication(mine.FOR_COMPANIES, CITIZEN)), ev.Failing(Failure.MANDATE_TOO_NARROW)
    )
    assert effect(refused, ev.TryAgain()) == want.SeeCapacities()


@pytest.mark.parametrize("organisation", [None, mine.COMPANY, mine.ONLY_LOOKING], ids=str)
def test_in_the_account_one_looks_at_whose_things_one_likes_without_signing_in_again(
    organisation: Organisation | None,
) -> None:
    asked = after(visit("Account-of-company"), oe.CapacityAsked())
    assert isinstance(asked.scene, own.ChooseCapacity)
    wish = want.ActFor(organisation)
    chosen = step(asked, oe.CapacityChosen("" if organisation is None else organisation.id))
    assert chosen.effects == (wish,)
    shown = after(chosen.visit, oe.OverviewCame(mine.OVERVIEW)).scene
    assert isinstance(shown, own.Account)
    assert own.represented(shown.owner) == organisation
    for room in (oe.Room.MAILBOX, oe.Room.APPLICATIONS, oe.Room.APPOINTMENTS, oe.Room.ACTIVITY):
        inside = after(visit(shown), oe.RoomChosen(room)).scene
        assert isinstance(inside, own.LookingUp)
        assert inside.owner == shown.owner, "it stands on every screen whose things these are"


def test_who_goes_back_from_a_change_that_failed_acts_for_whom_they_did_before() -> None:
    for name, before in (("Account-representing", None), ("Account-of-company", mine.COMPANY)):
        asked = after(visit(name), oe.CapacityAsked())
        failed = after(
            after(asked, oe.CapacityChosen(mine.ONLY_LOOKING.id)), ev.Failing(Failure.BACKEND_UNREACHABLE)
        )
        assert effect(failed, ev.TryAgain()) == want.ActFor(mine.ONLY_LOOKING)
        assert effect(failed, ev.Back()) == want.ActFor(before)
        assert effect(asked, ev.Back()) == want.SeeOverview()


def test_whoever_signs_in_anew_begins_in_their_own_name() -> None:
    away = after(visit("Account-of-company"), ev.ReaderChanged(EMPTY))
    back = step(away, ev.ReaderChanged(visit("Account").reader)).visit.scene
    assert isinstance(back, st.Connecting)
    assert own.represented(own.Owner(back.errand, CITIZEN)) is None
    company = own.Owner(replace(mine.ACCOUNT_ERRAND, capacity=ForOrganisation(mine.COMPANY)), CITIZEN)
    over = after(visit(own.LookingUp(company, want.SeeMailbox())), ev.Failing(Failure.SESSION_ENDED)).scene
    assert over == st.Failed(Failure.SESSION_ENDED, st.SignInAgain(mine.ACCOUNT_ERRAND))


def test_a_draft_of_a_company_goes_on_in_its_name() -> None:
    company = own.Owner(replace(mine.ACCOUNT_ERRAND, capacity=ForOrganisation(mine.COMPANY)), CITIZEN)
    wish = want.ResumeDraft(mine.DRAFT_STATUS, mine.ERRAND.service)
    opening = effect(visit(own.LookingUp(company, wish)), mine.events_of(oe.DraftCame)[0])
    assert isinstance(opening, do.OpenApplication)
    assert opening.errand.capacity == ForOrganisation(mine.COMPANY)
