<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>AboutService</name>
    <message>
        <source>Sign in now</source>
        <extracomment>The big button: goes on to signing in with the identity card.</extracomment>
        <translation>Jetzt anmelden</translation>
    </message>
    <message>
        <source>Forgot your PIN?</source>
        <extracomment>A way out for visitors who do not know their PIN. Short.</extracomment>
        <translation>PIN vergessen?</translation>
    </message>
    <message>
        <source>The fee</source>
        <extracomment>Before the fee of a service.</extracomment>
        <translation>Das kostet</translation>
    </message>
    <message>
        <source>How long it takes</source>
        <extracomment>Before a duration such as &quot;at most 5 minutes&quot;.</extracomment>
        <translation>So lange dauert es</translation>
    </message>
    <message>
        <source>You need</source>
        <extracomment>Above the things a visitor needs for a service.</extracomment>
        <translation>Das brauchen Sie</translation>
    </message>
    <message>
        <source>Level of trust: high</source>
        <extracomment>How sure the city is of who the visitor is; the German law&apos;s highest level is &quot;hoch&quot;.</extracomment>
        <translation>Vertrauensstufe: hoch</translation>
    </message>
    <message>
        <source>Level of trust: substantial</source>
        <translation>Vertrauensstufe: substanziell</translation>
    </message>
    <message>
        <source>You sign in with your card and PIN. Nothing is sent yet.</source>
        <extracomment>Below the level of trust.</extracomment>
        <translation>Sie melden sich mit Karte und PIN an. Noch wird nichts gesendet.</translation>
    </message>
</context>
<context>
    <name>BottomBar</name>
    <message>
        <source>Back</source>
        <extracomment>In the bar at the bottom: to the screen before. One word.</extracomment>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Help</source>
        <extracomment>In the bar at the bottom: calls a person of the office. One word.</extracomment>
        <translation>Hilfe</translation>
    </message>
    <message>
        <source>Language</source>
        <extracomment>In the bar at the bottom: choose another language. One word.</extracomment>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Text &amp; contrast</source>
        <extracomment>In the bar at the bottom: text size, colours, low position. Short.</extracomment>
        <translation>Schrift &amp; Kontrast</translation>
    </message>
    <message>
        <source>End</source>
        <extracomment>In the bar at the bottom: ends the visit. One word.</extracomment>
        <translation>Beenden</translation>
    </message>
</context>
<context>
    <name>ButtonRow</name>
    <message>
        <source>Previous page</source>
        <extracomment>Turns back to the page before, within the same screen. Short.</extracomment>
        <translation>Seite zurück</translation>
    </message>
    <message>
        <source>Next page</source>
        <extracomment>Turns to the next page of the same screen; the big button at the bottom. Short.</extracomment>
        <translation>Nächste Seite</translation>
    </message>
</context>
<context>
    <name>CardForgotten</name>
    <message>
        <source>There is still a card on the reader.</source>
        <extracomment>Someone left an identity card on the reader; nobody can start until it is taken away.</extracomment>
        <translation>Auf dem Lesegerät liegt noch eine Karte.</translation>
    </message>
    <message>
        <source>Please take it away. Then you can start.</source>
        <extracomment>Below &quot;There is still a card on the reader.&quot;</extracomment>
        <translation>Bitte nehmen Sie die Karte weg. Dann können Sie anfangen.</translation>
    </message>
    <message>
        <source>Is it yours? Then take it with you.</source>
        <extracomment>About a card that someone forgot on the reader.</extracomment>
        <translation>Ist es Ihre Karte? Dann nehmen Sie sie mit.</translation>
    </message>
    <message>
        <source>Is it not yours? Please give it to us at the counter.</source>
        <extracomment>About a card that someone forgot on the reader.</extracomment>
        <translation>Ist es nicht Ihre? Bitte geben Sie sie am Schalter ab.</translation>
    </message>
</context>
<context>
    <name>ChooseService</name>
    <message>
        <source>Tap what you need.</source>
        <extracomment>Below the name of a topic, above its services.</extracomment>
        <translation>Tippen Sie auf das, was Sie brauchen.</translation>
    </message>
