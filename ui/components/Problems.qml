// What is wrong with an answer, and how to put it right, in words; never the name of a rule.
import QtQuick

QtObject {
    // `kind` and `limit` as the rules of the form give them, `widget` as the question is asked.
    function words(kind: string, limit: int, widget: string): string {
        switch (kind) {
        case "":
            return "";
        case "required":
            return missing(widget);
        case "tooShort":
            //: Below a field to type in.
            return qsTr("This is too short. Please type at least %n letter(s).", "", limit);
        case "tooLong":
            //: Below a field to type in.
            return qsTr("This is too long. There is room for %n letter(s).", "", limit);
        case "tooSmall":
            //: Beside a number. %1 is the smallest number.
            return qsTr("At least %1, please.").arg(limit);
        case "tooLarge":
            //: Beside a number. %1 is the largest number.
            return qsTr("At most %1, please.").arg(limit);
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
        case "wrongForm":
        case "wrongType":
            //: Below a field to type in: a spelling or a pattern is wrong.
            return qsTr("This does not look right. Please check what you typed.");
        default:
            //: Two answers contradict each other.
            return qsTr("This does not go with your other answers. Please change one.");
        }
    }

    function missing(widget: string): string {
        switch (widget) {
        case "choiceCards":
            //: Above cards of which one is to be chosen.
            return qsTr("Please choose one answer.");
        case "checkCards":
            //: Above cards of which at least one is to be chosen.
            return qsTr("Please choose at least one answer.");
        case "stepper":
            //: Beside a number that is still to be chosen.
            return qsTr("Please choose a number.");
        default:
            //: Below a field that is still empty.
            return qsTr("Please type your answer here.");
        }
    }
}
