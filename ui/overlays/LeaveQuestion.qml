// Really end? Says what is kept and what is not; the safe answer comes first.
pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import "../components"

SheetOverlay {
    id: sheet

    required property LeaveQuestionPage page
    readonly property string fate: sheet.session.fate

    hides: sheet.session.mustHide
    scene: CoverScene {
        session: sheet.session

        Scene {
            art: "scene-rest"
            directed: true
            most: 0.9
            anchors.fill: parent
        }
    }
    //: The visitor pressed "End" in the middle of something.
    question: qsTr("Do you really want to end?")
    primary: Action {
        name: "stay"
        //: Answers "Do you really want to end?": the safe answer.
        label: qsTr("No, go on")
        onTriggered: sheet.page.close()
    }
    others: [
        Action {
            name: "leave"
            //: Answers "Do you really want to end?": ends the visit. Short.
            label: qsTr("Yes, end")
            icon: "icon-end"
            onTriggered: sheet.page.leave()
        }
    ]
    onDismissed: sheet.page.close()

    PointRow {
        icon: sheet.fate === "paying" ? "icon-euro" : sheet.fate === "sent" ? "icon-check" : sheet.fate === "sending" ? "icon-clock" : "icon-shield"
        title: {
            switch (sheet.fate) {
            case "sent":
                //: Before the end of a visit: the application has arrived.
                return qsTr("Your application has been sent.");
            case "sending":
                //: Before the end of a visit: the application is just being sent.
                return qsTr("Your application is being sent right now.");
            case "paying":
                //: Before the end of a visit: a payment is just being made, or undone.
                return qsTr("A payment is still open.");
            default:
                //: Before the end of a visit: no application has been sent.
                return qsTr("Nothing is sent.");
            }
        }
        text: {
            switch (sheet.fate) {
            case "sent":
                //: Below "Your application has been sent."
                return qsTr("But your paper is not printed yet.");
            case "sending":
                //: Below "Your application is being sent right now."
                return qsTr("It may arrive even if you end now. Better wait a moment.");
            case "paying":
                //: Below "A payment is still open."
                return qsTr("If you end now, money that was taken goes back by itself.");
            case "saved":
                //: Below "Nothing is sent.", for visitors with an account.
                return qsTr("The terminal forgets everything.");
            default:
                //: Below "Nothing is sent.", for visitors without an account.
                return qsTr("The terminal forgets everything you typed.");
            }
        }
    }
    PointRow {
        present: sheet.fate === "saved"
        icon: "icon-folder"
        //: Before the end of a visit, for visitors with an account at Bochum-ID.
        title: qsTr("Your draft stays in Bochum-ID.")
        //: Below "Your draft stays in Bochum-ID."
        text: qsTr("Go on with it the next time you sign in.")
    }
}
