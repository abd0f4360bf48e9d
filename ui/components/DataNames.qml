// What the data on an identity card are called, by the name of the access right that reads them.
import QtQuick

QtObject {
    id: names

    // Every right that may be asked for; a test walks them.
    readonly property var of: ({
        //: Name of data on an identity card; a visitor reads it in a list.
        "FAMILY_NAMES": qsTr("Family name"),
        //: Name of data on an identity card; a visitor reads it in a list.
        "GIVEN_NAMES": qsTr("Given names"),
        //: Name of data on an identity card; a visitor reads it in a list.
        "DOCTORAL_DEGREE": qsTr("Doctoral degree"),
        //: Name of data on an identity card; a visitor reads it in a list.
        "BIRTH_NAME": qsTr("Name at birth"),
        //: Name of data on an identity card; a visitor reads it in a list.
        "ARTISTIC_NAME": qsTr("Religious or stage name"),
        //: Name of data on an identity card; a visitor reads it in a list.
        "DATE_OF_BIRTH": qsTr("Date of birth"),
        //: Name of data on an identity card; a visitor reads it in a list.
        "PLACE_OF_BIRTH": qsTr("Place of birth"),
        //: Name of data on an identity card; a visitor reads it in a list.
        "ADDRESS": qsTr("Address"),
        //: Name of data on an identity card; a visitor reads it in a list. The official number of the municipality a person lives in.
        "MUNICIPALITY": qsTr("Code of your municipality"),
        //: Name of data on an identity card; a visitor reads it in a list.
        "NATIONALITY": qsTr("Nationality"),
        //: Name of data on an identity card; a visitor reads it in a list.
        "SEX": qsTr("Sex"),
        //: Name of data on an identity card; a visitor reads it in a list. Identity card, residence permit and so on.
        "DOCUMENT_TYPE": qsTr("Type of document"),
        //: Name of data on an identity card; a visitor reads it in a list.
        "ISSUING_ENTITY": qsTr("Issuing country"),
        //: Name of data on an identity card; a visitor reads it in a list.
        "DATE_OF_ISSUANCE": qsTr("Date of issue"),
        //: Name of data on an identity card; a visitor reads it in a list. The card's last day.
        "DATE_OF_EXPIRY": qsTr("Valid until"),
        //: Name of data on an identity card; a visitor reads it in a list. Data group 12, hardly ever used.
        "OPTIONAL_DATA": qsTr("Other data on the card"),
        //: Name of data on an identity card; a visitor reads it in a list. Data group 16 has no content today.
        "READ_DG16": qsTr("Reserved data field"),
        //: Name of data on an identity card; a visitor reads it in a list. The picture of the holder's signature.
        "WRITTEN_SIGNATURE": qsTr("Signature"),
        //: Name of data on an identity card; a visitor reads it in a list. Printed on a residence permit.
        "RESIDENCE_PERMIT_1": qsTr("Conditions of residence"),
        //: Name of data on an identity card; a visitor reads it in a list. The second part, on a residence permit.
        "RESIDENCE_PERMIT_2": qsTr("More conditions of residence"),
        //: Name of data on an identity card; a visitor reads it in a list.
        "PHONE_NUMBER": qsTr("Phone number"),
        //: Name of data on an identity card; a visitor reads it in a list.
        "EMAIL_ADDRESS": qsTr("E-mail address"),
        //: Name of data on an identity card; a visitor reads it in a list. A number by which only this provider recognises the card again.
        "RESTRICTED_IDENTIFICATION": qsTr("Pseudonym"),
        //: Name of data on an identity card; a visitor reads it in a list. Only yes or no, no date.
        "AGE_VERIFICATION": qsTr("Age check"),
        //: Name of data on an identity card; a visitor reads it in a list. Only yes or no, no address.
        "COMMUNITY_VERIFICATION": qsTr("Place of residence check"),
        //: Name of data on an identity card; a visitor reads it in a list. A right to write, not to read.
        "WRITE_ADDRESS": qsTr("Change the address on the card"),
        //: Name of data on an identity card; a visitor reads it in a list. A right to write, not to read.
        "WRITE_MUNICIPALITY": qsTr("Change the municipality on the card"),
        //: Name of data on an identity card; a visitor reads it in a list. A right to write, not to read.
        "WRITE_RESIDENCE_PERMIT_1": qsTr("Change the conditions of residence"),
        //: Name of data on an identity card; a visitor reads it in a list. A right to write, not to read.
        "WRITE_RESIDENCE_PERMIT_2": qsTr("Change more conditions of residence"),
        //: Name of data on an identity card; a visitor reads it in a list. A right to write, not to read.
        "WRITE_PHONE_NUMBER": qsTr("Change the phone number on the card"),
        //: Name of data on an identity card; a visitor reads it in a list. A right to write, not to read.
        "WRITE_EMAIL_ADDRESS": qsTr("Change the e-mail address on the card")
    })
    // Below the name of optional data.
    readonly property var hints: ({
        //: Below the name of data on an identity card. Short.
        "RESTRICTED_IDENTIFICATION": qsTr("So the city knows your card again."),
        //: Below the name of data on an identity card. Short.
        "AGE_VERIFICATION": qsTr("Only yes or no, not your date of birth."),
        //: Below the name of data on an identity card. Short.
        "COMMUNITY_VERIFICATION": qsTr("Only yes or no, not your address."),
        //: Below the name of data on an identity card. Short.
        "DOCTORAL_DEGREE": qsTr("For the salutation in letters.")
    })

    function name(right: string): string {
        return names.of[right] ?? right;
    }
    function hint(right: string): string {
        return names.hints[right] ?? "";
    }
}
