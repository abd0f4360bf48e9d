// The printer does not work now: said before anybody begins what ends in paper (R96). It goes by itself.
import QtQuick

Notice {
    id: notice

    // The code of what is wrong with the printer; empty while paper would come.
    property string code: ""

    present: notice.code !== ""
    bad: true
    icon: "icon-print"
    title: words.of[notice.code] ? words.of[notice.code].happened : ""
    //: Below why the printer does not work, before the visitor begins. Two short sentences.
    text: qsTr("You can go on. Your paper then waits at the counter and in Bochum-ID.")

    FailureWords {
        id: words
    }
}
