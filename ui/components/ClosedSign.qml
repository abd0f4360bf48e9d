// The sign on the door while Bochum-ID is away: what is closed, what still works, and where else to go.
import QtQuick
import Kiosk

Notice {
    calm: true
    icon: "icon-closed"
    //: The sign while the city cannot be reached: what does not work now. Short.
    title: qsTr("Signing in is closed now.")
    text: Theme.crowded ?
    //: As below, for the largest letters: as short as possible.
    qsTr("You can read, and get PIN help. Else: the counter.") :
    //: Below "Signing in is closed now." Short sentences. 115 is the telephone number of the authorities.
    qsTr("You can read, and get PIN help. It opens again by itself. Until then, the counter and telephone 115 help you.")
}
