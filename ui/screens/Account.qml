// The first screen of one's own things: a greeting, and five doors with how much lies behind each.
pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import "../components"

Frame {
    id: screen

    required property AccountPage page

    readonly property string urgent: {
        if (screen.page.expected > 0)
            //: Below the greeting: in so many applications an office needs something of the visitor.
            return qsTr("%n application(s) need something from you.", "", screen.page.expected);
        if (screen.page.unread > 0)
            //: Below the greeting: so many messages are unread.
            return qsTr("You have %n new message(s).", "", screen.page.unread);
        //: Below the greeting, when there is no news.
        return qsTr("There is nothing you have to do.");
    }

    //: A greeting; %1 is the visitor's name.
    question: qsTr("Good day, %1.").arg(screen.page.name)
    help: screen.urgent
    sceneLeast: 34
    skyShare: 0.42
    scene: Scene {
        art: "scene-safe"
    }
    primary: Action {
        //: The big button that ends the visit.
        label: qsTr("Finish")
        icon: "icon-check"
        onTriggered: screen.page.finish()
    }
    others: [
        Action {
            name: "capacity"
            present: screen.page.represents
            //: A button: who represents an organisation changes for whom they act. Short.
            label: qsTr("Act for whom?")
            icon: "icon-town"
            onTriggered: screen.page.changeCapacity()
        }
    ]

    ServiceCard {
        objectName: "room:mailbox"
        icon: "icon-mail"
        //: A door: messages of the city.
        title: qsTr("Mailbox")
        //: Below "Mailbox".
        text: Theme.crowded ? "" : qsTr("Messages and decisions of the city")
        value: screen.page.unread === 0 ? "" :
        //: Beside "Mailbox": so many messages are unread. Short.
        qsTr("%n new", "", screen.page.unread)
        onActivated: screen.page.choose("mailbox")
    }
    ServiceCard {
        objectName: "room:applications"
        icon: "icon-doc"
        //: A door: what the visitor applied for.
        title: qsTr("My applications")
        text: {
            if (Theme.crowded)
                return "";
            if (screen.page.drafts > 0)
                //: Below "My applications": so many were begun and not sent.
                return qsTr("%n not sent yet", "", screen.page.drafts);
            //: Below "My applications".
            return qsTr("See how far they are");
        }
        value: screen.page.underWay === 0 ? "" :
        //: Beside "My applications": so many are sent and not decided. Short.
        qsTr("%n open", "", screen.page.underWay)
        onActivated: screen.page.choose("applications")
    }
    ServiceCard {
        objectName: "room:appointments"
        icon: "icon-cal"
        //: A door: appointments at the offices.
        title: qsTr("My appointments")
        text: {
            if (Theme.crowded)
                return "";
            if (screen.page.appointments === 0)
                //: Below "My appointments".
                return qsTr("You have none at the moment");
            return formats.moment(screen.page.nextAppointment);
        }
        onActivated: screen.page.choose("appointments")
    }
    ServiceCard {
        present: screen.page.forOneself
        objectName: "room:data"
        icon: "icon-me"
        //: A door: what the city knows of the visitor.
        title: qsTr("My data")
        //: Below "My data".
        text: Theme.crowded ? "" : qsTr("What is stored, and what you agreed to")
        onActivated: screen.page.choose("data")
    }
    ServiceCard {
        objectName: "room:activity"
        icon: "icon-search"
        //: A door: who saw or used the visitor's data.
        title: qsTr("Who saw what")
        //: Below "Who saw what".
        text: Theme.crowded ? "" : qsTr("Every look at your data")
        onActivated: screen.page.choose("activity")
    }

    Formats {
        id: formats
    }
}
