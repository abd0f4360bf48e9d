// Text of the terminal: sized by role in millimetres, shrunk only when one long word would not fit.
import QtQuick
import Kiosk

Text {
    id: words

    enum Role {
        Body,
        Bar,
        Answer,
        Question,
        Numeral,
        Greeting
    }

    property int role: Words.Body
    // The size the role asks for; a screen may set another.
    property int wantedPx: words.role === Words.Bar ? Theme.barPx : words.role === Words.Answer ? Theme.answerPx : words.role === Words.Question ? Theme.questionPx : words.role === Words.Numeral ? Theme.numeralPx : words.role === Words.Greeting ? Theme.greetingPx : Theme.bodyPx
    property real tightness: words.role === Words.Body ? 1.35 : words.role === Words.Greeting || words.role === Words.Numeral ? 1.1 : words.role === Words.Answer ? 1.2 : 1.15
    // Set where the text wraps within a given width.
    property bool fits: false

    // The width in whole pixels: anchors change its last digit with every new size, and a binding to that loops.
    property int across: 0
    onWidthChanged: words.across = Math.round(words.width)
    Component.onCompleted: words.across = Math.round(words.width)

    // Lines of about the same length, instead of one word left alone.
    property bool balanced: false
    property real room: 0
    readonly property real balancedWidth: {
        if (!words.balanced || words.room <= 0)
            return words.room;
        const paragraphs = words.text.split("\n").map(line => line.split(" ").map(word => metrics.advanceWidth(word)));
        const space = metrics.advanceWidth(" ");
        const linesAt = width => paragraphs.reduce((sum, parts) => sum + words.linesIn(parts, space, width), 0);
        const lines = linesAt(words.room);
        if (lines === paragraphs.length)
            return words.room;
        let narrow = words.room / lines;
        let wide = words.room;
        for (let i = 0; i < 8; ++i) {
            const middle = (narrow + wide) / 2;
            if (linesAt(middle) <= lines)
                wide = middle;
            else
                narrow = middle;
        }
        // Never narrower than a word: it would be broken.
        const longest = paragraphs.reduce((most, parts) => Math.max(most, ...parts), 0);
        return Math.min(words.room, Math.max(wide + 4, longest + 4));
    }

    function linesIn(parts, space: real, width: real): int {
        let lines = 1;
        let used = 0;
        for (const part of parts) {
            if (used > 0 && used + space + part > width) {
                ++lines;
                used = part;
            } else {
                used += (used > 0 ? space : 0) + part;
            }
        }
        return lines;
    }

    readonly property string longestWord: {
        if (!words.fits)
            return "";
        let longest = "";
        for (const word of words.text.split(/[ \t\n\u00AD\u200B/-]+/)) {
            if (word.length > longest.length)
                longest = word;
        }
        return longest;
    }

    color: Theme.ink
    textFormat: Text.PlainText
    horizontalAlignment: Text.AlignLeft
    wrapMode: Text.Wrap
    font.weight: words.role === Words.Body ? Font.Normal : words.role === Words.Bar ? Font.DemiBold : Font.Bold
    font.pixelSize: words.fits && measure.advanceWidth > words.across && words.across > 0 ? Math.max(Math.floor(words.wantedPx * words.across / measure.advanceWidth) - 1, 1) : words.wantedPx
    lineHeight: words.tightness / Theme.naturalLine

    Accessible.ignored: true

    FontMetrics {
        id: metrics
        font.pixelSize: words.wantedPx
        font.weight: words.font.weight
    }
    TextMetrics {
        id: measure
        text: words.longestWord
        font.pixelSize: words.wantedPx
        font.weight: words.font.weight
    }
}
