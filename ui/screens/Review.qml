// Everything that will be sent, the price, the declaration, and the binding act itself.
pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import "../components"

Frame {
    id: screen

    required property ReviewPage page

    readonly property bool priceBeside: Theme.landscape && !Theme.crowded
    readonly property string euros: formats.euros(screen.page.cents)

    //: Above everything that will be sent.
    question: screen.page.title !== "" ? screen.page.title : qsTr("Is everything right?")
    //: Below "Is everything right?"
    help: screen.page.help !== "" ? screen.page.help : qsTr("Take your time. Nothing has been sent yet.")
    sceneLeast: 34
    scene: Scene {
        art: "scene-check"
    }
    // Landscape: the price stands beside every page of the answers.
    extra: screen.priceBeside ? price : null
    skyShare: Theme.landscape && Theme.largest ? 0.4 : 0.36
    primary: Action {
        //: The binding act: sends the application. Free of charge.
        readonly property string free: qsTr("Send now, free of charge")
        //: The binding act: sends the application; the fee is paid at the cash desk of the office afterwards.
        readonly property string paid: qsTr("Send now, pay at the cash desk")
        label: screen.page.free ? free : paid
        available: screen.page.declared || screen.page.declaration === ""
        //: On the button that sends the application, while the declaration above it is not ticked.
        reason: qsTr("First tick the sentence above.")
        onTriggered: screen.page.send()
    }

    NoPaperNotice {
        code: screen.page.endsInPaper ? screen.session.noPaper : ""
    }
    Repeater {
        model: screen.page.lines

        ReviewRow {
            required property var modelData

            name: "change:" + modelData.step
            label: modelData.label
            value: screen.said(modelData)
            changeable: !modelData.fromCard
            //: Beside a line that the identity card gave; it cannot be changed here.
            origin: qsTr("from the card")
            onChangeAsked: screen.page.change(modelData.step)
        }
    }
    ReviewRow {
        present: screen.page.channelChangeable
        name: "change:delivery"
        //: Before the way in which the answer of the office comes. %1 is that way, such as "by post".
        label: qsTr("Your answer comes")
        value: ways.line(screen.page.channel)
        changeable: true
        onChangeAsked: screen.page.changeDelivery()
    }
    AmountPlate {
        present: !screen.priceBeside
        label: screen.priceLabel
        value: screen.euros
        more: screen.priceMore
    }
    NoteRow {
        present: Theme.largest && screen.page.payment !== ""
        icon: "icon-euro"
        gapBefore: Theme.gap
        text: screen.page.payment
    }
    NoteRow {
        present: screen.page.privacy !== ""
        gapBefore: Theme.gap
        text: screen.page.privacy
    }
    // Last: beside the button that needs it, on whatever page that is.
    CheckCard {
        objectName: "declaration"
        present: screen.page.declaration !== ""
        quiet: true
        title: screen.page.declaration
        chosen: screen.page.declared
        onActivated: screen.page.declare(!chosen)
    }

    readonly property string priceLabel: screen.page.free ?
    //: Before the price of an application that is free of charge.
    qsTr("The fee") :
    //: Before the price of an application.
    qsTr("To pay")
    readonly property string priceMore: [...screen.page.items.map(item => item.title + (item.quantity === 1 ? "" : ": " + formats.times(item.quantity, item.unitCents)))].concat(Theme.largest ? [] : [screen.page.payment]).filter(text => text !== "").join("\n")

    function said(line: var): string {
        switch (line.kind) {
        case "text":
            return line.text;
        case "truth":
            //: In the list of answers: what was answered to a question, or agreed to.
            return line.truth ? qsTr("Yes") :
            //: In the list of answers: what was answered to a question.
            qsTr("No");
        case "amount":
            return formats.amount(line.count, line.decimals, line.unit);
        case "date":
            return formats.date(line.year, line.month, line.day);
        case "attached":
            //: Beside a paper on the review, how many files of it are attached.
            return qsTr("%n file(s)", "", line.count);
        case "appointed":
            //: An appointment on the review: %1 is a day, %2 a time, %3 an office.
            return qsTr("%1, %2, %3").arg(formats.weekday(line)).arg(formats.clock(line)).arg(line.office);
        case "chosen":
            return formats.list(line.titles);
        default:
            //: In place of an answer that was left open.
            return qsTr("nothing stated");
        }
    }

    Component {
        id: price
        AmountPlate {
            height: implicitHeight
            label: screen.priceLabel
            value: screen.euros
            more: screen.priceMore
        }
    }
    DeliveryWords {
        id: ways
    }
    Formats {
        id: formats
    }
}
