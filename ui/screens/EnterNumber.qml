// What stands on a slip, or proves whose it is.
import QtQuick
import Kiosk
import "../components"

TypingScreen {
    id: screen

    required property EnterNumberPage page

    question: {
        switch (screen.page.asking) {
        case "number":
            //: Above a keyboard: the number of an appointment, such as B-0472.
            return qsTr("What is the number of your appointment?");
        case "birthYear":
            //: Above a number pad: it proves whose appointment it is.
            return qsTr("In which year were you born?");
        default:
            //: Above a keyboard: four letters and figures that cancel an appointment.
            return qsTr("What is the code for cancelling?");
        }
    }
    help: {
        if (Theme.crowded)
            return "";
        switch (screen.page.asking) {
        case "birthYear":
            //: Below "In which year were you born?"
            return qsTr("It shows that this is your appointment.");
        default:
            //: Below a question for a number or code.
            return qsTr("It stands on your slip.");
        }
    }
    label: {
        switch (screen.page.asking) {
        case "number":
            return Theme.crowded ?
            //: Label of a field for a number, with the largest letters. The example is a letter and four figures.
            qsTr("Such as B-0472") :
            //: Label of a field. The example is a letter and four figures.
            qsTr("Number, such as B-0472");
        case "birthYear":
            //: Label of a field for four figures.
            return qsTr("Year of birth, four figures");
        default:
            //: Label of a field for four letters or figures.
            return qsTr("Code, four signs");
        }
    }
    problem: {
        if (screen.page.word === "unknown")
            return screen.page.cancels ?
            //: Number and code do not belong together.
            qsTr("There is no appointment with this number and code.") :
            //: Number and year of birth do not belong together, or the appointment is elsewhere.
            qsTr("No such appointment today.");
        if (screen.page.word !== "mistyped")
            return "";
        switch (screen.page.asking) {
        case "number":
            //: What is wrong with the number of an appointment.
            return qsTr("It is one letter and four figures.");
        case "birthYear":
            //: What is wrong with a year of birth.
            return qsTr("Please type four figures, such as 1964.");
        default:
            //: What is wrong with a code.
            return qsTr("The code has four signs.");
        }
    }
    value: screen.page.value
    digital: screen.page.asking === "birthYear"
    most: screen.page.asking === "number" ? 6 : 4
    onEdited: text => screen.page.write(text)
    primary: Action {
        label: {
            if (screen.page.asking === "number")
                //: The big button below a field.
                return qsTr("Continue");
            return screen.page.cancels ?
            //: The big button that cancels an appointment.
            qsTr("Cancel the appointment") :
            //: The big button that tells the office that somebody is here.
            qsTr("I am here")
        }
        available: screen.page.value !== ""
        onTriggered: screen.page.proceed()
    }
}
