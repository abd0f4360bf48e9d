// The page just scanned: can everything be read?
pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import "../components"

Frame {
    id: screen

    required property CheckScanPage page

    //: Above the picture of a page that was just scanned.
    question: qsTr("Can you read everything?")
    help: screen.page.number === 1 ?
    //: Below "Can you read everything?"
    qsTr("This is what we would send.") :
    //: Below "Can you read everything?". %1 is the number of the page on the screen.
    qsTr("This is page %1.").arg(screen.page.number)
    skyShare: 0.52
    sceneLeast: 60
    scene: ScanPicture {
        picture: screen.page.picture
        //: A screen reader says this of the picture of a scanned page.
        spoken: qsTr("Picture of your page")
    }
    primary: Action {
        //: The big button that attaches the scanned pages to the application.
        label: qsTr("Attach it")
        icon: "icon-check"
        onTriggered: screen.page.attach()
    }
    others: [
        Action {
            name: "again"
            //: Scans the same page once more. Short.
            label: qsTr("Scan again")
            icon: "icon-scan"
            onTriggered: screen.page.scanAgain()
        }
    ]

    SmallCard {
        objectName: "turn"
        icon: "icon-turn"
        //: Turns the picture of a page by a quarter. One or two words.
        title: qsTr("Turn")
        onActivated: screen.page.turn()
    }
    SmallCard {
        objectName: "trim"
        icon: "icon-crop"
        //: Cuts the edges of the picture of a page. One or two words.
        title: qsTr("Trim edges")
        onActivated: screen.page.trim()
    }
    SmallCard {
        objectName: "another"
        present: screen.page.moreFit
        icon: "icon-plus"
        //: The paper has another page, which is scanned next. One or two words.
        title: qsTr("One more page")
        onActivated: screen.page.addPage()
    }
}
