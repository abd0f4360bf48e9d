// A person of the office is on the way.
import QtQuick
import Kiosk
import "../components"

HelpSheet {
    id: sheet

    required property HelpComesPage page

    //: The call for help was heard.
    question: qsTr("Somebody is coming to you.")
    //: Below "Somebody is coming to you."
    help: qsTr("Please stay at the terminal. You can go on in the meantime.")
    primary: Action {
        name: "close"
        //: After "Somebody is coming to you.": back to the screen beneath. Short.
        label: qsTr("Good, go on")
        icon: "icon-check"
        onTriggered: sheet.page.close()
    }
    onDismissed: sheet.page.close()

    NoteRow {
        //: About the person who comes to help.
        text: qsTr("Do not tell anybody your PIN. Our staff never asks for it.")
    }
}
