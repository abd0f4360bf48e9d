// Who saw or used what, in plain words, by the contract's word for it (ui/pages/my_activity.py).
import QtQuick

QtObject {
    function words(entry: var): string {
        switch (entry.kind) {
        case "login":
            if (entry.method === "eid")
                //: An entry of the list of who saw what.
                return qsTr("Signed in with the card");
            //: An entry of the list of who saw what.
            return qsTr("Signed in with the password");
        case "logout":
            //: An entry of the list of who saw what.
            return qsTr("Signed out");
        case "stepUp":
            //: An entry of the list of who saw what.
            return qsTr("Signed in with the card as well");
        case "accountCreated":
            //: An entry of the list of who saw what.
            return qsTr("Account opened");
        case "accountUnlocked":
            //: An entry of the list of who saw what.
            return qsTr("Account unlocked with the card");
        case "accountChanged":
            //: An entry of the list of who saw what.
            return qsTr("Contact details changed");
        case "cardLinked":
            //: An entry of the list of who saw what.
            return qsTr("A card was linked");
        case "cardUnlinked":
            //: An entry of the list of who saw what.
            return qsTr("A card was removed");
        case "consentChanged":
            //: An entry of the list of who saw what.
            return qsTr("A consent was given or taken back");
        case "deletionRequested":
            //: An entry of the list of who saw what.
            return qsTr("End of the account asked for");
        case "submission":
            //: An entry of the list of who saw what.
            return qsTr("An application was sent");
        case "withdrawal":
            //: An entry of the list of who saw what.
            return qsTr("An application was taken back");
        case "cosignature":
            //: An entry of the list of who saw what.
            return qsTr("A second person signed");
        case "dataTransfer":
            //: An entry of the list of who saw what.
            return qsTr("Data went to an office");
        case "payment":
            //: An entry of the list of who saw what.
            return qsTr("A fee was paid");
        case "documentFetched":
            //: An entry of the list of who saw what.
            return qsTr("A document was opened");
        case "documentPrinted":
            //: An entry of the list of who saw what.
            return qsTr("A document was printed");
        case "mailboxRead":
            //: An entry of the list of who saw what.
            return qsTr("A message was read");
        case "appointment":
            //: An entry of the list of who saw what.
            return qsTr("An appointment was booked or cancelled");
        case "actingFor":
            //: An entry of the list of who saw what.
            return qsTr("Somebody acted for an organisation");
        default:
            //: An entry of the list of who saw what, of a kind that this terminal does not know.
            return qsTr("Your account was used");
        }
    }
}