</context>
<context>
    <name>ChooseTopic</name>
    <message>
        <source>What would you like to do?</source>
        <extracomment>The question of the home screen, above the topics.</extracomment>
        <translation>Was möchten Sie erledigen?</translation>
    </message>
    <message>
        <source>Tap a topic. Or go through the door to PIN help.</source>
        <extracomment>Below &quot;What would you like to do?&quot;</extracomment>
        <translation>Tippen Sie auf ein Thema. Oder gehen Sie durch die Tür zur PIN-Hilfe.</translation>
    </message>
</context>
<context>
    <name>Closed</name>
    <message>
        <source>This terminal is taking a break.</source>
        <extracomment>The terminal cannot be used at the moment; it is not the visitor&apos;s fault.</extracomment>
        <translation>Dieses Terminal macht gerade Pause.</translation>
    </message>
    <message>
        <source>This is our fault, not yours. It opens again by itself.</source>
        <extracomment>Below &quot;This terminal is taking a break.&quot;</extracomment>
        <translation>Das liegt an uns, nicht an Ihnen. Es öffnet von selbst wieder.</translation>
    </message>
    <message>
        <source>Please go to the counter. We will help you there.</source>
        <extracomment>Where to go while the terminal is closed.</extracomment>
        <translation>Bitte gehen Sie zum Schalter. Dort helfen wir Ihnen.</translation>
    </message>
</context>
<context>
    <name>EnterPin</name>
    <message>
        <source>Enter your own 6-digit PIN.</source>
        <extracomment>Above the PIN pad.</extracomment>
        <translation>Geben Sie Ihre eigene 6-⁠stellige PIN ein.</translation>
    </message>
    <message>
        <source>You chose this PIN yourself.</source>
        <extracomment>Below &quot;Enter your own 6-digit PIN.&quot;</extracomment>
        <translation>Diese PIN haben Sie selbst gewählt.</translation>
    </message>
    <message>
        <source>Confirm PIN</source>
        <extracomment>The big button below the PIN pad. Short.</extracomment>
        <translation>PIN bestätigen</translation>
    </message>
    <message numerus="yes">
        <source>%n digit(s) still missing</source>
        <extracomment>On the button that confirms the PIN, while digits are missing.</extracomment>
        <translation>
            <numerusform>Noch %n Ziffer fehlt</numerusform>
            <numerusform>Noch %n Ziffern fehlen</numerusform>
        </translation>
    </message>
    <message>
        <source>Forgot your PIN?</source>
        <extracomment>A way out for visitors who do not know their PIN. Short.</extracomment>
        <translation>PIN vergessen?</translation>
    </message>
    <message numerus="yes">
        <source>You have %n attempt(s)</source>
        <extracomment>Told before the PIN is tried.</extracomment>
        <translation>
            <numerusform>Sie haben %n Versuch</numerusform>
            <numerusform>Sie haben %n Versuche</numerusform>
        </translation>
    </message>
    <message>
        <source>That PIN was not right.</source>
        <extracomment>After a wrong PIN.</extracomment>
        <translation>Diese PIN stimmt nicht.</translation>
    </message>
    <message>
        <source>Take your time and enter it again.</source>
        <extracomment>After a wrong PIN. No hurry.</extracomment>
        <translation>Geben Sie sie in Ruhe noch einmal ein.</translation>
    </message>
