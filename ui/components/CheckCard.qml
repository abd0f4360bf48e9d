// An answer of which any number may be chosen; also a declaration to tick.
import QtQuick

ChoiceCard {
    single: false
}
