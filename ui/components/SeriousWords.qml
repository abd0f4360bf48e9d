// What visitors are told before something that cannot be undone, by its kind (ui/pages/ask_first.py).
import QtQuick

QtObject {
    readonly property var of: ({
        "decision": {
            //: Before a decision of an office is opened. A question.
            question: qsTr("Open this decision now?"),
            //: The button that opens a decision of an office. Short.
            yes: qsTr("Open it now"),
            icon: "icon-go",
            art: "scene-document",
            //: Before a decision is opened.
            first: qsTr("Opening has a legal effect."),
            //: Below "Opening has a legal effect."
            firstMore: qsTr("The decision then counts as received. Time limits begin to run."),
            firstIcon: "icon-clock",
            //: Before a decision is opened.
            second: qsTr("You may also read it later."),
            //: Below "You may also read it later."
            secondMore: qsTr("At home, or here another time. It stays in your mailbox."),
            secondIcon: "icon-mail"
        },
        "withdraw": {
            //: Before an application is taken back. A question.
            question: qsTr("Really take back this application?"),
            //: The button that takes an application back. Short.
            yes: qsTr("Take it back"),
            icon: "icon-cross",
            art: "scene-folder",
            //: Before an application is taken back.
            first: qsTr("The office stops working on it."),
            //: Below "The office stops working on it."
            firstMore: qsTr("This cannot be undone."),
            firstIcon: "icon-cross",
            //: Before an application is taken back.
            second: qsTr("You can apply again."),
            //: Below "You can apply again."
            secondMore: qsTr("Any time, with a new application."),
            secondIcon: "icon-plus"
        },
        "draft": {
            //: Before an unfinished application is deleted. A question.
            question: qsTr("Really throw away what you began?"),
            //: The button that deletes an unfinished application. Short.
            yes: qsTr("Throw it away"),
            icon: "icon-cross",
            art: "scene-form",
            //: Before an unfinished application is deleted.
            first: qsTr("Your answers are deleted."),
            //: Below "Your answers are deleted."
            firstMore: qsTr("This cannot be undone."),
            firstIcon: "icon-cross",
            //: Before an unfinished application is deleted.
            second: qsTr("Nothing has been sent."),
            //: Below "Nothing has been sent."
            secondMore: qsTr("No office has seen it. You can begin anew."),
            secondIcon: "icon-shield"
        },
        "card": {
            //: Before a card is taken away from the account. A question.
            question: qsTr("Should this card no longer open your account?"),
            //: The button that takes a card away from the account. Short.
            yes: qsTr("Remove the card"),
            icon: "icon-cross",
            art: "card-front",
            //: Before a card is taken away from the account.
            first: qsTr("The card stays valid."),
            //: Below "The card stays valid."
            firstMore: qsTr("It only no longer opens this account."),
            firstIcon: "icon-idcard",
            //: Before a card is taken away from the account.
            second: qsTr("You still need another way in."),
            //: Below "You still need another way in."
            secondMore: qsTr("Another card, or user name and password."),
            secondIcon: "icon-shield"
        },
        "account": {
            //: Before the whole account is deleted. A serious question.
            question: qsTr("Really delete your whole account?"),
            //: The button that asks for the end of the account. Short.
            yes: qsTr("Delete my account"),
            icon: "icon-cross",
            art: "scene-folder",
            //: Before the whole account is deleted.
            first: qsTr("Mailbox, papers and drafts are deleted."),
            //: Below "Mailbox, papers and drafts are deleted."
            firstMore: qsTr("Print what you need before. What you sent stays with the office."),
            firstIcon: "icon-cross",
            //: Before the whole account is deleted.
            second: qsTr("It happens after some weeks."),
            //: Below "It happens after some weeks."
            secondMore: qsTr("Until then you can change your mind at the counter."),
            secondIcon: "icon-clock"
        },
        "appointment": {
            //: Before an appointment is cancelled. A question.
            question: qsTr("Really cancel this appointment?"),
            //: The button that cancels an appointment. Short.
            yes: qsTr("Cancel the appointment"),
            icon: "icon-cross",
            art: "scene-counter",
            //: Before an appointment is cancelled.
            first: qsTr("Somebody else gets your time."),
            //: Below "Somebody else gets your time."
            firstMore: qsTr("This cannot be undone."),
            firstIcon: "icon-cal",
            //: Before an appointment is cancelled.
            second: qsTr("You can book a new one."),
            //: Below "You can book a new one."
            secondMore: qsTr("Here at the terminal, or at home."),
            secondIcon: "icon-plus"
        }
    })
}
