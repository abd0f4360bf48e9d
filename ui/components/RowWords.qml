// Words of the form that no service has to give: parts of an address, yes and no, what may stay empty.
import QtQuick

QtObject {
    id: words

    // What a row of FillInPage.rows asks.
    function title(row: var): string {
        switch (row.part ?? "") {
        case "street":
            //: Above a field to type in: the name of a street.
            return qsTr("Street");
        case "houseNumber":
            //: Above a field to type in: the number of a house.
            return qsTr("House number");
        case "postcode":
            //: Above a field to type in.
            return qsTr("Postcode");
        case "city":
            //: Above a field to type in: the town of an address.
            return qsTr("Town");
        default:
            return row.title;
        }
    }

    // What helps to answer it.
    function help(row: var): string {
        if (row.part === "houseNumber")
            //: Below a field to type in: the number of a house.
            return qsTr("For example 12 or 12a");
        if (row.part === "postcode" && row.text !== "")
            //: Below a field for a postcode. %1 are those that the street has.
            return qsTr("In this street: %1").arg(row.text);
        if (row.part)
            return "";
        //: Below the boxes for a date that is perhaps not known exactly.
        const blanks = row.partial ? qsTr("You may leave the day and the month empty.") : "";
        return [row.text, blanks].filter(text => text !== "").join(" ");
    }

    // What a card says that the service gives no words.
    function card(value: string): string {
        switch (value) {
        case "true":
            //: A card to choose: the answer to a question that is asked with yes or no.
            return qsTr("Yes");
        case "false":
            //: A card to choose: the answer to a question that is asked with yes or no.
            return qsTr("No");
        default:
            //: Beside a box to tick, below the fields for an address.
            return qsTr("This address is not in Bochum");
        }
    }
}