</context>
<context>
    <name>Formats</name>
    <message>
        <source>free</source>
        <extracomment>A fee of nothing. In place of an amount.</extracomment>
        <translation>kostenlos</translation>
    </message>
    <message numerus="yes">
        <source>%n euro(s)</source>
        <extracomment>A whole amount of money.</extracomment>
        <translation>
            <numerusform>%n Euro</numerusform>
            <numerusform>%n Euro</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 euros</source>
        <extracomment>An amount of money with cents; %1 is for instance 9.50.</extracomment>
        <translation>%1 Euro</translation>
    </message>
    <message>
        <source>up to %1</source>
        <extracomment>The highest fee; nothing is charged in some cases. %1 is an amount such as &quot;9 euros&quot;.</extracomment>
        <translation>bis zu %1</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <extracomment>From the lowest to the highest fee. %1 and %2 are amounts.</extracomment>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <source>about %1</source>
        <extracomment>A duration; %1 is for instance &quot;10 minutes&quot;.</extracomment>
        <translation>etwa %1</translation>
    </message>
    <message>
        <source>at most %1</source>
        <extracomment>The longest duration; %1 is for instance &quot;5 minutes&quot;.</extracomment>
        <translation>höchstens %1</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <comment>duration</comment>
        <extracomment>%1 is a number, %2 a duration such as &quot;10 minutes&quot;.</extracomment>
        <translation>%1 bis %2</translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s)</source>
        <translation>
            <numerusform>%n Stunde</numerusform>
            <numerusform>%n Stunden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n Tag</numerusform>
            <numerusform>%n Tage</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n week(s)</source>
        <translation>
            <numerusform>%n Woche</numerusform>
            <numerusform>%n Wochen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n month(s)</source>
        <translation>
            <numerusform>%n Monat</numerusform>
            <numerusform>%n Monate</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n Minute</numerusform>
            <numerusform>%n Minuten</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Keyboard</name>
    <message>
        <source>Capital letter</source>
        <extracomment>Spoken for the key that makes the next letter a capital.</extracomment>
        <translation>Großbuchstabe</translation>
    </message>
    <message>
        <source>Delete</source>
        <extracomment>Spoken for the key that takes back the last letter.</extracomment>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Space</source>
        <extracomment>The wide key of the on-screen keyboard that makes a space between words.</extracomment>
        <translation>Leerzeichen</translation>
    </message>
</context>
<context>
    <name>OpeningService</name>
    <message>
        <source>%1 is being opened.</source>
        <extracomment>While a service is being opened. %1 is its name.</extracomment>
        <translation>%1 wird geöffnet.</translation>
    </message>
    <message>
        <source>One moment …</source>
        <extracomment>With three squares that fill one by one.</extracomment>
        <translation>Einen Moment …</translation>
    </message>
    <message>
        <source>We are fetching it from the town hall.</source>
        <extracomment>When opening a service takes longer than five seconds.</extracomment>
        <translation>Wir holen die Angaben aus dem Rathaus.</translation>
    </message>
</context>
<context>
    <name>PinBoxes</name>
    <message>
        <source>%1 of %2 digits typed</source>
        <extracomment>Spoken while the PIN is typed. %1 of %2 digits are there.</extracomment>
        <translation>%1 von %2 Ziffern getippt</translation>
    </message>
</context>
<context>
    <name>PinHelpDoor</name>
    <message>
        <source>PIN help</source>
        <extracomment>Name of the door to PIN help on the home screen. One word if possible.</extracomment>
        <translation>PIN-Hilfe</translation>
    </message>
    <message>
        <source>Which 6 digits are meant? We show you.</source>
        <extracomment>Below &quot;PIN help&quot;.</extracomment>
        <translation>Welche 6 Ziffern sind gemeint? Wir zeigen es Ihnen.</translation>
    </message>
</context>
<context>
    <name>PinLetter</name>
    <message>
        <source>PIN letter</source>
        <extracomment>Printed on the letter that comes with a new identity card. As the letter itself says, at most ten letters.</extracomment>
        <translation>PIN-Brief</translation>
    </message>
</context>
<context>
    <name>PinPad</name>
    <message>
        <source>Delete all</source>
        <extracomment>Key of the PIN pad: takes every digit back. Two words at most.</extracomment>
        <translation>Alles löschen</translation>
    </message>
    <message>
        <source>Delete</source>
        <extracomment>Key of the PIN pad and the keyboard: takes the last one back. One word.</extracomment>
        <translation>Löschen</translation>
    </message>
</context>
<context>
    <name>Preparing</name>
    <message>
        <source>The terminal is getting ready.</source>
        <extracomment>While the terminal starts; nobody is using it yet.</extracomment>
        <translation>Das Terminal macht sich bereit.</translation>
    </message>
    <message>
        <source>It opens by itself in a moment.</source>
        <extracomment>Below &quot;The terminal is getting ready.&quot;</extracomment>
        <translation>Gleich geht es von selbst los.</translation>
    </message>
    <message>
        <source>One moment …</source>
        <extracomment>With three squares that fill one by one.</extracomment>
        <translation>Einen Moment …</translation>
    </message>
</context>
<context>
    <name>ReviewRow</name>
    <message>
        <source>Change</source>
        <extracomment>Button beside one line of the application, on the screen that checks everything. Short.</extracomment>
        <translation>Ändern</translation>
    </message>
