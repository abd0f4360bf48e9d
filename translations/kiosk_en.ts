<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>Account</name>
    <message numerus="yes">
        <source>%n application(s) need something from you.</source>
        <extracomment>Below the greeting: in so many applications an office needs something of the visitor.</extracomment>
        <translation>
            <numerusform>One application needs something from you.</numerusform>
            <numerusform>%n applications need something from you.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>You have %n new message(s).</source>
        <extracomment>Below the greeting: so many messages are unread.</extracomment>
        <translation>
            <numerusform>You have one new message.</numerusform>
            <numerusform>You have %n new messages.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new</source>
        <extracomment>Beside &quot;Mailbox&quot;: so many messages are unread. Short.</extracomment>
        <translation>
            <numerusform>%n new</numerusform>
            <numerusform>%n new</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not sent yet</source>
        <extracomment>Below &quot;My applications&quot;: so many were begun and not sent.</extracomment>
        <translation>
            <numerusform>%n not sent yet</numerusform>
            <numerusform>%n not sent yet</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n open</source>
        <extracomment>Beside &quot;My applications&quot;: so many are sent and not decided. Short.</extracomment>
        <translation>
            <numerusform>%n open</numerusform>
            <numerusform>%n open</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DigitsScreen</name>
    <message numerus="yes">
        <source>You have %n attempt(s)</source>
        <extracomment>Told before the PIN is tried.</extracomment>
        <translation>
            <numerusform>You have %n attempt</numerusform>
            <numerusform>You have %n attempts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n digit(s) still missing</source>
        <extracomment>On the button that confirms a number, while digits are missing.</extracomment>
        <translation>
            <numerusform>%n digit still missing</numerusform>
            <numerusform>%n digits still missing</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EnterCode</name>
    <message numerus="yes">
        <source>You can try %n more time(s).</source>
        <extracomment>Below &quot;That code was not right.&quot;</extracomment>
        <translation>
            <numerusform>You can try %n more time.</numerusform>
            <numerusform>You can try %n more times.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EnterPin</name>
    <message numerus="yes">
        <source>%n digit(s) still missing</source>
        <extracomment>On the button that confirms the PIN, while digits are missing.</extracomment>
        <translation>
            <numerusform>%n digit still missing</numerusform>
            <numerusform>%n digits still missing</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>You have %n attempt(s)</source>
        <extracomment>Told before the PIN is tried.</extracomment>
        <translation>
            <numerusform>You have %n attempt</numerusform>
            <numerusform>You have %n attempts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Formats</name>
    <message numerus="yes">
        <source>%n euro(s)</source>
        <extracomment>A whole amount of money.</extracomment>
        <translation>
            <numerusform>%n euro</numerusform>
            <numerusform>%n euros</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s)</source>
        <translation>
            <numerusform>%n hour</numerusform>
            <numerusform>%n hours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n week(s)</source>
        <translation>
            <numerusform>%n week</numerusform>
            <numerusform>%n weeks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n month(s)</source>
        <translation>
            <numerusform>%n month</numerusform>
            <numerusform>%n months</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n minute</numerusform>
            <numerusform>%n minutes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Problems</name>
    <message numerus="yes">
        <source>This is too short. Please type at least %n letter(s).</source>
        <extracomment>Below a field to type in.</extracomment>
        <translation>
            <numerusform>This is too short. Please type at least %n letter.</numerusform>
            <numerusform>This is too short. Please type at least %n letters.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>This is too long. There is room for %n letter(s).</source>
        <extracomment>Below a field to type in.</extracomment>
        <translation>
            <numerusform>This is too long. There is room for %n letter.</numerusform>
            <numerusform>This is too long. There is room for %n letters.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Please choose at least %n.</source>
        <extracomment>Above several cards.</extracomment>
        <translation>
            <numerusform>Please choose at least %n.</numerusform>
            <numerusform>Please choose at least %n.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Please choose at most %n.</source>
        <extracomment>Above several cards.</extracomment>
        <translation>
            <numerusform>Please choose at most %n.</numerusform>
            <numerusform>Please choose at most %n.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Review</name>
    <message numerus="yes">
        <source>%n file(s)</source>
        <extracomment>Beside a paper on the review, how many files of it are attached.</extracomment>
        <translation>
            <numerusform>%n file</numerusform>
            <numerusform>%n files</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SecretEntry</name>
    <message numerus="yes">
        <source>%n character(s)</source>
        <extracomment>Spoken and shown beside a secret that is typed as dots.</extracomment>
        <translation>
            <numerusform>%n character</numerusform>
            <numerusform>%n characters</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StillThere</name>
    <message numerus="yes">
        <source>In %n second(s) your visit ends. The terminal then deletes what you typed.</source>
        <extracomment>Beside a ring with the seconds. %n seconds are left.</extracomment>
        <translation>
            <numerusform>In one second your visit ends. The terminal then deletes what you typed.</numerusform>
            <numerusform>In %n seconds your visit ends. The terminal then deletes what you typed.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TypeNumberOnReader</name>
    <message numerus="yes">
        <source>You have %n attempt(s)</source>
        <extracomment>Told before the PIN is tried.</extracomment>
        <translation>
            <numerusform>You have %n attempt</numerusform>
            <numerusform>You have %n attempts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TypeOnReader</name>
    <message numerus="yes">
        <source>You have %n attempt(s)</source>
        <extracomment>Told before the PIN is tried.</extracomment>
        <translation>
            <numerusform>You have %n attempt</numerusform>
            <numerusform>You have %n attempts</numerusform>
        </translation>
    </message>
</context>
</TS>
