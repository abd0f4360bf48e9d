// A front door to one of the terminal's own places: PIN help, appointments, the account.
import QtQuick

FrontDoor {
    id: door

    // pinFirstAid, appointments or account.
    property string destination

    objectName: "door:" + door.destination
    icon: {
        switch (door.destination) {
        case "appointments":
            return "icon-cal";
        case "account":
            return "icon-me";
        default:
            return "icon-pin";
        }
    }
    title: {
        switch (door.destination) {
        case "appointments":
            //: Name of the door to appointments on the home screen. One word if possible.
            return qsTr("Appointment");
        case "account":
            //: Name of the door to one's own account on the home screen. Short.
            return qsTr("My account");
        default:
            //: Name of the door to PIN help on the home screen. One word if possible.
            return qsTr("PIN help");
        }
    }
    text: {
        switch (door.destination) {
        case "appointments":
            //: Below "Appointment". A few short words.
            return qsTr("book or check in");
        case "account":
            //: Below "My account". A few short words.
            return qsTr("mail and applications");
        default:
            //: Below "PIN help". A few short words.
            return qsTr("set, change, find out");
        }
    }
}
