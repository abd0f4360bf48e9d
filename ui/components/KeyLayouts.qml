// Which keys the on-screen keyboard has, and where: for words, numbers, addresses, bank accounts.
import QtQuick

QtObject {
    id: layouts

    // What is typed: letters, street, email, iban, digits, decimal, phone; or sign, for passwords.
    property string kind: "letters"
    // BCP 47 code of the language spoken. Every layout has the German letters: German is what is typed.
    property string language: "de"
    // Of the layers that this kind has: the first, or one behind the key that turns them.
    property int layer: 0

    readonly property bool german: layouts.language === "de"
    readonly property bool numeric: ["digits", "decimal", "phone"].includes(layouts.kind)
    // What the key that turns the layers says, layer by layer; empty where there is only one.
    readonly property list<string> turns: layouts.kind === "sign" ? ["?!#", "abc"] : layouts.kind === "letters" || layouts.kind === "street" ? ["á ł", "ñ ž", "abc"] : []
    readonly property int columns: layouts.numeric ? 3 : layouts.kind === "email" || layouts.kind === "iban" ? 10 : 11
    readonly property int rows: layouts.numeric || layouts.kind === "iban" ? 4 : 5
    // Each key: its name, and where it stands in columns and rows.
    readonly property var keys: {
        if (layouts.numeric)
            return layouts.pad();
        switch (layouts.kind) {
        case "iban":
            return layouts.lines(["1234567890", layouts.letters[1].slice(0, 10).toUpperCase(), layouts.letters[2].slice(0, 9).toUpperCase(), layouts.letters[3].toUpperCase()], "", []);
        case "email":
            return layouts.lines(["1234567890", layouts.letters[1].slice(0, 10), layouts.letters[2].slice(0, 9), layouts.letters[3]], "", [["@", 2], [".", 1], ["-", 1], ["_", 1], ["+", 1], [".de", 2], [".com", 2]]);
        case "sign":
            return layouts.lines(layouts.layer > 0 ? layouts.signs : layouts.letters, layouts.layer > 0 ? "" : "shift", [["layer", 2], ["@", 1], [" ", 5], [".", 1], ["-", 1], ["_", 1]]);
        default:
            return layouts.lines([layouts.letters, layouts.accents, layouts.moreAccents][layouts.layer], "shift", [["layer", 2], ["-", 1], [",", 1], [" ", 4], [".", 1], ["/", 1], ["&", 1]]);
        }
    }

    readonly property list<string> letters: layouts.german ? [layouts.topRow, "qwertzuiopü", "asdfghjklöä", "yxcvbnm"] : [layouts.topRow, "qwertyuiopü", "asdfghjklöä", "zxcvbnm"]
    readonly property string topRow: layouts.kind === "street" ? "" : "1234567890ß"
    readonly property list<string> signs: ["!\"§$%&/()=?", "+*~#'^°´`", "{[]}\\<>|€", ",;:²³µ"]
    // By the letter below the accent, as far as languages of Europe and of the people here write them.
    readonly property list<string> accents: ["áàâãåāăąæçć", "čďđéèêëēėęě", "ğíîïīıİįķļł", "ñńňņóôõ"]
    readonly property list<string> moreAccents: ["øőòœřšśşșťț", "úùûūůűųýÿźž", "żģţþð’'", ""]

    function key(name: string, row: int, column: real, span: real): var {
        return {
            "name": name,
            "row": row,
            "column": column,
            "span": span
        };
    }
    // Four lines of letters, centred; `first` opens the fourth, "delete" ends it; below it what `last` lists.
    function lines(texts: var, first: string, last: var): var {
        const made = [];
        texts.forEach((line, row) => {
            if (row === 3 && first !== "")
                made.push(layouts.key(first, row, 0, 2));
            const from = row === 3 && first === "" ? Math.min((layouts.columns - line.length) / 2, layouts.columns - 2 - line.length) : (layouts.columns - line.length) / 2;
            for (let i = 0; i < line.length; ++i)
                made.push(layouts.key(line.charAt(i), row, from + i, 1));
            if (row === 3)
                made.push(layouts.key("delete", row, layouts.columns - 2, 2));
        });
        let column = 0;
        for (const [name, span] of last) {
            made.push(layouts.key(name, 4, column, span));
            column += span;
        }
        return made;
    }
    // Ten digits in their fixed order.
    function pad(): var {
        const made = [];
        for (let i = 0; i < 9; ++i)
            made.push(layouts.key(String(i + 1), Math.floor(i / 3), i % 3, 1));
        const beside = layouts.kind === "phone" ? "+" : layouts.kind === "decimal" ? "," : "";
        if (beside !== "")
            made.push(layouts.key(beside, 3, 0, 1));
        made.push(layouts.key("0", 3, 1, 1));
        made.push(layouts.key("delete", 3, 2, 1));
        return made;
    }
}
