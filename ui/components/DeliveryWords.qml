// The ways in which the result of an application comes, in words: as a line of the review, and as a card.
import QtQuick

QtObject {
    function line(channel: string): string {
        switch (channel) {
        case "printHere":
            //: How the answer comes, after "Your answer comes": out of this terminal's printer.
            return qsTr("on paper, here");
        case "mailbox":
            //: How the answer comes, after "Your answer comes".
            return qsTr("to your mailbox");
        case "post":
            //: How the answer comes, after "Your answer comes".
            return qsTr("by post");
        default:
            //: How the answer comes, after "Your answer comes": one fetches it from the office.
            return qsTr("at the counter, to pick up");
        }
    }
    function title(channel: string): string {
        switch (channel) {
        case "printHere":
            //: A way to get the answer of the office. Short.
            return qsTr("On paper, here and now");
        case "mailbox":
            //: A way to get the answer of the office. Short.
            return qsTr("In my mailbox");
        case "post":
            //: A way to get the answer of the office. Short.
            return qsTr("By post");
        default:
            //: A way to get the answer of the office. Short.
            return qsTr("I pick it up");
        }
    }
    function text(channel: string): string {
        switch (channel) {
        case "printHere":
            //: Below "On paper, here and now".
            return qsTr("The terminal prints it.");
        case "mailbox":
            //: Below "In my mailbox": the mailbox of the account at the city.
            return qsTr("You read it with your Bochum-ID.");
        case "post":
            //: Below "By post".
            return qsTr("A letter comes to your address.");
        default:
            //: Below "I pick it up".
            return qsTr("It waits at the counter for you.");
        }
    }
    function icon(channel: string): string {
        switch (channel) {
        case "printHere":
            return "icon-print";
        case "mailbox":
            return "icon-me";
        case "post":
            return "icon-mail";
        default:
            return "icon-town";
        }
    }
}
