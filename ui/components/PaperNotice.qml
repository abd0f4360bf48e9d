// What became of a paper that was asked for: printed, saved, or missing with the cause and the code for the staff.
import QtQuick

Notice {
    id: notice

    // notAsked, printed, saved or missing; the page says so (ui/pages/slips.py).
    property string fate: "notAsked"
    // The code for the staff when nothing came out.
    property string code: ""
    // The name of the file when there is no printer.
    property string file: ""

    present: notice.fate !== "notAsked"
    bad: notice.fate === "missing"
    calm: !notice.bad
    icon: notice.bad ? "icon-cross" : "icon-print"
    title: {
        switch (notice.fate) {
        case "printed":
            //: The paper lies in the tray of the printer.
            return qsTr("Your paper lies in the printer. Take it with you.");
        case "saved":
            //: There is no printer; the paper was saved as a file instead.
            return qsTr("There is no printer here. The paper was saved.");
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
            //: Below the reason why a paper did not come. %1 is a short code such as DR-62.
            return qsTr("It stays in Bochum-ID. Try again later. Code: %1").arg(notice.code);
        default:
            return "";
        }
    }

    readonly property string cause: {
        switch (notice.code) {
        case "DR-61":
            //: Why the paper did not come.
            return qsTr("Paper is stuck in the printer.");
        case "DR-62":
            //: Why the paper did not come.
            return qsTr("The printer has no paper.");
        case "DR-63":
            //: Why the paper did not come.
            return qsTr("The printer is switched off.");
        default:
            //: Why the paper did not come.
            return qsTr("The paper could not be printed.");
        }
    }
}
