// How large, in which colours, how low: what is chosen shows at once.
pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import "../components"

SheetOverlay {
    id: sheet

    required property DisplayChoicePage page
    // Large text on a low screen leaves no room for headings: letters and samples speak for themselves.
    readonly property bool headed: !(Theme.landscape || Theme.low) || Theme.textSize === "S" || Theme.textSize === "M"

    //: Above text size, contrast and low position.
    question: qsTr("How can you read best?")
    primary: Action {
        name: "close"
        //: Closes the choice of text size and contrast. Short.
        label: qsTr("That suits me")
        icon: "icon-check"
        onTriggered: sheet.page.close()
    }
    onDismissed: sheet.page.close()

    Heading {
        present: sheet.headed
        //: Above four text sizes.
        text: qsTr("Text size")
    }
    Repeater {
        model: sheet.page.sizes

        SizePlate {
            id: size

            required property var modelData

            objectName: "size:" + size.modelData.name
            gapBefore: sheet.headed ? (Theme.landscape ? 1.6 : 3) * Theme.mm : -1
            capital: size.modelData.capital
            chosen: Theme.textSize === size.modelData.name
            label: {
                switch (size.modelData.name) {
                case "S":
                    //: A text size. One short word.
                    return qsTr("Small");
                case "M":
                    //: A text size. One short word.
                    return qsTr("Medium");
                case "L":
                    //: A text size. One short word.
                    return qsTr("Large");
                default:
                    //: A text size: the largest. Short.
                    return qsTr("Very large");
                }
            }
            onActivated: sheet.page.chooseSize(size.modelData.name)
        }
    }
    Heading {
        present: sheet.headed
        gapBefore: (Theme.landscape ? 3.6 : 7) * Theme.mm
        //: Above four contrast modes.
        text: qsTr("Contrast")
    }
    Repeater {
        model: sheet.page.contrasts

        ContrastPlate {
            id: contrast

            required property var modelData
            required property int index

            objectName: "contrast:" + contrast.modelData.value
            gapBefore: sheet.headed && contrast.index < contrast.perRow ? (Theme.landscape ? 1.6 : 3) * Theme.mm : -1
            colours: contrast.modelData
            chosen: Theme.contrast === contrast.modelData.value
            label: {
                switch (contrast.modelData.value) {
                case "blackOnWhite":
                    //: A contrast mode. Short.
                    return qsTr("Black on white");
                case "whiteOnBlack":
                    //: A contrast mode. Short.
                    return qsTr("White on black");
                case "lowGlare":
                    //: A contrast mode for eyes that glare hurts. Short.
                    return qsTr("Low glare");
                default:
                    //: A contrast mode: the usual one. One word.
                    return qsTr("Standard");
                }
            }
            onActivated: sheet.page.chooseContrast(contrast.modelData.value)
        }
    }
    SwitchRow {
        objectName: "low"
        // On a landscape terminal everything is within reach anyway.
        present: !Theme.landscape
        gapBefore: 7 * Theme.mm
        //: A switch: everything that can be pressed moves into the lower half of the screen.
        title: qsTr("Everything further down")
        //: Below "Everything further down": for whom it is.
        text: qsTr("Good for reach when you sit.")
        on: Theme.low
        onActivated: sheet.page.chooseLow(!on)
    }
}