</context>
<context>
    <name>Rope</name>
    <message>
        <source>Step %1 of %2</source>
        <extracomment>Spoken for the step indicator. %1 is the number of the step, %2 how many there are.</extracomment>
        <translation>Schritt %1 von %2</translation>
    </message>
</context>
<context>
    <name>StaffCode</name>
    <message>
        <source>Code for the staff</source>
        <extracomment>Before a short code such as KA-10 that visitors tell the staff.</extracomment>
        <translation>Code für das Personal</translation>
    </message>
</context>
<context>
    <name>Start</name>
    <message>
        <source>Glück auf!</source>
        <extracomment>The miners&apos; greeting, said all over the Ruhr: keep it in German in every language.</extracomment>
        <translation>Glück auf!</translation>
    </message>
    <message>
        <source>Here you get a lot done yourself.
Calmly and at your own pace.</source>
        <extracomment>Below the greeting on the start screen. Two short lines.</extracomment>
        <translation>Hier erledigen Sie vieles selbst.
In Ruhe und in Ihrem Tempo.</translation>
    </message>
    <message>
        <source>Let’s go</source>
        <extracomment>The one button of the start screen.</extracomment>
        <translation>Los geht’s</translation>
    </message>
</context>
<context>
    <name>Stepper</name>
    <message>
        <source>One less</source>
        <extracomment>Spoken for the minus button beside a number.</extracomment>
        <translation>Eins weniger</translation>
    </message>
    <message>
        <source>One more</source>
        <extracomment>Spoken for the plus button beside a number.</extracomment>
        <translation>Eins mehr</translation>
    </message>
</context>
<context>
    <name>SwitchRow</name>
    <message>
        <source>Yes</source>
        <extracomment>Beside a switch that is on. One word.</extracomment>
        <translation>Ja</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Nein</translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>Read</source>
        <extracomment>First of the five steps of a visit: read about the service. One word.</extracomment>
        <translation>Lesen</translation>
    </message>
    <message>
        <source>Sign in</source>
        <extracomment>Second step: sign in with card and PIN. One or two words.</extracomment>
        <translation>Anmelden</translation>
    </message>
    <message>
        <source>Details</source>
        <extracomment>Third step: answer questions. One word.</extracomment>
        <translation>Angaben</translation>
    </message>
    <message>
        <source>Check</source>
        <extracomment>Fourth step: check everything and send. One word.</extracomment>
        <translation>Prüfen</translation>
    </message>
    <message>
        <source>Finished</source>
        <extracomment>Last step: it is done. One word.</extracomment>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Step %1 of %2:</source>
        <extracomment>%1 is the number of this step, %2 how many there are; the name of the step follows in bold.</extracomment>
        <translation>Schritt %1 von %2:</translation>
    </message>
</context>
<context>
    <name>WhichDigits</name>
    <message>
        <source>&lt;b&gt;Yes:&lt;/b&gt; 6 digits,&lt;br&gt;only you know them</source>
        <extracomment>Which digits are meant: the PIN the visitor chose. Keep &lt;b&gt; and &lt;/b&gt;.</extracomment>
        <translation>&lt;b&gt;Ja:&lt;/b&gt; 6 Ziffern,&lt;br&gt;nur Sie kennen sie</translation>
    </message>
    <message>
        <source>&lt;b&gt;No:&lt;/b&gt; the 6 digits&lt;br&gt;on the card</source>
        <extracomment>Which digits are not meant: those printed on the card. Keep &lt;b&gt; and &lt;/b&gt;.</extracomment>
        <translation>&lt;b&gt;Nein:&lt;/b&gt; die 6 Ziffern&lt;br&gt;auf der Karte</translation>
    </message>
    <message>
        <source>&lt;b&gt;No:&lt;/b&gt; the 5 digits&lt;br&gt;in the letter</source>
        <extracomment>Which digits are not meant: the transport PIN in the letter. Keep &lt;b&gt; and &lt;/b&gt;.</extracomment>
        <translation>&lt;b&gt;Nein:&lt;/b&gt; die 5 Ziffern&lt;br&gt;im Brief</translation>
    </message>
</context>
</TS>
