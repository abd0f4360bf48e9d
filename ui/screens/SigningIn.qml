// Card and city prove themselves to each other; each step in words.
pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import "../components"

Frame {
    id: screen

    required property SigningInPage page

    //: The PIN is entered; the card is being read.
    question: qsTr("You are being signed in.")
    //: While the terminal works with the card.
    help: qsTr("Please leave your card on the reader.")
    scene: Scene {
        art: "card-on-reader"
        most: 0.9
    }

    StepRow {
        number: 1
        at: screen.page.step
        //: A step of signing in, done by the card itself. Short.
        text: qsTr("The card checks your PIN")
    }
    StepRow {
        number: 2
        at: screen.page.step
        //: A step of signing in: the city's certificate is shown to the card. Short.
        text: qsTr("The city proves who it is")
    }
    StepRow {
        number: 3
        at: screen.page.step
        //: A step of signing in: the chip shows that it is genuine. Short.
        text: qsTr("The card proves it is genuine")
    }
    StepRow {
        number: 4
        at: screen.page.step
        last: true
        //: The last step of signing in. Short.
        text: qsTr("The city reads the data you allowed")
    }
}
