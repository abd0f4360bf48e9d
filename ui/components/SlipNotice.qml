// What became of a slip: on its way, printed, saved, or missing with the cause and the code for the staff.
import QtQuick
import Kiosk

Notice {
    id: notice

    // notAsked, onItsWay, printed, saved or missing; the page says so (ui/pages/slips.py).
    property string fate: "notAsked"
    // The code for the staff when the slip is missing.
    property string code: ""
    // The name of the file when there is no printer.
    property string file: ""

    present: notice.fate !== "notAsked"
    bad: notice.fate === "missing"
    calm: !notice.bad
    icon: notice.bad ? "icon-cross" : "icon-print"
    title: {
        switch (notice.fate) {
        case "onItsWay":
            //: A small slip of paper is being printed.
            return qsTr("Your slip is coming …");
        case "printed":
            //: The small slip of paper is printed.
            return qsTr("Your slip is there. Please take it.");
        case "saved":
            //: There is no printer; the slip was saved as a file instead.
            return qsTr("There is no printer here. The slip was saved.");
        case "missing":
            return notice.cause;
        default:
            return "";
        }
    }
    text: {
        switch (notice.fate) {
        case "saved":
            return notice.file;
        case "missing":
            return Theme.crowded ?
            //: Below the reason why a slip did not come, with the largest letters. %1 is a short code such as DR-62.
            qsTr("Try again. Code: %1").arg(notice.code) :
            //: Below the reason why a slip did not come. %1 is a short code such as DR-62.
            qsTr("Try again, or note down what stands here. Code: %1").arg(notice.code);
        default:
            return "";
        }
    }

    readonly property string cause: {
        switch (notice.code) {
        case "DR-61":
            //: Why the slip did not come.
            return qsTr("Paper is stuck in the printer.");
        case "DR-62":
            //: Why the slip did not come.
            return qsTr("The printer has no paper.");
        case "DR-63":
            //: Why the slip did not come.
            return qsTr("The printer is switched off.");
        default:
            //: Why there is no slip.
            return qsTr("The slip could not be printed.");
        }
    }
}
