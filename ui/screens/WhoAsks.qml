// Who asks, for what, for which data; each optional one with a switch that starts at "No".
pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import "../components"

Frame {
    id: screen

    required property WhoAsksPage page
    readonly property bool reading: screen.page.details
    readonly property int columns: Theme.largest ? 1 : 2
    // On a low screen the promise stands beside the answers.
    readonly property bool aside: Theme.landscape && !Theme.largest
    readonly property bool brief: Theme.landscape && Theme.largest
    //: Before the visitor agrees.
    readonly property string promise: qsTr("This terminal keeps none of it.\nIt is sent only after your PIN.")
    readonly property list<string> needed: screen.page.required.map(right => names.name(right))

    question: screen.reading ?
    //: Above what the provider's certificate says.
    qsTr("This is who asks.") :
    //: Before the PIN: the visitor decides whether the city may read the listed data.
    qsTr("May the city read this data from your card?")
    help: {
        if (screen.reading)
            //: Below "This is who asks."
            return qsTr("So it stands in the certificate of the provider.");
        return screen.aside ? screen.promise : "";
    }
    skyShare: 0.4
    scene: Scene {
        art: "scene-townhall"
    }
    primary: Action {
        label: screen.reading ?
        //: The big button: back from what the certificate says.
        qsTr("Back to the question") :
        //: The big button: the visitor agrees; the PIN comes next.
        qsTr("Yes, on to the PIN")
        onTriggered: {
            if (screen.reading)
                screen.read(false);
            else
                screen.page.agree();
        }
    }
    others: [
        Action {
            name: "decline"
            present: !screen.reading
            //: The visitor does not want the card to be read. One word.
            label: qsTr("No")
            icon: "icon-cross"
            onTriggered: screen.page.decline()
        }
    ]

    function read(shown: bool) {
        screen.shownPage = 0;
        screen.page.showDetails(shown);
    }

    // ------------------------------------------------------------ the question

    ServiceCard {
        objectName: "provider"
        present: !screen.reading
        icon: "icon-shield"
        title: screen.page.provider
        text: screen.brief ? screen.page.providerUrl : screen.page.purpose + "\n" + screen.page.providerUrl
        //: Beside the name of the provider: its certificate is genuine. One word.
        value: Theme.landscape ? "" : qsTr("checked")
        onActivated: screen.read(true)
    }
    Heading {
        present: !screen.reading && screen.needed.length > 0
        gapBefore: 5 * Theme.mm
        //: Above the data that cannot be declined.
        text: qsTr("This data is needed")
    }
    Repeater {
        model: Math.ceil(screen.needed.length / screen.columns)

        DataRow {
            required property int index

            present: !screen.reading
            gapBefore: index === 0 ? 3 * Theme.mm : -1
            columns: screen.columns
            names: screen.needed.slice(index * screen.columns, (index + 1) * screen.columns)
        }
    }
    Heading {
        present: !screen.reading && screen.page.optional.length > 0
        gapBefore: 5 * Theme.mm
        //: Above the data that the visitor may decline.
        text: qsTr("This data is voluntary")
    }
    Repeater {
        model: screen.page.optional

        SwitchRow {
            required property string modelData
            required property int index

            objectName: "optional:" + modelData
            present: !screen.reading
            gapBefore: index === 0 ? 3 * Theme.mm : -1
            title: names.name(modelData)
            text: screen.brief ? "" : names.hint(modelData)
            on: screen.page.given.includes(modelData)
            onActivated: screen.page.switchOptional(modelData, !on)
        }
    }
    NoteRow {
        present: !screen.reading && screen.page.bornOnOrBefore !== ""
        icon: "icon-cal"
        gapBefore: 5 * Theme.mm
        //: About the age check. %1 is a date.
        text: qsTr("The age check asks: were you born on %1 or earlier?").arg(screen.day(screen.page.bornOnOrBefore))
    }
    InfoRow {
        present: !screen.reading
        gapBefore: 5 * Theme.mm
        beside: true
        label: screen.page.transaction
        //: Identifies this one sign-in. %1 is a number of two digits.
        value: qsTr("Code %1").arg(screen.page.code)
    }
    NoteRow {
        present: !screen.reading && !screen.aside
        gapBefore: 5 * Theme.mm
        text: screen.promise
    }

    // ------------------------------------------------------------ who asks, in full

    InfoRow {
        present: screen.reading
        //: Before the name of the provider that wants to read the card.
        label: qsTr("Provider")
        value: screen.page.provider
        more: screen.page.providerUrl
    }
    InfoRow {
        present: screen.reading
        //: Before the name of who issued the provider's certificate.
        label: qsTr("Certificate issued by")
        value: screen.page.issuer
        more: screen.page.issuerUrl
    }
    InfoRow {
        present: screen.reading
        //: Before the last day of the provider's certificate.
        label: qsTr("Valid until")
        value: screen.day(screen.page.validTo)
    }
    Repeater {
        model: screen.page.terms

        Paragraph {
            required property var modelData

            present: screen.reading
            heading: modelData.heading
            text: modelData.text
        }
    }

    function day(iso: string): string {
        //: How a date is written, with the letters of Qt: d is the day, MMMM the month in words.
        return iso === "" ? "" : new Date(iso).toLocaleDateString(Qt.locale(Qt.uiLanguage), qsTr("d MMMM yyyy"));
    }

    DataNames {
        id: names
    }
}
