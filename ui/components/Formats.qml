// Amounts and durations in words, in the language spoken now.
import QtQuick
import Kiosk

QtObject {
    function euros(cents: int): string {
        if (cents === 0)
            //: A fee of nothing. In place of an amount.
            return qsTr("free");
        if (cents % 100 === 0)
            //: A whole amount of money.
            return qsTr("%n euro(s)", "", cents / 100);
        //: An amount of money with cents; %1 is for instance 9.50.
        return qsTr("%1 euros").arg((cents / 100).toLocaleString(Qt.locale(Qt.uiLanguage), "f", 2));
    }

    function fee(from: int, to: int): string {
        if (from === to)
            return euros(to);
        if (from === 0)
            //: The highest fee; nothing is charged in some cases. %1 is an amount such as "9 euros".
            return qsTr("up to %1").arg(euros(to));
        //: From the lowest to the highest fee. %1 and %2 are amounts.
        return qsTr("%1 to %2").arg(euros(from)).arg(euros(to));
    }

    function duration(least: int, most: int, unit: string): string {
        const longest = span(most, unit);
        if (least === most)
            //: A duration; %1 is for instance "10 minutes".
            return qsTr("about %1").arg(longest);
        if (least === 0)
            //: The longest duration; %1 is for instance "5 minutes".
            return qsTr("at most %1").arg(longest);
        //: %1 is a number, %2 a duration such as "10 minutes".
        return qsTr("%1 to %2", "duration").arg(least).arg(longest);
    }

    function span(count: int, unit: string): string {
        switch (unit) {
        case "hour":
            return qsTr("%n hour(s)", "", count);
        case "day":
            return qsTr("%n day(s)", "", count);
        case "week":
            return qsTr("%n week(s)", "", count);
        case "month":
            return qsTr("%n month(s)", "", count);
        default:
            return qsTr("%n minute(s)", "", count);
        }
    }

    // A number of the smallest unit, with its decimals and its unit.
    function amount(count: real, decimals: int, unit: string): string {
        const number = (count / Math.pow(10, decimals)).toLocaleString(Qt.locale(Qt.uiLanguage), "f", decimals);
        return unit === "" ? number : number + " " + unit;
    }

    // How an amount comes about.
    function times(count: int, cents: int): string {
        //: How a price comes about: %1 is a number, %2 the price of one, such as "9 euros".
        return qsTr("%1 times %2").arg(count).arg(euros(cents));
    }

    function list(parts: list<string>): string {
        //: Between the parts of a list; mind the blank.
        return parts.join(qsTr(", "));
    }

    // No line ends within a day, nor between a time and its unit; the year may stand apart where letters are large.
    function glued(text: string): string {
        const day = text.replace(/(\d\.?) (?=[^\d\s])/g, "$1\u00a0");
        return Theme.crowded ? day : day.replace(/([^\d\s.,]{3,}) (?=\d{4})/g, "$1\u00a0");
    }

    // An address on one line: the number stays with its street, the postal code with its town.
    function address(text: string): string {
        return text.replace(/(\d{5}) /g, "$1\u00a0").replace(/ (?=\d[^ ,]*,)/, "\u00a0");
    }

    // A day, from the parts of a moment (ui/pages/moments.py).
    function day(parts: var): string {
        return date(parts.year, parts.month, parts.day);
    }

    // A day and a time of the day, from the parts of a moment.
    function moment(parts: var): string {
        const shown = new Date(parts.year, parts.month - 1, parts.day, parts.hour, parts.minute);
        //: How a day with its time is written; Qt date format, see the documentation of QLocale.
        return glued(shown.toLocaleString(Qt.locale(Qt.uiLanguage), qsTr("ddd, d MMMM yyyy, h:mm ap")));
    }

    // A day with its weekday; takes an object with year, month and day.
    function weekday(day: var): string {
        const shown = new Date(day.year, day.month - 1, day.day);
        //: How a day is written with its weekday; Qt date format, see the documentation of QLocale.
        return glued(shown.toLocaleDateString(Qt.locale(Qt.uiLanguage), qsTr("dddd, d MMMM yyyy")));
    }

    // A time of day; takes an object with hour and minute.
    function clock(time: var): string {
        const shown = new Date(2000, 0, 1, time.hour, time.minute);
        //: How a time of day is written; Qt time format, see the documentation of QLocale.
        return glued(shown.toLocaleTimeString(Qt.locale(Qt.uiLanguage), qsTr("HH:mm")));
    }

    // Month and day are 0 where the card leaves them blank.
    function date(year: int, month: int, day: int): string {
        const shown = new Date(year, Math.max(0, month - 1), Math.max(1, day));
        const locale = Qt.locale(Qt.uiLanguage);
        if (month === 0)
            return String(year);
        if (day === 0)
            //: How a month of a year is written; Qt date format, see the documentation of QLocale.
            return shown.toLocaleDateString(locale, qsTr("MMMM yyyy"));
        //: How a date is written; Qt date format, see the documentation of QLocale.
        return glued(shown.toLocaleDateString(locale, qsTr("d MMMM yyyy")));
    }
}
