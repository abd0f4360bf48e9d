<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>AboutService</name>
    <message>
        <source>Sign in now</source>
        <extracomment>The big button: goes on to signing in with the identity card.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forgot your PIN?</source>
        <extracomment>A way out for visitors who do not know their PIN. Short.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The fee</source>
        <extracomment>Before the fee of a service.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How long it takes</source>
        <extracomment>Before a duration such as &quot;at most 5 minutes&quot;.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You need</source>
        <extracomment>Above the things a visitor needs for a service.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Level of trust: high</source>
        <extracomment>How sure the city is of who the visitor is; the German law&apos;s highest level is &quot;hoch&quot;.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Level of trust: substantial</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You sign in with your card and PIN. Nothing is sent yet.</source>
        <extracomment>Below the level of trust.</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>BottomBar</name>
    <message>
        <source>Back</source>
        <extracomment>In the bar at the bottom: to the screen before. One word.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Help</source>
        <extracomment>In the bar at the bottom: calls a person of the office. One word.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language</source>
        <extracomment>In the bar at the bottom: choose another language. One word.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text &amp; contrast</source>
        <extracomment>In the bar at the bottom: text size, colours, low position. Short.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End</source>
        <extracomment>In the bar at the bottom: ends the visit. One word.</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ButtonRow</name>
    <message>
        <source>Previous page</source>
        <extracomment>Turns back to the page before, within the same screen. Short.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next page</source>
        <extracomment>Turns to the next page of the same screen; the big button at the bottom. Short.</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CardForgotten</name>
    <message>
        <source>There is still a card on the reader.</source>
        <extracomment>Someone left an identity card on the reader; nobody can start until it is taken away.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Please take it away. Then you can start.</source>
        <extracomment>Below &quot;There is still a card on the reader.&quot;</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Is it yours? Then take it with you.</source>
        <extracomment>About a card that someone forgot on the reader.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Is it not yours? Please give it to us at the counter.</source>
        <extracomment>About a card that someone forgot on the reader.</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ChooseService</name>
    <message>
        <source>Tap what you need.</source>
        <extracomment>Below the name of a topic, above its services.</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ChooseTopic</name>
    <message>
        <source>What would you like to do?</source>
        <extracomment>The question of the home screen, above the topics.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tap a topic. Or go through the door to PIN help.</source>
        <extracomment>Below &quot;What would you like to do?&quot;</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Closed</name>
    <message>
        <source>This terminal is taking a break.</source>
        <extracomment>The terminal cannot be used at the moment; it is not the visitor&apos;s fault.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is our fault, not yours. It opens again by itself.</source>
        <extracomment>Below &quot;This terminal is taking a break.&quot;</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Please go to the counter. We will help you there.</source>
        <extracomment>Where to go while the terminal is closed.</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Formats</name>
    <message>
        <source>free</source>
        <extracomment>A fee of nothing. In place of an amount.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n euro(s)</source>
        <extracomment>A whole amount of money.</extracomment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>%1 euros</source>
        <extracomment>An amount of money with cents; %1 is for instance 9.50.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>up to %1</source>
        <extracomment>The highest fee; nothing is charged in some cases. %1 is an amount such as &quot;9 euros&quot;.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <extracomment>From the lowest to the highest fee. %1 and %2 are amounts.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>about %1</source>
        <extracomment>A duration; %1 is for instance &quot;10 minutes&quot;.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at most %1</source>
        <extracomment>The longest duration; %1 is for instance &quot;5 minutes&quot;.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <comment>duration</comment>
        <extracomment>%1 is a number, %2 a duration such as &quot;10 minutes&quot;.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n week(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n month(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OpeningService</name>
    <message>
        <source>%1 is being opened.</source>
        <extracomment>While a service is being opened. %1 is its name.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One moment …</source>
        <extracomment>With three squares that fill one by one.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>We are fetching it from the town hall.</source>
        <extracomment>When opening a service takes longer than five seconds.</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PinHelpDoor</name>
    <message>
        <source>PIN help</source>
        <extracomment>Name of the door to PIN help on the home screen. One word if possible.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which 6 digits are meant? We show you.</source>
        <extracomment>Below &quot;PIN help&quot;.</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PinLetter</name>
    <message>
        <source>PIN letter</source>
        <extracomment>Printed on the letter that comes with a new identity card. As the letter itself says, at most ten letters.</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Preparing</name>
    <message>
        <source>The terminal is getting ready.</source>
        <extracomment>While the terminal starts; nobody is using it yet.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It opens by itself in a moment.</source>
        <extracomment>Below &quot;The terminal is getting ready.&quot;</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One moment …</source>
        <extracomment>With three squares that fill one by one.</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReviewRow</name>
    <message>
        <source>Change</source>
        <extracomment>Button beside one line of the application, on the screen that checks everything. Short.</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Rope</name>
    <message>
        <source>Step %1 of %2</source>
        <extracomment>Spoken for the step indicator. %1 is the number of the step, %2 how many there are.</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StaffCode</name>
    <message>
        <source>Code for the staff</source>
        <extracomment>Before a short code such as KA-10 that visitors tell the staff.</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Start</name>
    <message>
        <source>Glück auf!</source>
        <extracomment>The miners&apos; greeting, said all over the Ruhr: keep it in German in every language.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Here you get a lot done yourself.
Calmly and at your own pace.</source>
        <extracomment>Below the greeting on the start screen. Two short lines.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let’s go</source>
        <extracomment>The one button of the start screen.</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SwitchRow</name>
    <message>
        <source>Yes</source>
        <extracomment>Beside a switch that is on. One word.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>Read</source>
        <extracomment>First of the five steps of a visit: read about the service. One word.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign in</source>
        <extracomment>Second step: sign in with card and PIN. One or two words.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Details</source>
        <extracomment>Third step: answer questions. One word.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check</source>
        <extracomment>Fourth step: check everything and send. One word.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finished</source>
        <extracomment>Last step: it is done. One word.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step %1 of %2:</source>
        <extracomment>%1 is the number of this step, %2 how many there are; the name of the step follows in bold.</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
