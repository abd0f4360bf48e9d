// What visitors are told of every failure with their account, by its code; FailureWords says how it is read.
import QtQuick

QtObject {
    id: words

    readonly property var of: ({
            "AN-70": {
                //: What happened, as a heading; two short lines at most.
                happened: qsTr("There were too many wrong tries."),
                //: Whose fault it is, or why it happened. One short sentence.
                why: qsTr("So the password rests for a while. That protects the account."),
                safe: words.accountSafe,
                safeMore: words.nothingSent,
                //: What to do next. Short.
                next: qsTr("With your card it works at once."),
                //: More about what to do next. One short sentence.
                nextMore: qsTr("With the password please try again in about 15 minutes."),
                go: words.withCard,
                icon: "icon-idcard",
                picture: "laying"
            },
            "AN-71": {
                //: What happened, as a heading; two short lines at most.
                happened: qsTr("The password of this account is locked."),
                //: Whose fault it is, or why it happened. One short sentence.
                why: qsTr("Somebody entered it wrong too often."),
                safe: words.accountSafe,
                safeMore: words.nothingSent,
                //: What to do next. Short.
                next: qsTr("Your card unlocks it."),
                //: More about what to do next. One short sentence.
                nextMore: qsTr("Sign in with the card and your 6-digit PIN."),
                go: words.withCard,
                icon: "icon-idcard",
                picture: "laying"
            },
            "AN-72": {
                //: What happened, as a heading; two short lines at most.
                happened: qsTr("This card belongs to another account."),
                //: Whose fault it is, or why it happened. One short sentence.
                why: qsTr("You signed in with a password as somebody else."),
                //: What is safe now. Short.
                safe: qsTr("You are still signed in."),
                //: More about what is safe. One short sentence.
                safeMore: qsTr("Nothing of the card was taken over."),
                //: What to do next. Short.
                next: qsTr("Please lay down your own card."),
                //: More about what to do next. One short sentence.
                nextMore: qsTr("Or finish, and begin anew with this one."),
                icon: "icon-idcard",
                picture: "laying"
            },
            "AN-73": {
                //: What happened, as a heading; two short lines at most.
                happened: qsTr("This sign-in is over."),
                //: Whose fault it is, or why it happened. One short sentence.
                why: qsTr("It took too long, or the code was wrong too often."),
                safe: words.accountSafe,
                safeMore: words.nothingSent,
                //: What to do next. Short.
                next: qsTr("Please begin the sign-in once more."),
                //: More about what to do next. One short sentence.
                nextMore: qsTr("You get a new code for it."),
                icon: "icon-me",
                picture: "scene-safe"
            },
            "AN-74": {
                //: What happened, as a heading; two short lines at most.
                happened: qsTr("This is for companies and associations."),
                //: Whose fault it is, or why it happened. One short sentence.
                why: qsTr("Bochum-ID knows none that you represent."),
                safe: words.accountSafe,
                safeMore: words.nothingSent,
                //: What to do next. Short.
                next: qsTr("Have yourself named as its representative."),
                //: More about what to do next. One short sentence.
                nextMore: qsTr("We tell you at the counter how that works."),
                icon: "icon-help",
                picture: "scene-counter"
            },
            "AN-75": {
                //: What happened, as a heading; two short lines at most.
                happened: qsTr("You may only look at this organisation's things."),
                //: Whose fault it is, or why it happened. One short sentence.
                why: qsTr("Your authority does not go far enough to apply."),
                safe: words.accountSafe,
                safeMore: words.nothingSent,
                //: What to do next. Short.
                next: qsTr("Choose somebody else to act for."),
                //: More about what to do next. One short sentence.
                nextMore: qsTr("Or have the organisation widen your authority."),
                //: The big button: back to the choice for whom one acts. Short.
                go: qsTr("Choose again"),
                icon: "icon-town",
                picture: "scene-townhall"
            },
            "AN-76": {
                //: What happened, as a heading; two short lines at most.
                happened: qsTr("There were too many wrong numbers."),
                //: Whose fault it is, or why it happened. One short sentence.
                why: qsTr("So this terminal takes none for a while. That protects appointments."),
                //: What is safe now. Short.
                safe: qsTr("Your appointment is kept."),
                //: More about what is safe. One short sentence.
                safeMore: qsTr("Nothing was cancelled."),
                //: What to do next. Short.
                next: qsTr("At the counter it works at once."),
                //: More about what to do next. One short sentence.
                nextMore: qsTr("Or try again here in about 15 minutes."),
                icon: "icon-help",
                picture: "scene-counter"
            }
        })

    // ------------------------------------------------------------ said of several

    //: What is safe now. Short.
    readonly property string accountSafe: qsTr("Your account is safe.")
    //: More about what is safe. One short sentence.
    readonly property string nothingSent: qsTr("Nothing was sent.")
    //: The big button after a failure with the password. Short.
    readonly property string withCard: qsTr("Sign in with the card")
}
