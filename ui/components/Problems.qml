// What is wrong with an answer, and how to put it right, in words; never the name of a rule.
import QtQuick

QtObject {
    readonly property Formats formats: Formats {}

    // A row of FillInPage.rows, with what is wrong as the rules of the form name it.
    function words(row: var): string {
        const limit = row.limit ?? 0;
        switch (row.problem ?? "") {
        case "":
            return "";
        case "required":
            return missing(row.widget);
        case "tooShort":
            //: Below a field to type in.
            return qsTr("This is too short. Please type at least %n letter(s).", "", limit);
        case "tooLong":
            //: Below a field to type in.
            return qsTr("This is too long. There is room for %n letter(s).", "", limit);
        case "tooSmall":
            //: Beside a number. %1 is the smallest number.
            return qsTr("At least %1, please.").arg(formats.amount(limit, row.decimals, row.measure));
        case "tooLarge":
            //: Beside a number. %1 is the largest number.
            return qsTr("At most %1, please.").arg(formats.amount(limit, row.decimals, row.measure));
        case "tooFew":
            //: Above several cards.
            return qsTr("Please choose at least %n.", "", limit);
        case "tooMany":
            //: Above several cards.
            return qsTr("Please choose at most %n.", "", limit);
        case "notOffered":
        case "notUnique":
            //: An answer that is not one of those offered.
            return qsTr("This answer is not possible. Please choose again.");
        case "tooEarly":
            //: Below a date. %1 is the first day that is possible, such as "1 May 2026".
            return qsTr("This day is too early. Possible from %1.").arg(day(row.limitDay));
        case "tooLate":
            //: Below a date. %1 is the last day that is possible, such as "1 May 2026".
            return qsTr("This day is too late. Possible until %1.").arg(day(row.limitDay));
        case "noDate":
            //: Below a date whose digits are no day of the calendar, or not complete.
            return qsTr("There is no such day. Please check day, month and year.");
        case "noEmail":
            //: Below a field for an e-mail address; the example is invented.
            return qsTr("An e-mail address looks like this: name@example.org");
        case "noPhone":
            //: Below a field for a telephone number.
            return qsTr("A telephone number has digits only. Please type the area code, too.");
        case "noIban":
            //: Below a field for an IBAN, whose check digits tell that something was mistyped.
            return qsTr("This IBAN is not right. Please compare it with your card.");
        case "wrongType":
            if (row.widget === "number")
                //: Below a field for a number.
                return qsTr("Please type a number here.");
            //: Below a field to type in: a spelling or a pattern is wrong.
            return qsTr("This does not look right. Please check what you typed.");
        case "wrongForm":
            //: Below a field to type in: a spelling or a pattern is wrong.
            return qsTr("This does not look right. Please check what you typed.");
        case "notInRegister":
            //: Below a field with a number from a letter or a tag: the city has no such number.
            return qsTr("The city does not know this number. Please compare it with your letter.");
        case "settled":
            //: Below a field with the number of a bill.
            return qsTr("This is already paid. There is nothing more to do.");
        default:
            //: Two answers contradict each other.
            return qsTr("This does not go with your other answers. Please change one.");
        }
    }

    function day(limit: var): string {
        return formats.date(limit[0], limit[1], limit[2]);
    }

    function missing(widget: string): string {
        switch (widget) {
        case "choiceCards":
            //: Above cards of which one is to be chosen.
            return qsTr("Please choose one answer.");
        case "checkCards":
            //: Above cards of which at least one is to be chosen.
            return qsTr("Please choose at least one answer.");
        case "yesNo":
            //: Above two cards, "Yes" and "No".
            return qsTr("Please choose yes or no.");
        case "consent":
            //: Above a sentence with a box to tick.
            return qsTr("Without your tick we cannot go on.");
        case "date":
            //: Below three boxes for a date that are still empty.
            return qsTr("Please type day, month and year.");
        case "stepper":
            //: Beside a number that is still to be chosen.
            return qsTr("Please choose a number.");
        default:
            //: Below a field that is still empty.
            return qsTr("Please type your answer here.");
        }
    }
}
