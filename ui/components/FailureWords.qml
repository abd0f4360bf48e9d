// What visitors are told of every failure, by its code: what happened, why, what is safe, what to do next.
import QtQuick

QtObject {
    id: words

    // `picture` is a drawing of resources/art, or a card: "laying", "card", "can". A test walks every code.
    readonly property var of: ({
        "KA-10": {
            //: What happened, as a heading; two short lines at most.
            happened: qsTr("The card was taken away too early."),
            //: Whose fault it is, or why it happened. One short sentence.
            why: qsTr("That can happen. Nothing is broken."),
            safe: words.nothingSent,
            safeMore: words.nothingKept,
            //: What to do next. Short.
            next: qsTr("Lay the card back on the reader."),
            //: More about what to do next. One short sentence.
            nextMore: qsTr("Photo up. Then it goes on by itself."),
            icon: "icon-idcard",
            picture: "laying"
        },
        "KA-11": {
            //: What happened, as a heading; two short lines at most.
            happened: qsTr("Card and reader did not understand each other."),
            why: words.notYours,
            safe: words.nothingSent,
            safeMore: words.nothingKept,
            //: What to do next. Short.
            next: qsTr("Lay the card down once more."),
            //: More about what to do next. One short sentence.
            nextMore: qsTr("Flat, photo up, without a wallet or sleeve."),
            icon: "icon-idcard",
            picture: "laying"
        },
        "KA-12": {
            //: What happened, as a heading; two short lines at most.
            happened: qsTr("This card does not work here."),
            //: Whose fault it is, or why it happened. One short sentence.
            why: qsTr("The terminal needs a card with an online function."),
            safe: words.nothingRead,
            safeMore: words.nothingKept,
            //: What to do next. Short.
            next: qsTr("Take your identity card, eID card or residence permit."),
            //: More about what to do next. One short sentence.
            nextMore: qsTr("Bank cards and health cards do not work."),
            icon: "icon-idcard",
            picture: "card"
        },
        "KA-13": {
            //: What happened, as a heading; two short lines at most.
            happened: qsTr("This card is not valid online."),
            //: Whose fault it is, or why it happened. One short sentence.
            why: qsTr("It may have expired, or somebody reported it lost."),
            safe: words.nothingSent,
            safeMore: words.nothingKept,
            next: words.toCounter,
            //: More about what to do next. One short sentence.
            nextMore: qsTr("We look at the card together with you."),
            icon: "icon-help",
            picture: "scene-counter"
        },
        "KA-14": {
            //: What happened, as a heading; two short lines at most.
            happened: qsTr("The online function of this card is off."),
            //: Whose fault it is, or why it happened. One short sentence.
            why: qsTr("That is common, and quickly changed."),
            safe: words.nothingRead,
            safeMore: words.nothingKept,
            //: What to do next. Short.
            next: qsTr("We switch it on at the counter."),
            //: More about what to do next. One short sentence.
            nextMore: qsTr("That is free of charge. Take your card with you."),
            go: words.whatTheCounterDoes,
            icon: "icon-help",
            picture: "scene-counter"
        },
        "KA-15": {
            //: What happened, as a heading; two short lines at most.
            happened: qsTr("This card has expired."),
            //: Whose fault it is, or why it happened. One short sentence.
            why: qsTr("The online function ends on the same day."),
            safe: words.nothingSent,
            safeMore: words.nothingKept,
            //: What to do next. Short.
            next: qsTr("You get a new card at the counter."),
            //: More about what to do next. One short sentence.
            nextMore: qsTr("Bring the old card, and have your photo taken with us."),
            go: words.whatTheCounterDoes,
            icon: "icon-help",
            picture: "scene-counter"
        },
        "KA-16": {
            //: What happened, as a heading: the card comes and goes on the reader; two short lines at most.
            happened: qsTr("The card does not lie well."),
            //: Whose fault it is, or why it happened. One short sentence.
            why: qsTr("The reader finds it and loses it again."),
            safe: words.nothingSent,
            safeMore: words.nothingKept,
            //: What to do next. Short.
            next: qsTr("Take it off and lay it down once more."),
            //: More about what to do next. One short sentence.
            nextMore: qsTr("Flat, in the middle, photo up, without a wallet or sleeve."),
            icon: "icon-idcard",
            picture: "laying"
        },
        "KA-20": {
            //: What happened, as a heading; two short lines at most.
            happened: qsTr("The card reader does not answer."),
            why: words.ours,
            safe: words.nothingSent,
            safeMore: words.nothingKept,
            icon: "icon-help",
            picture: "reader-off"
        },
        "KA-21": {
            //: What happened, as a heading; two short lines at most.
            happened: qsTr("This reader cannot read your card."),
            why: words.ours,
            safe: words.nothingSent,
            safeMore: words.nothingKept,
            next: words.toCounter,
            //: More about what to do next. One short sentence.
            nextMore: qsTr("Or use another terminal here."),
            icon: "icon-help",
            picture: "reader-off"
        },
        "PI-31": {
            //: What happened, as a heading; two short lines at most.
            happened: qsTr("We stop before your last attempt."),
            //: Whose fault it is, or why it happened. One short sentence.
            why: qsTr("For it, the card also wants the 6 digits on its front."),
            //: What is safe now. Short.
            safe: qsTr("Your last attempt is still there."),
            safeMore: words.nothingSent,
            //: What to do next. Short.
            next: qsTr("We help you at the counter."),
            //: More about what to do next. One short sentence.
            nextMore: qsTr("You can set a new PIN there, free of charge."),
            icon: "icon-help",
            picture: "can"
        },
        "PI-32": {
            //: What happened, as a heading; two short lines at most.
            happened: qsTr("Your PIN is blocked."),
            //: Whose fault it is, or why it happened. One short sentence.
            why: qsTr("After three wrong PINs the card locks itself."),
            //: What is safe now. Short.
            safe: qsTr("Your data on the card is safe."),
            //: More about what is safe. One short sentence.
            safeMore: qsTr("Nobody can use the card online now."),
            //: What to do next. Short.
            next: qsTr("The PUK from your letter unblocks it."),
            //: More about what to do next. One short sentence.
            nextMore: qsTr("Or you get a new PIN at the counter, free of charge."),
            //: The big button after the PIN was blocked: to entering the PUK. Short.
            go: qsTr("Unblock with the PUK"),
            icon: "icon-help",
            picture: "scene-counter"
        },
        "PI-33": {
            //: What happened, as a heading; two short lines at most.
            happened: qsTr("No PIN was typed in time."),
            //: Why it happened. One short sentence.
            why: qsTr("The card reader waits one minute."),
            //: What is safe now. Short.
            safe: qsTr("You have lost no attempt."),
            safeMore: words.nothingRead,
            //: What to do next. Short.
            next: qsTr("Try again, with your PIN at hand."),
            //: More about what to do next. One short sentence.
            nextMore: qsTr("The keys for it are on the card reader."),
            icon: "icon-pin",
            picture: "reader-pad"
        },
        "PI-34": {
            //: What happened, as a heading; two short lines at most.
            happened: qsTr("The card went away while it got its PIN."),
            //: Whose fault it is, or why it happened. One short sentence.
            why: qsTr("That can happen. Nothing is broken."),
            //: What is safe now. Short.
            safe: qsTr("Either the old PIN is right, or the new one."),
            safeMore: words.nothingKept,
            //: What to do next. Short.
            next: qsTr("Lay the card back, and try the new PIN."),
            //: More about what to do next. One short sentence.
            nextMore: qsTr("If it is not right, the old one still is."),
            icon: "icon-idcard",
            picture: "laying"
        },
        "EI-40": {
            //: What happened, as a heading; two short lines at most.
            happened: qsTr("You said no. That is all right."),
            //: Whose fault it is, or why it happened. One short sentence.
            why: qsTr("The city reads your card only if you want it."),
            safe: words.nothingRead,
            safeMore: words.nothingKept,
            //: What to do next. Short.
            next: qsTr("It also works at the counter."),
            //: More about what to do next. One short sentence.
            nextMore: qsTr("We do it there together with you."),
            icon: "icon-town",
            picture: "scene-counter"
        },
        "EI-41": {
            //: What happened, as a heading; two short lines at most.
            happened: qsTr("The sign-in service does not answer."),
            why: words.ours,
            safe: words.nothingSent,
            safeMore: words.nothingKept,
            nextMore: words.minutes,
            icon: "icon-help",
            picture: "scene-line"
        },
        "EI-42": {
            //: What happened, as a heading; two short lines at most.
            happened: qsTr("The sign-in service broke off."),
            why: words.ours,
            safe: words.nothingSent,
            safeMore: words.nothingKept,
            icon: "icon-help",
            picture: "scene-line"
        },
        "EI-43": {
            //: What happened, as a heading; two short lines at most.
            happened: qsTr("For your safety we stopped."),
            //: Whose fault it is, or why it happened. One short sentence.
            why: qsTr("The other side could not prove who it is."),
            //: What is safe now. Short.
            safe: qsTr("Your card and your data are safe."),
            safeMore: words.nothingKept,
            //: What to do next. Short.
            next: qsTr("Please tell us at the counter."),
            //: More about what to do next. One short sentence.
            nextMore: qsTr("Please do not try again here."),
            icon: "icon-help",
            picture: "scene-safe"
        },
        "EI-44": {
            //: What happened, as a heading; two short lines at most.
            happened: qsTr("Signing in did not work."),
            why: words.ours,
            safe: words.nothingSent,
            safeMore: words.nothingKept,
            icon: "icon-help",
            picture: "scene-line"
        },
        "BI-50": {
            //: What happened, as a heading; two short lines at most.
            happened: qsTr("Bochum-ID does not answer right now."),
            why: words.ours,
            safe: words.nothingLost,
            safeMore: words.sentOnce,
            nextMore: words.minutes,
            icon: "icon-help",
            picture: "scene-line"
        },
        "BI-51": {
            //: What happened, as a heading; two short lines at most.
            happened: qsTr("Bochum-ID did not accept this."),
            why: words.notYours,
            safe: words.nothingLost,
            safeMore: words.staysSaved,
            icon: "icon-help",
            picture: "scene-line"
        },
        "BI-52": {
            //: What happened, as a heading; two short lines at most.
            happened: qsTr("Something went wrong at Bochum-ID."),
            why: words.ours,
            safe: words.nothingLost,
            safeMore: words.sentOnce,
            icon: "icon-help",
            picture: "scene-line"
        },
        "BI-53": {
            //: What happened, as a heading; two short lines at most.
            happened: qsTr("Your sign-in is over."),
            //: Whose fault it is, or why it happened. One short sentence.
            why: qsTr("It ends after a while, for your safety."),
            safe: words.nothingLost,
            safeMore: words.staysSaved,
            //: What to do next. Short.
            next: qsTr("Please sign in once more."),
            //: More about what to do next. One short sentence.
            nextMore: qsTr("Then it goes on where you were."),
            icon: "icon-me",
            picture: "scene-townhall"
        },
        "BI-54": {
            //: What happened, as a heading; two short lines at most.
            happened: qsTr("This service is closed right now."),
            why: words.ours,
            safe: words.nothingSent,
            safeMore: words.nothingKept,
            next: words.toCounter,
            //: More about what to do next. One short sentence.
            nextMore: qsTr("You can get an appointment there, too."),
            icon: "icon-town",
            picture: "scene-counter"
        },
        "BI-55": {
            //: What happened, as a heading; two short lines at most.
            happened: qsTr("Bochum-ID sent something that is not genuine."),
            //: Whose fault it is, or why it happened. One short sentence.
            why: qsTr("We do not show what we cannot check."),
            safe: words.nothingSent,
            safeMore: words.staysSaved,
            next: words.toCounter,
            icon: "icon-help",
            picture: "scene-safe"
        },
        "BI-56": {
            //: What happened, as a heading; two short lines at most. Numbers, codes or tags were guessed here.
            happened: qsTr("Too much was tried here at once."),
            //: Whose fault it is, or why it happened. One short sentence.
            why: qsTr("It may have been somebody before you. So there is a pause."),
            safe: words.nothingLost,
            safeMore: words.staysSaved,
            next: words.toCounter,
            //: More about what to do next. One short sentence.
            nextMore: qsTr("Or try again here in about 15 minutes."),
            icon: "icon-clock",
            picture: "scene-counter"
        },
        "DR-61": {
            //: What happened, as a heading; two short lines at most.
            happened: qsTr("Paper is stuck in the printer."),
            why: words.ours,
            safe: words.isSent,
            safeMore: words.paperWaits,
            next: words.printThere,
            nextMore: words.noneLater,
            icon: "icon-print",
            picture: "printer-stuck"
        },
        "DR-62": {
            //: What happened, as a heading; two short lines at most.
            happened: qsTr("The printer has no paper."),
            why: words.ours,
            safe: words.isSent,
            safeMore: words.paperWaits,
            next: words.printThere,
            nextMore: words.noneLater,
            icon: "icon-print",
            picture: "printer-rest"
        },
        "DR-63": {
            //: What happened, as a heading; two short lines at most.
            happened: qsTr("The printer is switched off."),
            why: words.ours,
            safe: words.isSent,
            safeMore: words.paperWaits,
            next: words.printThere,
            nextMore: words.noneLater,
            icon: "icon-print",
            picture: "printer-rest"
        },
        "DR-64": {
            //: What happened, as a heading; two short lines at most.
            happened: qsTr("The printer takes too long."),
            why: words.ours,
            safe: words.isSent,
            safeMore: words.paperWaits,
            next: words.printThere,
            nextMore: words.noneLater,
            icon: "icon-print",
            picture: "printer-rest"
        },
        "DR-65": {
            //: What happened, as a heading; two short lines at most.
            happened: qsTr("The printer did not take the sheet."),
            why: words.ours,
            safe: words.isSent,
            safeMore: words.paperWaits,
            next: words.printThere,
            nextMore: words.noneLater,
            icon: "icon-print",
            picture: "printer-rest"
        },
        "DR-66": {
            //: What happened, as a heading; two short lines at most.
            happened: qsTr("The visit was over before the paper came."),
            why: words.notYours,
            safe: words.isSent,
            safeMore: words.paperWaits,
            next: words.printThere,
            nextMore: words.noneLater,
            icon: "icon-print",
            picture: "printer-rest"
        },
        "SC-81": {
            //: What happened, as a heading; two short lines at most.
            happened: qsTr("The scanner does not answer."),
            why: words.ours,
            safe: words.answersKept,
            safeMore: words.nothingSentYet,
            next: words.again.title,
            nextMore: words.orPhone,
            icon: "icon-scan",
            picture: "scene-scanner"
        },
        "SC-82": {
            //: What happened, as a heading; two short lines at most.
            happened: qsTr("The scanner is busy."),
            why: words.ours,
            safe: words.answersKept,
            safeMore: words.nothingSentYet,
            //: What to do next. Short.
            next: qsTr("Wait a moment, then try again."),
            nextMore: words.orPhone,
            icon: "icon-scan",
            picture: "scene-scanner"
        },
        "SC-83": {
            //: What happened, as a heading; two short lines at most.
            happened: qsTr("The scanner is open."),
            //: Whose fault it is, or why it happened. One short sentence.
            why: qsTr("It only works with its lid closed."),
            safe: words.answersKept,
            safeMore: words.nothingSentYet,
            //: What to do next. Short.
            next: qsTr("Close the lid and try again."),
            nextMore: words.orPhone,
            icon: "icon-scan",
            picture: "scene-scanner"
        },
        "SC-84": {
            //: What happened, as a heading; two short lines at most.
            happened: qsTr("Paper is stuck in the scanner."),
            why: words.ours,
            safe: words.answersKept,
            safeMore: words.nothingSentYet,
            //: What to do next. Short.
            next: qsTr("Pull your paper out gently."),
            nextMore: words.orPhone,
            icon: "icon-scan",
            picture: "scene-scanner"
        },
        "SC-85": {
            //: What happened, as a heading; two short lines at most.
            happened: qsTr("There is no paper in the scanner."),
            //: Whose fault it is, or why it happened. One short sentence.
            why: qsTr("It found nothing to scan."),
            safe: words.answersKept,
            safeMore: words.nothingSentYet,
            //: What to do next. Short.
            next: qsTr("Put your paper in and try again."),
            nextMore: words.orPhone,
            icon: "icon-scan",
            picture: "scene-scanner"
        },
        "SC-86": {
            //: What happened, as a heading; two short lines at most.
            happened: qsTr("The scanner did not finish."),
            why: words.ours,
            safe: words.answersKept,
            safeMore: words.nothingSentYet,
            next: words.again.title,
            nextMore: words.orPhone,
            icon: "icon-scan",
            picture: "scene-scanner"
        },
        "ZA-80": {
            //: What happened, as a heading; two short lines at most.
            happened: qsTr("We do not know yet whether you have paid."),
            why: words.ours,
            //: What is safe now. Short.
            safe: qsTr("You never pay twice."),
            safeMore: words.staysSaved,
            next: words.toCounter,
            icon: "icon-help",
            picture: "pay-unclear"
        },
        "ZA-81": {
            //: What happened, as a heading; two short lines at most.
            happened: qsTr("You get your money back."),
            why: words.ours,
            safe: words.nothingLost,
            safeMore: words.staysSaved,
            next: words.toCounter,
            icon: "icon-euro",
            picture: "pay-back"
        },
        "TE-90": {
            //: What happened, as a heading; two short lines at most.
            happened: qsTr("Something went wrong in this terminal."),
            why: words.ours,
            safe: words.staysSaved,
            //: More about what is safe. One short sentence.
            safeMore: qsTr("The terminal starts afresh by itself."),
            icon: "icon-help",
            picture: "scene-rest"
        }
    })

    readonly property AccountWords account: AccountWords {}

    // What is said of every code; what to do next depends on whether there is another try.
    function told(code: string, canTryAgain: bool): var {
        const own = words.of[code] ?? words.account.of[code];
        const next = canTryAgain ? words.again : words.counter;
        return {
            happened: own.happened,
            why: own.why,
            safe: own.safe,
            safeMore: own.safeMore,
            next: own.next ?? next.title,
            nextMore: own.nextMore ?? next.text,
            go: own.go ?? "",
            icon: own.icon,
            picture: own.picture
        };
    }

    // ------------------------------------------------------------ said of several

    //: The big button after a failure: to what the counter does, with a slip. Short.
    readonly property string whatTheCounterDoes: qsTr("What the counter does")
    //: What is safe now. Short.
    readonly property string nothingSent: qsTr("Nothing was sent.")
    //: More about what is safe. One short sentence.
    readonly property string nothingKept: qsTr("This terminal has kept nothing.")
    //: Whose fault it is, or why it happened. One short sentence.
    readonly property string notYours: qsTr("That is not your fault.")
    //: What is safe now. Short.
    readonly property string nothingRead: qsTr("Nothing was read from your card.")
    //: What to do next. Short.
    readonly property string toCounter: qsTr("Please go to the counter.")
    //: Whose fault it is, or why it happened. One short sentence.
    readonly property string ours: qsTr("This is our fault, not yours.")
    //: More about what to do next. One short sentence.
    readonly property string minutes: qsTr("Sometimes it takes a few minutes.")
    //: What is safe now. Short.
    readonly property string nothingLost: qsTr("Nothing is lost.")
    //: More about what is safe. One short sentence.
    readonly property string sentOnce: qsTr("What was saved stays saved. Nothing is sent twice.")
    //: More about what is safe. One short sentence.
    readonly property string staysSaved: qsTr("What was saved stays saved.")
    //: What is safe now. Short.
    readonly property string isSent: qsTr("Your application is sent.")
    //: More about what is safe. One short sentence.
    readonly property string paperWaits: qsTr("The paper waits safely in Bochum-ID.")
    //: What is safe after the scanner failed. Short.
    readonly property string answersKept: qsTr("Your answers are still here.")
    //: More about what is safe. One short sentence.
    readonly property string nothingSentYet: qsTr("Nothing has been sent yet.")
    //: Another way to attach a paper, when the scanner fails. One short sentence.
    readonly property string orPhone: qsTr("Or go back and use your phone instead.")
    //: What to do next. Short.
    readonly property string printThere: qsTr("We print it for you at the counter.")
    //: More about what to do next. One short sentence.
    readonly property string noneLater: qsTr("Nothing comes out here later by itself.")
    readonly property var again: ({
            //: What to do next after a failure. Short.
            title: qsTr("Please try again."),
            //: More about "Please try again."
            text: qsTr("If it goes wrong again, we help you at the counter.")
        })
    readonly property var counter: ({
            //: What to do next after a failure that a second try cannot mend. Short.
            title: qsTr("We help you at the counter."),
            //: More about "We help you at the counter."
            text: qsTr("Please tell us the code below.")
        })
}
