// A person of the office is being called.
import QtQuick
import Kiosk
import "../components"

HelpSheet {
    id: sheet

    required property CallingHelpPage page

    //: The visitor pressed "Help": the terminal is calling a person of the office.
    question: qsTr("We are calling somebody.")
    //: Below "We are calling somebody."
    help: qsTr("You can go on in the meantime. Nothing is lost.")
    primary: Action {
        name: "close"
        //: While a person is being called: back to the screen beneath.
        label: qsTr("Go on meanwhile")
        onTriggered: sheet.page.close()
    }
    onDismissed: sheet.page.close()

    Busy {
        //: Beside moving squares, while a person is being called.
        text: qsTr("One moment …")
        //: Below "One moment …", after five seconds.
        more: qsTr("The call is on its way.")
    }
}
