// What an account knows, in plain words, by the contract's names (ui/pages/my_data.py).
import QtQuick

QtObject {
    id: words

    function name(name: string): string {
        switch (name) {
        case "familyName":
            //: A detail of the account.
            return qsTr("Family name");
        case "birthName":
            //: A detail of the account.
            return qsTr("Name at birth");
        case "givenNames":
            //: A detail of the account.
            return qsTr("Given names");
        case "doctoralDegree":
            //: A detail of the account.
            return qsTr("Doctoral degree");
        case "dateOfBirth":
            //: A detail of the account.
            return qsTr("Date of birth");
        case "placeOfBirth":
            //: A detail of the account.
            return qsTr("Place of birth");
        case "nationality":
            //: A detail of the account.
            return qsTr("Nationality");
        case "address":
            //: A detail of the account.
            return qsTr("Address");
        case "artisticName":
            //: A detail of the account.
            return qsTr("Artistic or religious name");
        case "email":
            //: A detail of the account.
            return qsTr("E-mail");
        case "phone":
            //: A detail of the account.
            return qsTr("Telephone");
        case "postalContact":
            //: A detail of the account.
            return qsTr("Address for letters");
        default:
            //: A detail of the account that this terminal has no name for.
            return qsTr("Another detail");
        }
    }

    // A date as the language writes it; everything else as it is.
    function value(name: string, value: string): string {
        const parts = /^(\d{4})-(\d\d|XX)-(\d\d|XX)$/.exec(value);
        if (name !== "dateOfBirth" || parts === null)
            return value;
        return formats.date(Number(parts[1]), Number(parts[2]) || 0, Number(parts[3]) || 0);
    }

    function origin(source: string, level: string, since: string): string {
        if (source === "eid")
            //: Where a detail comes from, and how sure it is; %1 is a date.
            return qsTr("From your card, since %1. Very sure.").arg(since);
        if (level === "normal")
            //: Where a detail comes from; %1 is a date.
            return qsTr("From you, since %1. Not checked.").arg(since);
        //: Where a detail comes from, and how sure it is; %1 is a date.
        return qsTr("From a register, since %1. Sure.").arg(since);
    }

    function consent(id: string): string {
        switch (id) {
        case "electronicDelivery":
            //: Something the visitor agrees to.
            return qsTr("Decisions come into my mailbox, not by post");
        case "mailboxNotificationEmail":
            //: Something the visitor agrees to.
            return qsTr("Tell me by e-mail about new messages");
        default:
            //: Something the visitor agrees to that this terminal has no words for.
            return qsTr("Another consent");
        }
    }

    readonly property Formats formats: Formats {}
}
