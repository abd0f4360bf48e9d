// Where an application stands, in plain words, by the contract's word for it.
import QtQuick

QtObject {
    function short(state: string): string {
        switch (state) {
        case "draft":
        case "ready":
            //: Where an application stands. Short.
            return qsTr("not sent yet");
        case "awaitingPayment":
            //: Where an application stands. Short.
            return qsTr("waits for payment");
        case "submitted":
            //: Where an application stands. Short.
            return qsTr("sent");
        case "received":
            //: Where an application stands. Short.
            return qsTr("has arrived");
        case "processing":
            //: Where an application stands. Short.
            return qsTr("being worked on");
        case "actionRequired":
            //: Where an application stands: the office needs something of the visitor. Short.
            return qsTr("needs something from you");
        case "completed":
            //: Where an application stands. Short.
            return qsTr("done");
        case "rejected":
            //: Where an application stands. Short.
            return qsTr("rejected");
        case "withdrawn":
            //: Where an application stands. Short.
            return qsTr("taken back by you");
        default:
            //: Where an application stands: its time ran out. Short.
            return qsTr("expired");
        }
    }
}
