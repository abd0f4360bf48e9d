// Lays blocks out below each other and, when they are too high, spreads them over pages. Nothing scrolls.
import QtQuick
import Kiosk

Item {
    id: answers

    // Height of one page; the screen gives it.
    property real pageHeight: 100000
    // Height of the last page, where its buttons take more.
    property real lastPageHeight: answers.pageHeight
    property int page: 0
    // Results of the layout, in pixels: all of it on one page, the tallest page, the tallest single row.
    property int pages: 1
    property real fullHeight: 0
    property real tallestPage: 0
    property real tallestRow: 0

    // Another page is shown, or there are more or fewer of them.
    signal turned

    property var rows: []
    property list<Block> watched: []
    property bool measuring: false
    property bool measureAgain: false
    // What was to be done later comes even when the answers are on their way out.
    property bool gone: false

    // Widths change heights, and heights call for another measure: until nothing moves.
    function measure() {
        answers.measureAgain = true;
        if (answers.gone || answers.measuring || answers.width <= 0)
            return;
        answers.measuring = true;
        for (let round = 0; round < 5 && answers.measureAgain; ++round) {
            answers.measureAgain = false;
            answers.collect();
        }
        answers.measuring = false;
        answers.place();
    }

    // Later, when a block asks from within one of its bindings: a new width would start that binding again.
    function measureSoon() {
        answers.measureAgain = true;
        if (!answers.measuring && !answers.gone)
            Qt.callLater(answers.measure);
    }

    function collect() {
        const rows = [];
        let open = null;
        let before = null;
        for (let i = 0; i < answers.children.length; ++i) {
            const block = answers.children[i] as Block;
            if (block === null)
                continue;
            answers.watch(block);
            if (!block.present) {
                block.visible = false;
                continue;
            }
            const across = Math.max(1, block.perRow);
            block.width = Math.floor((answers.width - (across - 1) * Theme.gap) / across);
            if (open !== null && open.across === across && across > 1 && open.blocks.length < across) {
                open.blocks.push(block);
                open.height = Math.max(open.height, block.implicitHeight);
            } else {
                const touching = before !== null && before.joined && block.joined && block.gapBefore < 0;
                open = {
                    across: across,
                    blocks: [block],
                    height: block.implicitHeight,
                    gap: rows.length === 0 ? 0 : touching ? 0 : block.gapBefore >= 0 ? block.gapBefore : Theme.gap,
                    keep: block.keepWithNext
                };
                rows.push(open);
            }
            before = block;
        }
        let full = 0;
        let tallest = 0;
        for (const row of rows) {
            full += row.gap + row.height;
            tallest = Math.max(tallest, row.height);
        }
        answers.rows = rows;
        answers.tallestRow = tallest;
        answers.fullHeight = full;
    }

    function place() {
        if (answers.measuring)
            return;
        const rows = answers.rows;
        let number = 0;
        let used = 0;
        let tallest = 0;
        for (let i = 0; i < rows.length; ++i) {
            // A heading takes the row it names with it.
            let group = 0;
            let last = i;
            for (; ; ) {
                group += (last > i ? rows[last].gap : 0) + rows[last].height;
                if (!rows[last].keep || last + 1 >= rows.length)
                    break;
                ++last;
            }
            // Unless they do not fit on any page together.
            if (last > i && group > answers.pageHeight + 0.5) {
                last = i;
                group = rows[i].height;
            }
            const gap = used > 0 ? rows[i].gap : 0;
            if (used > 0 && used + gap + group > answers.pageHeight + 0.5) {
                ++number;
                used = 0;
            }
            for (; ; ) {
                rows[i].at = number;
                rows[i].y = used + (used > 0 ? rows[i].gap : 0);
                used = rows[i].y + rows[i].height;
                if (i >= last)
                    break;
                ++i;
            }
            tallest = Math.max(tallest, used);
        }
        // What stands too low on the last page goes on to one more.
        if (rows.length > 1 && used > answers.lastPageHeight + 0.5) {
            let first = rows.length - 1;
            while (first > 0 && rows[first - 1].keep)
                --first;
            const above = rows[first].y;
            ++number;
            // Alone on its page, or too high beside the buttons, it stays, and they get a page of their own.
            if (rows[first].at === number - 1 && above > 0 && used - above <= answers.lastPageHeight + 0.5) {
                for (let i = first; i < rows.length; ++i) {
                    rows[i].at = number;
                    rows[i].y -= above;
                }
            }
        }
        answers.tallestPage = tallest;
        answers.pages = number + 1;
        if (answers.page > number)
            answers.page = number;
        for (let i = 0; i < rows.length; ++i) {
            const row = rows[i];
            const shown = row.at === answers.page;
            for (let k = 0; k < row.blocks.length; ++k) {
                const block = row.blocks[k];
                const x = row.across > 1 && k === row.across - 1 ? answers.width - block.width : Math.round(k * (block.width + Theme.gap));
                block.x = Theme.rtl ? answers.width - x - block.width : x;
                block.y = Math.round(row.y);
                block.height = Math.round(row.y + row.height) - Math.round(row.y);
                block.visible = shown;
                if (block.joined) {
                    const above = rows[i - 1];
                    const below = rows[i + 1];
                    block.firstOfPanel = !above || above.at !== row.at || !above.blocks[0].joined || row.gap > 0;
                    block.lastOfPanel = !below || below.at !== row.at || !below.blocks[0].joined || below.gap > 0;
                }
            }
        }
    }

    // Show the page that `block` stands on.
    function turnTo(block: Block) {
        answers.measure();
        for (const row of answers.rows) {
            if (row.blocks.includes(block))
                answers.page = row.at;
        }
    }

    function watch(block: Block) {
        for (const known of answers.watched) {
            if (known === block)
                return;
        }
        answers.watched.push(block);
        block.implicitHeightChanged.connect(answers.measureSoon);
        block.presentChanged.connect(answers.measureSoon);
        block.perRowChanged.connect(answers.measureSoon);
    }

    onPagesChanged: answers.turned()
    onWidthChanged: answers.measure()
    onChildrenChanged: {
        answers.measure();
        // A Repeater puts a new block in its place only after it has become a child.
        answers.measureSoon();
    }
    onPageHeightChanged: answers.place()
    onLastPageHeightChanged: answers.place()
    onPageChanged: {
        answers.place();
        answers.turned();
    }
    Component.onCompleted: answers.measure()
    Component.onDestruction: answers.gone = true

    Connections {
        target: Theme
        function onChanged() {
            answers.measureSoon();
        }
    }
}
