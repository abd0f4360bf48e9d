// Which language: every one in its own name.
pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import "../components"

SheetOverlay {
    id: sheet

    required property LanguageChoicePage page

    //: Above the languages to choose from.
    question: qsTr("Which language would you like?")
    // The word in each language, for those who cannot read the question: never translated.
    help: "Sprache · Language"
    others: [
        Action {
            name: "close"
            //: Leaves the language as it is. One word.
            label: qsTr("Close")
            icon: "icon-cross"
            onTriggered: sheet.page.close()
        }
    ]
    onDismissed: sheet.page.close()

    Repeater {
        model: sheet.page.languages

        LanguagePlate {
            id: plate

            required property var modelData

            objectName: "language:" + plate.modelData.code
            perRow: 2
            name: plate.modelData.name
            chosen: plate.modelData.chosen
            focus: plate.modelData.chosen
            onActivated: sheet.page.speak(plate.modelData.code)
        }
    }
}
