// The days of a month on which an office has time.
pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import "../components"

Frame {
    id: screen

    required property ChooseDayPage page

    //: Above a calendar with the days that are free.
    question: qsTr("Which day suits you?")
    help: Theme.crowded ? "" :
    //: Below "Which day suits you?". %1 is the name of an office.
    qsTr("The framed days are free. %1").arg(screen.page.office)
    skyShare: 0.38
    sceneLeast: 36
    whole: grid.leastHeight
    scene: Scene {
        art: "scene-calendar"
        most: 0.8
    }

    MonthGrid {
        id: grid
        title: formats.date(screen.page.year, screen.page.month, 0)
        weeks: screen.page.weeks
        hasEarlier: screen.page.hasEarlier
        hasLater: screen.page.hasLater
        room: screen.onePageRoom
        onTurned: forward => screen.page.turn(forward)
        onChosen: day => screen.page.choose(day)
    }

    Formats {
        id: formats
    }
}
