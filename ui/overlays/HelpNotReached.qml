// Nobody could be called: the way to the counter, or another try.
import QtQuick
import Kiosk
import "../components"

HelpSheet {
    id: sheet

    required property HelpNotReachedPage page

    art: "scene-counter"
    //: The call for help was not heard.
    question: qsTr("We cannot reach anybody right now.")
    //: Below "We cannot reach anybody right now."
    help: qsTr("Please go to the counter. Somebody will help you there.")
    primary: Action {
        name: "close"
        //: After the call for help was not heard: back to the screen beneath. Short.
        label: qsTr("Go on here")
        onTriggered: sheet.page.close()
    }
    others: [
        Action {
            name: "callAgain"
            //: After the call for help was not heard. Short.
            label: qsTr("Call again")
            icon: "icon-help"
            onTriggered: sheet.page.callAgain()
        }
    ]
    onDismissed: sheet.page.close()

    NoteRow {
        icon: "icon-idcard"
        //: For visitors who go to the counter.
        text: qsTr("Please take your card with you.")
    }
}
