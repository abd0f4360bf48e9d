// One question about whoever comes to an appointment.
import QtQuick
import Kiosk
import "../components"

TypingScreen {
    id: screen

    required property EnterContactPage page

    question: {
        switch (screen.page.asking) {
        case "familyName":
            //: For an appointment: one question a screen.
            return qsTr("What is your family name?");
        case "birthYear":
            //: For an appointment: it proves at the check-in who comes.
            return qsTr("In which year were you born?");
        default:
            //: For an appointment: an e-mail address or a telephone number.
            return qsTr("Where may we send a confirmation?");
        }
    }
    help: {
        if (Theme.crowded)
            return "";
        switch (screen.page.asking) {
        case "familyName":
            //: Below "What is your family name?"
            return qsTr("The office then knows who comes.");
        case "birthYear":
            //: Below "In which year were you born?"
            return qsTr("With it you check in on the day.");
        default:
            //: Below "Where may we send a confirmation?"
            return qsTr("You need not say. You get a slip in any case.");
        }
    }
    label: {
        switch (screen.page.asking) {
        case "familyName":
            //: Label of a field.
            return qsTr("Family name");
        case "birthYear":
            //: Label of a field for four figures.
            return qsTr("Year of birth, four figures");
        default:
            //: Label of a field.
            return qsTr("E-mail or telephone");
        }
    }
    problem: {
        if (!screen.page.wrong)
            return "";
        switch (screen.page.asking) {
        case "familyName":
            //: What is wrong with an empty field.
            return qsTr("Please type your family name.");
        case "birthYear":
            //: What is wrong with a year of birth.
            return qsTr("Please type four figures, such as 1964.");
        default:
            //: What is wrong with an e-mail address or a telephone number.
            return qsTr("Please check the address or the number.");
        }
    }
    value: screen.page.value
    digital: screen.page.asking === "birthYear"
    capitals: screen.page.asking === "familyName"
    everySign: screen.page.asking === "reach"
    most: screen.digital ? 4 : 120
    onEdited: text => screen.page.write(text)
    primary: Action {
        label: screen.page.asking === "reach" && screen.page.value === "" ?
        //: The big button below a field that may stay empty.
        qsTr("Without confirmation") :
        //: The big button below a field.
        qsTr("Continue")
        onTriggered: screen.page.proceed()
    }
}
