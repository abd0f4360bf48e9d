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
        <extracomment>How sure the city is of who the visitor is: the highest level of German law, &quot;hoch&quot;.</extracomment>
        <translation>Vertrauensstufe: hoch</translation>
    </message>
    <message>
        <source>Level of trust: substantial</source>
        <extracomment>How sure the city is of who the visitor is: the middle level of German law, &quot;substanziell&quot;.</extracomment>
        <translation>Vertrauensstufe: substanziell</translation>
    </message>
    <message>
        <source>You sign in with your card and PIN. Nothing is sent yet.</source>
        <extracomment>Below the level of trust.</extracomment>
        <translation>Sie melden sich mit Karte und PIN an. Noch wird nichts gesendet.</translation>
    </message>
    <message>
        <source>Go on by phone</source>
        <extracomment>The big button: goes on to the code for another authority&apos;s web page. Short.</extracomment>
        <translation>Weiter mit dem Telefon</translation>
    </message>
    <message>
        <source>Start now</source>
        <extracomment>The big button: goes on to a form that needs no sign-in. Short.</extracomment>
        <translation>Jetzt beginnen</translation>
    </message>
    <message>
        <source>This service is closed at the moment.</source>
        <extracomment>Nobody can use this service at the moment.</extracomment>
        <translation>Dieser Dienst ist gerade geschlossen.</translation>
    </message>
    <message>
        <source>Ask at the counter when it opens again.</source>
        <extracomment>Below &quot;This service is closed at the moment.&quot;, where the city gives no reason.</extracomment>
        <translation>Fragen Sie am Schalter, wann er wieder öffnet.</translation>
    </message>
    <message>
        <source>Level of trust: normal</source>
        <extracomment>How sure the city is of who the visitor is: the lowest level of German law, &quot;normal&quot;.</extracomment>
        <translation>Vertrauensniveau: normal</translation>
    </message>
    <message>
        <source>No sign-in needed</source>
        <extracomment>The city does not ask who the visitor is.</extracomment>
        <translation>Ohne Anmeldung</translation>
    </message>
    <message>
        <source>Nobody has to know who you are. Nothing is sent yet.</source>
        <extracomment>Below &quot;No sign-in needed&quot;.</extracomment>
        <translation>Niemand muss wissen, wer Sie sind. Es wird noch nichts gesendet.</translation>
    </message>
    <message>
        <source>Your card and PIN, or your user name and password. Nothing is sent yet.</source>
        <extracomment>Below the lowest level of trust.</extracomment>
        <translation>Mit Karte und PIN, oder mit Name und Passwort. Es wird noch nichts gesendet.</translation>
    </message>
</context>
<context>
    <name>Account</name>
    <message numerus="yes">
        <source>%n application(s) need something from you.</source>
        <extracomment>Below the greeting: in so many applications an office needs something of the visitor.</extracomment>
        <translation>
            <numerusform>Ein Antrag braucht etwas von Ihnen.</numerusform>
            <numerusform>%n Anträge brauchen etwas von Ihnen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>You have %n new message(s).</source>
        <extracomment>Below the greeting: so many messages are unread.</extracomment>
        <translation>
            <numerusform>Sie haben eine neue Nachricht.</numerusform>
            <numerusform>Sie haben %n neue Nachrichten.</numerusform>
        </translation>
    </message>
    <message>
        <source>There is nothing you have to do.</source>
        <extracomment>Below the greeting, when there is no news.</extracomment>
        <translation>Sie müssen gerade nichts tun.</translation>
    </message>
    <message>
        <source>Good day, %1.</source>
        <extracomment>A greeting; %1 is the visitor&apos;s name.</extracomment>
        <translation>Guten Tag, %1.</translation>
    </message>
    <message>
        <source>Finish</source>
        <extracomment>The big button that ends the visit.</extracomment>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Mailbox</source>
        <extracomment>A door: messages of the city.</extracomment>
        <translation>Postfach</translation>
    </message>
    <message>
        <source>Messages and decisions of the city</source>
        <extracomment>Below &quot;Mailbox&quot;.</extracomment>
        <translation>Nachrichten und Bescheide der Stadt</translation>
    </message>
    <message numerus="yes">
        <source>%n new</source>
        <extracomment>Beside &quot;Mailbox&quot;: so many messages are unread. Short.</extracomment>
        <translation>
            <numerusform>%n neu</numerusform>
            <numerusform>%n neu</numerusform>
        </translation>
    </message>
    <message>
        <source>My applications</source>
        <extracomment>A door: what the visitor applied for.</extracomment>
        <translation>Meine Anträge</translation>
    </message>
    <message numerus="yes">
        <source>%n not sent yet</source>
        <extracomment>Below &quot;My applications&quot;: so many were begun and not sent.</extracomment>
        <translation>
            <numerusform>%n noch nicht gesendet</numerusform>
            <numerusform>%n noch nicht gesendet</numerusform>
        </translation>
    </message>
    <message>
        <source>See how far they are</source>
        <extracomment>Below &quot;My applications&quot;.</extracomment>
        <translation>Sehen, wie weit sie sind</translation>
    </message>
    <message numerus="yes">
        <source>%n open</source>
        <extracomment>Beside &quot;My applications&quot;: so many are sent and not decided. Short.</extracomment>
        <translation>
            <numerusform>%n offen</numerusform>
            <numerusform>%n offen</numerusform>
        </translation>
    </message>
    <message>
        <source>My appointments</source>
        <extracomment>A door: appointments at the offices.</extracomment>
        <translation>Meine Termine</translation>
    </message>
    <message>
        <source>You have none at the moment</source>
        <extracomment>Below &quot;My appointments&quot;.</extracomment>
        <translation>Zurzeit haben Sie keinen</translation>
    </message>
    <message>
        <source>My data</source>
        <extracomment>A door: what the city knows of the visitor.</extracomment>
        <translation>Meine Daten</translation>
    </message>
    <message>
        <source>What is stored, and what you agreed to</source>
        <extracomment>Below &quot;My data&quot;.</extracomment>
        <translation>Was gespeichert ist und wozu Sie Ja gesagt haben</translation>
    </message>
    <message>
        <source>Who saw what</source>
        <extracomment>A door: who saw or used the visitor&apos;s data.</extracomment>
        <translation>Wer hat was gesehen?</translation>
    </message>
    <message>
        <source>Every look at your data</source>
        <extracomment>Below &quot;Who saw what&quot;.</extracomment>
        <translation>Jeder Blick in Ihre Daten</translation>
    </message>
    <message>
        <source>Act for whom?</source>
        <extracomment>A button: who represents an organisation changes for whom they act. Short.</extracomment>
        <translation>Für wen handeln?</translation>
    </message>
</context>
<context>
    <name>AccountEnds</name>
    <message>
        <source>Your account will be deleted.</source>
        <extracomment>The end of the account was asked for.</extracomment>
        <translation>Ihr Konto wird gelöscht.</translation>
    </message>
    <message>
        <source>It ends on %1.</source>
        <extracomment>Below &quot;Your account will be deleted.&quot;; %1 is a date.</extracomment>
        <translation>Es endet am %1.</translation>
    </message>
    <message>
        <source>Finish</source>
        <extracomment>The big button that ends the visit.</extracomment>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Until then, everything stays.</source>
        <extracomment>After the end of the account was asked for; %1 is a date.</extracomment>
        <translation>Bis dahin bleibt alles, wie es ist.</translation>
    </message>
    <message>
        <source>You can still read and print your papers.</source>
        <extracomment>Below &quot;Until then, everything stays.&quot;</extracomment>
        <translation>Sie können alles noch lesen und drucken.</translation>
    </message>
    <message>
        <source>Changed your mind?</source>
        <extracomment>After the end of the account was asked for.</extracomment>
        <translation>Anders überlegt?</translation>
    </message>
    <message>
        <source>Tell us at the counter before that day.</source>
        <extracomment>Below &quot;Changed your mind?&quot;</extracomment>
        <translation>Sagen Sie es uns vor diesem Tag am Schalter.</translation>
    </message>
    <message>
        <source>What you sent stays with the office.</source>
        <extracomment>After the end of the account was asked for.</extracomment>
        <translation>Was Sie gesendet haben, bleibt beim Amt.</translation>
    </message>
    <message>
        <source>Your applications go on.</source>
        <extracomment>Below &quot;What you sent stays with the office.&quot;</extracomment>
        <translation>Ihre Anträge laufen weiter.</translation>
    </message>
</context>
<context>
    <name>AccountWords</name>
    <message>
        <source>There were too many wrong tries.</source>
        <extracomment>What happened, as a heading; two short lines at most.</extracomment>
        <translation>Es gab zu viele falsche Versuche.</translation>
    </message>
    <message>
        <source>So the password rests for a while. That protects the account.</source>
        <extracomment>Whose fault it is, or why it happened. One short sentence.</extracomment>
        <translation>Darum ruht das Passwort eine Weile. Das schützt das Konto.</translation>
    </message>
    <message>
        <source>With your card it works at once.</source>
        <extracomment>What to do next. Short.</extracomment>
        <translation>Mit Ihrer Karte geht es sofort.</translation>
    </message>
    <message>
        <source>With the password please try again in about 15 minutes.</source>
        <extracomment>More about what to do next. One short sentence.</extracomment>
        <translation>Mit dem Passwort bitte in etwa 15 Minuten noch einmal.</translation>
    </message>
    <message>
        <source>The password of this account is locked.</source>
        <extracomment>What happened, as a heading; two short lines at most.</extracomment>
        <translation>Das Passwort dieses Kontos ist gesperrt.</translation>
    </message>
    <message>
        <source>Somebody entered it wrong too often.</source>
        <extracomment>Whose fault it is, or why it happened. One short sentence.</extracomment>
        <translation>Jemand hat es zu oft falsch eingegeben.</translation>
    </message>
    <message>
        <source>Your card unlocks it.</source>
        <extracomment>What to do next. Short.</extracomment>
        <translation>Ihre Karte entsperrt es.</translation>
    </message>
    <message>
        <source>Sign in with the card and your 6-digit PIN.</source>
        <extracomment>More about what to do next. One short sentence.</extracomment>
        <translation>Melden Sie sich mit Karte und 6-stelliger PIN an.</translation>
    </message>
    <message>
        <source>This card belongs to another account.</source>
        <extracomment>What happened, as a heading; two short lines at most.</extracomment>
        <translation>Diese Karte gehört zu einem anderen Konto.</translation>
    </message>
    <message>
        <source>You signed in with a password as somebody else.</source>
        <extracomment>Whose fault it is, or why it happened. One short sentence.</extracomment>
        <translation>Mit dem Passwort haben Sie sich als jemand anderes angemeldet.</translation>
    </message>
    <message>
        <source>You are still signed in.</source>
        <extracomment>What is safe now. Short.</extracomment>
        <translation>Sie sind weiter angemeldet.</translation>
    </message>
    <message>
        <source>Please lay down your own card.</source>
        <extracomment>What to do next. Short.</extracomment>
        <translation>Bitte legen Sie Ihre eigene Karte auf.</translation>
    </message>
    <message>
        <source>Or finish, and begin anew with this one.</source>
        <extracomment>More about what to do next. One short sentence.</extracomment>
        <translation>Oder beenden Sie, und beginnen Sie mit dieser neu.</translation>
    </message>
    <message>
        <source>Nothing of the card was taken over.</source>
        <extracomment>More about what is safe. One short sentence.</extracomment>
        <translation>Von der Karte wurde nichts übernommen.</translation>
    </message>
    <message>
        <source>This sign-in is over.</source>
        <extracomment>What happened, as a heading; two short lines at most.</extracomment>
        <translation>Diese Anmeldung ist beendet.</translation>
    </message>
    <message>
        <source>It took too long, or the code was wrong too often.</source>
        <extracomment>Whose fault it is, or why it happened. One short sentence.</extracomment>
        <translation>Es hat zu lange gedauert, oder der Code war zu oft falsch.</translation>
    </message>
    <message>
        <source>Please begin the sign-in once more.</source>
        <extracomment>What to do next. Short.</extracomment>
        <translation>Bitte beginnen Sie die Anmeldung noch einmal.</translation>
    </message>
    <message>
        <source>You get a new code for it.</source>
        <extracomment>More about what to do next. One short sentence.</extracomment>
        <translation>Sie bekommen dafür einen neuen Code.</translation>
    </message>
    <message>
        <source>Your account is safe.</source>
        <extracomment>What is safe now. Short.</extracomment>
        <translation>Ihr Konto ist sicher.</translation>
    </message>
    <message>
        <source>Nothing was sent.</source>
        <extracomment>More about what is safe. One short sentence.</extracomment>
        <translation>Es wurde nichts gesendet.</translation>
    </message>
    <message>
        <source>Sign in with the card</source>
        <extracomment>The big button after a failure with the password. Short.</extracomment>
        <translation>Mit Karte anmelden</translation>
    </message>
    <message>
        <source>This is for companies and associations.</source>
        <extracomment>What happened, as a heading; two short lines at most.</extracomment>
        <translation>Das ist für Firmen und Vereine.</translation>
    </message>
    <message>
        <source>Bochum-ID knows none that you represent.</source>
        <extracomment>Whose fault it is, or why it happened. One short sentence.</extracomment>
        <translation>Bochum-ID kennt keine, die Sie vertreten.</translation>
    </message>
    <message>
        <source>Have yourself named as its representative.</source>
        <extracomment>What to do next. Short.</extracomment>
        <translation>Lassen Sie sich als Vertretung eintragen.</translation>
    </message>
    <message>
        <source>We tell you at the counter how that works.</source>
        <extracomment>More about what to do next. One short sentence.</extracomment>
        <translation>Wie das geht, sagen wir Ihnen am Schalter.</translation>
    </message>
    <message>
        <source>You may only look at this organisation&apos;s things.</source>
        <extracomment>What happened, as a heading; two short lines at most.</extracomment>
        <translation>Bei dieser Organisation dürfen Sie nur lesen.</translation>
    </message>
    <message>
        <source>Your authority does not go far enough to apply.</source>
        <extracomment>Whose fault it is, or why it happened. One short sentence.</extracomment>
        <translation>Ihre Vollmacht reicht nicht für einen Antrag.</translation>
    </message>
    <message>
        <source>Choose somebody else to act for.</source>
        <extracomment>What to do next. Short.</extracomment>
        <translation>Wählen Sie, für wen Sie sonst handeln.</translation>
    </message>
    <message>
        <source>Or have the organisation widen your authority.</source>
        <extracomment>More about what to do next. One short sentence.</extracomment>
        <translation>Oder lassen Sie Ihre Vollmacht erweitern.</translation>
    </message>
    <message>
        <source>Choose again</source>
        <extracomment>The big button: back to the choice for whom one acts. Short.</extracomment>
        <translation>Neu wählen</translation>
    </message>
    <message>
        <source>There were too many wrong numbers.</source>
        <extracomment>What happened, as a heading; two short lines at most.</extracomment>
        <translation>Es waren zu viele falsche Nummern.</translation>
    </message>
    <message>
        <source>So this terminal takes none for a while. That protects appointments.</source>
        <extracomment>Whose fault it is, or why it happened. One short sentence.</extracomment>
        <translation>Darum nimmt das Terminal eine Weile keine. Das schützt die Termine.</translation>
    </message>
    <message>
        <source>Your appointment is kept.</source>
        <extracomment>What is safe now. Short.</extracomment>
        <translation>Ihr Termin bleibt bestehen.</translation>
    </message>
    <message>
        <source>Nothing was cancelled.</source>
        <extracomment>More about what is safe. One short sentence.</extracomment>
        <translation>Es wurde nichts abgesagt.</translation>
    </message>
    <message>
        <source>At the counter it works at once.</source>
        <extracomment>What to do next. Short.</extracomment>
        <translation>Am Schalter geht es sofort.</translation>
    </message>
    <message>
        <source>Or try again here in about 15 minutes.</source>
        <extracomment>More about what to do next. One short sentence.</extracomment>
        <translation>Oder versuchen Sie es hier in etwa 15 Minuten.</translation>
    </message>
</context>
<context>
    <name>ActivityWords</name>
    <message>
        <source>Signed in with the card</source>
        <extracomment>An entry of the list of who saw what.</extracomment>
        <translation>Anmeldung mit dem Ausweis</translation>
    </message>
    <message>
        <source>Signed in with the password</source>
        <extracomment>An entry of the list of who saw what.</extracomment>
        <translation>Anmeldung mit dem Passwort</translation>
    </message>
    <message>
        <source>Signed out</source>
        <extracomment>An entry of the list of who saw what.</extracomment>
        <translation>Abmeldung</translation>
    </message>
    <message>
        <source>Signed in with the card as well</source>
        <extracomment>An entry of the list of who saw what.</extracomment>
        <translation>Anmeldung zusätzlich mit dem Ausweis</translation>
    </message>
    <message>
        <source>Account opened</source>
        <extracomment>An entry of the list of who saw what.</extracomment>
        <translation>Konto eröffnet</translation>
    </message>
    <message>
        <source>Account unlocked with the card</source>
        <extracomment>An entry of the list of who saw what.</extracomment>
        <translation>Konto mit dem Ausweis entsperrt</translation>
    </message>
    <message>
        <source>Contact details changed</source>
        <extracomment>An entry of the list of who saw what.</extracomment>
        <translation>Kontaktdaten geändert</translation>
    </message>
    <message>
        <source>A card was linked</source>
        <extracomment>An entry of the list of who saw what.</extracomment>
        <translation>Ein Ausweis wurde verbunden</translation>
    </message>
    <message>
        <source>A card was removed</source>
        <extracomment>An entry of the list of who saw what.</extracomment>
        <translation>Ein Ausweis wurde entfernt</translation>
    </message>
    <message>
        <source>A consent was given or taken back</source>
        <extracomment>An entry of the list of who saw what.</extracomment>
        <translation>Eine Einwilligung wurde geändert</translation>
    </message>
    <message>
        <source>End of the account asked for</source>
        <extracomment>An entry of the list of who saw what.</extracomment>
        <translation>Löschung des Kontos verlangt</translation>
    </message>
    <message>
        <source>An application was sent</source>
        <extracomment>An entry of the list of who saw what.</extracomment>
        <translation>Ein Antrag wurde gesendet</translation>
    </message>
    <message>
        <source>An application was taken back</source>
        <extracomment>An entry of the list of who saw what.</extracomment>
        <translation>Ein Antrag wurde zurückgezogen</translation>
    </message>
    <message>
        <source>A second person signed</source>
        <extracomment>An entry of the list of who saw what.</extracomment>
        <translation>Eine zweite Person hat unterschrieben</translation>
    </message>
    <message>
        <source>Data went to an office</source>
        <extracomment>An entry of the list of who saw what.</extracomment>
        <translation>Daten gingen an ein Amt</translation>
    </message>
    <message>
        <source>A fee was paid</source>
        <extracomment>An entry of the list of who saw what.</extracomment>
        <translation>Eine Gebühr wurde bezahlt</translation>
    </message>
    <message>
        <source>A document was opened</source>
        <extracomment>An entry of the list of who saw what.</extracomment>
        <translation>Ein Dokument wurde geöffnet</translation>
    </message>
    <message>
        <source>A document was printed</source>
        <extracomment>An entry of the list of who saw what.</extracomment>
        <translation>Ein Dokument wurde gedruckt</translation>
    </message>
    <message>
        <source>A message was read</source>
        <extracomment>An entry of the list of who saw what.</extracomment>
        <translation>Eine Nachricht wurde gelesen</translation>
    </message>
    <message>
        <source>An appointment was booked or cancelled</source>
        <extracomment>An entry of the list of who saw what.</extracomment>
        <translation>Ein Termin wurde gebucht oder abgesagt</translation>
    </message>
    <message>
        <source>Somebody acted for an organisation</source>
        <extracomment>An entry of the list of who saw what.</extracomment>
        <translation>Jemand hat für eine Organisation gehandelt</translation>
    </message>
    <message>
        <source>Your account was used</source>
        <extracomment>An entry of the list of who saw what, of a kind that this terminal does not know.</extracomment>
        <translation>Ihr Konto wurde benutzt</translation>
    </message>
</context>
<context>
    <name>ApplicationStatus</name>
    <message>
        <source>Your application: %1</source>
        <extracomment>Below the name of a service: where the application stands. %1 is for instance &quot;being worked on&quot;.</extracomment>
        <translation>Ihr Antrag: %1</translation>
    </message>
    <message>
        <source>Throw away</source>
        <extracomment>Deletes an application that was not sent. Short.</extracomment>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>Take back</source>
        <extracomment>Takes back an application that was sent. Short.</extracomment>
        <translation>Zurückziehen</translation>
    </message>
    <message>
        <source>Go on with it</source>
        <extracomment>Goes on with an application that was begun and not sent.</extracomment>
        <translation>Weiter ausfüllen</translation>
    </message>
    <message>
        <source>The office needs something from you.</source>
        <extracomment>The office waits for the visitor.</extracomment>
        <translation>Das Amt braucht etwas von Ihnen.</translation>
    </message>
    <message>
        <source>Read its message below and answer it.</source>
        <extracomment>Below &quot;The office needs something from you.&quot;</extracomment>
        <translation>Lesen Sie die Nachricht unten und antworten Sie.</translation>
    </message>
    <message>
        <source>This form has changed since you began.</source>
        <extracomment>A form that was begun, and that has changed since.</extracomment>
        <translation>Dieses Formular ist inzwischen neu.</translation>
    </message>
    <message>
        <source>Please begin anew. We are sorry.</source>
        <extracomment>Below &quot;This form has changed since you began.&quot;</extracomment>
        <translation>Bitte fangen Sie neu an. Das tut uns leid.</translation>
    </message>
    <message>
        <source>Decision of the office</source>
        <extracomment>A letter that decides an application.</extracomment>
        <translation>Bescheid vom Amt</translation>
    </message>
    <message>
        <source>Question of the office</source>
        <extracomment>A letter in which the office asks for something.</extracomment>
        <translation>Frage vom Amt</translation>
    </message>
    <message>
        <source>Message of the office</source>
        <extracomment>A letter of the office.</extracomment>
        <translation>Nachricht vom Amt</translation>
    </message>
    <message>
        <source>new</source>
        <extracomment>Beside a letter that nobody has read. Short.</extracomment>
        <translation>neu</translation>
    </message>
    <message>
        <source>Document</source>
        <extracomment>Before the name of a document.</extracomment>
        <translation>Dokument</translation>
    </message>
    <message>
        <source>Print</source>
        <extracomment>The button that prints a document. One word.</extracomment>
        <translation>Drucken</translation>
    </message>
    <message>
        <source>Reference number</source>
        <extracomment>Before the number under which the office finds the application.</extracomment>
        <translation>Vorgangsnummer</translation>
    </message>
</context>
<context>
    <name>AppointmentCancelled</name>
    <message>
        <source>Your appointment is cancelled.</source>
        <extracomment>An appointment was cancelled as the visitor wished.</extracomment>
        <translation>Ihr Termin ist abgesagt.</translation>
    </message>
    <message>
        <source>Thank you. Somebody else can have the time now.</source>
        <extracomment>Below &quot;Your appointment is cancelled.&quot;</extracomment>
        <translation>Vielen Dank. Jetzt kann jemand anderes die Zeit nutzen.</translation>
    </message>
    <message>
        <source>Finish</source>
        <extracomment>The big button that ends the visit.</extracomment>
        <translation>Fertig</translation>
    </message>
</context>
<context>
    <name>AppointmentDesk</name>
    <message>
        <source>What would you like to do?</source>
        <extracomment>Above four ways on: book, check in, draw a number, cancel.</extracomment>
        <translation>Was möchten Sie tun?</translation>
    </message>
    <message>
        <source>You need not sign in for this.</source>
        <extracomment>Below &quot;What would you like to do?&quot;, at the place for appointments.</extracomment>
        <translation>Dafür müssen Sie sich nicht anmelden.</translation>
    </message>
    <message>
        <source>I have an appointment</source>
        <extracomment>At the place for appointments: somebody has one and is here now.</extracomment>
        <translation>Ich habe einen Termin</translation>
    </message>
    <message>
        <source>Say that you are here</source>
        <extracomment>Below &quot;I have an appointment&quot;</extracomment>
        <translation>Sagen, dass Sie da sind</translation>
    </message>
    <message>
        <source>Book an appointment</source>
        <extracomment>At the place for appointments.</extracomment>
        <translation>Termin vereinbaren</translation>
    </message>
    <message>
        <source>For another day</source>
        <extracomment>Below &quot;Book an appointment&quot;</extracomment>
        <translation>Für einen anderen Tag</translation>
    </message>
    <message>
        <source>Draw a waiting number</source>
        <extracomment>At the place for appointments: for people without one.</extracomment>
        <translation>Wartenummer ziehen</translation>
    </message>
    <message>
        <source>Without an appointment, for today</source>
        <extracomment>Below &quot;Draw a waiting number&quot;</extracomment>
        <translation>Ohne Termin, für heute</translation>
    </message>
    <message>
        <source>Cancel an appointment</source>
        <extracomment>At the place for appointments.</extracomment>
        <translation>Termin absagen</translation>
    </message>
    <message>
        <source>With the code on your slip</source>
        <extracomment>Below &quot;Cancel an appointment&quot;: what is needed for it.</extracomment>
        <translation>Mit dem Code auf Ihrem Zettel</translation>
    </message>
</context>
<context>
    <name>AppointmentMade</name>
    <message>
        <source>Your appointment is booked.</source>
        <extracomment>An appointment has been made.</extracomment>
        <translation>Ihr Termin steht fest.</translation>
    </message>
    <message>
        <source>Take the slip with you on the day.</source>
        <extracomment>Below &quot;Your appointment is booked.&quot;: the slip has the number.</extracomment>
        <translation>Bringen Sie den Zettel zum Termin mit.</translation>
    </message>
    <message>
        <source>Finish</source>
        <extracomment>The big button that ends the visit.</extracomment>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Print again</source>
        <extracomment>Tries once more to print the slip.</extracomment>
        <translation>Noch einmal drucken</translation>
    </message>
    <message>
        <source>When</source>
        <extracomment>Before the day and time of an appointment.</extracomment>
        <translation>Wann</translation>
    </message>
    <message>
        <source>Place</source>
        <extracomment>Before the name and address of an office.</extracomment>
        <translation>Ort</translation>
    </message>
    <message>
        <source>Bring along</source>
        <extracomment>Before a list of things to bring to an appointment.</extracomment>
        <translation>Mitbringen</translation>
    </message>
    <message>
        <source>Code for cancelling</source>
        <extracomment>Before a code that cancels an appointment.</extracomment>
        <translation>Code zum Absagen</translation>
    </message>
    <message>
        <source>Your number</source>
        <extracomment>Before the number by which somebody is called. Short.</extracomment>
        <translation>Ihre Nummer</translation>
    </message>
</context>
<context>
    <name>AskFirst</name>
    <message>
        <source>No, go back</source>
        <extracomment>The button that does nothing and goes back. Short.</extracomment>
        <translation>Nein, zurück</translation>
    </message>
</context>
<context>
    <name>AttachFiles</name>
    <message>
        <source>We need this paper.</source>
        <extracomment>Below the name of a paper, such as &quot;landlord&apos;s confirmation&quot;.</extracomment>
        <translation>Diese Unterlage brauchen wir.</translation>
    </message>
    <message>
        <source>You can add this paper. You need not.</source>
        <extracomment>Below the name of a paper that nobody has to attach.</extracomment>
        <translation>Sie können sie beifügen. Sie müssen nicht.</translation>
    </message>
    <message>
        <source>Keep it so</source>
        <extracomment>The big button below a paper that was to be changed: back to the review.</extracomment>
        <translation>So lassen</translation>
    </message>
    <message>
        <source>Continue</source>
        <extracomment>The big button below a paper that is attached: to the next step.</extracomment>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Continue without it</source>
        <extracomment>The big button below a paper that nobody has to attach.</extracomment>
        <translation>Ohne weiter</translation>
    </message>
    <message>
        <source>First add the paper.</source>
        <extracomment>On the big button, while a paper that is needed is missing.</extracomment>
        <translation>Fügen Sie sie zuerst hinzu.</translation>
    </message>
    <message>
        <source>Scan another paper here</source>
        <extracomment>A way to attach one more paper: with the scanner of the terminal.</extracomment>
        <translation>Noch eine hier scannen</translation>
    </message>
    <message>
        <source>Scan the paper here</source>
        <extracomment>A way to attach a paper: with the scanner of the terminal.</extracomment>
        <translation>Hier einscannen</translation>
    </message>
    <message>
        <source>You have it with you on paper.</source>
        <extracomment>Below &quot;Scan the paper here&quot;</extracomment>
        <translation>Sie haben sie auf Papier dabei.</translation>
    </message>
    <message>
        <source>Send another file from my phone</source>
        <extracomment>A way to attach one more paper: from the visitor&apos;s own phone.</extracomment>
        <translation>Noch eine Datei vom Handy senden</translation>
    </message>
    <message>
        <source>Send it from my phone</source>
        <extracomment>A way to attach a paper: from the visitor&apos;s own phone.</extracomment>
        <translation>Vom Handy senden</translation>
    </message>
    <message>
        <source>A photo or PDF of up to %1 MB.</source>
        <extracomment>Below &quot;Send it from my phone&quot;. %1 is a number of megabytes.</extracomment>
        <translation>Ein Foto oder eine PDF-Datei bis %1 MB.</translation>
    </message>
    <message>
        <source>Nothing arrived from your phone.</source>
        <extracomment>No file came from the visitor&apos;s phone in time.</extracomment>
        <translation>Von Ihrem Handy ist nichts angekommen.</translation>
    </message>
    <message>
        <source>This file may contain a virus.</source>
        <extracomment>Why a file was not taken.</extracomment>
        <translation>In dieser Datei kann ein Virus sein.</translation>
    </message>
    <message>
        <source>This kind of file does not work here.</source>
        <extracomment>Why a file was not taken.</extracomment>
        <translation>Diese Art Datei geht hier nicht.</translation>
    </message>
    <message>
        <source>This file is locked with a password.</source>
        <extracomment>Why a file was not taken.</extracomment>
        <translation>Diese Datei ist mit einem Passwort geschützt.</translation>
    </message>
    <message>
        <source>This file is too large.</source>
        <extracomment>Why a file was not taken.</extracomment>
        <translation>Diese Datei ist zu groß.</translation>
    </message>
    <message>
        <source>This file cannot be read.</source>
        <extracomment>Why a file was not taken.</extracomment>
        <translation>Diese Datei ist nicht lesbar.</translation>
    </message>
    <message>
        <source>Try again. You get a new code.</source>
        <extracomment>What to do when no file came from the phone in time.</extracomment>
        <translation>Versuchen Sie es noch einmal. Sie bekommen einen neuen Code.</translation>
    </message>
    <message>
        <source>We have not kept it. Scan the paper here instead.</source>
        <extracomment>What to do when a file may contain a virus.</extracomment>
        <translation>Wir haben sie nicht behalten. Scannen Sie das Papier hier ein.</translation>
    </message>
    <message>
        <source>Send a photo or a PDF.</source>
        <extracomment>What to do when a kind of file is not taken.</extracomment>
        <translation>Senden Sie ein Foto oder eine PDF-Datei.</translation>
    </message>
    <message>
        <source>Take the password off, or send a photo.</source>
        <extracomment>What to do when a file is locked with a password.</extracomment>
        <translation>Entfernen Sie das Passwort oder senden Sie ein Foto.</translation>
    </message>
    <message>
        <source>Up to %1 MB are possible. A photo of the page is smaller.</source>
        <extracomment>What to do when a file is too large. %1 is a number of megabytes.</extracomment>
        <translation>Bis %1 MB sind möglich. Ein Foto der Seite ist kleiner.</translation>
    </message>
    <message>
        <source>Try it once more, or scan the paper here.</source>
        <extracomment>What to do when a file cannot be read.</extracomment>
        <translation>Versuchen Sie es noch einmal oder scannen Sie hier.</translation>
    </message>
</context>
<context>
    <name>AttachingScan</name>
    <message>
        <source>Your paper is being attached.</source>
        <extracomment>The scanned pages are being sent and checked for viruses.</extracomment>
        <translation>Ihre Unterlage wird beigefügt.</translation>
    </message>
    <message>
        <source>We check that it can be read.</source>
        <extracomment>Below &quot;Your paper is being attached.&quot;</extracomment>
        <translation>Wir prüfen, ob sie lesbar ist.</translation>
    </message>
    <message>
        <source>One moment …</source>
        <extracomment>With three squares that fill one by one.</extracomment>
        <translation>Einen Moment …</translation>
    </message>
    <message>
        <source>Large papers need a little longer.</source>
        <extracomment>When it takes longer than five seconds.</extracomment>
        <translation>Große Unterlagen brauchen etwas länger.</translation>
    </message>
</context>
<context>
    <name>BookingTime</name>
    <message>
        <source>Your appointment is being made.</source>
        <extracomment>The appointment is being booked.</extracomment>
        <translation>Ihr Termin wird gebucht.</translation>
    </message>
    <message>
        <source>One moment …</source>
        <extracomment>With three squares that fill one by one.</extracomment>
        <translation>Einen Moment …</translation>
    </message>
    <message>
        <source>We are asking the town hall.</source>
        <extracomment>When it takes longer than five seconds.</extracomment>
        <translation>Wir fragen im Rathaus nach.</translation>
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
    <name>CallingHelp</name>
    <message>
        <source>We are calling somebody.</source>
        <extracomment>The visitor pressed &quot;Help&quot;: the terminal is calling a person of the office.</extracomment>
        <translation>Wir rufen jemanden.</translation>
    </message>
    <message>
        <source>You can go on in the meantime. Nothing is lost.</source>
        <extracomment>Below &quot;We are calling somebody.&quot;</extracomment>
        <translation>Sie können inzwischen weitermachen. Nichts geht verloren.</translation>
    </message>
    <message>
        <source>Go on meanwhile</source>
        <extracomment>While a person is being called: back to the screen beneath.</extracomment>
        <translation>Inzwischen weiter</translation>
    </message>
    <message>
        <source>One moment …</source>
        <extracomment>Beside moving squares, while a person is being called.</extracomment>
        <translation>Einen Moment …</translation>
    </message>
    <message>
        <source>The call is on its way.</source>
        <extracomment>Below &quot;One moment …&quot;, after five seconds.</extracomment>
        <translation>Der Ruf ist unterwegs.</translation>
    </message>
</context>
<context>
    <name>CancellingAppointment</name>
    <message>
        <source>Your appointment is being cancelled.</source>
        <extracomment>The appointment is being cancelled.</extracomment>
        <translation>Ihr Termin wird abgesagt.</translation>
    </message>
    <message>
        <source>One moment …</source>
        <extracomment>With three squares that fill one by one.</extracomment>
        <translation>Einen Moment …</translation>
    </message>
    <message>
        <source>We are asking the town hall.</source>
        <extracomment>When it takes longer than five seconds.</extracomment>
        <translation>Wir fragen im Rathaus nach.</translation>
    </message>
</context>
<context>
    <name>CardAdvice</name>
    <message>
        <source>The online function of this card is off.</source>
        <extracomment>What is the matter with a card, as a heading.</extracomment>
        <translation>Die Online-Funktion dieser Karte ist aus.</translation>
    </message>
    <message>
        <source>This card has expired.</source>
        <extracomment>What is the matter with a card, as a heading.</extracomment>
        <translation>Diese Karte ist abgelaufen.</translation>
    </message>
    <message>
        <source>This card has no PIN for online use.</source>
        <extracomment>What is the matter with a card, as a heading.</extracomment>
        <translation>Diese Karte hat keine PIN für online.</translation>
    </message>
    <message>
        <source>A residence permit works here too.</source>
        <extracomment>What is the matter with a card, as a heading.</extracomment>
        <translation>Ein Aufenthaltstitel geht hier auch.</translation>
    </message>
    <message>
        <source>The eID card works here too.</source>
        <extracomment>What is the matter with a card, as a heading.</extracomment>
        <translation>Die eID-Karte geht hier auch.</translation>
    </message>
    <message>
        <source>This PUK has been used ten times.</source>
        <extracomment>What is the matter with a card, as a heading.</extracomment>
        <translation>Diese PUK ist zehnmal benutzt.</translation>
    </message>
    <message>
        <source>That is common, and quickly changed.</source>
        <extracomment>Below the heading that says what is the matter with a card.</extracomment>
        <translation>Das kommt oft vor und ist schnell geändert.</translation>
    </message>
    <message>
        <source>The online function ends on the same day.</source>
        <extracomment>Below the heading that says what is the matter with a card.</extracomment>
        <translation>Die Online-Funktion endet am selben Tag.</translation>
    </message>
    <message>
        <source>Passports, bank cards and health cards do not work here.</source>
        <extracomment>Below the heading that says what is the matter with a card.</extracomment>
        <translation>Pass, Bankkarte und Gesundheitskarte gehen hier nicht.</translation>
    </message>
    <message>
        <source>Its PIN is set, changed and checked just the same.</source>
        <extracomment>Below the heading that says what is the matter with a card.</extracomment>
        <translation>Seine PIN setzen, ändern und prüfen Sie genauso.</translation>
    </message>
    <message>
        <source>A card does not take it more often.</source>
        <extracomment>Below the heading that says what is the matter with a card.</extracomment>
        <translation>Öfter nimmt eine Karte sie nicht.</translation>
    </message>
    <message>
        <source>Print a slip for the counter</source>
        <extracomment>Prints a small slip with a code for the counter. Short.</extracomment>
        <translation>Zettel für den Schalter drucken</translation>
    </message>
    <message>
        <source>Done</source>
        <extracomment>The visitor knows enough, or has the slip. Short.</extracomment>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Book an appointment</source>
        <extracomment>Books a time at the counter of a citizen office. Short.</extracomment>
        <translation>Termin vereinbaren</translation>
    </message>
    <message>
        <source>We switch it on at the counter.</source>
        <extracomment>Which office does something about a card, or which card to take.</extracomment>
        <translation>Am Schalter schalten wir sie ein.</translation>
    </message>
    <message>
        <source>You get a new card at the counter.</source>
        <extracomment>Which office does something about a card, or which card to take.</extracomment>
        <translation>Einen neuen Ausweis gibt es am Schalter.</translation>
    </message>
    <message>
        <source>Take your identity card.</source>
        <extracomment>Which office does something about a card, or which card to take.</extracomment>
        <translation>Nehmen Sie Ihren Personalausweis.</translation>
    </message>
    <message>
        <source>The immigration office looks after this card.</source>
        <extracomment>Which office does something about a card, or which card to take.</extracomment>
        <translation>Für diese Karte ist das Ausländerbüro da.</translation>
    </message>
    <message>
        <source>The citizen office looks after this card.</source>
        <extracomment>Which office does something about a card, or which card to take.</extracomment>
        <translation>Für diese Karte ist das Bürgerbüro da.</translation>
    </message>
    <message>
        <source>You get a new PIN at the counter.</source>
        <extracomment>Which office does something about a card, or which card to take.</extracomment>
        <translation>Eine neue PIN gibt es am Schalter.</translation>
    </message>
    <message>
        <source>Bring the card. It is free of charge, and you choose a PIN.</source>
        <extracomment>More about what an office does about a card.</extracomment>
        <translation>Bringen Sie die Karte mit. Es ist kostenlos, und Sie wählen eine PIN.</translation>
    </message>
    <message>
        <source>Bring the old card, and have your photo taken with us.</source>
        <extracomment>More about what an office does about a card.</extracomment>
        <translation>Bringen Sie den alten mit. Das Foto machen wir hier.</translation>
    </message>
    <message>
        <source>A residence permit or an eID card works as well.</source>
        <extracomment>More about what an office does about a card.</extracomment>
        <translation>Ein Aufenthaltstitel oder eine eID-Karte geht auch.</translation>
    </message>
    <message>
        <source>There you get a new PIN, or the online function switched on.</source>
        <extracomment>More about what an office does about a card.</extracomment>
        <translation>Dort gibt es eine neue PIN oder die Online-Funktion.</translation>
    </message>
    <message>
        <source>There you get a new PIN, free of charge.</source>
        <extracomment>More about what an office does about a card.</extracomment>
        <translation>Dort bekommen Sie kostenlos eine neue PIN.</translation>
    </message>
    <message>
        <source>Bring the card. It is free of charge.</source>
        <extracomment>More about what an office does about a card.</extracomment>
        <translation>Bringen Sie die Karte mit. Es ist kostenlos.</translation>
    </message>
    <message>
        <source>Say this at the counter</source>
        <extracomment>Before a short code such as PIN-NEU, which opens the case at the counter.</extracomment>
        <translation>Das sagen Sie am Schalter</translation>
    </message>
    <message>
        <source>This card reader cannot change a PIN.</source>
        <extracomment>The card is well; the terminal&apos;s card reader has keys of its own and cannot change a PIN.</extracomment>
        <translation>Dieser Kartenleser kann keine PIN ändern.</translation>
    </message>
    <message>
        <source>Your card is fine. Your PIN stays as it is.</source>
        <extracomment>Below &quot;This card reader cannot change a PIN.&quot;</extracomment>
        <translation>Mit Ihrer Karte ist alles in Ordnung. Ihre PIN bleibt, wie sie ist.</translation>
    </message>
    <message>
        <source>You change it at the counter.</source>
        <extracomment>Which office does something about a card, or which card to take.</extracomment>
        <translation>Sie ändern sie am Schalter.</translation>
    </message>
    <message>
        <source>Bring the card and the PIN. It is free of charge.</source>
        <extracomment>More about what an office does about a card.</extracomment>
        <translation>Bringen Sie Karte und PIN mit. Es kostet nichts.</translation>
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
    <name>CardTerminalSwitches</name>
    <message>
        <source>Pays</source>
        <extracomment>In the sandbox&apos;s window: a good bank card is held to the device by itself. One short word.</extracomment>
        <translation>Zahlt</translation>
    </message>
    <message>
        <source>By hand</source>
        <extracomment>In the sandbox&apos;s window: the buttons below say what happens at the card terminal. One short word.</extracomment>
        <translation>Von Hand</translation>
    </message>
    <message>
        <source>Off</source>
        <extracomment>In the sandbox&apos;s window: the card terminal is switched off. One short word.</extracomment>
        <translation>Aus</translation>
    </message>
    <message>
        <source>Card</source>
        <extracomment>In the sandbox&apos;s window: hold a good bank card to the device. One short word.</extracomment>
        <translation>Karte</translation>
    </message>
    <message>
        <source>+ PIN</source>
        <extracomment>In the sandbox&apos;s window: a bank card that asks for its PIN. Short.</extracomment>
        <translation>+ PIN</translation>
    </message>
    <message>
        <source>Right</source>
        <extracomment>In the sandbox&apos;s window: type the right PIN of the bank card. One short word.</extracomment>
        <translation>Richtig</translation>
    </message>
    <message>
        <source>Wrong</source>
        <extracomment>In the sandbox&apos;s window: type a wrong PIN of the bank card. One short word.</extracomment>
        <translation>Falsch</translation>
    </message>
    <message>
        <source>No</source>
        <extracomment>In the sandbox&apos;s window: a bank card that the bank does not accept. One short word.</extracomment>
        <translation>Nein</translation>
    </message>
    <message>
        <source>Stop</source>
        <extracomment>In the sandbox&apos;s window: press the red key of the device. One short word.</extracomment>
        <translation>Stopp</translation>
    </message>
    <message>
        <source>Card terminal: waits for a card</source>
        <extracomment>In the sandbox&apos;s window: above the buttons of the card-payment terminal.</extracomment>
        <translation>Kartengerät: wartet auf eine Karte</translation>
    </message>
    <message>
        <source>Card terminal</source>
        <extracomment>In the sandbox&apos;s window: above the buttons of the card-payment terminal.</extracomment>
        <translation>Kartengerät</translation>
    </message>
</context>
<context>
    <name>ChangeContact</name>
    <message>
        <source>Your e-mail address</source>
        <extracomment>Above the field for an e-mail address.</extracomment>
        <translation>Ihre E-Mail-Adresse</translation>
    </message>
    <message>
        <source>Your telephone number</source>
        <extracomment>Above the field for a telephone number.</extracomment>
        <translation>Ihre Telefonnummer</translation>
    </message>
    <message>
        <source>Leave the field empty to remove it.</source>
        <extracomment>Below the question for an e-mail address or a telephone number.</extracomment>
        <translation>Lassen Sie das Feld leer, um sie zu entfernen.</translation>
    </message>
    <message>
        <source>Save</source>
        <extracomment>Saves an e-mail address or a telephone number. One word.</extracomment>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>An e-mail address needs an @ and a dot after it.</source>
        <extracomment>What is wrong with an e-mail address, and how to put it right.</extracomment>
        <translation>Eine E-Mail-Adresse braucht ein @ und danach einen Punkt.</translation>
    </message>
    <message>
        <source>A number needs at least five digits.</source>
        <extracomment>What is wrong with a telephone number, and how to put it right.</extracomment>
        <translation>Eine Nummer braucht mindestens fünf Ziffern.</translation>
    </message>
</context>
<context>
    <name>CheckAppointment</name>
    <message>
        <source>Is everything right?</source>
        <extracomment>Above everything about an appointment, before it is made.</extracomment>
        <translation>Stimmt alles?</translation>
    </message>
    <message>
        <source>The time is kept for you for ten minutes.</source>
        <extracomment>Below &quot;Is everything right?&quot;: the appointment is not made yet.</extracomment>
        <translation>Die Zeit ist zehn Minuten für Sie frei gehalten.</translation>
    </message>
    <message>
        <source>Book the appointment</source>
        <extracomment>The big button that makes an appointment.</extracomment>
        <translation>Termin buchen</translation>
    </message>
    <message>
        <source>When</source>
        <extracomment>Before the day and time of an appointment.</extracomment>
        <translation>Wann</translation>
    </message>
    <message>
        <source>Place</source>
        <extracomment>Before the name and address of an office.</extracomment>
        <translation>Ort</translation>
    </message>
    <message>
        <source>What for</source>
        <extracomment>Before what an appointment is for.</extracomment>
        <translation>Wofür</translation>
    </message>
    <message>
        <source>Name</source>
        <extracomment>Before a family name.</extracomment>
        <translation>Name</translation>
    </message>
    <message>
        <source>Born in</source>
        <extracomment>Before a year of birth.</extracomment>
        <translation>Geboren</translation>
    </message>
    <message>
        <source>Reply sent to</source>
        <extracomment>Before an e-mail address or a telephone number.</extracomment>
        <translation>Bestätigung an</translation>
    </message>
</context>
<context>
    <name>CheckScan</name>
    <message>
        <source>Can you read everything?</source>
        <extracomment>Above the picture of a page that was just scanned.</extracomment>
        <translation>Können Sie alles lesen?</translation>
    </message>
    <message>
        <source>This is what we would send.</source>
        <extracomment>Below &quot;Can you read everything?&quot;</extracomment>
        <translation>So würden wir es senden.</translation>
    </message>
    <message>
        <source>This is page %1.</source>
        <extracomment>Below &quot;Can you read everything?&quot;. %1 is the number of the page on the screen.</extracomment>
        <translation>Das ist Seite %1.</translation>
    </message>
    <message>
        <source>Picture of your page</source>
        <extracomment>A screen reader says this of the picture of a scanned page.</extracomment>
        <translation>Bild Ihrer Seite</translation>
    </message>
    <message>
        <source>Attach it</source>
        <extracomment>The big button that attaches the scanned pages to the application.</extracomment>
        <translation>Beifügen</translation>
    </message>
    <message>
        <source>Scan again</source>
        <extracomment>Scans the same page once more. Short.</extracomment>
        <translation>Neu scannen</translation>
    </message>
    <message>
        <source>Turn</source>
        <extracomment>Turns the picture of a page by a quarter. One or two words.</extracomment>
        <translation>Drehen</translation>
    </message>
    <message>
        <source>Trim edges</source>
        <extracomment>Cuts the edges of the picture of a page. One or two words.</extracomment>
        <translation>Ränder kürzen</translation>
    </message>
    <message>
        <source>One more page</source>
        <extracomment>The paper has another page, which is scanned next. One or two words.</extracomment>
        <translation>Noch eine Seite</translation>
    </message>
</context>
<context>
    <name>CheckingCode</name>
    <message>
        <source>Your code is being checked.</source>
        <extracomment>The code of the second factor was entered.</extracomment>
        <translation>Ihr Code wird geprüft.</translation>
    </message>
    <message>
        <source>One moment …</source>
        <extracomment>With three squares that fill one by one.</extracomment>
        <translation>Einen Moment …</translation>
    </message>
    <message>
        <source>Bochum-ID takes a little longer than usual.</source>
        <extracomment>When checking takes longer than five seconds.</extracomment>
        <translation>Bochum-ID braucht etwas länger als sonst.</translation>
    </message>
</context>
<context>
    <name>CheckingFile</name>
    <message>
        <source>Your file is here.</source>
        <extracomment>A file from the visitor&apos;s phone has arrived.</extracomment>
        <translation>Ihre Datei ist da.</translation>
    </message>
    <message>
        <source>We check that it can be read.</source>
        <extracomment>Below &quot;Your file is here.&quot;</extracomment>
        <translation>Wir prüfen, ob sie lesbar ist.</translation>
    </message>
    <message>
        <source>One moment …</source>
        <extracomment>With three squares that fill one by one.</extracomment>
        <translation>Einen Moment …</translation>
    </message>
    <message>
        <source>Large files need a little longer.</source>
        <extracomment>When it takes longer than five seconds.</extracomment>
        <translation>Große Dateien brauchen etwas länger.</translation>
    </message>
</context>
<context>
    <name>CheckingIn</name>
    <message>
        <source>We are telling the office that you are here.</source>
        <extracomment>Somebody checks in for an appointment.</extracomment>
        <translation>Wir sagen im Amt, dass Sie da sind.</translation>
    </message>
    <message>
        <source>One moment …</source>
        <extracomment>With three squares that fill one by one.</extracomment>
        <translation>Einen Moment …</translation>
    </message>
    <message>
        <source>We are asking the town hall.</source>
        <extracomment>When it takes longer than five seconds.</extracomment>
        <translation>Wir fragen im Rathaus nach.</translation>
    </message>
</context>
<context>
    <name>CheckingNumber</name>
    <message>
        <source>The card compares its 6 digits.</source>
        <extracomment>The six digits on the card are being checked.</extracomment>
        <translation>Die Karte vergleicht ihre 6 Ziffern.</translation>
    </message>
    <message>
        <source>The card is being unblocked.</source>
        <extracomment>The PUK is being checked.</extracomment>
        <translation>Die Karte wird entsperrt.</translation>
    </message>
    <message>
        <source>The card gets its new PIN.</source>
        <extracomment>The card gets its new PIN.</extracomment>
        <translation>Die Karte bekommt ihre neue PIN.</translation>
    </message>
    <message>
        <source>The card checks the PIN.</source>
        <extracomment>The PIN is being checked.</extracomment>
        <translation>Die Karte prüft die PIN.</translation>
    </message>
    <message>
        <source>Please leave the card on the reader.</source>
        <extracomment>The card must not be taken away now.</extracomment>
        <translation>Bitte lassen Sie die Karte liegen.</translation>
    </message>
    <message>
        <source>One moment …</source>
        <extracomment>With three squares that fill one by one.</extracomment>
        <translation>Einen Moment …</translation>
    </message>
    <message>
        <source>The card takes a little longer than usual.</source>
        <extracomment>When the card takes longer than five seconds.</extracomment>
        <translation>Die Karte braucht etwas länger als sonst.</translation>
    </message>
</context>
<context>
    <name>CheckingPassword</name>
    <message>
        <source>Your sign-in is being checked.</source>
        <extracomment>User name and password were entered.</extracomment>
        <translation>Ihre Anmeldung wird geprüft.</translation>
    </message>
    <message>
        <source>One moment …</source>
        <extracomment>With three squares that fill one by one.</extracomment>
        <translation>Einen Moment …</translation>
    </message>
    <message>
        <source>Bochum-ID takes a little longer than usual.</source>
        <extracomment>When checking takes longer than five seconds.</extracomment>
        <translation>Bochum-ID braucht etwas länger als sonst.</translation>
    </message>
</context>
<context>
    <name>CheckingPayment</name>
    <message>
        <source>We ask the card reader.</source>
        <extracomment>The card reader is asked once more what became of a payment.</extracomment>
        <translation>Wir fragen das Kartengerät.</translation>
    </message>
    <message>
        <source>Nothing is charged while we ask.</source>
        <extracomment>Below &quot;We ask the card reader.&quot;</extracomment>
        <translation>Dabei wird nichts abgebucht.</translation>
    </message>
    <message>
        <source>One moment …</source>
        <extracomment>With three squares that fill one by one.</extracomment>
        <translation>Einen Moment …</translation>
    </message>
    <message>
        <source>The card reader is looking for your payment.</source>
        <extracomment>When it takes longer than five seconds.</extracomment>
        <translation>Das Kartengerät sucht Ihre Zahlung.</translation>
    </message>
</context>
<context>
    <name>ChooseCapacity</name>
    <message>
        <source>For whom are you here?</source>
        <extracomment>The visitor may act for themselves or for a company.</extracomment>
        <translation>Für wen sind Sie hier?</translation>
    </message>
    <message>
        <source>You also represent an organisation.</source>
        <extracomment>Below &quot;For whom are you here?&quot;</extracomment>
        <translation>Sie vertreten auch eine Organisation.</translation>
    </message>
    <message>
        <source>For myself</source>
        <extracomment>An answer: the visitor acts in their own name.</extracomment>
        <translation>Für mich selbst</translation>
    </message>
    <message>
        <source>For %1</source>
        <extracomment>An answer: the visitor acts for an organisation. %1 is its name.</extracomment>
        <translation>Für %1</translation>
    </message>
    <message>
        <source>Every screen will show this name.</source>
        <extracomment>Below the name of an organisation.</extracomment>
        <translation>Der Name steht dann auf jeder Seite.</translation>
    </message>
    <message>
        <source>You may only look, not apply.</source>
        <extracomment>Below the name of an organisation: the visitor may not act for it.</extracomment>
        <translation>Hier dürfen Sie nur lesen.</translation>
    </message>
    <message>
        <source>The organisation sees who acted for it.</source>
        <extracomment>Below the choice for whom the visitor acts.</extracomment>
        <translation>Die Organisation sieht, wer für sie gehandelt hat.</translation>
    </message>
</context>
<context>
    <name>ChooseCard</name>
    <message>
        <source>Which card do you have?</source>
        <extracomment>PIN first aid asks which card the visitor has.</extracomment>
        <translation>Welche Karte haben Sie?</translation>
    </message>
    <message>
        <source>Each has its office. We tell you which.</source>
        <extracomment>Below &quot;Which card do you have?&quot;</extracomment>
        <translation>Jede hat ihr Amt. Wir sagen Ihnen, welches.</translation>
    </message>
    <message>
        <source>Residence permit</source>
        <extracomment>A card: the electronic residence permit.</extracomment>
        <translation>Aufenthaltstitel</translation>
    </message>
    <message>
        <source>It says “Aufenthaltstitel”.</source>
        <extracomment>Below &quot;Residence permit&quot;: the word printed on the card, in German.</extracomment>
        <translation>„Aufenthaltstitel“ steht darauf.</translation>
    </message>
    <message>
        <source>eID card for EU citizens</source>
        <extracomment>A card for citizens of the European Union.</extracomment>
        <translation>eID-Karte für Menschen aus der EU</translation>
    </message>
    <message>
        <source>It says “eID-Karte”.</source>
        <extracomment>Below &quot;eID card for EU citizens&quot;: the word printed on the card, in German.</extracomment>
        <translation>„eID-Karte“ steht darauf.</translation>
    </message>
    <message>
        <source>Expired identity card</source>
        <extracomment>A card that has expired. Short.</extracomment>
        <translation>Abgelaufener Ausweis</translation>
    </message>
    <message>
        <source>The date is on the front.</source>
        <extracomment>Below &quot;Expired identity card&quot;.</extracomment>
        <translation>Das Datum steht vorne.</translation>
    </message>
    <message>
        <source>Another card</source>
        <extracomment>Another card, such as a passport or a bank card.</extracomment>
        <translation>Eine andere Karte</translation>
    </message>
    <message>
        <source>A passport, a bank card or something else.</source>
        <extracomment>Below &quot;Another card&quot;.</extracomment>
        <translation>Ein Pass, eine Bankkarte oder etwas anderes.</translation>
    </message>
</context>
<context>
    <name>ChooseConcern</name>
    <message>
        <source>What do you want to do at the counter?</source>
        <extracomment>Above all services, for a waiting number.</extracomment>
        <translation>Was möchten Sie am Schalter erledigen?</translation>
    </message>
    <message>
        <source>What is your appointment for?</source>
        <extracomment>Above all services, for an appointment.</extracomment>
        <translation>Wofür ist Ihr Termin?</translation>
    </message>
    <message>
        <source>Tap what you need.</source>
        <extracomment>Below a question, above all services.</extracomment>
        <translation>Tippen Sie an, was Sie brauchen.</translation>
    </message>
</context>
<context>
    <name>ChooseDay</name>
    <message>
        <source>Which day suits you?</source>
        <extracomment>Above a calendar with the days that are free.</extracomment>
        <translation>Welcher Tag passt Ihnen?</translation>
    </message>
    <message>
        <source>The framed days are free. %1</source>
        <extracomment>Below &quot;Which day suits you?&quot;. %1 is the name of an office.</extracomment>
        <translation>Die Tage mit Rahmen sind frei. %1</translation>
    </message>
</context>
<context>
    <name>ChooseDelivery</name>
    <message>
        <source>How should your answer come?</source>
        <extracomment>Before an application is sent: by post, in the mailbox, printed or to be picked up.</extracomment>
        <translation>Wie soll die Antwort kommen?</translation>
    </message>
    <message>
        <source>Touch one. Then you see everything again.</source>
        <extracomment>Below &quot;How should your answer come?&quot;</extracomment>
        <translation>Tippen Sie auf eines. Danach sehen Sie alles noch einmal.</translation>
    </message>
</context>
<context>
    <name>ChooseFactor</name>
    <message>
        <source>Where should the code come from?</source>
        <extracomment>After the password: the account has several second factors.</extracomment>
        <translation>Woher soll der Code kommen?</translation>
    </message>
    <message>
        <source>The code shows that it is really you.</source>
        <extracomment>Below &quot;Where should the code come from?&quot;</extracomment>
        <translation>Der Code zeigt, dass wirklich Sie es sind.</translation>
    </message>
    <message>
        <source>By e-mail</source>
        <extracomment>A way to get a code.</extracomment>
        <translation>Per E-Mail</translation>
    </message>
    <message>
        <source>From my list of recovery codes</source>
        <extracomment>A code from the list that was printed when the account was opened.</extracomment>
        <translation>Aus meiner Liste mit Ersatz-Codes</translation>
    </message>
    <message>
        <source>By text message</source>
        <extracomment>A way to get a code.</extracomment>
        <translation>Per SMS</translation>
    </message>
    <message>
        <source>From my code app</source>
        <extracomment>A way to get a code: an authenticator app.</extracomment>
        <translation>Aus meiner Code-App</translation>
    </message>
</context>
<context>
    <name>ChooseNewPin</name>
    <message>
        <source>Choose another PIN</source>
        <extracomment>The big button after a PIN that is easy to guess. Short.</extracomment>
        <translation>Andere PIN wählen</translation>
    </message>
    <message>
        <source>This PIN is easy to guess.</source>
        <extracomment>The new PIN is one that others guess easily.</extracomment>
        <translation>Diese PIN ist leicht zu erraten.</translation>
    </message>
    <message>
        <source>Enter the new PIN once more.</source>
        <extracomment>The new PIN is typed a second time.</extracomment>
        <translation>Tippen Sie die neue PIN noch einmal.</translation>
    </message>
    <message>
        <source>Choose your own 6-digit PIN.</source>
        <extracomment>The visitor chooses the first PIN of their own.</extracomment>
        <translation>Wählen Sie Ihre eigene 6-stellige PIN.</translation>
    </message>
    <message>
        <source>Choose a new 6-digit PIN.</source>
        <extracomment>The visitor chooses another PIN.</extracomment>
        <translation>Wählen Sie eine neue 6-stellige PIN.</translation>
    </message>
    <message>
        <source>You decide. The card takes it all the same.</source>
        <extracomment>Below &quot;This PIN is easy to guess.&quot;</extracomment>
        <translation>Sie entscheiden. Die Karte nimmt sie trotzdem.</translation>
    </message>
    <message>
        <source>So that there is no slip of the finger.</source>
        <extracomment>Below &quot;Enter the new PIN once more.&quot;</extracomment>
        <translation>Damit sich niemand vertippt.</translation>
    </message>
    <message>
        <source>Only you know it. We keep it nowhere.</source>
        <extracomment>Below &quot;Choose your own 6-digit PIN.&quot;</extracomment>
        <translation>Nur Sie kennen sie. Wir merken sie nirgends.</translation>
    </message>
    <message>
        <source>The two were not the same.</source>
        <extracomment>The new PIN was typed twice, and not the same.</extracomment>
        <translation>Die beiden waren nicht gleich.</translation>
    </message>
    <message>
        <source>The same digits come again and again.</source>
        <extracomment>Why a PIN is easy to guess.</extracomment>
        <translation>Immer wieder dieselben Ziffern.</translation>
    </message>
    <message>
        <source>The digits just count on.</source>
        <extracomment>Why a PIN is easy to guess.</extracomment>
        <translation>Die Ziffern zählen nur weiter.</translation>
    </message>
    <message>
        <source>It looks like a date, such as a birthday.</source>
        <extracomment>Why a PIN is easy to guess: it may be a birthday.</extracomment>
        <translation>Sie sieht aus wie ein Datum, etwa ein Geburtstag.</translation>
    </message>
    <message>
        <source>A good PIN is not easy to guess.</source>
        <extracomment>Rules for a good PIN, as a heading.</extracomment>
        <translation>Eine gute PIN errät niemand leicht.</translation>
    </message>
    <message>
        <source>Nothing has changed. Please choose again.</source>
        <extracomment>Below &quot;The two were not the same.&quot;</extracomment>
        <translation>Nichts ist geändert. Bitte wählen Sie noch einmal.</translation>
    </message>
    <message>
        <source>Who finds your card tries such PINs first.</source>
        <extracomment>Why an easy PIN is a risk.</extracomment>
        <translation>Wer Ihre Karte findet, probiert solche zuerst.</translation>
    </message>
    <message>
        <source>No birthday, no 123456, no digit six times.</source>
        <extracomment>Rules for a good PIN.</extracomment>
        <translation>Kein Geburtstag, nicht 123456, keine Ziffer sechsmal.</translation>
    </message>
    <message>
        <source>Keep this PIN</source>
        <extracomment>Uses a PIN although it is easy to guess. Short.</extracomment>
        <translation>Diese PIN behalten</translation>
    </message>
</context>
<context>
    <name>ChooseOffice</name>
    <message>
        <source>Where would you like to come?</source>
        <extracomment>Above the offices that make appointments.</extracomment>
        <translation>Wohin möchten Sie kommen?</translation>
    </message>
    <message>
        <source>Every office can help you with this.</source>
        <extracomment>Below &quot;Where would you like to come?&quot;</extracomment>
        <translation>Jedes Bürgerbüro kann Ihnen helfen.</translation>
    </message>
    <message>
        <source>No appointment</source>
        <extracomment>The application goes without an appointment. Short.</extracomment>
        <translation>Ohne Termin</translation>
    </message>
    <message>
        <source>This office is fully booked.</source>
        <extracomment>The office just chosen has no free day.</extracomment>
        <translation>Hier ist alles ausgebucht.</translation>
    </message>
    <message>
        <source>Your time is no longer free.</source>
        <extracomment>The appointment was kept for ten minutes, and these are over.</extracomment>
        <translation>Ihre Uhrzeit ist nicht mehr frei.</translation>
    </message>
    <message>
        <source>Please choose another one.</source>
        <extracomment>What to do when an office has no free day.</extracomment>
        <translation>Bitte wählen Sie ein anderes Büro.</translation>
    </message>
    <message>
        <source>Please choose a new one. Your answers are still here.</source>
        <extracomment>What to do when a time that was kept is gone; what was typed is safe.</extracomment>
        <translation>Bitte wählen Sie eine neue. Ihre Angaben sind noch da.</translation>
    </message>
</context>
<context>
    <name>ChoosePayment</name>
    <message>
        <source>How do you want to pay %1?</source>
        <extracomment>%1 is an amount of money such as 18,00 €.</extracomment>
        <translation>Wie möchten Sie %1 bezahlen?</translation>
    </message>
    <message>
        <source>Right now no way works. Please call us with Help.</source>
        <extracomment>No way of paying works right now.</extracomment>
        <translation>Gerade geht kein Weg. Bitte rufen Sie uns mit „Hilfe“.</translation>
    </message>
    <message>
        <source>After paying, your application is sent.</source>
        <extracomment>Below &quot;How do you want to pay?&quot;</extracomment>
        <translation>Nach dem Bezahlen wird Ihr Antrag gesendet.</translation>
    </message>
    <message>
        <source>By card, here</source>
        <extracomment>A way to pay: a bank card at the card reader of the terminal.</extracomment>
        <translation>Hier mit Karte</translation>
    </message>
    <message>
        <source>With my phone</source>
        <extracomment>A way to pay: on a page that the visitor opens on the phone.</extracomment>
        <translation>Mit meinem Handy</translation>
    </message>
    <message>
        <source>At the cash desk</source>
        <extracomment>A way to pay: at the cash desk of the office, with a slip.</extracomment>
        <translation>An der Kasse</translation>
    </message>
    <message>
        <source>By invoice</source>
        <extracomment>A way to pay: the city sends a bill.</extracomment>
        <translation>Auf Rechnung</translation>
    </message>
    <message>
        <source>The card reader is out of order right now.</source>
        <extracomment>Below &quot;By card, here&quot;, when the card reader does not work.</extracomment>
        <translation>Das Kartengerät ist gerade außer Betrieb.</translation>
    </message>
    <message>
        <source>Paying online does not work right now.</source>
        <extracomment>Below &quot;With my phone&quot;, when paying online does not work.</extracomment>
        <translation>Online bezahlen geht gerade nicht.</translation>
    </message>
    <message>
        <source>Bank card, credit card or phone at the card reader.</source>
        <extracomment>Below &quot;By card, here&quot;.</extracomment>
        <translation>Girocard, Kreditkarte oder Handy am Kartengerät.</translation>
    </message>
    <message>
        <source>You scan a code and pay in your browser.</source>
        <extracomment>Below &quot;With my phone&quot;.</extracomment>
        <translation>Sie scannen einen Code und bezahlen im Browser.</translation>
    </message>
    <message>
        <source>You get a slip and pay in cash or by card.</source>
        <extracomment>Below &quot;At the cash desk&quot;.</extracomment>
        <translation>Sie bekommen einen Zettel und zahlen bar oder mit Karte.</translation>
    </message>
    <message>
        <source>The bill follows. It says by when you pay.</source>
        <extracomment>Below &quot;By invoice&quot;.</extracomment>
        <translation>Die Rechnung folgt. Darauf steht, bis wann Sie zahlen.</translation>
    </message>
</context>
<context>
    <name>ChoosePinWish</name>
    <message>
        <source>What do you want to do?</source>
        <extracomment>PIN first aid: what is to become of the PIN.</extracomment>
        <translation>Was möchten Sie tun?</translation>
    </message>
    <message>
        <source>You can do it here, with your card.</source>
        <extracomment>Below &quot;What do you want to do?&quot;</extracomment>
        <translation>Das geht gleich hier, mit Ihrer Karte.</translation>
    </message>
    <message>
        <source>At the counter instead</source>
        <extracomment>PIN first aid: leads to what the counter does. Short.</extracomment>
        <translation>Lieber am Schalter</translation>
    </message>
    <message>
        <source>Check my PIN</source>
        <extracomment>A choice in PIN first aid.</extracomment>
        <translation>Meine PIN prüfen</translation>
    </message>
    <message>
        <source>The card says whether it is right.</source>
        <extracomment>Below &quot;Check my PIN&quot;.</extracomment>
        <translation>Die Karte sagt, ob sie stimmt.</translation>
    </message>
    <message>
        <source>Choose another PIN</source>
        <extracomment>A choice in PIN first aid.</extracomment>
        <translation>Eine andere PIN wählen</translation>
    </message>
    <message>
        <source>You need the PIN you have now.</source>
        <extracomment>Below &quot;Choose another PIN&quot;.</extracomment>
        <translation>Sie brauchen Ihre jetzige PIN.</translation>
    </message>
    <message>
        <source>My PIN is blocked</source>
        <extracomment>A choice in PIN first aid: after three wrong tries.</extracomment>
        <translation>Meine PIN ist gesperrt</translation>
    </message>
    <message>
        <source>You need the PUK from the letter.</source>
        <extracomment>Below &quot;My PIN is blocked&quot;: the number that unblocks it.</extracomment>
        <translation>Sie brauchen die PUK aus dem Brief.</translation>
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
    <name>ChooseSignIn</name>
    <message>
        <source>How do you want to sign in?</source>
        <extracomment>Two ways: with the identity card, or with user name and password.</extracomment>
        <translation>Wie möchten Sie sich anmelden?</translation>
    </message>
    <message>
        <source>You can also just lay your card on the reader.</source>
        <extracomment>Below &quot;How do you want to sign in?&quot;</extracomment>
        <translation>Sie können auch einfach Ihre Karte auflegen.</translation>
    </message>
    <message>
        <source>Forgot your PIN?</source>
        <extracomment>A way out for visitors who do not know their PIN. Short.</extracomment>
        <translation>PIN vergessen?</translation>
    </message>
    <message>
        <source>With your identity card</source>
        <extracomment>A way to sign in. The PIN has six digits.</extracomment>
        <translation>Mit dem Ausweis</translation>
    </message>
    <message>
        <source>You need the card and your 6-digit PIN.</source>
        <extracomment>Below &quot;With your identity card&quot;.</extracomment>
        <translation>Sie brauchen die Karte und Ihre 6-stellige PIN.</translation>
    </message>
    <message>
        <source>With user name and password</source>
        <extracomment>A way to sign in.</extracomment>
        <translation>Mit Name und Passwort</translation>
    </message>
    <message>
        <source>For this service you will need your card as well.</source>
        <extracomment>Below &quot;With user name and password&quot;, where the service needs the identity card in any case.</extracomment>
        <translation>Für diese Leistung brauchen Sie zusätzlich Ihre Karte.</translation>
    </message>
    <message>
        <source>You also need a code from your phone or e-mail.</source>
        <extracomment>Below &quot;With user name and password&quot;: the code of the second factor.</extracomment>
        <translation>Dazu brauchen Sie einen Code, etwa vom Telefon.</translation>
    </message>
    <message>
        <source>Without signing in</source>
        <extracomment>A way on: the service asks nobody who they are.</extracomment>
        <translation>Ohne Anmeldung</translation>
    </message>
    <message>
        <source>You fill in everything yourself. Nobody learns your name unless you write it.</source>
        <extracomment>Below &quot;Without signing in&quot;.</extracomment>
        <translation>Sie füllen alles selbst aus. Ihren Namen erfährt niemand, wenn Sie ihn nicht hinschreiben.</translation>
    </message>
</context>
<context>
    <name>ChooseTime</name>
    <message>
        <source>This day is full now.</source>
        <extracomment>All times of the chosen day are taken meanwhile.</extracomment>
        <translation>Dieser Tag ist jetzt voll.</translation>
    </message>
    <message>
        <source>What time suits you?</source>
        <extracomment>Above the free times of a day.</extracomment>
        <translation>Welche Uhrzeit passt Ihnen?</translation>
    </message>
    <message>
        <source>Somebody took the last time. That happens.</source>
        <extracomment>Below &quot;This day is full now.&quot;</extracomment>
        <translation>Jemand nahm die letzte Uhrzeit. Das kommt vor.</translation>
    </message>
    <message>
        <source>Choose another day</source>
        <extracomment>The big button where a day has no time left. Short.</extracomment>
        <translation>Anderen Tag wählen</translation>
    </message>
    <message>
        <source>Morning</source>
        <extracomment>Above the free times before noon. One word.</extracomment>
        <translation>Vormittag</translation>
    </message>
    <message>
        <source>Afternoon</source>
        <extracomment>Above the free times after noon. One word.</extracomment>
        <translation>Nachmittag</translation>
    </message>
    <message>
        <source>Somebody was faster.</source>
        <extracomment>Somebody else took the time just before.</extracomment>
        <translation>Jemand war schneller.</translation>
    </message>
    <message>
        <source>Please choose another time.</source>
        <extracomment>Below &quot;Somebody was faster.&quot;</extracomment>
        <translation>Bitte wählen Sie eine andere Uhrzeit.</translation>
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
    <message>
        <source>Tap a topic. Or go through one of the doors.</source>
        <extracomment>Below &quot;What would you like to do?&quot;, where there are two or three doors.</extracomment>
        <translation>Tippen Sie auf ein Thema. Oder gehen Sie durch eine der Türen.</translation>
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
    <name>ClosedSign</name>
    <message>
        <source>Signing in is closed now.</source>
        <extracomment>The sign while the city cannot be reached: what does not work now. Short.</extracomment>
        <translation>Anmelden geht gerade nicht.</translation>
    </message>
    <message>
        <source>You can read, and get PIN help. Else: the counter.</source>
        <extracomment>As below, for the largest letters: as short as possible.</extracomment>
        <translation>Nachlesen und PIN-Hilfe gehen. Sonst hilft der Schalter.</translation>
    </message>
    <message>
        <source>You can read, and get PIN help. It opens again by itself. Until then, the counter and telephone 115 help you.</source>
        <extracomment>Below &quot;Signing in is closed now.&quot; Short sentences. 115 is the telephone number of the authorities.</extracomment>
        <translation>Nachlesen und PIN-Hilfe gehen. Es öffnet von selbst wieder. Bis dahin helfen Schalter und Telefon&#xa0;115.</translation>
    </message>
</context>
<context>
    <name>CodeScene</name>
    <message>
        <source>Code for your phone&apos;s camera</source>
        <extracomment>A screen reader says this of the code.</extracomment>
        <translation>Code für die Kamera Ihres Telefons</translation>
    </message>
</context>
<context>
    <name>Connecting</name>
    <message>
        <source>Your card is there.</source>
        <extracomment>The card lies on the reader and is being recognised.</extracomment>
        <translation>Ihre Karte ist da.</translation>
    </message>
    <message>
        <source>Please leave it on the reader.</source>
        <extracomment>While the terminal works with the card.</extracomment>
        <translation>Bitte lassen Sie sie auf dem Lesegerät liegen.</translation>
    </message>
    <message>
        <source>One moment …</source>
        <extracomment>With three squares that fill one by one.</extracomment>
        <translation>Einen Moment …</translation>
    </message>
    <message>
        <source>We are asking the city which data it needs.</source>
        <extracomment>When recognising the card takes longer than five seconds.</extracomment>
        <translation>Wir fragen die Stadt, welche Daten sie braucht.</translation>
    </message>
</context>
<context>
    <name>CoverScene</name>
    <message>
        <source>Your entries are covered.</source>
        <extracomment>At the top of a screen that hides what the visitor typed.</extracomment>
        <translation>Ihre Angaben sind verdeckt.</translation>
    </message>
</context>
<context>
    <name>DataNames</name>
    <message>
        <source>Family name</source>
        <extracomment>Name of data on an identity card; a visitor reads it in a list.</extracomment>
        <translation>Familienname</translation>
    </message>
    <message>
        <source>Given names</source>
        <extracomment>Name of data on an identity card; a visitor reads it in a list.</extracomment>
        <translation>Vornamen</translation>
    </message>
    <message>
        <source>Doctoral degree</source>
        <extracomment>Name of data on an identity card; a visitor reads it in a list.</extracomment>
        <translation>Doktorgrad</translation>
    </message>
    <message>
        <source>Name at birth</source>
        <extracomment>Name of data on an identity card; a visitor reads it in a list.</extracomment>
        <translation>Geburtsname</translation>
    </message>
    <message>
        <source>Religious or stage name</source>
        <extracomment>Name of data on an identity card; a visitor reads it in a list.</extracomment>
        <translation>Ordens- oder Künstlername</translation>
    </message>
    <message>
        <source>Date of birth</source>
        <extracomment>Name of data on an identity card; a visitor reads it in a list.</extracomment>
        <translation>Geburtsdatum</translation>
    </message>
    <message>
        <source>Place of birth</source>
        <extracomment>Name of data on an identity card; a visitor reads it in a list.</extracomment>
        <translation>Geburtsort</translation>
    </message>
    <message>
        <source>Address</source>
        <extracomment>Name of data on an identity card; a visitor reads it in a list.</extracomment>
        <translation>Anschrift</translation>
    </message>
    <message>
        <source>Code of your municipality</source>
        <extracomment>Name of data on an identity card; a visitor reads it in a list. The official number of the municipality a person lives in.</extracomment>
        <translation>Kennziffer Ihrer Gemeinde</translation>
    </message>
    <message>
        <source>Nationality</source>
        <extracomment>Name of data on an identity card; a visitor reads it in a list.</extracomment>
        <translation>Staatsangehörigkeit</translation>
    </message>
    <message>
        <source>Sex</source>
        <extracomment>Name of data on an identity card; a visitor reads it in a list.</extracomment>
        <translation>Geschlecht</translation>
    </message>
    <message>
        <source>Type of document</source>
        <extracomment>Name of data on an identity card; a visitor reads it in a list. Identity card, residence permit and so on.</extracomment>
        <translation>Art des Dokuments</translation>
    </message>
    <message>
        <source>Issuing country</source>
        <extracomment>Name of data on an identity card; a visitor reads it in a list.</extracomment>
        <translation>Ausstellender Staat</translation>
    </message>
    <message>
        <source>Date of issue</source>
        <extracomment>Name of data on an identity card; a visitor reads it in a list.</extracomment>
        <translation>Ausstellungsdatum</translation>
    </message>
    <message>
        <source>Valid until</source>
        <extracomment>Name of data on an identity card; a visitor reads it in a list. The card&apos;s last day.</extracomment>
        <translation>Gültig bis</translation>
    </message>
    <message>
        <source>Other data on the card</source>
        <extracomment>Name of data on an identity card; a visitor reads it in a list. Data group 12, hardly ever used.</extracomment>
        <translation>Weitere Daten der Karte</translation>
    </message>
    <message>
        <source>Reserved data field</source>
        <extracomment>Name of data on an identity card; a visitor reads it in a list. Data group 16 has no content today.</extracomment>
        <translation>Reserviertes Datenfeld</translation>
    </message>
    <message>
        <source>Signature</source>
        <extracomment>Name of data on an identity card; a visitor reads it in a list. The picture of the holder&apos;s signature.</extracomment>
        <translation>Unterschrift</translation>
    </message>
    <message>
        <source>Conditions of residence</source>
        <extracomment>Name of data on an identity card; a visitor reads it in a list. Printed on a residence permit.</extracomment>
        <translation>Nebenbestimmungen</translation>
    </message>
    <message>
        <source>More conditions of residence</source>
        <extracomment>Name of data on an identity card; a visitor reads it in a list. The second part, on a residence permit.</extracomment>
        <translation>Weitere Nebenbestimmungen</translation>
    </message>
    <message>
        <source>Phone number</source>
        <extracomment>Name of data on an identity card; a visitor reads it in a list.</extracomment>
        <translation>Telefonnummer</translation>
    </message>
    <message>
        <source>E-mail address</source>
        <extracomment>Name of data on an identity card; a visitor reads it in a list.</extracomment>
        <translation>E-Mail-Adresse</translation>
    </message>
    <message>
        <source>Pseudonym</source>
        <extracomment>Name of data on an identity card; a visitor reads it in a list. A number by which only this provider recognises the card again.</extracomment>
        <translation>Pseudonym</translation>
    </message>
    <message>
        <source>Age check</source>
        <extracomment>Name of data on an identity card; a visitor reads it in a list. Only yes or no, no date.</extracomment>
        <translation>Altersprüfung</translation>
    </message>
    <message>
        <source>Place of residence check</source>
        <extracomment>Name of data on an identity card; a visitor reads it in a list. Only yes or no, no address.</extracomment>
        <translation>Wohnortprüfung</translation>
    </message>
    <message>
        <source>Change the address on the card</source>
        <extracomment>Name of data on an identity card; a visitor reads it in a list. A right to write, not to read.</extracomment>
        <translation>Anschrift auf der Karte ändern</translation>
    </message>
    <message>
        <source>Change the municipality on the card</source>
        <extracomment>Name of data on an identity card; a visitor reads it in a list. A right to write, not to read.</extracomment>
        <translation>Gemeinde auf der Karte ändern</translation>
    </message>
    <message>
        <source>Change the conditions of residence</source>
        <extracomment>Name of data on an identity card; a visitor reads it in a list. A right to write, not to read.</extracomment>
        <translation>Nebenbestimmungen ändern</translation>
    </message>
    <message>
        <source>Change more conditions of residence</source>
        <extracomment>Name of data on an identity card; a visitor reads it in a list. A right to write, not to read.</extracomment>
        <translation>Weitere Nebenbestimmungen ändern</translation>
    </message>
    <message>
        <source>Change the phone number on the card</source>
        <extracomment>Name of data on an identity card; a visitor reads it in a list. A right to write, not to read.</extracomment>
        <translation>Telefonnummer auf der Karte ändern</translation>
    </message>
    <message>
        <source>Change the e-mail address on the card</source>
        <extracomment>Name of data on an identity card; a visitor reads it in a list. A right to write, not to read.</extracomment>
        <translation>E-Mail-Adresse auf der Karte ändern</translation>
    </message>
    <message>
        <source>So the city knows your card again.</source>
        <extracomment>Below the name of data on an identity card. Short.</extracomment>
        <translation>Damit erkennt die Stadt Ihre Karte wieder.</translation>
    </message>
    <message>
        <source>Only yes or no, not your date of birth.</source>
        <extracomment>Below the name of data on an identity card. Short.</extracomment>
        <translation>Nur ja oder nein, nicht Ihr Geburtsdatum.</translation>
    </message>
    <message>
        <source>Only yes or no, not your address.</source>
        <extracomment>Below the name of data on an identity card. Short.</extracomment>
        <translation>Nur ja oder nein, nicht Ihre Anschrift.</translation>
    </message>
    <message>
        <source>For the salutation in letters.</source>
        <extracomment>Below the name of data on an identity card. Short.</extracomment>
        <translation>Für die Anrede in Briefen.</translation>
    </message>
</context>
<context>
    <name>DateEntry</name>
    <message>
        <source>Day</source>
        <extracomment>Above the first of three boxes for a date.</extracomment>
        <translation>Tag</translation>
    </message>
    <message>
        <source>Month</source>
        <extracomment>Above the second of three boxes for a date.</extracomment>
        <translation>Monat</translation>
    </message>
    <message>
        <source>Year</source>
        <extracomment>Above the third of three boxes for a date.</extracomment>
        <translation>Jahr</translation>
    </message>
    <message>
        <source>empty</source>
        <extracomment>Spoken for a box of a date that has no digits yet.</extracomment>
        <translation>leer</translation>
    </message>
</context>
<context>
    <name>DeliveryWords</name>
    <message>
        <source>on paper, here</source>
        <extracomment>How the answer comes, after &quot;Your answer comes&quot;: out of this terminal&apos;s printer.</extracomment>
        <translation>auf Papier, hier</translation>
    </message>
    <message>
        <source>to your mailbox</source>
        <extracomment>How the answer comes, after &quot;Your answer comes&quot;.</extracomment>
        <translation>in Ihr Postfach</translation>
    </message>
    <message>
        <source>by post</source>
        <extracomment>How the answer comes, after &quot;Your answer comes&quot;.</extracomment>
        <translation>mit der Post</translation>
    </message>
    <message>
        <source>at the counter, to pick up</source>
        <extracomment>How the answer comes, after &quot;Your answer comes&quot;: one fetches it from the office.</extracomment>
        <translation>am Schalter, zum Abholen</translation>
    </message>
    <message>
        <source>On paper, here and now</source>
        <extracomment>A way to get the answer of the office. Short.</extracomment>
        <translation>Auf Papier, jetzt gleich</translation>
    </message>
    <message>
        <source>In my mailbox</source>
        <extracomment>A way to get the answer of the office. Short.</extracomment>
        <translation>In mein Postfach</translation>
    </message>
    <message>
        <source>By post</source>
        <extracomment>A way to get the answer of the office. Short.</extracomment>
        <translation>Mit der Post</translation>
    </message>
    <message>
        <source>I pick it up</source>
        <extracomment>A way to get the answer of the office. Short.</extracomment>
        <translation>Ich hole es ab</translation>
    </message>
    <message>
        <source>The terminal prints it.</source>
        <extracomment>Below &quot;On paper, here and now&quot;.</extracomment>
        <translation>Das Terminal druckt es aus.</translation>
    </message>
    <message>
        <source>You read it with your Bochum-ID.</source>
        <extracomment>Below &quot;In my mailbox&quot;: the mailbox of the account at the city.</extracomment>
        <translation>Sie lesen es mit Ihrer Bochum-ID.</translation>
    </message>
    <message>
        <source>A letter comes to your address.</source>
        <extracomment>Below &quot;By post&quot;.</extracomment>
        <translation>Ein Brief kommt an Ihre Anschrift.</translation>
    </message>
    <message>
        <source>It waits at the counter for you.</source>
        <extracomment>Below &quot;I pick it up&quot;.</extracomment>
        <translation>Es liegt am Schalter für Sie bereit.</translation>
    </message>
</context>
<context>
    <name>DetailWords</name>
    <message>
        <source>Family name</source>
        <extracomment>A detail of the account.</extracomment>
        <translation>Familienname</translation>
    </message>
    <message>
        <source>Name at birth</source>
        <extracomment>A detail of the account.</extracomment>
        <translation>Geburtsname</translation>
    </message>
    <message>
        <source>Given names</source>
        <extracomment>A detail of the account.</extracomment>
        <translation>Vornamen</translation>
    </message>
    <message>
        <source>Doctoral degree</source>
        <extracomment>A detail of the account.</extracomment>
        <translation>Doktorgrad</translation>
    </message>
    <message>
        <source>Date of birth</source>
        <extracomment>A detail of the account.</extracomment>
        <translation>Geburtsdatum</translation>
    </message>
    <message>
        <source>Place of birth</source>
        <extracomment>A detail of the account.</extracomment>
        <translation>Geburtsort</translation>
    </message>
    <message>
        <source>Nationality</source>
        <extracomment>A detail of the account.</extracomment>
        <translation>Staatsangehörigkeit</translation>
    </message>
    <message>
        <source>Address</source>
        <extracomment>A detail of the account.</extracomment>
        <translation>Anschrift</translation>
    </message>
    <message>
        <source>Artistic or religious name</source>
        <extracomment>A detail of the account.</extracomment>
        <translation>Künstler- oder Ordensname</translation>
    </message>
    <message>
        <source>E-mail</source>
        <extracomment>A detail of the account.</extracomment>
        <translation>E-Mail</translation>
    </message>
    <message>
        <source>Telephone</source>
        <extracomment>A detail of the account.</extracomment>
        <translation>Telefon</translation>
    </message>
    <message>
        <source>Address for letters</source>
        <extracomment>A detail of the account.</extracomment>
        <translation>Anschrift für Briefe</translation>
    </message>
    <message>
        <source>Another detail</source>
        <extracomment>A detail of the account that this terminal has no name for.</extracomment>
        <translation>Weitere Angabe</translation>
    </message>
    <message>
        <source>From your card, since %1. Very sure.</source>
        <extracomment>Where a detail comes from, and how sure it is; %1 is a date.</extracomment>
        <translation>Von Ihrem Ausweis, seit %1. Sehr sicher.</translation>
    </message>
    <message>
        <source>From you, since %1. Not checked.</source>
        <extracomment>Where a detail comes from; %1 is a date.</extracomment>
        <translation>Von Ihnen, seit %1. Nicht geprüft.</translation>
    </message>
    <message>
        <source>From a register, since %1. Sure.</source>
        <extracomment>Where a detail comes from, and how sure it is; %1 is a date.</extracomment>
        <translation>Aus einem Register, seit %1. Sicher.</translation>
    </message>
    <message>
        <source>Decisions come into my mailbox, not by post</source>
        <extracomment>Something the visitor agrees to.</extracomment>
        <translation>Bescheide kommen ins Postfach, nicht per Post</translation>
    </message>
    <message>
        <source>Tell me by e-mail about new messages</source>
        <extracomment>Something the visitor agrees to.</extracomment>
        <translation>Neue Nachrichten per E-Mail melden</translation>
    </message>
    <message>
        <source>Another consent</source>
        <extracomment>Something the visitor agrees to that this terminal has no words for.</extracomment>
        <translation>Weitere Einwilligung</translation>
    </message>
</context>
<context>
    <name>DigitsScreen</name>
    <message>
        <source>Confirm</source>
        <extracomment>The big button below the PIN pad. One word.</extracomment>
        <translation>Bestätigen</translation>
    </message>
    <message numerus="yes">
        <source>You have %n attempt(s)</source>
        <extracomment>Told before the PIN is tried.</extracomment>
        <translation>
            <numerusform>Sie haben %n Versuch</numerusform>
            <numerusform>Sie haben %n Versuche</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n digit(s) still missing</source>
        <extracomment>On the button that confirms a number, while digits are missing.</extracomment>
        <translation>
            <numerusform>Noch %n Ziffer fehlt</numerusform>
            <numerusform>Noch %n Ziffern fehlen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DisplayChoice</name>
    <message>
        <source>How can you read best?</source>
        <extracomment>Above text size, contrast and low position.</extracomment>
        <translation>Wie können Sie am besten lesen?</translation>
    </message>
    <message>
        <source>That suits me</source>
        <extracomment>Closes the choice of text size and contrast. Short.</extracomment>
        <translation>So passt es mir</translation>
    </message>
    <message>
        <source>Text size</source>
        <extracomment>Above four text sizes.</extracomment>
        <translation>Schriftgröße</translation>
    </message>
    <message>
        <source>Small</source>
        <extracomment>A text size. One short word.</extracomment>
        <translation>Klein</translation>
    </message>
    <message>
        <source>Medium</source>
        <extracomment>A text size. One short word.</extracomment>
        <translation>Mittel</translation>
    </message>
    <message>
        <source>Large</source>
        <extracomment>A text size. One short word.</extracomment>
        <translation>Groß</translation>
    </message>
    <message>
        <source>Very large</source>
        <extracomment>A text size: the largest. Short.</extracomment>
        <translation>Sehr groß</translation>
    </message>
    <message>
        <source>Contrast</source>
        <extracomment>Above four contrast modes.</extracomment>
        <translation>Kontrast</translation>
    </message>
    <message>
        <source>Black on white</source>
        <extracomment>A contrast mode. Short.</extracomment>
        <translation>Schwarz auf Weiß</translation>
    </message>
    <message>
        <source>White on black</source>
        <extracomment>A contrast mode. Short.</extracomment>
        <translation>Weiß auf Schwarz</translation>
    </message>
    <message>
        <source>Low glare</source>
        <extracomment>A contrast mode for eyes that glare hurts. Short.</extracomment>
        <translation>Blendarm</translation>
    </message>
    <message>
        <source>Standard</source>
        <extracomment>A contrast mode: the usual one. One word.</extracomment>
        <translation>Standard</translation>
    </message>
    <message>
        <source>Everything further down</source>
        <extracomment>A switch: everything that can be pressed moves into the lower half of the screen.</extracomment>
        <translation>Alles weiter unten</translation>
    </message>
    <message>
        <source>Good for reach when you sit.</source>
        <extracomment>Below &quot;Everything further down&quot;: for whom it is.</extracomment>
        <translation>Gut erreichbar, wenn Sie sitzen.</translation>
    </message>
</context>
<context>
    <name>Dock</name>
    <message>
        <source>Sandbox</source>
        <extracomment>Title of the small window beside a simulated terminal.</extracomment>
        <translation>Sandbox</translation>
    </message>
    <message>
        <source>Nothing here is real: the people, cards and answers are invented.</source>
        <extracomment>In the sandbox&apos;s window: people, cards and the city&apos;s answers are invented.</extracomment>
        <translation>Nichts hier ist echt: Menschen, Karten und Antworten sind erfunden.</translation>
    </message>
    <message>
        <source>The sandbox does not answer. One moment …</source>
        <extracomment>In the sandbox&apos;s window: its program does not run or is starting.</extracomment>
        <translation>Die Sandbox antwortet nicht. Einen Moment …</translation>
    </message>
</context>
<context>
    <name>Done</name>
    <message>
        <source>Done. Your application has arrived.</source>
        <extracomment>The application was sent, and there is proof of it on paper.</extracomment>
        <translation>Geschafft. Ihr Antrag ist angekommen.</translation>
    </message>
    <message>
        <source>Nothing is lost. It stays safe in Bochum-ID.</source>
        <extracomment>The paper could not be printed.</extracomment>
        <translation>Nichts ist verloren. Es liegt sicher in Bochum-ID.</translation>
    </message>
    <message>
        <source>There is no printer here. The terminal saved the sheet.</source>
        <extracomment>There is no printer; the paper was saved as a file instead.</extracomment>
        <translation>Hier ist kein Drucker. Das Terminal hat das Blatt gespeichert.</translation>
    </message>
    <message>
        <source>Your slip lies in the printer. Take it with you.</source>
        <extracomment>The slip for the cash desk lies in the tray of the printer.</extracomment>
        <translation>Ihr Zettel liegt im Drucker. Nehmen Sie ihn mit.</translation>
    </message>
    <message>
        <source>Your paper lies in the printer. Take it with you.</source>
        <extracomment>The paper lies in the tray of the printer.</extracomment>
        <translation>Ihr Papier liegt im Drucker. Nehmen Sie es mit.</translation>
    </message>
    <message>
        <source>To your appointment</source>
        <extracomment>After an application was sent: on to the screen with day, place and number of the appointment.</extracomment>
        <translation>Zu Ihrem Termin</translation>
    </message>
    <message>
        <source>Finish</source>
        <extracomment>The big button that ends the visit.</extracomment>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Print again</source>
        <extracomment>Tries once more to print the paper.</extracomment>
        <translation>Neu drucken</translation>
    </message>
    <message>
        <source>To my mailbox</source>
        <extracomment>Beside &quot;Finish&quot;: the receipt goes to the visitor&apos;s mailbox at the city. Short.</extracomment>
        <translation>Ins Postfach</translation>
    </message>
    <message>
        <source>Give your reference number at the cash desk.</source>
        <extracomment>First thing to do, where the slip for the cash desk could not be printed.</extracomment>
        <translation>Nennen Sie an der Kasse Ihr Aktenzeichen.</translation>
    </message>
    <message>
        <source>Take the slip to the cash desk.</source>
        <extracomment>First thing to do, with the printed slip.</extracomment>
        <translation>Gehen Sie mit dem Zettel zur Kasse.</translation>
    </message>
    <message>
        <source>After that you get your document.</source>
        <extracomment>Second thing to do: after paying, the document is handed out.</extracomment>
        <translation>Danach bekommen Sie Ihr Papier.</translation>
    </message>
    <message>
        <source>Your appointment</source>
        <extracomment>Before day, time and office of the appointment that was made with an application.</extracomment>
        <translation>Ihr Termin</translation>
    </message>
    <message>
        <source>%1, %2, %3</source>
        <extracomment>An appointment: %1 is a day, %2 a time, %3 an office.</extracomment>
        <translation>%1, %2, %3</translation>
    </message>
    <message>
        <source>Your number</source>
        <extracomment>Before the number by which somebody is called. Short.</extracomment>
        <translation>Ihre Nummer</translation>
    </message>
    <message>
        <source>Otherwise the terminal has kept nothing.</source>
        <extracomment>About personal data, at the end of a visit, when the paper was saved as a file.</extracomment>
        <translation>Sonst hat das Terminal nichts behalten.</translation>
    </message>
    <message>
        <source>Paper is stuck in the printer.</source>
        <extracomment>Why the paper did not come.</extracomment>
        <translation>Im Drucker steckt Papier fest.</translation>
    </message>
    <message>
        <source>The printer has no paper.</source>
        <extracomment>Why the paper did not come.</extracomment>
        <translation>Der Drucker hat kein Papier mehr.</translation>
    </message>
    <message>
        <source>The printer is switched off.</source>
        <extracomment>Why the paper did not come.</extracomment>
        <translation>Der Drucker ist ausgeschaltet.</translation>
    </message>
    <message>
        <source>The paper could not be printed.</source>
        <extracomment>Why the paper did not come.</extracomment>
        <translation>Das Papier ließ sich nicht drucken.</translation>
    </message>
    <message>
        <source>Try again. Or give your reference number at the cash desk.</source>
        <extracomment>What to do when the slip for the cash desk did not come. The reference number stands below.</extracomment>
        <translation>Versuchen Sie es noch einmal. Oder nennen Sie an der Kasse Ihr Aktenzeichen.</translation>
    </message>
    <message>
        <source>Try again. Or give your reference number at the counter.</source>
        <extracomment>What to do when the paper did not come. The reference number stands below.</extracomment>
        <translation>Versuchen Sie es noch einmal. Oder nennen Sie am Schalter Ihr Aktenzeichen.</translation>
    </message>
    <message>
        <source>To pay at the cash desk</source>
        <extracomment>Before an amount that is to be paid at the cash desk.</extracomment>
        <translation>An der Kasse zu zahlen</translation>
    </message>
    <message>
        <source>Sent.
Only the paper is missing.</source>
        <extracomment>The application was sent, but the printer failed. Two short sentences.</extracomment>
        <translation>Gesendet.
Nur das Papier fehlt noch.</translation>
    </message>
    <message>
        <source>Sent.
Now pay at the cash desk.</source>
        <extracomment>The application was sent; now the fee is paid at the cash desk of the office. Two short sentences.</extracomment>
        <translation>Gesendet.
Bezahlen Sie jetzt an der Kasse.</translation>
    </message>
    <message>
        <source>The file</source>
        <extracomment>Before the name of a file.</extracomment>
        <translation>Die Datei</translation>
    </message>
    <message>
        <source>in the folder</source>
        <extracomment>Before the name of a folder.</extracomment>
        <translation>im Ordner</translation>
    </message>
    <message>
        <source>Your application is with</source>
        <extracomment>Before the name of the office that has the application.</extracomment>
        <translation>Ihr Antrag ist bei</translation>
    </message>
    <message>
        <source>After you have paid</source>
        <extracomment>Before a duration: how long it takes once the fee is paid.</extracomment>
        <translation>Nach dem Bezahlen</translation>
    </message>
    <message>
        <source>Your answer</source>
        <extracomment>Before the time by which the office answers.</extracomment>
        <translation>Ihre Antwort</translation>
    </message>
    <message>
        <source>is there already</source>
        <extracomment>The answer of the office: it came at once.</extracomment>
        <translation>ist schon da</translation>
    </message>
    <message>
        <source>Reference number</source>
        <extracomment>Before the number under which the office finds the application.</extracomment>
        <translation>Aktenzeichen</translation>
    </message>
    <message>
        <source>The terminal has kept nothing.</source>
        <extracomment>About personal data, at the end of a visit.</extracomment>
        <translation>Das Terminal hat nichts behalten.</translation>
    </message>
    <message>
        <source>Receipt to phone</source>
        <extracomment>Beside &quot;Finish&quot;: the receipt goes to the visitor&apos;s phone. Short.</extracomment>
        <translation>Beleg aufs Handy</translation>
    </message>
    <message>
        <source>One moment, please …</source>
        <extracomment>The receipt is being printed, or sent to phone or mailbox.</extracomment>
        <translation>Einen Moment bitte …</translation>
    </message>
    <message>
        <source>Your receipt is in your mailbox.</source>
        <extracomment>The receipt was sent.</extracomment>
        <translation>Ihr Beleg liegt in Ihrem Postfach.</translation>
    </message>
    <message>
        <source>The receipt could not be sent. Code: %1</source>
        <extracomment>The receipt could not be sent to phone or mailbox. %1 is a short code such as BI-50.</extracomment>
        <translation>Der Beleg konnte nicht gesendet werden. Code: %1</translation>
    </message>
    <message>
        <source>Print receipt</source>
        <extracomment>Beside &quot;Finish&quot;: prints the receipt, for the first time or once more. Short.</extracomment>
        <translation>Beleg drucken</translation>
    </message>
    <message>
        <source>The slip lies in the printer as well.</source>
        <extracomment>The slip for the cash desk was printed once more.</extracomment>
        <translation>Der Zettel liegt auch im Drucker.</translation>
    </message>
    <message>
        <source>Your receipt lies in the printer as well.</source>
        <extracomment>The receipt was printed.</extracomment>
        <translation>Ihr Beleg liegt auch im Drucker.</translation>
    </message>
    <message>
        <source>Your receipt was saved as %1.</source>
        <extracomment>There is no printer; the receipt was saved as a file. %1 is its name.</extracomment>
        <translation>Ihr Beleg wurde als %1 gespeichert.</translation>
    </message>
    <message>
        <source>The receipt could not be printed. Code: %1</source>
        <extracomment>The receipt did not come out of the printer. %1 is a short code such as DR-62.</extracomment>
        <translation>Der Beleg konnte nicht gedruckt werden. Code: %1</translation>
    </message>
    <message>
        <source>To phone</source>
        <extracomment>Beside &quot;Print receipt&quot;: it goes to the visitor&apos;s phone. Two words at most.</extracomment>
        <translation>Aufs Handy</translation>
    </message>
    <message>
        <source>Print slip</source>
        <extracomment>Beside &quot;Finish&quot;: prints the slip for the cash desk once more. Short.</extracomment>
        <translation>Zettel drucken</translation>
    </message>
    <message>
        <source>A bill follows</source>
        <extracomment>Before the amount and the day by which it is to be paid: the city sends a bill.</extracomment>
        <translation>Rechnung folgt</translation>
    </message>
    <message>
        <source>%1, due by %2</source>
        <extracomment>%1 is an amount of money, %2 the day by which it is to be paid.</extracomment>
        <translation>%1, zu zahlen bis %2</translation>
    </message>
</context>
<context>
    <name>DrawingNumber</name>
    <message>
        <source>Your waiting number is being drawn.</source>
        <extracomment>A waiting number is being given out.</extracomment>
        <translation>Ihre Wartenummer wird gezogen.</translation>
    </message>
    <message>
        <source>One moment …</source>
        <extracomment>With three squares that fill one by one.</extracomment>
        <translation>Einen Moment …</translation>
    </message>
    <message>
        <source>We are asking the town hall.</source>
        <extracomment>When it takes longer than five seconds.</extracomment>
        <translation>Wir fragen im Rathaus nach.</translation>
    </message>
</context>
<context>
    <name>EdgeRow</name>
    <message>
        <source>Cut off less</source>
        <extracomment>Spoken for a minus button beside an edge of a page.</extracomment>
        <translation>Weniger abschneiden</translation>
    </message>
    <message>
        <source>Cut off more</source>
        <extracomment>Spoken for a plus button beside an edge of a page.</extracomment>
        <translation>Mehr abschneiden</translation>
    </message>
</context>
<context>
    <name>EnterCan</name>
    <message>
        <source>Enter the 6 digits on your card.</source>
        <extracomment>Above the PIN pad, before the last attempt at the PIN: the number called CAN.</extracomment>
        <translation>Tippen Sie die 6 Ziffern auf Ihrer Karte.</translation>
    </message>
    <message>
        <source>They are on the front, at the bottom right.</source>
        <extracomment>Below &quot;Enter the 6 digits on your card.&quot;</extracomment>
        <translation>Sie stehen vorne, unten rechts.</translation>
    </message>
    <message>
        <source>Those were not the digits on the card.</source>
        <extracomment>After a wrong CAN.</extracomment>
        <translation>Das waren nicht die Ziffern auf der Karte.</translation>
    </message>
    <message>
        <source>One attempt at your PIN is left.</source>
        <extracomment>The PIN has one attempt left, and before it the card wants its CAN.</extracomment>
        <translation>Für Ihre PIN ist noch ein Versuch da.</translation>
    </message>
    <message>
        <source>That does not count. Please compare them and try again.</source>
        <extracomment>After a wrong CAN.</extracomment>
        <translation>Das zählt nicht. Bitte vergleichen Sie und tippen Sie neu.</translation>
    </message>
    <message>
        <source>Before it, the card wants to see that you hold it.</source>
        <extracomment>Below &quot;One attempt at your PIN is left.&quot;</extracomment>
        <translation>Vorher will die Karte sehen, dass Sie sie in der Hand haben.</translation>
    </message>
    <message>
        <source>Forgot your PIN?</source>
        <extracomment>A way out for visitors who do not know their PIN. Short.</extracomment>
        <translation>PIN vergessen?</translation>
    </message>
</context>
<context>
    <name>EnterCardPin</name>
    <message>
        <source>Enter the 5 digits from the letter.</source>
        <extracomment>Above the PIN pad: the transport PIN.</extracomment>
        <translation>Tippen Sie die 5 Ziffern aus dem Brief.</translation>
    </message>
    <message>
        <source>First enter the PIN you have now.</source>
        <extracomment>Above the PIN pad, before a new PIN is chosen.</extracomment>
        <translation>Tippen Sie zuerst Ihre jetzige PIN.</translation>
    </message>
    <message>
        <source>Enter your 6-digit PIN.</source>
        <extracomment>Above the PIN pad, where the PIN is only checked.</extracomment>
        <translation>Tippen Sie Ihre 6-stellige PIN.</translation>
    </message>
    <message>
        <source>The letter calls them transport PIN.</source>
        <extracomment>Below &quot;Enter the 5 digits from the letter.&quot;</extracomment>
        <translation>Im Brief heißen sie Transport-PIN.</translation>
    </message>
    <message>
        <source>Only your card checks it.</source>
        <extracomment>Below &quot;Enter your 6-digit PIN.&quot;</extracomment>
        <translation>Nur Ihre Karte prüft sie.</translation>
    </message>
    <message>
        <source>That was not right.</source>
        <extracomment>After a wrong PIN.</extracomment>
        <translation>Das war nicht richtig.</translation>
    </message>
    <message>
        <source>The card is ready for the last attempt.</source>
        <extracomment>Before the last attempt at a PIN; the digits on the card were right.</extracomment>
        <translation>Die Karte ist bereit für den letzten Versuch.</translation>
    </message>
    <message>
        <source>Someone has entered a wrong PIN before.</source>
        <extracomment>The card lost an attempt on another day.</extracomment>
        <translation>Die PIN wurde schon einmal falsch eingegeben.</translation>
    </message>
    <message>
        <source>If it is wrong, the PIN is blocked. Take your time.</source>
        <extracomment>Below &quot;The card is ready for the last attempt.&quot;</extracomment>
        <translation>Ist er falsch, ist die PIN gesperrt. Lassen Sie sich Zeit.</translation>
    </message>
    <message>
        <source>If you chose a PIN before, the letter no longer works.</source>
        <extracomment>After a wrong transport PIN. It works only until the visitor has chosen a PIN.</extracomment>
        <translation>Haben Sie schon eine eigene PIN, gilt der Brief nicht mehr.</translation>
    </message>
    <message>
        <source>If it is wrong again, the card wants its 6 digits (CAN) first.</source>
        <extracomment>Before the second attempt. CAN is the name of the six digits on the card.</extracomment>
        <translation>Ist sie wieder falsch, will die Karte erst ihre 6 Ziffern (CAN).</translation>
    </message>
    <message>
        <source>I do not know it</source>
        <extracomment>A way out for visitors who do not know the number. Short.</extracomment>
        <translation>Ich weiß sie nicht</translation>
    </message>
</context>
<context>
    <name>EnterCode</name>
    <message>
        <source>That code was not right.</source>
        <extracomment>After a wrong code of the second factor.</extracomment>
        <translation>Der Code war nicht richtig.</translation>
    </message>
    <message numerus="yes">
        <source>You can try %n more time(s).</source>
        <extracomment>Below &quot;That code was not right.&quot;</extracomment>
        <translation>
            <numerusform>Sie können es noch %n Mal versuchen.</numerusform>
            <numerusform>Sie können es noch %n Mal versuchen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Enter the 6 digits from the text message.</source>
        <extracomment>Above the pad: the code was sent to the visitor&apos;s phone.</extracomment>
        <translation>Geben Sie die 6 Ziffern aus der SMS ein.</translation>
    </message>
    <message>
        <source>Enter the 6 digits from the e-mail.</source>
        <extracomment>Above the pad: the code was sent by e-mail.</extracomment>
        <translation>Geben Sie die 6 Ziffern aus der E-Mail ein.</translation>
    </message>
    <message>
        <source>Enter a recovery code.</source>
        <extracomment>Above the keyboard: a code from the list that was printed when the account was opened.</extracomment>
        <translation>Geben Sie einen Ersatz-Code ein.</translation>
    </message>
    <message>
        <source>Enter the 6 digits from your code app.</source>
        <extracomment>Above the pad: the code is in an authenticator app.</extracomment>
        <translation>Geben Sie die 6 Ziffern aus Ihrer Code-App ein.</translation>
    </message>
    <message>
        <source>Each code of your list works once.</source>
        <extracomment>Below &quot;Enter a recovery code.&quot;</extracomment>
        <translation>Jeder Code Ihrer Liste gilt einmal.</translation>
    </message>
    <message>
        <source>It is on its way to %1.</source>
        <extracomment>%1 is a phone number or e-mail address, mostly hidden by stars.</extracomment>
        <translation>Er ist unterwegs an %1.</translation>
    </message>
    <message>
        <source>Confirm</source>
        <extracomment>The big button below the pad, where there is little room. One word.</extracomment>
        <translation>Bestätigen</translation>
    </message>
    <message>
        <source>Confirm code</source>
        <extracomment>The big button below the pad. Short.</extracomment>
        <translation>Code bestätigen</translation>
    </message>
    <message>
        <source>Send a new code</source>
        <extracomment>The code that was sent did not come. Short.</extracomment>
        <translation>Neuen Code senden</translation>
    </message>
    <message>
        <source>Recovery code</source>
        <extracomment>Label of a field whose content shows as dots.</extracomment>
        <translation>Ersatz-Code</translation>
    </message>
</context>
<context>
    <name>EnterContact</name>
    <message>
        <source>What is your family name?</source>
        <extracomment>For an appointment: one question a screen.</extracomment>
        <translation>Wie ist Ihr Nachname?</translation>
    </message>
    <message>
        <source>In which year were you born?</source>
        <extracomment>For an appointment: it proves at the check-in who comes.</extracomment>
        <translation>In welchem Jahr sind Sie geboren?</translation>
    </message>
    <message>
        <source>Where may we send a confirmation?</source>
        <extracomment>For an appointment: an e-mail address or a telephone number.</extracomment>
        <translation>Wohin dürfen wir eine Bestätigung senden?</translation>
    </message>
    <message>
        <source>The office then knows who comes.</source>
        <extracomment>Below &quot;What is your family name?&quot;</extracomment>
        <translation>So weiß das Büro, wer kommt.</translation>
    </message>
    <message>
        <source>With it you check in on the day.</source>
        <extracomment>Below &quot;In which year were you born?&quot;</extracomment>
        <translation>Damit melden Sie sich am Termin an.</translation>
    </message>
    <message>
        <source>You need not say. You get a slip in any case.</source>
        <extracomment>Below &quot;Where may we send a confirmation?&quot;</extracomment>
        <translation>Sie müssen nicht. Einen Zettel bekommen Sie immer.</translation>
    </message>
    <message>
        <source>Family name</source>
        <extracomment>Label of a field.</extracomment>
        <translation>Nachname</translation>
    </message>
    <message>
        <source>Year of birth, four figures</source>
        <extracomment>Label of a field for four figures.</extracomment>
        <translation>Geburtsjahr, vier Ziffern</translation>
    </message>
    <message>
        <source>E-mail or telephone</source>
        <extracomment>Label of a field.</extracomment>
        <translation>E-Mail oder Telefon</translation>
    </message>
    <message>
        <source>Please type your family name.</source>
        <extracomment>What is wrong with an empty field.</extracomment>
        <translation>Bitte geben Sie Ihren Nachnamen ein.</translation>
    </message>
    <message>
        <source>Please type four figures, such as 1964.</source>
        <extracomment>What is wrong with a year of birth.</extracomment>
        <translation>Bitte geben Sie vier Ziffern ein, etwa 1964.</translation>
    </message>
    <message>
        <source>Please check the address or the number.</source>
        <extracomment>What is wrong with an e-mail address or a telephone number.</extracomment>
        <translation>Bitte prüfen Sie die Adresse oder die Nummer.</translation>
    </message>
    <message>
        <source>Without confirmation</source>
        <extracomment>The big button below a field that may stay empty.</extracomment>
        <translation>Ohne Bestätigung</translation>
    </message>
    <message>
        <source>Continue</source>
        <extracomment>The big button below a field.</extracomment>
        <translation>Weiter</translation>
    </message>
</context>
<context>
    <name>EnterNumber</name>
    <message>
        <source>What is the number of your appointment?</source>
        <extracomment>Above a keyboard: the number of an appointment, such as B-0472.</extracomment>
        <translation>Welche Nummer hat Ihr Termin?</translation>
    </message>
    <message>
        <source>In which year were you born?</source>
        <extracomment>Above a number pad: it proves whose appointment it is.</extracomment>
        <translation>In welchem Jahr sind Sie geboren?</translation>
    </message>
    <message>
        <source>What is the code for cancelling?</source>
        <extracomment>Above a keyboard: four letters and figures that cancel an appointment.</extracomment>
        <translation>Wie ist der Code zum Absagen?</translation>
    </message>
    <message>
        <source>It shows that this is your appointment.</source>
        <extracomment>Below &quot;In which year were you born?&quot;</extracomment>
        <translation>Es zeigt, dass es Ihr Termin ist.</translation>
    </message>
    <message>
        <source>It stands on your slip.</source>
        <extracomment>Below a question for a number or code.</extracomment>
        <translation>Sie finden die Angabe auf Ihrem Zettel.</translation>
    </message>
    <message>
        <source>Such as B-0472</source>
        <extracomment>Label of a field for a number, with the largest letters. The example is a letter and four figures.</extracomment>
        <translation>Etwa B-0472</translation>
    </message>
    <message>
        <source>Number, such as B-0472</source>
        <extracomment>Label of a field. The example is a letter and four figures.</extracomment>
        <translation>Nummer, etwa B-0472</translation>
    </message>
    <message>
        <source>Year of birth, four figures</source>
        <extracomment>Label of a field for four figures.</extracomment>
        <translation>Geburtsjahr, vier Ziffern</translation>
    </message>
    <message>
        <source>Code, four signs</source>
        <extracomment>Label of a field for four letters or figures.</extracomment>
        <translation>Code, vier Zeichen</translation>
    </message>
    <message>
        <source>There is no appointment with this number and code.</source>
        <extracomment>Number and code do not belong together.</extracomment>
        <translation>Zu dieser Nummer und diesem Code gibt es keinen Termin.</translation>
    </message>
    <message>
        <source>No such appointment today.</source>
        <extracomment>Number and year of birth do not belong together, or the appointment is elsewhere.</extracomment>
        <translation>Diesen Termin gibt es hier heute nicht.</translation>
    </message>
    <message>
        <source>It is one letter and four figures.</source>
        <extracomment>What is wrong with the number of an appointment.</extracomment>
        <translation>Es sind ein Buchstabe und vier Ziffern.</translation>
    </message>
    <message>
        <source>Please type four figures, such as 1964.</source>
        <extracomment>What is wrong with a year of birth.</extracomment>
        <translation>Bitte geben Sie vier Ziffern ein, etwa 1964.</translation>
    </message>
    <message>
        <source>The code has four signs.</source>
        <extracomment>What is wrong with a code.</extracomment>
        <translation>Der Code hat vier Zeichen.</translation>
    </message>
    <message>
        <source>Continue</source>
        <extracomment>The big button below a field.</extracomment>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Cancel the appointment</source>
        <extracomment>The big button that cancels an appointment.</extracomment>
        <translation>Termin absagen</translation>
    </message>
    <message>
        <source>I am here</source>
        <extracomment>The big button that tells the office that somebody is here.</extracomment>
        <translation>Ich bin da</translation>
    </message>
</context>
<context>
    <name>EnterPassword</name>
    <message>
        <source>User name or password was not right.</source>
        <extracomment>After a wrong user name or password; nobody says which of the two was wrong.</extracomment>
        <translation>Name oder Passwort war nicht richtig.</translation>
    </message>
    <message>
        <source>Sign in with user name and password.</source>
        <extracomment>Above two fields for user name and password.</extracomment>
        <translation>Anmelden mit Name und Passwort.</translation>
    </message>
    <message>
        <source>The same as for Bochum-ID at home.</source>
        <extracomment>Below &quot;Sign in with user name and password.&quot;: they are the same as on the city&apos;s web pages.</extracomment>
        <translation>Dieselben wie für Bochum-ID zu Hause.</translation>
    </message>
    <message>
        <source>Continue</source>
        <extracomment>The big button below user name and password.</extracomment>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Change user name</source>
        <extracomment>Back from the password to the user name, where only one field has room. Short.</extracomment>
        <translation>Namen ändern</translation>
    </message>
    <message>
        <source>Use the card instead</source>
        <extracomment>A way out for visitors who do not know their password. Short.</extracomment>
        <translation>Lieber mit Karte</translation>
    </message>
    <message>
        <source>User name or e-mail</source>
        <extracomment>Label of a field.</extracomment>
        <translation>Benutzername oder E-Mail</translation>
    </message>
    <message>
        <source>Password</source>
        <extracomment>Label of a field whose content shows as dots.</extracomment>
        <translation>Passwort</translation>
    </message>
    <message>
        <source>Check both and try again. Mind capital letters.</source>
        <extracomment>Below &quot;User name or password was not right.&quot;</extracomment>
        <translation>Prüfen Sie beides. Achten Sie auf große Buchstaben.</translation>
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
    <message>
        <source>Confirm</source>
        <extracomment>The big button below the PIN pad, where there is little room. One word.</extracomment>
        <translation>Bestätigen</translation>
    </message>
    <message>
        <source>That PIN was not right. Enter it again.</source>
        <extracomment>After a wrong PIN, above the PIN pad, where there is little room.</extracomment>
        <translation>Diese PIN stimmt nicht. Geben Sie sie noch einmal ein.</translation>
    </message>
    <message>
        <source>This is the last attempt.</source>
        <extracomment>Before the last attempt.</extracomment>
        <translation>Das ist der letzte Versuch.</translation>
    </message>
    <message>
        <source>If it is wrong again, the third try needs the 6 digits on the card (CAN).</source>
        <extracomment>Before the second attempt. CAN is the name of the six digits on the card, also in German.</extracomment>
        <translation>Ist sie wieder falsch, braucht der dritte Versuch die 6 Ziffern der Karte (CAN).</translation>
    </message>
    <message numerus="yes">
        <source>%n digit(s) still missing</source>
        <extracomment>On the button that confirms the PIN, while digits are missing.</extracomment>
        <translation>
            <numerusform>Noch eine Ziffer fehlt</numerusform>
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
            <numerusform>Sie haben einen Versuch</numerusform>
            <numerusform>Sie haben %n Versuche</numerusform>
        </translation>
    </message>
    <message>
        <source>Then with the CAN</source>
        <extracomment>Beside &quot;You have 2 attempts&quot;: the one after that needs the six digits on the card, called CAN. Very short.</extracomment>
        <translation>Danach mit CAN</translation>
    </message>
    <message>
        <source>That PIN was not right.</source>
        <extracomment>After a wrong PIN.</extracomment>
        <translation>Diese PIN stimmt nicht.</translation>
    </message>
    <message>
        <source>Someone has entered a wrong PIN before.</source>
        <extracomment>The card lost an attempt on another day.</extracomment>
        <translation>Die PIN wurde schon einmal falsch eingegeben.</translation>
    </message>
    <message>
        <source>Take your time and enter it again.</source>
        <extracomment>After a wrong PIN. No hurry.</extracomment>
        <translation>Geben Sie sie in Ruhe noch einmal ein.</translation>
    </message>
</context>
<context>
    <name>EnterPuk</name>
    <message>
        <source>Enter the 10 digits of the PUK.</source>
        <extracomment>Above the PIN pad: the number called PUK, for a PIN that is blocked.</extracomment>
        <translation>Tippen Sie die 10 Ziffern der PUK.</translation>
    </message>
    <message>
        <source>It is in the letter, beside the 5 digits.</source>
        <extracomment>Below &quot;Enter the 10 digits of the PUK.&quot;</extracomment>
        <translation>Sie steht im Brief, neben den 5 Ziffern.</translation>
    </message>
    <message>
        <source>That was not the PUK.</source>
        <extracomment>After a wrong PUK.</extracomment>
        <translation>Das war nicht die PUK.</translation>
    </message>
    <message>
        <source>Your PIN is blocked.</source>
        <extracomment>After three wrong PINs.</extracomment>
        <translation>Ihre PIN ist gesperrt.</translation>
    </message>
    <message>
        <source>That does not count. Please compare it and try again.</source>
        <extracomment>After a wrong PUK.</extracomment>
        <translation>Das zählt nicht. Bitte vergleichen Sie und tippen Sie neu.</translation>
    </message>
    <message>
        <source>The PUK unblocks it. It stays the PIN it was.</source>
        <extracomment>Below &quot;Your PIN is blocked.&quot;: what the PUK does.</extracomment>
        <translation>Die PUK entsperrt sie. Es bleibt die alte PIN.</translation>
    </message>
    <message>
        <source>Unblock</source>
        <extracomment>The big button below the PIN pad: unblocks the PIN. One word.</extracomment>
        <translation>Entsperren</translation>
    </message>
    <message>
        <source>I have no PUK</source>
        <extracomment>A way out for visitors without the letter. Short.</extracomment>
        <translation>Ich habe keine PUK</translation>
    </message>
</context>
<context>
    <name>Failed</name>
    <message>
        <source>End the visit</source>
        <extracomment>The big button after a failure that a second try cannot mend: ends the visit.</extracomment>
        <translation>Besuch beenden</translation>
    </message>
    <message>
        <source>Sign in after all</source>
        <extracomment>The big button after the visitor said &quot;no&quot; to reading the card: to the card once more.</extracomment>
        <translation>Doch anmelden</translation>
    </message>
    <message>
        <source>Try again</source>
        <extracomment>The big button after a failure.</extracomment>
        <translation>Noch einmal versuchen</translation>
    </message>
    <message>
        <source>Finish</source>
        <extracomment>Beside &quot;Try again&quot;: ends the visit. Short.</extracomment>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Go on without the card</source>
        <extracomment>The big button after a card that does not work: back, still signed in with a password. Short.</extracomment>
        <translation>Ohne Karte weiter</translation>
    </message>
    <message>
        <source>You are still signed in.</source>
        <extracomment>What is safe after a card that did not work: the sign-in with the password.</extracomment>
        <translation>Sie sind weiter angemeldet.</translation>
    </message>
    <message>
        <source>What you have begun is kept. Much works without the card.</source>
        <extracomment>Below &quot;You are still signed in.&quot;: what was begun, and what the password opens.</extracomment>
        <translation>Was Sie begonnen haben, bleibt. Vieles geht ohne Karte.</translation>
    </message>
</context>
<context>
    <name>FailureWords</name>
    <message>
        <source>The card was taken away too early.</source>
        <extracomment>What happened, as a heading; two short lines at most.</extracomment>
        <translation>Die Karte war zu früh weg.</translation>
    </message>
    <message>
        <source>That can happen. Nothing is broken.</source>
        <extracomment>Whose fault it is, or why it happened. One short sentence.</extracomment>
        <translation>Das kann passieren. Nichts ist kaputt.</translation>
    </message>
    <message>
        <source>Nothing was sent.</source>
        <extracomment>What is safe now. Short.</extracomment>
        <translation>Es wurde nichts gesendet.</translation>
    </message>
    <message>
        <source>This terminal has kept nothing.</source>
        <extracomment>More about what is safe. One short sentence.</extracomment>
        <translation>Dieses Terminal hat nichts behalten.</translation>
    </message>
    <message>
        <source>Lay the card back on the reader.</source>
        <extracomment>What to do next. Short.</extracomment>
        <translation>Legen Sie die Karte wieder hin.</translation>
    </message>
    <message>
        <source>Photo up. Then it goes on by itself.</source>
        <extracomment>More about what to do next. One short sentence.</extracomment>
        <translation>Foto nach oben. Dann geht es von selbst weiter.</translation>
    </message>
    <message>
        <source>Card and reader did not understand each other.</source>
        <extracomment>What happened, as a heading; two short lines at most.</extracomment>
        <translation>Karte und Lesegerät haben sich nicht verstanden.</translation>
    </message>
    <message>
        <source>That is not your fault.</source>
        <extracomment>Whose fault it is, or why it happened. One short sentence.</extracomment>
        <translation>Das liegt nicht an Ihnen.</translation>
    </message>
    <message>
        <source>Lay the card down once more.</source>
        <extracomment>What to do next. Short.</extracomment>
        <translation>Legen Sie die Karte noch einmal hin.</translation>
    </message>
    <message>
        <source>Flat, photo up, without a wallet or sleeve.</source>
        <extracomment>More about what to do next. One short sentence.</extracomment>
        <translation>Flach, Foto nach oben, ohne Hülle.</translation>
    </message>
    <message>
        <source>This card does not work here.</source>
        <extracomment>What happened, as a heading; two short lines at most.</extracomment>
        <translation>Diese Karte geht hier nicht.</translation>
    </message>
    <message>
        <source>The terminal needs a card with an online function.</source>
        <extracomment>Whose fault it is, or why it happened. One short sentence.</extracomment>
        <translation>Das Terminal braucht einen Ausweis mit Online-Funktion.</translation>
    </message>
    <message>
        <source>Nothing was read from your card.</source>
        <extracomment>What is safe now. Short.</extracomment>
        <translation>Von Ihrer Karte wurde nichts gelesen.</translation>
    </message>
    <message>
        <source>Take your identity card, eID card or residence permit.</source>
        <extracomment>What to do next. Short.</extracomment>
        <translation>Nehmen Sie Personalausweis, eID-Karte oder Aufenthaltstitel.</translation>
    </message>
    <message>
        <source>Bank cards and health cards do not work.</source>
        <extracomment>More about what to do next. One short sentence.</extracomment>
        <translation>Bankkarten und Gesundheitskarten gehen nicht.</translation>
    </message>
    <message>
        <source>This card is not valid online.</source>
        <extracomment>What happened, as a heading; two short lines at most.</extracomment>
        <translation>Diese Karte gilt online nicht.</translation>
    </message>
    <message>
        <source>It may have expired, or somebody reported it lost.</source>
        <extracomment>Whose fault it is, or why it happened. One short sentence.</extracomment>
        <translation>Vielleicht ist sie abgelaufen oder als verloren gemeldet.</translation>
    </message>
    <message>
        <source>Please go to the counter.</source>
        <extracomment>What to do next. Short.</extracomment>
        <translation>Bitte gehen Sie zum Schalter.</translation>
    </message>
    <message>
        <source>We look at the card together with you.</source>
        <extracomment>More about what to do next. One short sentence.</extracomment>
        <translation>Wir prüfen die Karte mit Ihnen zusammen.</translation>
    </message>
    <message>
        <source>The online function of this card is off.</source>
        <extracomment>What happened, as a heading; two short lines at most.</extracomment>
        <translation>Die Online-Funktion dieser Karte ist aus.</translation>
    </message>
    <message>
        <source>That is common, and quickly changed.</source>
        <extracomment>Whose fault it is, or why it happened. One short sentence.</extracomment>
        <translation>Das kommt oft vor und ist schnell geändert.</translation>
    </message>
    <message>
        <source>We switch it on at the counter.</source>
        <extracomment>What to do next. Short.</extracomment>
        <translation>Am Schalter schalten wir sie ein.</translation>
    </message>
    <message>
        <source>That is free of charge. Take your card with you.</source>
        <extracomment>More about what to do next. One short sentence.</extracomment>
        <translation>Das kostet nichts. Nehmen Sie Ihre Karte mit.</translation>
    </message>
    <message>
        <source>The card reader does not answer.</source>
        <extracomment>What happened, as a heading; two short lines at most.</extracomment>
        <translation>Das Lesegerät antwortet nicht.</translation>
    </message>
    <message>
        <source>This is our fault, not yours.</source>
        <extracomment>Whose fault it is, or why it happened. One short sentence.</extracomment>
        <translation>Das liegt an uns, nicht an Ihnen.</translation>
    </message>
    <message>
        <source>This reader cannot read your card.</source>
        <extracomment>What happened, as a heading; two short lines at most.</extracomment>
        <translation>Dieses Lesegerät kann Ihre Karte nicht lesen.</translation>
    </message>
    <message>
        <source>Or use another terminal here.</source>
        <extracomment>More about what to do next. One short sentence.</extracomment>
        <translation>Oder nehmen Sie hier ein anderes Terminal.</translation>
    </message>
    <message>
        <source>We stop before your last attempt.</source>
        <extracomment>What happened, as a heading; two short lines at most.</extracomment>
        <translation>Vor Ihrem letzten Versuch halten wir an.</translation>
    </message>
    <message>
        <source>For it, the card also wants the 6 digits on its front.</source>
        <extracomment>Whose fault it is, or why it happened. One short sentence.</extracomment>
        <translation>Dafür will die Karte auch die 6 Ziffern auf ihrer Vorderseite.</translation>
    </message>
    <message>
        <source>Your last attempt is still there.</source>
        <extracomment>What is safe now. Short.</extracomment>
        <translation>Ihr letzter Versuch ist noch da.</translation>
    </message>
    <message>
        <source>We help you at the counter.</source>
        <extracomment>What to do next. Short.
----------
What to do next after a failure that a second try cannot mend. Short.</extracomment>
        <translation>Am Schalter helfen wir Ihnen.</translation>
    </message>
    <message>
        <source>You can set a new PIN there, free of charge.</source>
        <extracomment>More about what to do next. One short sentence.</extracomment>
        <translation>Dort setzen Sie kostenlos eine neue PIN.</translation>
    </message>
    <message>
        <source>Your PIN is blocked.</source>
        <extracomment>What happened, as a heading; two short lines at most.</extracomment>
        <translation>Ihre PIN ist gesperrt.</translation>
    </message>
    <message>
        <source>After three wrong PINs the card locks itself.</source>
        <extracomment>Whose fault it is, or why it happened. One short sentence.</extracomment>
        <translation>Nach drei falschen PINs sperrt sich die Karte selbst.</translation>
    </message>
    <message>
        <source>Your data on the card is safe.</source>
        <extracomment>What is safe now. Short.</extracomment>
        <translation>Ihre Daten auf der Karte sind sicher.</translation>
    </message>
    <message>
        <source>Nobody can use the card online now.</source>
        <extracomment>More about what is safe. One short sentence.</extracomment>
        <translation>Niemand kann die Karte jetzt online nutzen.</translation>
    </message>
    <message>
        <source>You said no. That is all right.</source>
        <extracomment>What happened, as a heading; two short lines at most.</extracomment>
        <translation>Sie haben Nein gesagt. Das ist in Ordnung.</translation>
    </message>
    <message>
        <source>The city reads your card only if you want it.</source>
        <extracomment>Whose fault it is, or why it happened. One short sentence.</extracomment>
        <translation>Die Stadt liest Ihre Karte nur, wenn Sie es wollen.</translation>
    </message>
    <message>
        <source>It also works at the counter.</source>
        <extracomment>What to do next. Short.</extracomment>
        <translation>Am Schalter geht es auch.</translation>
    </message>
    <message>
        <source>We do it there together with you.</source>
        <extracomment>More about what to do next. One short sentence.</extracomment>
        <translation>Dort machen wir es mit Ihnen zusammen.</translation>
    </message>
    <message>
        <source>The sign-in service does not answer.</source>
        <extracomment>What happened, as a heading; two short lines at most.</extracomment>
        <translation>Der Anmelde-Dienst antwortet nicht.</translation>
    </message>
    <message>
        <source>Bochum-ID sent something that is not genuine.</source>
        <extracomment>What happened, as a heading; two short lines at most.</extracomment>
        <translation>Bochum-ID hat etwas geschickt, das nicht echt ist.</translation>
    </message>
    <message>
        <source>We do not show what we cannot check.</source>
        <extracomment>Whose fault it is, or why it happened. One short sentence.</extracomment>
        <translation>Wir zeigen nichts, was wir nicht prüfen können.</translation>
    </message>
    <message>
        <source>Then it goes on where you were.</source>
        <extracomment>More about what to do next. One short sentence.</extracomment>
        <translation>Dann geht es weiter, wo Sie waren.</translation>
    </message>
    <message>
        <source>Sometimes it takes a few minutes.</source>
        <extracomment>More about what to do next. One short sentence.</extracomment>
        <translation>Manchmal dauert es ein paar Minuten.</translation>
    </message>
    <message>
        <source>The sign-in service broke off.</source>
        <extracomment>What happened, as a heading; two short lines at most.</extracomment>
        <translation>Der Anmelde-Dienst hat abgebrochen.</translation>
    </message>
    <message>
        <source>For your safety we stopped.</source>
        <extracomment>What happened, as a heading; two short lines at most.</extracomment>
        <translation>Zu Ihrer Sicherheit haben wir angehalten.</translation>
    </message>
    <message>
        <source>The other side could not prove who it is.</source>
        <extracomment>Whose fault it is, or why it happened. One short sentence.</extracomment>
        <translation>Die Gegenseite konnte nicht beweisen, wer sie ist.</translation>
    </message>
    <message>
        <source>Your card and your data are safe.</source>
        <extracomment>What is safe now. Short.</extracomment>
        <translation>Ihre Karte und Ihre Daten sind sicher.</translation>
    </message>
    <message>
        <source>Please tell us at the counter.</source>
        <extracomment>What to do next. Short.</extracomment>
        <translation>Bitte sagen Sie uns am Schalter Bescheid.</translation>
    </message>
    <message>
        <source>Please do not try again here.</source>
        <extracomment>More about what to do next. One short sentence.</extracomment>
        <translation>Bitte versuchen Sie es hier nicht noch einmal.</translation>
    </message>
    <message>
        <source>Signing in did not work.</source>
        <extracomment>What happened, as a heading; two short lines at most.</extracomment>
        <translation>Die Anmeldung hat nicht geklappt.</translation>
    </message>
    <message>
        <source>Bochum-ID does not answer right now.</source>
        <extracomment>What happened, as a heading; two short lines at most.</extracomment>
        <translation>Bochum-⁠ID antwortet gerade nicht.</translation>
    </message>
    <message>
        <source>Nothing is lost.</source>
        <extracomment>What is safe now. Short.</extracomment>
        <translation>Nichts geht verloren.</translation>
    </message>
    <message>
        <source>What was saved stays saved. Nothing is sent twice.</source>
        <extracomment>More about what is safe. One short sentence.</extracomment>
        <translation>Was gespeichert war, bleibt gespeichert. Nichts wird doppelt gesendet.</translation>
    </message>
    <message>
        <source>Bochum-ID did not accept this.</source>
        <extracomment>What happened, as a heading; two short lines at most.</extracomment>
        <translation>Bochum-⁠ID hat das nicht angenommen.</translation>
    </message>
    <message>
        <source>What was saved stays saved.</source>
        <extracomment>More about what is safe. One short sentence.</extracomment>
        <translation>Was gespeichert war, bleibt gespeichert.</translation>
    </message>
    <message>
        <source>Something went wrong at Bochum-ID.</source>
        <extracomment>What happened, as a heading; two short lines at most.</extracomment>
        <translation>Bei Bochum-⁠ID ist etwas schiefgegangen.</translation>
    </message>
    <message>
        <source>Your sign-in is over.</source>
        <extracomment>What happened, as a heading; two short lines at most.</extracomment>
        <translation>Ihre Anmeldung ist zu Ende.</translation>
    </message>
    <message>
        <source>It ends after a while, for your safety.</source>
        <extracomment>Whose fault it is, or why it happened. One short sentence.</extracomment>
        <translation>Sie endet nach einer Weile, zu Ihrer Sicherheit.</translation>
    </message>
    <message>
        <source>Please sign in once more.</source>
        <extracomment>What to do next. Short.</extracomment>
        <translation>Bitte melden Sie sich noch einmal an.</translation>
    </message>
    <message>
        <source>This service is closed right now.</source>
        <extracomment>What happened, as a heading; two short lines at most.</extracomment>
        <translation>Diese Leistung ist gerade geschlossen.</translation>
    </message>
    <message>
        <source>You can get an appointment there, too.</source>
        <extracomment>More about what to do next. One short sentence.</extracomment>
        <translation>Dort bekommen Sie auch einen Termin.</translation>
    </message>
    <message>
        <source>Paper is stuck in the printer.</source>
        <extracomment>What happened, as a heading; two short lines at most.</extracomment>
        <translation>Im Drucker klemmt Papier.</translation>
    </message>
    <message>
        <source>We do not know yet whether you have paid.</source>
        <extracomment>What happened, as a heading; two short lines at most.</extracomment>
        <translation>Wir wissen noch nicht, ob Sie bezahlt haben.</translation>
    </message>
    <message>
        <source>You never pay twice.</source>
        <extracomment>What is safe now. Short.</extracomment>
        <translation>Sie bezahlen nie doppelt.</translation>
    </message>
    <message>
        <source>You get your money back.</source>
        <extracomment>What happened, as a heading; two short lines at most.</extracomment>
        <translation>Sie bekommen Ihr Geld zurück.</translation>
    </message>
    <message>
        <source>Your application is sent.</source>
        <extracomment>What is safe now. Short.</extracomment>
        <translation>Ihr Antrag ist gesendet.</translation>
    </message>
    <message>
        <source>The paper waits safely in Bochum-ID.</source>
        <extracomment>More about what is safe. One short sentence.</extracomment>
        <translation>Das Papier wartet sicher in Bochum-⁠ID.</translation>
    </message>
    <message>
        <source>We print it for you at the counter.</source>
        <extracomment>What to do next. Short.</extracomment>
        <translation>Am Schalter drucken wir es für Sie.</translation>
    </message>
    <message>
        <source>Nothing comes out here later by itself.</source>
        <extracomment>More about what to do next. One short sentence.</extracomment>
        <translation>Hier kommt später nichts von selbst heraus.</translation>
    </message>
    <message>
        <source>The printer has no paper.</source>
        <extracomment>What happened, as a heading; two short lines at most.</extracomment>
        <translation>Der Drucker hat kein Papier mehr.</translation>
    </message>
    <message>
        <source>The printer is switched off.</source>
        <extracomment>What happened, as a heading; two short lines at most.</extracomment>
        <translation>Der Drucker ist aus.</translation>
    </message>
    <message>
        <source>The printer takes too long.</source>
        <extracomment>What happened, as a heading; two short lines at most.</extracomment>
        <translation>Der Drucker braucht zu lange.</translation>
    </message>
    <message>
        <source>The printer did not take the sheet.</source>
        <extracomment>What happened, as a heading; two short lines at most.</extracomment>
        <translation>Der Drucker hat das Blatt nicht angenommen.</translation>
    </message>
    <message>
        <source>Something went wrong in this terminal.</source>
        <extracomment>What happened, as a heading; two short lines at most.</extracomment>
        <translation>In diesem Terminal ist etwas schiefgegangen.</translation>
    </message>
    <message>
        <source>The terminal starts afresh by itself.</source>
        <extracomment>More about what is safe. One short sentence.</extracomment>
        <translation>Das Terminal fängt von selbst neu an.</translation>
    </message>
    <message>
        <source>Please try again.</source>
        <extracomment>What to do next after a failure. Short.</extracomment>
        <translation>Bitte versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>If it goes wrong again, we help you at the counter.</source>
        <extracomment>More about &quot;Please try again.&quot;</extracomment>
        <translation>Klappt es wieder nicht, helfen wir Ihnen am Schalter.</translation>
    </message>
    <message>
        <source>Please tell us the code below.</source>
        <extracomment>More about &quot;We help you at the counter.&quot;</extracomment>
        <translation>Bitte nennen Sie uns dort den Code unten.</translation>
    </message>
    <message>
        <source>The visit was over before the paper came.</source>
        <extracomment>What happened, as a heading; two short lines at most.</extracomment>
        <translation>Der Besuch war zu Ende, bevor das Papier kam.</translation>
    </message>
    <message>
        <source>Too much was tried here at once.</source>
        <extracomment>What happened, as a heading; two short lines at most. Numbers, codes or tags were guessed here.</extracomment>
        <translation>Hier wurde zu viel auf einmal probiert.</translation>
    </message>
    <message>
        <source>It may have been somebody before you. So there is a pause.</source>
        <extracomment>Whose fault it is, or why it happened. One short sentence.</extracomment>
        <translation>Vielleicht war das jemand vor Ihnen. Deshalb ist kurz Pause.</translation>
    </message>
    <message>
        <source>Or try again here in about 15 minutes.</source>
        <extracomment>More about what to do next. One short sentence.</extracomment>
        <translation>Oder versuchen Sie es hier in etwa 15 Minuten noch einmal.</translation>
    </message>
    <message>
        <source>The scanner does not answer.</source>
        <extracomment>What happened, as a heading; two short lines at most.</extracomment>
        <translation>Der Scanner antwortet nicht.</translation>
    </message>
    <message>
        <source>The scanner is busy.</source>
        <extracomment>What happened, as a heading; two short lines at most.</extracomment>
        <translation>Der Scanner ist beschäftigt.</translation>
    </message>
    <message>
        <source>Wait a moment, then try again.</source>
        <extracomment>What to do next. Short.</extracomment>
        <translation>Warten Sie kurz und versuchen Sie es wieder.</translation>
    </message>
    <message>
        <source>The scanner is open.</source>
        <extracomment>What happened, as a heading; two short lines at most.</extracomment>
        <translation>Der Scanner ist offen.</translation>
    </message>
    <message>
        <source>It only works with its lid closed.</source>
        <extracomment>Whose fault it is, or why it happened. One short sentence.</extracomment>
        <translation>Er arbeitet nur mit geschlossenem Deckel.</translation>
    </message>
    <message>
        <source>Close the lid and try again.</source>
        <extracomment>What to do next. Short.</extracomment>
        <translation>Schließen Sie den Deckel und versuchen Sie es wieder.</translation>
    </message>
    <message>
        <source>Paper is stuck in the scanner.</source>
        <extracomment>What happened, as a heading; two short lines at most.</extracomment>
        <translation>Im Scanner steckt Papier fest.</translation>
    </message>
    <message>
        <source>Pull your paper out gently.</source>
        <extracomment>What to do next. Short.</extracomment>
        <translation>Ziehen Sie Ihr Papier vorsichtig heraus.</translation>
    </message>
    <message>
        <source>There is no paper in the scanner.</source>
        <extracomment>What happened, as a heading; two short lines at most.</extracomment>
        <translation>Im Scanner liegt kein Papier.</translation>
    </message>
    <message>
        <source>It found nothing to scan.</source>
        <extracomment>Whose fault it is, or why it happened. One short sentence.</extracomment>
        <translation>Er hat nichts zum Scannen gefunden.</translation>
    </message>
    <message>
        <source>Put your paper in and try again.</source>
        <extracomment>What to do next. Short.</extracomment>
        <translation>Legen Sie Ihr Papier ein und versuchen Sie es wieder.</translation>
    </message>
    <message>
        <source>The scanner did not finish.</source>
        <extracomment>What happened, as a heading; two short lines at most.</extracomment>
        <translation>Der Scanner ist nicht fertig geworden.</translation>
    </message>
    <message>
        <source>Your answers are still here.</source>
        <extracomment>What is safe after the scanner failed. Short.</extracomment>
        <translation>Ihre Angaben sind noch da.</translation>
    </message>
    <message>
        <source>Nothing has been sent yet.</source>
        <extracomment>More about what is safe. One short sentence.</extracomment>
        <translation>Es ist noch nichts gesendet.</translation>
    </message>
    <message>
        <source>Or go back and use your phone instead.</source>
        <extracomment>Another way to attach a paper, when the scanner fails. One short sentence.</extracomment>
        <translation>Oder gehen Sie zurück und nehmen Sie Ihr Handy.</translation>
    </message>
    <message>
        <source>No PIN was typed in time.</source>
        <extracomment>What happened, as a heading; two short lines at most.</extracomment>
        <translation>Es wurde keine PIN eingegeben.</translation>
    </message>
    <message>
        <source>The card reader waits one minute.</source>
        <extracomment>Why it happened. One short sentence.</extracomment>
        <translation>Der Kartenleser wartet eine Minute.</translation>
    </message>
    <message>
        <source>You have lost no attempt.</source>
        <extracomment>What is safe now. Short.</extracomment>
        <translation>Sie haben keinen Versuch verloren.</translation>
    </message>
    <message>
        <source>Try again, with your PIN at hand.</source>
        <extracomment>What to do next. Short.</extracomment>
        <translation>Versuchen Sie es mit der PIN zur Hand noch einmal.</translation>
    </message>
    <message>
        <source>The keys for it are on the card reader.</source>
        <extracomment>More about what to do next. One short sentence.</extracomment>
        <translation>Die Tasten dafür sind am Kartenleser.</translation>
    </message>
    <message>
        <source>This card has expired.</source>
        <extracomment>What happened, as a heading; two short lines at most.</extracomment>
        <translation>Diese Karte ist abgelaufen.</translation>
    </message>
    <message>
        <source>The online function ends on the same day.</source>
        <extracomment>Whose fault it is, or why it happened. One short sentence.</extracomment>
        <translation>Die Online-Funktion endet am selben Tag.</translation>
    </message>
    <message>
        <source>You get a new card at the counter.</source>
        <extracomment>What to do next. Short.</extracomment>
        <translation>Einen neuen Ausweis gibt es am Schalter.</translation>
    </message>
    <message>
        <source>Bring the old card, and have your photo taken with us.</source>
        <extracomment>More about what to do next. One short sentence.</extracomment>
        <translation>Bringen Sie den alten mit. Das Foto machen wir hier.</translation>
    </message>
    <message>
        <source>The PUK from your letter unblocks it.</source>
        <extracomment>What to do next. Short.</extracomment>
        <translation>Die PUK aus Ihrem Brief entsperrt sie.</translation>
    </message>
    <message>
        <source>Or you get a new PIN at the counter, free of charge.</source>
        <extracomment>More about what to do next. One short sentence.</extracomment>
        <translation>Oder Sie bekommen am Schalter kostenlos eine neue PIN.</translation>
    </message>
    <message>
        <source>Unblock with the PUK</source>
        <extracomment>The big button after the PIN was blocked: to entering the PUK. Short.</extracomment>
        <translation>Mit der PUK entsperren</translation>
    </message>
    <message>
        <source>The card went away while it got its PIN.</source>
        <extracomment>What happened, as a heading; two short lines at most.</extracomment>
        <translation>Die Karte war weg, als sie ihre PIN bekam.</translation>
    </message>
    <message>
        <source>Either the old PIN is right, or the new one.</source>
        <extracomment>What is safe now. Short.</extracomment>
        <translation>Es gilt die alte PIN oder schon die neue.</translation>
    </message>
    <message>
        <source>Lay the card back, and try the new PIN.</source>
        <extracomment>What to do next. Short.</extracomment>
        <translation>Legen Sie die Karte hin und prüfen Sie die neue PIN.</translation>
    </message>
    <message>
        <source>If it is not right, the old one still is.</source>
        <extracomment>More about what to do next. One short sentence.</extracomment>
        <translation>Stimmt sie nicht, gilt noch die alte.</translation>
    </message>
    <message>
        <source>What the counter does</source>
        <extracomment>The big button after a failure: to what the counter does, with a slip. Short.</extracomment>
        <translation>Das tut der Schalter</translation>
    </message>
    <message>
        <source>The card does not lie well.</source>
        <extracomment>What happened, as a heading: the card comes and goes on the reader; two short lines at most.</extracomment>
        <translation>Die Karte liegt nicht gut.</translation>
    </message>
    <message>
        <source>The reader finds it and loses it again.</source>
        <extracomment>Whose fault it is, or why it happened. One short sentence.</extracomment>
        <translation>Der Leser findet sie und verliert sie wieder.</translation>
    </message>
    <message>
        <source>Take it off and lay it down once more.</source>
        <extracomment>What to do next. Short.</extracomment>
        <translation>Nehmen Sie sie weg und legen Sie sie neu auf.</translation>
    </message>
    <message>
        <source>Flat, in the middle, photo up, without a wallet or sleeve.</source>
        <extracomment>More about what to do next. One short sentence.</extracomment>
        <translation>Flach in die Mitte, Foto nach oben, ohne Geldbörse oder Hülle.</translation>
    </message>
</context>
<context>
    <name>FileRow</name>
    <message>
        <source>Remove</source>
        <extracomment>Button beside a file that was attached: takes it away again. Short.</extracomment>
        <translation>Entfernen</translation>
    </message>
</context>
<context>
    <name>FillIn</name>
    <message>
        <source>Keep it so</source>
        <extracomment>The big button at the bottom of a step of the form that was to be changed: back to the review.</extracomment>
        <translation>So übernehmen</translation>
    </message>
    <message>
        <source>Continue</source>
        <extracomment>The big button at the bottom of a step of the form: to the next step.</extracomment>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>This will probably cost %1.</source>
        <extracomment>Below a number that is paid for; the binding price comes later. %1 is an amount such as &quot;18 euros&quot;.</extracomment>
        <translation>Das kostet voraussichtlich %1.</translation>
    </message>
</context>
<context>
    <name>FindService</name>
    <message>
        <source>What is it about?</source>
        <extracomment>The visitor types a word, such as &quot;parking&quot; or &quot;lost card&quot;.</extracomment>
        <translation>Worum geht es?</translation>
    </message>
    <message>
        <source>Word to search</source>
        <extracomment>Label of the line that is searched in.</extracomment>
        <translation>Suchwort</translation>
    </message>
    <message>
        <source>Nothing here is called that.</source>
        <extracomment>The word that was typed fits nothing.</extracomment>
        <translation>Dazu haben wir hier nichts gefunden.</translation>
    </message>
    <message>
        <source>Try another word. Or ask at the counter, or call 115.</source>
        <extracomment>Below &quot;Nothing here is called that.&quot;: 115 is the telephone number of all German offices.</extracomment>
        <translation>Versuchen Sie ein anderes Wort. Oder fragen Sie am Schalter, oder rufen Sie 115 an.</translation>
    </message>
    <message>
        <source>Show all topics</source>
        <extracomment>A button where a search found nothing: back to the list of all topics.</extracomment>
        <translation>Alle Themen zeigen</translation>
    </message>
    <message>
        <source>Call somebody to help</source>
        <extracomment>A button where a search found nothing: somebody of the staff comes to the terminal.</extracomment>
        <translation>Hilfe rufen</translation>
    </message>
    <message>
        <source>Help with the PIN</source>
        <extracomment>A button where a search found nothing: help for people whose card&apos;s PIN is lost or blocked.</extracomment>
        <translation>Hilfe zur PIN</translation>
    </message>
</context>
<context>
    <name>FindingDays</name>
    <message>
        <source>We are looking for free days.</source>
        <extracomment>The terminal asks for free days.</extracomment>
        <translation>Wir suchen freie Tage.</translation>
    </message>
    <message>
        <source>One moment …</source>
        <extracomment>With three squares that fill one by one.</extracomment>
        <translation>Einen Moment …</translation>
    </message>
    <message>
        <source>We are asking the town hall.</source>
        <extracomment>When it takes longer than five seconds.</extracomment>
        <translation>Wir fragen im Rathaus nach.</translation>
    </message>
</context>
<context>
    <name>FindingOffices</name>
    <message>
        <source>We are looking for offices.</source>
        <extracomment>The terminal asks for offices.</extracomment>
        <translation>Wir suchen die Bürgerbüros.</translation>
    </message>
    <message>
        <source>One moment …</source>
        <extracomment>With three squares that fill one by one.</extracomment>
        <translation>Einen Moment …</translation>
    </message>
    <message>
        <source>We are asking the town hall.</source>
        <extracomment>When it takes longer than five seconds.</extracomment>
        <translation>Wir fragen im Rathaus nach.</translation>
    </message>
</context>
<context>
    <name>FindingTimes</name>
    <message>
        <source>We are looking for free times.</source>
        <extracomment>The terminal asks for free times.</extracomment>
        <translation>Wir suchen freie Uhrzeiten.</translation>
    </message>
    <message>
        <source>One moment …</source>
        <extracomment>With three squares that fill one by one.</extracomment>
        <translation>Einen Moment …</translation>
    </message>
    <message>
        <source>We are asking the town hall.</source>
        <extracomment>When it takes longer than five seconds.</extracomment>
        <translation>Wir fragen im Rathaus nach.</translation>
    </message>
</context>
<context>
    <name>FindingWaysToPay</name>
    <message>
        <source>Next: paying.</source>
        <extracomment>The terminal looks which ways of paying work right now.</extracomment>
        <translation>Jetzt kommt das Bezahlen.</translation>
    </message>
    <message>
        <source>Nothing has been sent yet. You choose how to pay.</source>
        <extracomment>Below &quot;Next: paying.&quot;</extracomment>
        <translation>Noch ist nichts gesendet. Sie wählen, wie Sie bezahlen.</translation>
    </message>
    <message>
        <source>One moment …</source>
        <extracomment>With three squares that fill one by one.</extracomment>
        <translation>Einen Moment …</translation>
    </message>
    <message>
        <source>The card reader is being asked.</source>
        <extracomment>When it takes longer than five seconds.</extracomment>
        <translation>Das Kartengerät wird gefragt.</translation>
    </message>
</context>
<context>
    <name>FormRow</name>
    <message>
        <source>With your other answers, this is not needed.</source>
        <extracomment>Below a question that need not be answered, because of what was answered before.</extracomment>
        <translation>Bei Ihren anderen Angaben ist das nicht nötig.</translation>
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
    <message>
        <source>%1 times %2</source>
        <extracomment>How a price comes about: %1 is a number, %2 the price of one, such as &quot;9 euros&quot;.</extracomment>
        <translation>%1 mal %2</translation>
    </message>
    <message>
        <source>, </source>
        <extracomment>Between the parts of a list; mind the blank.</extracomment>
        <translation>, </translation>
    </message>
    <message>
        <source>MMMM yyyy</source>
        <extracomment>How a month of a year is written; Qt date format, see the documentation of QLocale.</extracomment>
        <translation>MMMM yyyy</translation>
    </message>
    <message>
        <source>d MMMM yyyy</source>
        <extracomment>How a date is written; Qt date format, see the documentation of QLocale.</extracomment>
        <translation>d. MMMM yyyy</translation>
    </message>
    <message>
        <source>ddd, d MMMM yyyy, h:mm ap</source>
        <extracomment>How a day with its time is written; Qt date format, see the documentation of QLocale.</extracomment>
        <translation>ddd, d. MMMM yyyy, H:mm &apos;Uhr&apos;</translation>
    </message>
    <message>
        <source>dddd, d MMMM yyyy</source>
        <extracomment>How a day is written with its weekday; Qt date format, see the documentation of QLocale.</extracomment>
        <translation>dddd, d. MMMM yyyy</translation>
    </message>
    <message>
        <source>HH:mm</source>
        <extracomment>How a time of day is written; Qt time format, see the documentation of QLocale.</extracomment>
        <translation>HH:mm &apos;Uhr&apos;</translation>
    </message>
</context>
<context>
    <name>Frame</name>
    <message>
        <source>For %1</source>
        <extracomment>On every screen while somebody acts for an organisation; %1 is its name.</extracomment>
        <translation>Für %1</translation>
    </message>
</context>
<context>
    <name>GivingMoneyBack</name>
    <message>
        <source>You get your money back.</source>
        <extracomment>The visitor has paid, but the application cannot be sent.</extracomment>
        <translation>Sie bekommen Ihr Geld zurück.</translation>
    </message>
    <message>
        <source>Your application could not be sent. That was not your fault.</source>
        <extracomment>Below &quot;You get your money back.&quot;</extracomment>
        <translation>Ihr Antrag konnte nicht gesendet werden. Das lag nicht an Ihnen.</translation>
    </message>
    <message>
        <source>One moment …</source>
        <extracomment>With three squares that fill one by one.</extracomment>
        <translation>Einen Moment …</translation>
    </message>
    <message>
        <source>The payment is being taken back.</source>
        <extracomment>When it takes longer than five seconds.</extracomment>
        <translation>Die Zahlung wird zurückgenommen.</translation>
    </message>
</context>
<context>
    <name>Goodbye</name>
    <message>
        <source>Take your card with you!</source>
        <extracomment>Loud and large: the visitor is leaving and the identity card is still on the reader.</extracomment>
        <translation>Nehmen Sie Ihre Karte mit!</translation>
    </message>
    <message>
        <source>Glück auf!</source>
        <extracomment>The miners&apos; greeting and farewell, said all over the Ruhr: keep it in German in every language.</extracomment>
        <translation>Glück auf!</translation>
    </message>
    <message>
        <source>It is still lying on the reader.</source>
        <extracomment>Where the forgotten card is.</extracomment>
        <translation>Sie liegt noch auf dem Lesegerät.</translation>
    </message>
    <message>
        <source>Thank you for coming.
The terminal has forgotten your visit.</source>
        <extracomment>The end of a visit. Two short lines.</extracomment>
        <translation>Danke für Ihren Besuch.
Das Terminal hat ihn schon vergessen.</translation>
    </message>
    <message>
        <source>Take your paper from the printer.
The terminal has forgotten your visit.</source>
        <extracomment>The end of a visit in which something was printed; it may still lie there. Two short lines.</extracomment>
        <translation>Nehmen Sie Ihr Papier aus dem Drucker.
Das Terminal hat Ihren Besuch vergessen.</translation>
    </message>
</context>
<context>
    <name>HandOver</name>
    <message>
        <source>It goes on on your phone.</source>
        <extracomment>A service of another authority: the visitor scans a code with the phone.</extracomment>
        <translation>Auf Ihrem Telefon geht es weiter.</translation>
    </message>
    <message>
        <source>Point the camera at the code. Nothing about you is in it.</source>
        <extracomment>Below &quot;It goes on on your phone.&quot;</extracomment>
        <translation>Richten Sie die Kamera auf den Code. Darin steht nichts über Sie.</translation>
    </message>
    <message>
        <source>Done</source>
        <extracomment>The big button: the visitor has scanned the code, or has the slip. Short.</extracomment>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Book an appointment</source>
        <extracomment>Books a time at the counter of a citizen office. Short.</extracomment>
        <translation>Termin vereinbaren</translation>
    </message>
    <message>
        <source>Print a slip</source>
        <extracomment>Prints a small slip with the code. Short.</extracomment>
        <translation>Zettel drucken</translation>
    </message>
    <message>
        <source>On your phone: fill in and pay</source>
        <extracomment>Before the name of another authority&apos;s web page.</extracomment>
        <translation>Auf dem Telefon: ausfüllen und bezahlen</translation>
    </message>
    <message>
        <source>Who decides</source>
        <extracomment>Before the name of the authority that decides.</extracomment>
        <translation>Wer entscheidet</translation>
    </message>
    <message>
        <source>Check that your phone shows this address before you go on.</source>
        <extracomment>Below the address of another authority&apos;s web page; the visitor compares it with what the phone shows.</extracomment>
        <translation>Vergleichen Sie: Ihr Telefon muss diese Adresse zeigen.</translation>
    </message>
</context>
<context>
    <name>HelpComes</name>
    <message>
        <source>Somebody is coming to you.</source>
        <extracomment>The call for help was heard.</extracomment>
        <translation>Es kommt jemand zu Ihnen.</translation>
    </message>
    <message>
        <source>Please stay at the terminal. You can go on in the meantime.</source>
        <extracomment>Below &quot;Somebody is coming to you.&quot;</extracomment>
        <translation>Bitte bleiben Sie am Terminal. Sie können inzwischen weitermachen.</translation>
    </message>
    <message>
        <source>Good, go on</source>
        <extracomment>After &quot;Somebody is coming to you.&quot;: back to the screen beneath. Short.</extracomment>
        <translation>Gut, weiter</translation>
    </message>
    <message>
        <source>Do not tell anybody your PIN. Our staff never asks for it.</source>
        <extracomment>About the person who comes to help.</extracomment>
        <translation>Sagen Sie niemandem Ihre PIN. Wir fragen nie danach.</translation>
    </message>
</context>
<context>
    <name>HelpNotReached</name>
    <message>
        <source>We cannot reach anybody right now.</source>
        <extracomment>The call for help was not heard.</extracomment>
        <translation>Wir erreichen gerade niemanden.</translation>
    </message>
    <message>
        <source>Please go to the counter. Somebody will help you there.</source>
        <extracomment>Below &quot;We cannot reach anybody right now.&quot;</extracomment>
        <translation>Bitte gehen Sie zum Schalter. Dort hilft man Ihnen.</translation>
    </message>
    <message>
        <source>Go on here</source>
        <extracomment>After the call for help was not heard: back to the screen beneath. Short.</extracomment>
        <translation>Hier weitermachen</translation>
    </message>
    <message>
        <source>Call again</source>
        <extracomment>After the call for help was not heard. Short.</extracomment>
        <translation>Noch einmal rufen</translation>
    </message>
    <message>
        <source>Please take your card with you.</source>
        <extracomment>For visitors who go to the counter.</extracomment>
        <translation>Nehmen Sie bitte Ihre Karte mit.</translation>
    </message>
</context>
<context>
    <name>HoldingTime</name>
    <message>
        <source>The time is being kept for you.</source>
        <extracomment>A time is being reserved for ten minutes.</extracomment>
        <translation>Die Zeit wird für Sie frei gehalten.</translation>
    </message>
    <message>
        <source>Nobody else can take it meanwhile.</source>
        <extracomment>Below &quot;The time is being kept for you.&quot;</extracomment>
        <translation>Niemand sonst kann sie inzwischen nehmen.</translation>
    </message>
    <message>
        <source>One moment …</source>
        <extracomment>With three squares that fill one by one.</extracomment>
        <translation>Einen Moment …</translation>
    </message>
    <message>
        <source>We are asking the town hall.</source>
        <extracomment>When it takes longer than five seconds.</extracomment>
        <translation>Wir fragen im Rathaus nach.</translation>
    </message>
</context>
<context>
    <name>Information</name>
    <message>
        <source>Done</source>
        <extracomment>The big button below what there is to know. Short.</extracomment>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Book an appointment</source>
        <extracomment>Books a time at the counter of a citizen office. Short.</extracomment>
        <translation>Termin vereinbaren</translation>
    </message>
    <message>
        <source>Print this</source>
        <extracomment>Prints what stands on the screen. Short.</extracomment>
        <translation>Das drucken</translation>
    </message>
</context>
<context>
    <name>InformationTag</name>
    <message>
        <source>Information only</source>
        <extracomment>While the city cannot be reached: everything can be read, nothing can be applied for. Two short words.</extracomment>
        <translation>Nur Auskunft</translation>
    </message>
</context>
<context>
    <name>KeepingTime</name>
    <message>
        <source>Your appointment is being made.</source>
        <extracomment>The appointment is booked just before the application is sent.</extracomment>
        <translation>Ihr Termin wird gebucht.</translation>
    </message>
    <message>
        <source>After that your application is sent.</source>
        <extracomment>Below &quot;Your appointment is being made.&quot;</extracomment>
        <translation>Danach wird Ihr Antrag gesendet.</translation>
    </message>
    <message>
        <source>One moment …</source>
        <extracomment>With three squares that fill one by one.</extracomment>
        <translation>Einen Moment …</translation>
    </message>
    <message>
        <source>We are asking the town hall.</source>
        <extracomment>When it takes longer than five seconds.</extracomment>
        <translation>Wir fragen im Rathaus nach.</translation>
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
        <source>Letters</source>
        <extracomment>Spoken for the key of the on-screen keyboard that shows the letters again.</extracomment>
        <translation>Buchstaben</translation>
    </message>
    <message>
        <source>Signs</source>
        <extracomment>Spoken for the key of the on-screen keyboard that shows signs such as ? and !.</extracomment>
        <translation>Zeichen</translation>
    </message>
    <message>
        <source>Space</source>
        <extracomment>The wide key of the on-screen keyboard that makes a space between words.</extracomment>
        <translation>Leerzeichen</translation>
    </message>
    <message>
        <source>Type the first letters.</source>
        <extracomment>In place of the names of streets that the keyboard offers, while too little is typed. One short line.</extracomment>
        <translation>Tippen Sie die ersten Buchstaben.</translation>
    </message>
    <message>
        <source>Please type the whole name.</source>
        <extracomment>In place of the names of streets that the keyboard offers, where none is like what was typed. One short line.</extracomment>
        <translation>Bitte schreiben Sie den ganzen Namen.</translation>
    </message>
    <message>
        <source>Letters with accents</source>
        <extracomment>Spoken for the key of the on-screen keyboard that shows letters such as é and ł.</extracomment>
        <translation>Buchstaben mit Akzent</translation>
    </message>
</context>
<context>
    <name>LanguageChoice</name>
    <message>
        <source>Which language would you like?</source>
        <extracomment>Above the languages to choose from.</extracomment>
        <translation>Welche Sprache möchten Sie?</translation>
    </message>
    <message>
        <source>Close</source>
        <extracomment>Leaves the language as it is. One word.</extracomment>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>LayCard</name>
    <message>
        <source>Place your card on the reader.</source>
        <extracomment>The visitor is to lay the identity card on the card reader.</extracomment>
        <translation>Legen Sie Ihre Karte auf das Lesegerät.</translation>
    </message>
    <message>
        <source>Only card and reader talk to each other.</source>
        <extracomment>Below &quot;Place your card on the reader.&quot;, in PIN first aid.</extracomment>
        <translation>Nur Karte und Lesegerät sprechen miteinander.</translation>
    </message>
    <message>
        <source>At the counter instead</source>
        <extracomment>PIN first aid: leads to what the counter does. Short.</extracomment>
        <translation>Lieber am Schalter</translation>
    </message>
    <message>
        <source>&lt;b&gt;Photo up.&lt;/b&gt; Lay it flat, without a wallet or sleeve.</source>
        <extracomment>How the card must lie. Keep &lt;b&gt; and &lt;/b&gt;.</extracomment>
        <translation>&lt;b&gt;Foto nach oben.&lt;/b&gt; Legen Sie die Karte flach hin, ohne Hülle.</translation>
    </message>
    <message>
        <source>Leave the card there. At the end you take it with you.</source>
        <extracomment>About the card on the reader.</extracomment>
        <translation>Lassen Sie die Karte liegen. Am Ende nehmen Sie sie wieder mit.</translation>
    </message>
</context>
<context>
    <name>LayPaper</name>
    <message>
        <source>Lay your paper on the scanner.</source>
        <extracomment>Above a drawing of a scanner.</extracomment>
        <translation>Legen Sie Ihr Papier auf den Scanner.</translation>
    </message>
    <message>
        <source>Now lay page %1 on the scanner.</source>
        <extracomment>Above a drawing of a scanner. %1 is the number of the page that comes now.</extracomment>
        <translation>Legen Sie jetzt Seite %1 auf den Scanner.</translation>
    </message>
    <message>
        <source>With the written side down. Then close the lid.</source>
        <extracomment>Below &quot;Lay your paper on the scanner.&quot;</extracomment>
        <translation>Mit der Schrift nach unten. Dann Deckel zu.</translation>
    </message>
    <message>
        <source>Scan now</source>
        <extracomment>The big button that starts the scanner.</extracomment>
        <translation>Jetzt scannen</translation>
    </message>
    <message>
        <source>The picture stays in this terminal only until you have sent it.</source>
        <extracomment>About personal data, before a paper is scanned.</extracomment>
        <translation>Das Bild bleibt nur hier, bis Sie es gesendet haben.</translation>
    </message>
</context>
<context>
    <name>LeaveQuestion</name>
    <message>
        <source>Do you really want to end?</source>
        <extracomment>The visitor pressed &quot;End&quot; in the middle of something.</extracomment>
        <translation>Möchten Sie wirklich beenden?</translation>
    </message>
    <message>
        <source>No, go on</source>
        <extracomment>Answers &quot;Do you really want to end?&quot;: the safe answer.</extracomment>
        <translation>Nein, weiter</translation>
    </message>
    <message>
        <source>Yes, end</source>
        <extracomment>Answers &quot;Do you really want to end?&quot;: ends the visit. Short.</extracomment>
        <translation>Ja, beenden</translation>
    </message>
    <message>
        <source>Your application has been sent.</source>
        <extracomment>Before the end of a visit: the application has arrived.</extracomment>
        <translation>Ihr Antrag ist gesendet.</translation>
    </message>
    <message>
        <source>Your application is being sent right now.</source>
        <extracomment>Before the end of a visit: the application is just being sent.</extracomment>
        <translation>Ihr Antrag wird gerade gesendet.</translation>
    </message>
    <message>
        <source>A payment is still open.</source>
        <extracomment>Before the end of a visit: a payment is just being made, or undone.</extracomment>
        <translation>Eine Zahlung ist noch offen.</translation>
    </message>
    <message>
        <source>Nothing is sent.</source>
        <extracomment>Before the end of a visit: no application has been sent.</extracomment>
        <translation>Es wird nichts gesendet.</translation>
    </message>
    <message>
        <source>But your paper is not printed yet.</source>
        <extracomment>Below &quot;Your application has been sent.&quot;</extracomment>
        <translation>Aber Ihr Papier ist noch nicht gedruckt.</translation>
    </message>
    <message>
        <source>It may arrive even if you end now. Better wait a moment.</source>
        <extracomment>Below &quot;Your application is being sent right now.&quot;</extracomment>
        <translation>Er kann ankommen, auch wenn Sie jetzt beenden. Warten Sie lieber kurz.</translation>
    </message>
    <message>
        <source>If you end now, money that was taken goes back by itself.</source>
        <extracomment>Below &quot;A payment is still open.&quot;</extracomment>
        <translation>Wenn Sie jetzt beenden, geht abgebuchtes Geld von selbst zurück.</translation>
    </message>
    <message>
        <source>The terminal forgets everything.</source>
        <extracomment>Below &quot;Nothing is sent.&quot;, for visitors with an account.</extracomment>
        <translation>Das Terminal vergisst alles.</translation>
    </message>
    <message>
        <source>The terminal forgets everything you typed.</source>
        <extracomment>Below &quot;Nothing is sent.&quot;, for visitors without an account.</extracomment>
        <translation>Das Terminal vergisst alle Ihre Eingaben.</translation>
    </message>
    <message>
        <source>Your draft stays in Bochum-ID.</source>
        <extracomment>Before the end of a visit, for visitors with an account at Bochum-ID.</extracomment>
        <translation>Ihr Entwurf bleibt in Bochum-ID.</translation>
    </message>
    <message>
        <source>Go on with it the next time you sign in.</source>
        <extracomment>Below &quot;Your draft stays in Bochum-ID.&quot;</extracomment>
        <translation>Bei der nächsten Anmeldung machen Sie damit weiter.</translation>
    </message>
</context>
<context>
    <name>LinkAccount</name>
    <message>
        <source>Do you already have an account with us?</source>
        <extracomment>The visitor&apos;s card is new; there is an account with the same name and date of birth.</extracomment>
        <translation>Haben Sie schon ein Konto bei uns?</translation>
    </message>
    <message>
        <source>Your card is new here. But an account with your name and date of birth exists.</source>
        <extracomment>Below &quot;Do you already have an account with us?&quot;</extracomment>
        <translation>Ihre Karte ist hier neu. Es gibt aber ein Konto mit Ihrem Namen und Geburtstag.</translation>
    </message>
    <message>
        <source>Yes, that is my account</source>
        <extracomment>An answer: the account belongs to the visitor.</extracomment>
        <translation>Ja, das ist mein Konto</translation>
    </message>
    <message>
        <source>Your new card then opens it. Applications and papers stay together.</source>
        <extracomment>Below &quot;Yes, that is my account&quot;.</extracomment>
        <translation>Ihre neue Karte öffnet es dann. Anträge und Papiere bleiben zusammen.</translation>
    </message>
    <message>
        <source>No, or I am not sure</source>
        <extracomment>An answer: the account belongs to somebody else, or the visitor does not know.</extracomment>
        <translation>Nein, oder ich bin nicht sicher</translation>
    </message>
    <message>
        <source>You get a new account. The other one stays as it is.</source>
        <extracomment>Below &quot;No, or I am not sure&quot;.</extracomment>
        <translation>Sie bekommen ein neues Konto. Das andere bleibt.</translation>
    </message>
    <message>
        <source>We note day and time in the account. Its owner can see that.</source>
        <extracomment>What is logged in the account when a card is linked.</extracomment>
        <translation>Wir vermerken Tag und Uhrzeit im Konto. Wem es gehört, kann das sehen.</translation>
    </message>
</context>
<context>
    <name>LookingAtCard</name>
    <message>
        <source>We look at your card.</source>
        <extracomment>The card reader recognises the card.</extracomment>
        <translation>Wir sehen uns Ihre Karte an.</translation>
    </message>
    <message>
        <source>That uses up no attempt. Please leave it there.</source>
        <extracomment>Below &quot;We look at your card.&quot;</extracomment>
        <translation>Das kostet keinen Versuch. Bitte lassen Sie sie liegen.</translation>
    </message>
    <message>
        <source>One moment …</source>
        <extracomment>With three squares that fill one by one.</extracomment>
        <translation>Einen Moment …</translation>
    </message>
    <message>
        <source>The card takes a little longer than usual.</source>
        <extracomment>When looking at the card takes longer than five seconds.</extracomment>
        <translation>Die Karte braucht etwas länger als sonst.</translation>
    </message>
</context>
<context>
    <name>LookingAtFiles</name>
    <message>
        <source>We are looking which papers are needed.</source>
        <extracomment>The terminal asks which papers are attached already.</extracomment>
        <translation>Wir sehen nach, welche Unterlagen nötig sind.</translation>
    </message>
    <message>
        <source>One moment …</source>
        <extracomment>With three squares that fill one by one.</extracomment>
        <translation>Einen Moment …</translation>
    </message>
    <message>
        <source>We are asking the town hall.</source>
        <extracomment>When it takes longer than five seconds.</extracomment>
        <translation>Wir fragen im Rathaus nach.</translation>
    </message>
</context>
<context>
    <name>LookingUp</name>
    <message>
        <source>Your paper is being printed.</source>
        <extracomment>A paper of the visitor&apos;s own is being printed.</extracomment>
        <translation>Ihr Papier wird gedruckt.</translation>
    </message>
    <message>
        <source>We are asking the city.</source>
        <extracomment>The terminal asks the city for the visitor&apos;s own things.</extracomment>
        <translation>Wir fragen bei der Stadt nach.</translation>
    </message>
    <message>
        <source>Please wait here.</source>
        <extracomment>While the terminal asks the city.</extracomment>
        <translation>Bitte warten Sie hier.</translation>
    </message>
    <message>
        <source>One moment …</source>
        <extracomment>With three squares that fill one by one.</extracomment>
        <translation>Einen Moment …</translation>
    </message>
    <message>
        <source>Bochum-ID takes a little longer than usual.</source>
        <extracomment>When the city takes longer than five seconds.</extracomment>
        <translation>Bochum-ID braucht etwas länger als sonst.</translation>
    </message>
</context>
<context>
    <name>MakingUploadLink</name>
    <message>
        <source>Your code is being made.</source>
        <extracomment>The terminal prepares a code that a phone can read.</extracomment>
        <translation>Ihr Code wird erstellt.</translation>
    </message>
    <message>
        <source>One moment …</source>
        <extracomment>With three squares that fill one by one.</extracomment>
        <translation>Einen Moment …</translation>
    </message>
    <message>
        <source>We are asking the town hall.</source>
        <extracomment>When it takes longer than five seconds.</extracomment>
        <translation>Wir fragen im Rathaus nach.</translation>
    </message>
</context>
<context>
    <name>MoneyBack</name>
    <message>
        <source>You have your money back.</source>
        <extracomment>The payment by card has been taken back.</extracomment>
        <translation>Sie haben Ihr Geld zurück.</translation>
    </message>
    <message>
        <source>You get your money back.</source>
        <extracomment>The money will come back.</extracomment>
        <translation>Sie bekommen Ihr Geld zurück.</translation>
    </message>
    <message>
        <source>Your application could not be sent. That was not your fault.</source>
        <extracomment>Below &quot;You get your money back.&quot;</extracomment>
        <translation>Ihr Antrag konnte nicht gesendet werden. Das lag nicht an Ihnen.</translation>
    </message>
    <message>
        <source>Finish</source>
        <extracomment>The big button that ends the visit.</extracomment>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Back to you</source>
        <extracomment>Before an amount that the visitor gets back.</extracomment>
        <translation>Zurück an Sie</translation>
    </message>
    <message>
        <source>The card payment is undone.</source>
        <extracomment>The payment by card has been taken back. Short.</extracomment>
        <translation>Die Kartenzahlung ist aufgehoben.</translation>
    </message>
    <message>
        <source>The city pays it back.</source>
        <extracomment>The city pays the money back. Short.</extracomment>
        <translation>Die Stadt zahlt es zurück.</translation>
    </message>
    <message>
        <source>It goes back by itself.</source>
        <extracomment>The terminal takes the payment back by itself, later. Short.</extracomment>
        <translation>Es geht von selbst zurück.</translation>
    </message>
    <message>
        <source>Your statement shows both within a few days.</source>
        <extracomment>Below &quot;The card payment is undone.&quot;</extracomment>
        <translation>Ihr Kontoauszug zeigt beides in ein paar Tagen.</translation>
    </message>
    <message>
        <source>To the account you paid from, within a few days.</source>
        <extracomment>Below &quot;The city pays it back.&quot;</extracomment>
        <translation>Auf Ihr Konto, in ein paar Tagen.</translation>
    </message>
    <message>
        <source>The terminal does that as soon as it can. You need not wait.</source>
        <extracomment>Below &quot;It goes back by itself.&quot;</extracomment>
        <translation>Das Terminal macht das, sobald es geht. Sie müssen nicht warten.</translation>
    </message>
    <message>
        <source>Payment reference</source>
        <extracomment>Before the number under which the cash desk finds the payment.</extracomment>
        <translation>Kassenzeichen</translation>
    </message>
    <message>
        <source>Print slip</source>
        <extracomment>Tries once more to print the slip about the money that comes back. Short.</extracomment>
        <translation>Zettel drucken</translation>
    </message>
</context>
<context>
    <name>MonthGrid</name>
    <message>
        <source>Month before</source>
        <extracomment>Spoken for the button that shows the month before.</extracomment>
        <translation>Monat davor</translation>
    </message>
    <message>
        <source>Month after</source>
        <extracomment>Spoken for the button that shows the month after.</extracomment>
        <translation>Monat danach</translation>
    </message>
</context>
<context>
    <name>MyActivity</name>
    <message>
        <source>Who saw what</source>
        <extracomment>Above the list of who saw or used the visitor&apos;s data.</extracomment>
        <translation>Wer hat was gesehen?</translation>
    </message>
    <message>
        <source>Every look at your data is noted here. The latest comes first.</source>
        <extracomment>Below &quot;Who saw what&quot;.</extracomment>
        <translation>Jeder Blick in Ihre Daten steht hier. Das Neueste zuerst.</translation>
    </message>
    <message>
        <source>Earlier entries</source>
        <extracomment>Shows the entries before these. Short.</extracomment>
        <translation>Frühere Einträge</translation>
    </message>
</context>
<context>
    <name>MyApplications</name>
    <message>
        <source>Your applications</source>
        <extracomment>Above the list of applications.</extracomment>
        <translation>Ihre Anträge</translation>
    </message>
    <message>
        <source>You have not applied for anything yet.</source>
        <extracomment>There are no applications.</extracomment>
        <translation>Sie haben noch nichts beantragt.</translation>
    </message>
    <message>
        <source>Touch one to see how far it is.</source>
        <extracomment>Below &quot;Your applications&quot;.</extracomment>
        <translation>Tippen Sie einen an, um zu sehen, wie weit er ist.</translation>
    </message>
    <message>
        <source>Earlier applications</source>
        <extracomment>Shows the applications before these. Short.</extracomment>
        <translation>Frühere Anträge</translation>
    </message>
</context>
<context>
    <name>MyAppointments</name>
    <message>
        <source>Your appointments</source>
        <extracomment>Above the list of appointments.</extracomment>
        <translation>Ihre Termine</translation>
    </message>
    <message>
        <source>You have no appointment at the moment.</source>
        <extracomment>There are no appointments.</extracomment>
        <translation>Sie haben zurzeit keinen Termin.</translation>
    </message>
    <message>
        <source>Touch one to cancel it.</source>
        <extracomment>Below &quot;Your appointments&quot;.</extracomment>
        <translation>Tippen Sie einen an, um ihn abzusagen.</translation>
    </message>
    <message>
        <source>%1, %2. Number %3</source>
        <extracomment>Where an appointment is; %1 is a service, %2 an office, %3 the number to be called by.</extracomment>
        <translation>%1, %2. Nummer %3</translation>
    </message>
</context>
<context>
    <name>MyData</name>
    <message>
        <source>Your data</source>
        <extracomment>Above what the city knows of the visitor.</extracomment>
        <translation>Ihre Daten</translation>
    </message>
    <message>
        <source>This is stored at Bochum-ID. At each line stands where it comes from.</source>
        <extracomment>Below &quot;Your data&quot;.</extracomment>
        <translation>Das ist bei Bochum-ID gespeichert. Bei jeder Zeile steht, woher es kommt.</translation>
    </message>
    <message>
        <source>Delete my account</source>
        <extracomment>Asks for the end of the account. Short.</extracomment>
        <translation>Mein Konto löschen</translation>
    </message>
    <message>
        <source>nothing stated</source>
        <extracomment>In place of a contact detail that is not known.</extracomment>
        <translation>keine Angabe</translation>
    </message>
    <message>
        <source>What you agreed to</source>
        <extracomment>Above switches for what the visitor agreed to.</extracomment>
        <translation>Wozu Sie Ja gesagt haben</translation>
    </message>
    <message>
        <source>Cards that open your account</source>
        <extracomment>Above the cards that open the account.</extracomment>
        <translation>Ausweise, die Ihr Konto öffnen</translation>
    </message>
    <message>
        <source>Linked since %1</source>
        <extracomment>A card that opens the account; %1 is a date.</extracomment>
        <translation>Verbunden seit %1</translation>
    </message>
    <message>
        <source>Card with online function</source>
        <extracomment>A card that opens the account.</extracomment>
        <translation>Ausweis mit Online-Funktion</translation>
    </message>
    <message>
        <source>Valid until %1</source>
        <extracomment>A card that opens the account; %1 is a date.</extracomment>
        <translation>Gültig bis %1</translation>
    </message>
    <message>
        <source>Remove</source>
        <extracomment>The button that takes a card away from the account. One word.</extracomment>
        <translation>Entfernen</translation>
    </message>
</context>
<context>
    <name>MyMailbox</name>
    <message>
        <source>Your mailbox</source>
        <extracomment>Above the list of messages.</extracomment>
        <translation>Ihr Postfach</translation>
    </message>
    <message>
        <source>There are no messages for you.</source>
        <extracomment>The mailbox is empty.</extracomment>
        <translation>Es sind keine Nachrichten für Sie da.</translation>
    </message>
    <message>
        <source>Touch a message to read it.</source>
        <extracomment>Below &quot;Your mailbox&quot;.</extracomment>
        <translation>Tippen Sie eine Nachricht an, um sie zu lesen.</translation>
    </message>
    <message>
        <source>Earlier messages</source>
        <extracomment>Shows the messages before these. Short.</extracomment>
        <translation>Frühere Nachrichten</translation>
    </message>
    <message>
        <source>The city&apos;s messages and decisions will be here.</source>
        <extracomment>In a mailbox that is empty: what will come there.</extracomment>
        <translation>Hier stehen später Nachrichten und Bescheide der Stadt.</translation>
    </message>
    <message>
        <source>with the card</source>
        <extracomment>Beside a message that can be opened with the identity card only. Short.</extracomment>
        <translation>mit Ausweis</translation>
    </message>
    <message>
        <source>new</source>
        <extracomment>Beside a message that nobody has read. Short.</extracomment>
        <translation>neu</translation>
    </message>
</context>
<context>
    <name>NamedDoor</name>
    <message>
        <source>Appointment</source>
        <extracomment>Name of the door to appointments on the home screen. One word if possible.</extracomment>
        <translation>Termin</translation>
    </message>
    <message>
        <source>My account</source>
        <extracomment>Name of the door to one&apos;s own account on the home screen. Short.</extracomment>
        <translation>Mein Konto</translation>
    </message>
    <message>
        <source>PIN help</source>
        <extracomment>Name of the door to PIN help on the home screen. One word if possible.</extracomment>
        <translation>PIN-Hilfe</translation>
    </message>
    <message>
        <source>book or check in</source>
        <extracomment>Below &quot;Appointment&quot;. A few short words.</extracomment>
        <translation>buchen oder anmelden</translation>
    </message>
    <message>
        <source>mail and applications</source>
        <extracomment>Below &quot;My account&quot;. A few short words.</extracomment>
        <translation>Post und Anträge</translation>
    </message>
    <message>
        <source>set, change, find out</source>
        <extracomment>Below &quot;PIN help&quot;. A few short words.</extracomment>
        <translation>setzen, ändern, finden</translation>
    </message>
</context>
<context>
    <name>NoPaperNotice</name>
    <message>
        <source>You can go on. Your paper then waits at the counter and in Bochum-ID.</source>
        <extracomment>Below why the printer does not work, before the visitor begins. Two short sentences.</extracomment>
        <translation>Sie können weitermachen. Ihr Papier wartet dann am Schalter und in der Bochum-ID.</translation>
    </message>
</context>
<context>
    <name>NoWalkIn</name>
    <message>
        <source>There are no waiting numbers now.</source>
        <extracomment>Nobody is seen without an appointment here, or not at this hour.</extracomment>
        <translation>Jetzt gibt es keine Wartenummern.</translation>
    </message>
    <message>
        <source>The office is closed, or takes appointments only.</source>
        <extracomment>Below &quot;There are no waiting numbers now.&quot;</extracomment>
        <translation>Das Büro ist zu oder arbeitet nur mit Termin.</translation>
    </message>
    <message>
        <source>Finish</source>
        <extracomment>The big button that ends the visit.</extracomment>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Go back to book an appointment for another day.</source>
        <extracomment>What to do where there are no waiting numbers.</extracomment>
        <translation>Gehen Sie zurück, um einen Termin zu buchen.</translation>
    </message>
</context>
<context>
    <name>NotPaid</name>
    <message>
        <source>The card was not accepted.</source>
        <extracomment>The bank or the bank card said no.</extracomment>
        <translation>Die Karte wurde nicht angenommen.</translation>
    </message>
    <message>
        <source>The payment was not accepted.</source>
        <extracomment>The bank said no on the phone.</extracomment>
        <translation>Die Zahlung wurde nicht angenommen.</translation>
    </message>
    <message>
        <source>You stopped the payment.</source>
        <extracomment>The visitor stopped the payment.</extracomment>
        <translation>Sie haben die Zahlung abgebrochen.</translation>
    </message>
    <message>
        <source>No card was shown.</source>
        <extracomment>Nobody showed a card in time.</extracomment>
        <translation>Es kam keine Karte.</translation>
    </message>
    <message>
        <source>The phone has not paid yet.</source>
        <extracomment>The phone did not pay in time.</extracomment>
        <translation>Das Handy hat noch nicht bezahlt.</translation>
    </message>
    <message>
        <source>The card reader does not answer.</source>
        <extracomment>The card reader does not answer. No card was asked for.</extracomment>
        <translation>Das Kartengerät antwortet nicht.</translation>
    </message>
    <message>
        <source>Your bank does not tell us why. Another card may work.</source>
        <extracomment>The bank does not say why a card was not accepted.</extracomment>
        <translation>Ihre Bank sagt uns nicht, warum. Eine andere Karte geht vielleicht.</translation>
    </message>
    <message>
        <source>That is all right. You can try again.</source>
        <extracomment>Below the reason why nothing was paid.</extracomment>
        <translation>Das macht nichts. Sie können es noch einmal versuchen.</translation>
    </message>
    <message>
        <source>Pay another way</source>
        <extracomment>The big button: back to the choice of ways to pay.</extracomment>
        <translation>Anders bezahlen</translation>
    </message>
    <message>
        <source>Try the card again</source>
        <extracomment>Tries the same way of paying once more. Short.</extracomment>
        <translation>Noch einmal mit Karte</translation>
    </message>
    <message>
        <source>Try the phone again</source>
        <extracomment>Tries the same way of paying once more. Short.</extracomment>
        <translation>Noch einmal mit Handy</translation>
    </message>
    <message>
        <source>No money was taken.</source>
        <extracomment>What is certain after a payment that did not work. Short.</extracomment>
        <translation>Es wurde kein Geld abgebucht.</translation>
    </message>
    <message>
        <source>Nothing was paid here.</source>
        <extracomment>What is certain after a payment by phone that did not work. Short.</extracomment>
        <translation>Hier ist nichts bezahlt.</translation>
    </message>
    <message>
        <source>You can see that on your statement.</source>
        <extracomment>Below &quot;No money was taken.&quot;</extracomment>
        <translation>Das sehen Sie auch auf Ihrem Kontoauszug.</translation>
    </message>
    <message>
        <source>What your phone pays later, you get back.</source>
        <extracomment>Below &quot;Nothing was paid here.&quot;: a payment that comes later is paid back.</extracomment>
        <translation>Was Ihr Handy später noch zahlt, bekommen Sie zurück.</translation>
    </message>
    <message>
        <source>Your application is saved.</source>
        <extracomment>What is safe. Short.</extracomment>
        <translation>Ihr Antrag ist gespeichert.</translation>
    </message>
    <message>
        <source>It is sent as soon as it is paid.</source>
        <extracomment>Below &quot;Your application is saved.&quot;</extracomment>
        <translation>Er wird gesendet, sobald er bezahlt ist.</translation>
    </message>
</context>
<context>
    <name>OpeningAccount</name>
    <message>
        <source>Your account is being opened.</source>
        <extracomment>The visitor said whose account it is.</extracomment>
        <translation>Ihr Konto wird geöffnet.</translation>
    </message>
    <message>
        <source>Please leave your card on the reader.</source>
        <extracomment>While the terminal works with the card.</extracomment>
        <translation>Bitte lassen Sie Ihre Karte auf dem Lesegerät liegen.</translation>
    </message>
    <message>
        <source>One moment …</source>
        <extracomment>With three squares that fill one by one.</extracomment>
        <translation>Einen Moment …</translation>
    </message>
    <message>
        <source>Bochum-ID takes a little longer than usual.</source>
        <extracomment>When opening takes longer than five seconds.</extracomment>
        <translation>Bochum-ID braucht etwas länger als sonst.</translation>
    </message>
</context>
<context>
    <name>OpeningApplication</name>
    <message>
        <source>Your form is being filled in.</source>
        <extracomment>Signed in; the form is being filled in with what the card says.</extracomment>
        <translation>Ihr Antrag wird ausgefüllt.</translation>
    </message>
    <message>
        <source>Your form is being opened.</source>
        <extracomment>The service needs no sign-in; the terminal opens its form.</extracomment>
        <translation>Ihr Antrag wird geöffnet.</translation>
    </message>
    <message>
        <source>What your card says, you need not type.</source>
        <extracomment>Below &quot;Your form is being filled in.&quot;</extracomment>
        <translation>Was auf Ihrer Karte steht, müssen Sie nicht abtippen.</translation>
    </message>
    <message>
        <source>You need not sign in for this.</source>
        <extracomment>Below &quot;Your form is being opened.&quot;</extracomment>
        <translation>Dafür müssen Sie sich nicht anmelden.</translation>
    </message>
    <message>
        <source>One moment …</source>
        <extracomment>With three squares that fill one by one.</extracomment>
        <translation>Einen Moment …</translation>
    </message>
    <message>
        <source>We are fetching your form from the town hall.</source>
        <extracomment>When it takes longer than five seconds.</extracomment>
        <translation>Wir holen Ihren Antrag aus dem Rathaus.</translation>
    </message>
</context>
<context>
    <name>OpeningPayPage</name>
    <message>
        <source>Take out your phone.</source>
        <extracomment>A page on which the visitor will pay with the phone is being opened.</extracomment>
        <translation>Nehmen Sie Ihr Handy zur Hand.</translation>
    </message>
    <message>
        <source>A code comes in a moment. Your camera opens it.</source>
        <extracomment>Below &quot;Take out your phone.&quot;</extracomment>
        <translation>Gleich kommt ein Code. Ihre Kamera öffnet ihn.</translation>
    </message>
    <message>
        <source>One moment …</source>
        <extracomment>With three squares that fill one by one.</extracomment>
        <translation>Einen Moment …</translation>
    </message>
    <message>
        <source>The payment page is being opened.</source>
        <extracomment>When it takes longer than five seconds.</extracomment>
        <translation>Die Bezahlseite wird geöffnet.</translation>
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
    <name>OpeningSession</name>
    <message>
        <source>Your form is being opened.</source>
        <extracomment>The service needs no sign-in; the terminal opens its form.</extracomment>
        <translation>Ihr Antrag wird geöffnet.</translation>
    </message>
    <message>
        <source>You need not sign in for this.</source>
        <extracomment>Below &quot;Your form is being opened.&quot;</extracomment>
        <translation>Dafür müssen Sie sich nicht anmelden.</translation>
    </message>
    <message>
        <source>One moment …</source>
        <extracomment>With three squares that fill one by one.</extracomment>
        <translation>Einen Moment …</translation>
    </message>
    <message>
        <source>We are fetching your form from the town hall.</source>
        <extracomment>When it takes longer than five seconds.</extracomment>
        <translation>Wir holen Ihr Formular aus dem Rathaus.</translation>
    </message>
</context>
<context>
    <name>PaperNotice</name>
    <message>
        <source>Your paper lies in the printer. Take it with you.</source>
        <extracomment>The paper lies in the tray of the printer.</extracomment>
        <translation>Ihr Papier liegt im Drucker. Nehmen Sie es mit.</translation>
    </message>
    <message>
        <source>There is no printer here. The paper was saved.</source>
        <extracomment>There is no printer; the paper was saved as a file instead.</extracomment>
        <translation>Hier ist kein Drucker. Das Papier wurde gespeichert.</translation>
    </message>
    <message>
        <source>It stays in Bochum-ID. Try again later. Code: %1</source>
        <extracomment>Below the reason why a paper did not come. %1 is a short code such as DR-62.</extracomment>
        <translation>Es bleibt in Bochum-ID. Versuchen Sie es später noch einmal. Code: %1</translation>
    </message>
    <message>
        <source>Paper is stuck in the printer.</source>
        <extracomment>Why the paper did not come.</extracomment>
        <translation>Im Drucker klemmt Papier.</translation>
    </message>
    <message>
        <source>The printer has no paper.</source>
        <extracomment>Why the paper did not come.</extracomment>
        <translation>Der Drucker hat kein Papier.</translation>
    </message>
    <message>
        <source>The printer is switched off.</source>
        <extracomment>Why the paper did not come.</extracomment>
        <translation>Der Drucker ist ausgeschaltet.</translation>
    </message>
    <message>
        <source>The paper could not be printed.</source>
        <extracomment>Why the paper did not come.</extracomment>
        <translation>Das Papier konnte nicht gedruckt werden.</translation>
    </message>
</context>
<context>
    <name>PayByPhone</name>
    <message>
        <source>The payment page is being closed.</source>
        <extracomment>The visitor no longer wants to pay by phone.</extracomment>
        <translation>Die Bezahlseite wird geschlossen.</translation>
    </message>
    <message>
        <source>Point your phone&apos;s camera at the code.</source>
        <extracomment>The visitor scans a code with the phone.</extracomment>
        <translation>Richten Sie die Kamera Ihres Handys auf den Code.</translation>
    </message>
    <message>
        <source>Pay on your phone. Here it goes on by itself.</source>
        <extracomment>Below the instruction to scan a code.</extracomment>
        <translation>Bezahlen Sie am Handy. Hier geht es dann von selbst weiter.</translation>
    </message>
    <message>
        <source>Pay another way</source>
        <extracomment>Away from paying by phone. Short.</extracomment>
        <translation>Anders bezahlen</translation>
    </message>
    <message>
        <source>To pay</source>
        <extracomment>Before an amount that is paid now.</extracomment>
        <translation>Zu bezahlen</translation>
    </message>
    <message>
        <source>On your statement</source>
        <extracomment>Before a reference that stands on the bank statement.</extracomment>
        <translation>Auf Ihrem Kontoauszug</translation>
    </message>
    <message>
        <source>One moment …</source>
        <extracomment>With three squares that fill one by one.</extracomment>
        <translation>Einen Moment …</translation>
    </message>
    <message>
        <source>Waiting for your phone …</source>
        <extracomment>With three squares that fill one by one: the visitor pays on the phone.</extracomment>
        <translation>Warten auf Ihr Handy …</translation>
    </message>
    <message>
        <source>If your phone was faster, it counts.</source>
        <extracomment>Below &quot;The payment page is being closed.&quot;</extracomment>
        <translation>War Ihr Handy schneller, dann gilt es.</translation>
    </message>
</context>
<context>
    <name>PayingByCard</name>
    <message>
        <source>Hold your card to the card reader.</source>
        <extracomment>At the card reader beside the screen. One short sentence.</extracomment>
        <translation>Halten Sie Ihre Karte an das Kartengerät.</translation>
    </message>
    <message>
        <source>Put your card into the card reader.</source>
        <extracomment>At the card reader beside the screen: contactless does not work with this card.</extracomment>
        <translation>Stecken Sie Ihre Karte in das Kartengerät.</translation>
    </message>
    <message>
        <source>This PIN was not right. Try once more at the card reader.</source>
        <extracomment>The PIN of the bank card was wrong.</extracomment>
        <translation>Diese PIN war falsch. Versuchen Sie es am Kartengerät noch einmal.</translation>
    </message>
    <message>
        <source>Please look at the card reader.</source>
        <extracomment>The card reader asks something that only it can show.</extracomment>
        <translation>Bitte schauen Sie auf das Kartengerät.</translation>
    </message>
    <message>
        <source>Take your card out of the card reader.</source>
        <extracomment>The bank card is still in the card reader.</extracomment>
        <translation>Nehmen Sie Ihre Karte aus dem Kartengerät.</translation>
    </message>
    <message>
        <source>The payment is being stopped.</source>
        <extracomment>The visitor wanted to stop the payment.</extracomment>
        <translation>Die Zahlung wird abgebrochen.</translation>
    </message>
    <message>
        <source>Your bank is being asked.</source>
        <extracomment>The bank is being asked for the money.</extracomment>
        <translation>Ihre Bank wird gefragt.</translation>
    </message>
    <message>
        <source>The card reader is working.</source>
        <extracomment>The card reader is getting ready, or at work.</extracomment>
        <translation>Das Kartengerät arbeitet.</translation>
    </message>
    <message>
        <source>Or put it in. A phone or a watch works as well.</source>
        <extracomment>Below &quot;Hold your card to the card reader.&quot;</extracomment>
        <translation>Oder stecken Sie sie ein. Handy oder Uhr gehen auch.</translation>
    </message>
    <message>
        <source>The chip goes in first.</source>
        <extracomment>Below &quot;Put your card into the card reader.&quot;</extracomment>
        <translation>Mit dem Chip voran.</translation>
    </message>
    <message>
        <source>Then it goes on by itself.</source>
        <extracomment>Below &quot;Take your card out of the card reader.&quot;</extracomment>
        <translation>Dann geht es von selbst weiter.</translation>
    </message>
    <message>
        <source>If it was faster than you, it counts.</source>
        <extracomment>Below &quot;The payment is being stopped.&quot;</extracomment>
        <translation>War sie schneller als Sie, dann gilt sie.</translation>
    </message>
    <message>
        <source>Please leave your bank card where it is.</source>
        <extracomment>While the card reader works.</extracomment>
        <translation>Bitte lassen Sie Ihre Bankkarte, wo sie ist.</translation>
    </message>
    <message>
        <source>Stop paying</source>
        <extracomment>Stops the payment by card. Short.</extracomment>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>To pay</source>
        <extracomment>Before an amount that is paid now.</extracomment>
        <translation>Zu bezahlen</translation>
    </message>
    <message>
        <source>One moment …</source>
        <extracomment>With three squares that fill one by one.</extracomment>
        <translation>Einen Moment …</translation>
    </message>
    <message>
        <source>Your card is charged once, never twice.</source>
        <extracomment>When it takes longer than five seconds.</extracomment>
        <translation>Abgebucht wird einmal, nie zweimal.</translation>
    </message>
    <message>
        <source>The terminal does not keep your card number.</source>
        <extracomment>About the number of the bank card.</extracomment>
        <translation>Das Terminal behält Ihre Kartennummer nicht.</translation>
    </message>
    <message>
        <source>It may ask for the PIN of your bank card.</source>
        <extracomment>Below &quot;Please look at the card reader.&quot;: the PIN of the bank card, not of the identity card.</extracomment>
        <translation>Vielleicht fragt es nach der PIN Ihrer Bankkarte.</translation>
    </message>
    <message>
        <source>It is the PIN of your bank card. It has four digits.</source>
        <extracomment>The PIN of the bank card, not of the identity card.</extracomment>
        <translation>Gemeint ist die PIN Ihrer Bankkarte. Sie hat vier Ziffern.</translation>
    </message>
</context>
<context>
    <name>PaymentUnclear</name>
    <message>
        <source>We do not know yet whether you have paid.</source>
        <extracomment>The card reader went silent in the middle of a payment.</extracomment>
        <translation>Wir wissen noch nicht, ob Sie bezahlt haben.</translation>
    </message>
    <message>
        <source>The card reader broke off. Please do not pay again now.</source>
        <extracomment>Below &quot;We do not know yet whether you have paid.&quot;</extracomment>
        <translation>Das Kartengerät brach ab. Bitte zahlen Sie jetzt nicht noch einmal.</translation>
    </message>
    <message>
        <source>Check now</source>
        <extracomment>The big button: asks the card reader what became of the payment.</extracomment>
        <translation>Jetzt prüfen</translation>
    </message>
    <message>
        <source>Finish</source>
        <extracomment>Beside &quot;Check now&quot;: ends the visit. Short.</extracomment>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>You never pay twice.</source>
        <extracomment>What is certain when a payment is unclear. Short.</extracomment>
        <translation>Sie bezahlen nie doppelt.</translation>
    </message>
    <message>
        <source>If money was taken and nothing was sent, it goes back by itself.</source>
        <extracomment>Below &quot;You never pay twice.&quot;</extracomment>
        <translation>Ist Geld abgebucht und nichts gesendet, geht es von selbst zurück.</translation>
    </message>
    <message>
        <source>Somebody is coming to you.</source>
        <extracomment>A payment is unclear, and the terminal has called the front desk by itself. Short.</extracomment>
        <translation>Es kommt jemand zu Ihnen.</translation>
    </message>
    <message>
        <source>Nobody answers at the front desk.</source>
        <extracomment>A payment is unclear, and nobody at the front desk answers. Short.</extracomment>
        <translation>Am Empfang antwortet niemand.</translation>
    </message>
    <message>
        <source>We are calling somebody for you.</source>
        <extracomment>A payment is unclear, and the terminal calls the front desk by itself. Short.</extracomment>
        <translation>Wir rufen jemanden für Sie.</translation>
    </message>
    <message>
        <source>Please go to the counter, and name the code below.</source>
        <extracomment>Below &quot;Nobody answers at the front desk.&quot; The code stands below.</extracomment>
        <translation>Bitte gehen Sie zum Schalter und nennen Sie den Code unten.</translation>
    </message>
    <message>
        <source>We look at it together with you.</source>
        <extracomment>Below &quot;Somebody is coming to you.&quot;</extracomment>
        <translation>Wir sehen es uns mit Ihnen zusammen an.</translation>
    </message>
</context>
<context>
    <name>PersonCard</name>
    <message>
        <source>on the reader</source>
        <extracomment>In the sandbox&apos;s window: this person&apos;s card lies on the card reader. Two words.</extracomment>
        <translation>liegt auf</translation>
    </message>
    <message>
        <source>Take the card away</source>
        <extracomment>In the sandbox&apos;s window: takes the simulated card off the reader. Short.</extracomment>
        <translation>Karte wegnehmen</translation>
    </message>
    <message>
        <source>Lay the card down</source>
        <extracomment>In the sandbox&apos;s window: lays the simulated card on the reader. Short.</extracomment>
        <translation>Karte auflegen</translation>
    </message>
    <message>
        <source>New card</source>
        <extracomment>In the sandbox&apos;s window: hands out a new card, with PIN and attempts as at the beginning. Short.</extracomment>
        <translation>Neue Karte</translation>
    </message>
</context>
<context>
    <name>PinAdvice</name>
    <message>
        <source>Then you have the right PIN.</source>
        <extracomment>The visitor knows the six digits they chose themselves.</extracomment>
        <translation>Dann haben Sie die richtige PIN.</translation>
    </message>
    <message>
        <source>First it becomes your own PIN.</source>
        <extracomment>The visitor has the letter with the transport PIN.</extracomment>
        <translation>Daraus wird zuerst Ihre eigene PIN.</translation>
    </message>
    <message>
        <source>You simply get a new PIN.</source>
        <extracomment>The visitor does not know the PIN.</extracomment>
        <translation>Sie bekommen einfach eine neue PIN.</translation>
    </message>
    <message>
        <source>Is it blocked, or do you want another one? The counter does that.</source>
        <extracomment>Below &quot;Then you have the right PIN.&quot;</extracomment>
        <translation>Ist sie gesperrt? Oder möchten Sie eine andere? Das macht der Schalter.</translation>
    </message>
    <message>
        <source>The 5 digits in the letter work only once, to set a PIN.</source>
        <extracomment>Below &quot;First it becomes your own PIN.&quot;</extracomment>
        <translation>Die 5 Ziffern im Brief gelten nur einmal: um eine PIN zu setzen.</translation>
    </message>
    <message>
        <source>That happens to many people. It is quickly done.</source>
        <extracomment>Below &quot;You simply get a new PIN.&quot;</extracomment>
        <translation>Das geht vielen so. Es ist schnell erledigt.</translation>
    </message>
    <message>
        <source>Print a slip for the counter</source>
        <extracomment>Prints a small slip with a code for the counter. Short.</extracomment>
        <translation>Zettel für den Schalter drucken</translation>
    </message>
    <message>
        <source>Done</source>
        <extracomment>The visitor knows enough, or has the slip. Short.</extracomment>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Book an appointment</source>
        <extracomment>Books a time at the counter of a citizen office. Short.</extracomment>
        <translation>Termin vereinbaren</translation>
    </message>
    <message>
        <source>We unblock or change it at the counter.</source>
        <extracomment>PIN first aid: what the counter does for somebody who knows the PIN.</extracomment>
        <translation>Am Schalter entsperren oder ändern wir sie.</translation>
    </message>
    <message>
        <source>We do it with you at the counter.</source>
        <extracomment>Where the transport PIN becomes a PIN.</extracomment>
        <translation>Das machen wir mit Ihnen am Schalter.</translation>
    </message>
    <message>
        <source>Go to the counter with your card.</source>
        <extracomment>Where visitors get a new PIN.</extracomment>
        <translation>Gehen Sie mit Ihrer Karte zum Schalter.</translation>
    </message>
    <message>
        <source>Bring the card, and the PIN letter if you have it. It is free of charge.</source>
        <extracomment>Below &quot;We unblock or change it at the counter.&quot;: the letter has the unblocking number (PUK).</extracomment>
        <translation>Bringen Sie die Karte mit, und den PIN-Brief, falls Sie ihn haben. Es kostet nichts.</translation>
    </message>
    <message>
        <source>Bring the card and the letter. It is free of charge.</source>
        <extracomment>Below &quot;We do it with you at the counter.&quot;</extracomment>
        <translation>Bringen Sie Karte und Brief mit. Es kostet nichts.</translation>
    </message>
    <message>
        <source>There you set a new PIN, free of charge.</source>
        <extracomment>Below &quot;Go to the counter with your card.&quot;</extracomment>
        <translation>Dort setzen Sie kostenlos eine neue PIN.</translation>
    </message>
    <message>
        <source>Only your card checks the PIN.</source>
        <extracomment>About the PIN.</extracomment>
        <translation>Nur Ihre Karte prüft die PIN.</translation>
    </message>
    <message>
        <source>Three wrong tries block it. The city never learns it.</source>
        <extracomment>Below &quot;Only your card checks the PIN.&quot;</extracomment>
        <translation>Drei falsche Versuche sperren sie. Die Stadt erfährt sie nie.</translation>
    </message>
    <message>
        <source>The 6 digits on the card are not the PIN.</source>
        <extracomment>About the six digits printed on the identity card.</extracomment>
        <translation>Die 6 Ziffern auf der Karte sind nicht die PIN.</translation>
    </message>
    <message>
        <source>Please do not try them. Each wrong try counts.</source>
        <extracomment>Below &quot;The 6 digits on the card are not the PIN.&quot;</extracomment>
        <translation>Bitte probieren Sie sie nicht. Jeder falsche Versuch zählt.</translation>
    </message>
    <message>
        <source>Say this at the counter</source>
        <extracomment>Before a short code such as PIN-NEU, which opens the case at the counter.</extracomment>
        <translation>Das sagen Sie am Schalter</translation>
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
    <name>PinFirstAid</name>
    <message>
        <source>Which number do you have?</source>
        <extracomment>PIN first aid asks what the visitor has at hand.</extracomment>
        <translation>Welche Nummer haben Sie?</translation>
    </message>
    <message>
        <source>Look at the pictures. You type nothing here.</source>
        <extracomment>Below &quot;Which number do you have?&quot;</extracomment>
        <translation>Sehen Sie sich die Bilder an. Hier tippen Sie nichts ein.</translation>
    </message>
    <message>
        <source>6 digits that only I know</source>
        <extracomment>An answer in PIN first aid: the visitor knows the PIN.</extracomment>
        <translation>6 Ziffern, die nur ich kenne</translation>
    </message>
    <message>
        <source>You chose them yourself.</source>
        <extracomment>Below &quot;6 digits that only I know&quot;.</extracomment>
        <translation>Sie haben sie selbst ausgesucht.</translation>
    </message>
    <message>
        <source>5 digits in a letter</source>
        <extracomment>An answer in PIN first aid: the visitor has the letter with the transport PIN.</extracomment>
        <translation>5 Ziffern im Brief</translation>
    </message>
    <message>
        <source>It came with your new card.</source>
        <extracomment>Below &quot;5 digits in a letter&quot;.</extracomment>
        <translation>Er kam mit Ihrer neuen Karte.</translation>
    </message>
    <message>
        <source>I do not know my PIN</source>
        <extracomment>An answer in PIN first aid.</extracomment>
        <translation>Ich weiß meine PIN nicht</translation>
    </message>
    <message>
        <source>Or you only find the 6 digits on the card.</source>
        <extracomment>Below &quot;I do not know my PIN&quot;.</extracomment>
        <translation>Oder Sie finden nur die 6 Ziffern auf der Karte.</translation>
    </message>
    <message>
        <source>I have another card</source>
        <extracomment>PIN first aid: for visitors with a residence permit, an eID card, or a card that has expired. Short.</extracomment>
        <translation>Ich habe eine andere Karte</translation>
    </message>
</context>
<context>
    <name>PinHelp</name>
    <message>
        <source>Then you have the right PIN.</source>
        <extracomment>The visitor knows the six digits they chose themselves.</extracomment>
        <translation>Dann haben Sie die richtige PIN.</translation>
    </message>
    <message>
        <source>First it becomes your own PIN.</source>
        <extracomment>The visitor has the letter with the transport PIN.</extracomment>
        <translation>Daraus wird zuerst Ihre eigene PIN.</translation>
    </message>
    <message>
        <source>You simply get a new PIN.</source>
        <extracomment>The visitor does not know the PIN.</extracomment>
        <translation>Sie bekommen einfach eine neue PIN.</translation>
    </message>
    <message>
        <source>Which number do you have?</source>
        <extracomment>PIN help asks what the visitor has at hand.</extracomment>
        <translation>Welche Nummer haben Sie?</translation>
    </message>
    <message>
        <source>Type these 6 digits when the terminal asks for the PIN.</source>
        <extracomment>Below &quot;Then you have the right PIN.&quot;</extracomment>
        <translation>Tippen Sie diese 6 Ziffern, wenn das Terminal nach der PIN fragt.</translation>
    </message>
    <message>
        <source>The 5 digits in the letter work only once, to set a PIN.</source>
        <extracomment>Below &quot;First it becomes your own PIN.&quot;</extracomment>
        <translation>Die 5 Ziffern im Brief gelten nur einmal: zum Setzen der PIN.</translation>
    </message>
    <message>
        <source>That happens to many people. It is quickly done.</source>
        <extracomment>Below &quot;You simply get a new PIN.&quot;</extracomment>
        <translation>Das geht vielen so und ist schnell erledigt.</translation>
    </message>
    <message>
        <source>Good, go on</source>
        <extracomment>Closes PIN help when the visitor has the right PIN. Short.</extracomment>
        <translation>Gut, weiter</translation>
    </message>
    <message>
        <source>Understood</source>
        <extracomment>Closes PIN help. One word.</extracomment>
        <translation>Verstanden</translation>
    </message>
    <message>
        <source>Slip and appointment</source>
        <extracomment>In PIN help: to a slip for the counter and an appointment. Short.</extracomment>
        <translation>Zettel und Termin</translation>
    </message>
    <message>
        <source>I have something else</source>
        <extracomment>In PIN help: back to the three answers. Short.</extracomment>
        <translation>Ich habe etwas anderes</translation>
    </message>
    <message>
        <source>Close</source>
        <extracomment>Closes PIN help without an answer. One word.</extracomment>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>6 digits that only I know</source>
        <extracomment>An answer in PIN help: the visitor knows the PIN.</extracomment>
        <translation>6 Ziffern, die nur ich kenne</translation>
    </message>
    <message>
        <source>You chose them yourself.</source>
        <extracomment>Below &quot;6 digits that only I know&quot;.</extracomment>
        <translation>Sie haben sie selbst gewählt.</translation>
    </message>
    <message>
        <source>5 digits in a letter</source>
        <extracomment>An answer in PIN help: the visitor has the letter with the transport PIN.</extracomment>
        <translation>5 Ziffern in einem Brief</translation>
    </message>
    <message>
        <source>It came with your new card.</source>
        <extracomment>Below &quot;5 digits in a letter&quot;.</extracomment>
        <translation>Er kam mit Ihrem neuen Ausweis.</translation>
    </message>
    <message>
        <source>I do not know my PIN</source>
        <extracomment>An answer in PIN help.</extracomment>
        <translation>Ich kenne meine PIN nicht</translation>
    </message>
    <message>
        <source>Or you only find the 6 digits on the card.</source>
        <extracomment>Below &quot;I do not know my PIN&quot;.</extracomment>
        <translation>Oder Sie finden nur die 6 Ziffern auf der Karte.</translation>
    </message>
    <message>
        <source>We do it with you at the counter.</source>
        <extracomment>Where the transport PIN becomes a PIN.</extracomment>
        <translation>Am Schalter machen wir das mit Ihnen.</translation>
    </message>
    <message>
        <source>Bring the card and the letter. It is free of charge.</source>
        <extracomment>Below &quot;We do it with you at the counter.&quot;</extracomment>
        <translation>Bringen Sie Karte und Brief mit. Es kostet nichts.</translation>
    </message>
    <message>
        <source>Go to the counter with your card.</source>
        <extracomment>Where visitors get a new PIN.</extracomment>
        <translation>Gehen Sie mit Ihrer Karte zum Schalter.</translation>
    </message>
    <message>
        <source>There you set a new PIN, free of charge.</source>
        <extracomment>Below &quot;Go to the counter with your card.&quot;</extracomment>
        <translation>Dort setzen Sie kostenlos eine neue PIN.</translation>
    </message>
    <message>
        <source>Only your card checks the PIN.</source>
        <extracomment>About the PIN.</extracomment>
        <translation>Nur Ihre Karte prüft die PIN.</translation>
    </message>
    <message>
        <source>The city never learns it.</source>
        <extracomment>Below &quot;Only your card checks the PIN.&quot;</extracomment>
        <translation>Die Stadt erfährt sie nie.</translation>
    </message>
    <message>
        <source>The 6 digits on the card are not the PIN.</source>
        <extracomment>About the six digits printed on the identity card.</extracomment>
        <translation>Die 6 Ziffern auf der Karte sind nicht die PIN.</translation>
    </message>
    <message>
        <source>Please do not try them. Each wrong try counts.</source>
        <extracomment>Below &quot;The 6 digits on the card are not the PIN.&quot;</extracomment>
        <translation>Bitte nicht ausprobieren: Jeder falsche Versuch zählt.</translation>
    </message>
    <message>
        <source>Set my own PIN now</source>
        <extracomment>In PIN help: to PIN first aid, where the transport PIN becomes a PIN. Short.</extracomment>
        <translation>Jetzt eigene PIN setzen</translation>
    </message>
    <message>
        <source>You can do it right here.</source>
        <extracomment>Where the transport PIN becomes a PIN.</extracomment>
        <translation>Das geht gleich hier.</translation>
    </message>
    <message>
        <source>You need the card and the letter. It takes two minutes.</source>
        <extracomment>Below &quot;You can do it right here.&quot;</extracomment>
        <translation>Sie brauchen Karte und Brief. Es dauert zwei Minuten.</translation>
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
    <name>PinMended</name>
    <message>
        <source>Your PIN is right.</source>
        <extracomment>The PIN was checked.</extracomment>
        <translation>Ihre PIN stimmt.</translation>
    </message>
    <message>
        <source>Your PIN is unblocked.</source>
        <extracomment>The PUK was right.</extracomment>
        <translation>Ihre PIN ist entsperrt.</translation>
    </message>
    <message>
        <source>Your card has its new PIN.</source>
        <extracomment>The card has a new PIN.</extracomment>
        <translation>Ihre Karte hat ihre neue PIN.</translation>
    </message>
    <message>
        <source>It is the PIN it was. You have 3 attempts again.</source>
        <extracomment>Below &quot;Your PIN is unblocked.&quot;</extracomment>
        <translation>Es ist die alte PIN. Sie haben wieder 3 Versuche.</translation>
    </message>
    <message>
        <source>You can use your card online with it.</source>
        <extracomment>Below &quot;Your PIN is right.&quot; and &quot;Your card has its new PIN.&quot;</extracomment>
        <translation>Damit weisen Sie sich online aus.</translation>
    </message>
    <message>
        <source>Go on</source>
        <extracomment>On the big button: to the service that waited while the PIN was looked after. Short.</extracomment>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Done</source>
        <extracomment>The visitor is finished. Short.</extracomment>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Check my PIN</source>
        <extracomment>Tries the PIN that was unblocked. Short.</extracomment>
        <translation>Meine PIN prüfen</translation>
    </message>
    <message>
        <source>Now it goes on with</source>
        <extracomment>Before the name of the service that waited while the PIN was looked after.</extracomment>
        <translation>Jetzt geht es weiter mit</translation>
    </message>
    <message>
        <source>Forgot the PIN itself?</source>
        <extracomment>After the PIN was unblocked.</extracomment>
        <translation>Die PIN selbst vergessen?</translation>
    </message>
    <message>
        <source>At the counter you get a new one, free of charge.</source>
        <extracomment>Below &quot;Forgot the PIN itself?&quot;</extracomment>
        <translation>Am Schalter bekommen Sie kostenlos eine neue.</translation>
    </message>
    <message>
        <source>Only you know your PIN.</source>
        <extracomment>About the PIN.</extracomment>
        <translation>Nur Sie kennen Ihre PIN.</translation>
    </message>
    <message>
        <source>The terminal has forgotten it already. The city never learns it.</source>
        <extracomment>Below &quot;Only you know your PIN.&quot;</extracomment>
        <translation>Das Terminal hat sie schon vergessen. Die Stadt erfährt sie nie.</translation>
    </message>
    <message>
        <source>Take your card with you.</source>
        <extracomment>At the end of PIN first aid.</extracomment>
        <translation>Nehmen Sie Ihre Karte mit.</translation>
    </message>
    <message>
        <source>Keep card and PIN apart.</source>
        <extracomment>Below &quot;Take your card with you.&quot;</extracomment>
        <translation>Bewahren Sie Karte und PIN getrennt auf.</translation>
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
    <name>PlaceCard</name>
    <message>
        <source>Place your card on the reader.</source>
        <extracomment>The visitor is to lay the identity card on the card reader.</extracomment>
        <translation>Legen Sie Ihre Karte auf das Lesegerät.</translation>
    </message>
    <message>
        <source>Identity card, eID card or residence permit.</source>
        <extracomment>Below &quot;Place your card on the reader.&quot;: which cards will do. The German names are on the cards.</extracomment>
        <translation>Personalausweis, eID-Karte oder Aufenthaltstitel.</translation>
    </message>
    <message>
        <source>Forgot your PIN?</source>
        <extracomment>A way out for visitors who do not know their PIN. Short.</extracomment>
        <translation>PIN vergessen?</translation>
    </message>
    <message>
        <source>&lt;b&gt;Photo up.&lt;/b&gt; Lay it flat, without a wallet or sleeve.</source>
        <extracomment>How the card must lie. Keep &lt;b&gt; and &lt;/b&gt;.</extracomment>
        <translation>&lt;b&gt;Foto nach oben.&lt;/b&gt; Legen Sie die Karte flach hin, ohne Hülle.</translation>
    </message>
    <message>
        <source>Leave the card there. At the end you take it with you.</source>
        <extracomment>About the card on the reader.</extracomment>
        <translation>Lassen Sie die Karte liegen. Am Ende nehmen Sie sie wieder mit.</translation>
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
    <name>Pricing</name>
    <message>
        <source>Your answers are being saved.</source>
        <extracomment>All questions are answered; nothing has been sent yet.</extracomment>
        <translation>Ihre Angaben werden gesichert.</translation>
    </message>
    <message>
        <source>Next you check everything. Nothing is sent yet.</source>
        <extracomment>Below &quot;Your answers are being saved.&quot;</extracomment>
        <translation>Gleich prüfen Sie alles. Noch ist nichts gesendet.</translation>
    </message>
    <message>
        <source>One moment …</source>
        <extracomment>With three squares that fill one by one.</extracomment>
        <translation>Einen Moment …</translation>
    </message>
    <message>
        <source>The town hall is working out the fee.</source>
        <extracomment>When it takes longer than five seconds.</extracomment>
        <translation>Das Rathaus berechnet die Gebühr.</translation>
    </message>
</context>
<context>
    <name>Printing</name>
    <message>
        <source>Your paper is coming.</source>
        <extracomment>The document, the slip or the receipt is being printed.</extracomment>
        <translation>Ihr Papier kommt.</translation>
    </message>
    <message>
        <source>Please wait until it lies in the tray.</source>
        <extracomment>Below &quot;Your paper is coming.&quot;</extracomment>
        <translation>Bitte warten Sie, bis es im Fach liegt.</translation>
    </message>
    <message>
        <source>Printing …</source>
        <extracomment>With three squares that fill one by one.</extracomment>
        <translation>Es wird gedruckt …</translation>
    </message>
    <message>
        <source>This may take a little while.</source>
        <extracomment>When it takes longer than five seconds.</extracomment>
        <translation>Das kann etwas dauern.</translation>
    </message>
</context>
<context>
    <name>Problems</name>
    <message numerus="yes">
        <source>This is too short. Please type at least %n letter(s).</source>
        <extracomment>Below a field to type in.</extracomment>
        <translation>
            <numerusform>Das ist zu kurz. Bitte schreiben Sie mindestens %n Buchstaben.</numerusform>
            <numerusform>Das ist zu kurz. Bitte schreiben Sie mindestens %n Buchstaben.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>This is too long. There is room for %n letter(s).</source>
        <extracomment>Below a field to type in.</extracomment>
        <translation>
            <numerusform>Das ist zu lang. Hier ist Platz für %n Buchstaben.</numerusform>
            <numerusform>Das ist zu lang. Hier ist Platz für %n Buchstaben.</numerusform>
        </translation>
    </message>
    <message>
        <source>At least %1, please.</source>
        <extracomment>Beside a number. %1 is the smallest number.</extracomment>
        <translation>Bitte mindestens %1.</translation>
    </message>
    <message>
        <source>At most %1, please.</source>
        <extracomment>Beside a number. %1 is the largest number.</extracomment>
        <translation>Bitte höchstens %1.</translation>
    </message>
    <message numerus="yes">
        <source>Please choose at least %n.</source>
        <extracomment>Above several cards.</extracomment>
        <translation>
            <numerusform>Bitte wählen Sie mindestens %n.</numerusform>
            <numerusform>Bitte wählen Sie mindestens %n.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Please choose at most %n.</source>
        <extracomment>Above several cards.</extracomment>
        <translation>
            <numerusform>Bitte wählen Sie höchstens %n.</numerusform>
            <numerusform>Bitte wählen Sie höchstens %n.</numerusform>
        </translation>
    </message>
    <message>
        <source>This answer is not possible. Please choose again.</source>
        <extracomment>An answer that is not one of those offered.</extracomment>
        <translation>Diese Antwort geht hier nicht. Bitte wählen Sie noch einmal.</translation>
    </message>
    <message>
        <source>This does not look right. Please check what you typed.</source>
        <extracomment>Below a field to type in: a spelling or a pattern is wrong.</extracomment>
        <translation>Hier stimmt etwas nicht. Bitte prüfen Sie die Schreibweise.</translation>
    </message>
    <message>
        <source>This does not go with your other answers. Please change one.</source>
        <extracomment>Two answers contradict each other.</extracomment>
        <translation>Das passt nicht zu Ihren anderen Angaben. Bitte ändern Sie etwas.</translation>
    </message>
    <message>
        <source>Please choose one answer.</source>
        <extracomment>Above cards of which one is to be chosen.</extracomment>
        <translation>Bitte wählen Sie eine Antwort.</translation>
    </message>
    <message>
        <source>Please choose at least one answer.</source>
        <extracomment>Above cards of which at least one is to be chosen.</extracomment>
        <translation>Bitte wählen Sie mindestens eine Antwort.</translation>
    </message>
    <message>
        <source>Please choose a number.</source>
        <extracomment>Beside a number that is still to be chosen.</extracomment>
        <translation>Bitte wählen Sie eine Zahl.</translation>
    </message>
    <message>
        <source>Please type your answer here.</source>
        <extracomment>Below a field that is still empty.</extracomment>
        <translation>Bitte schreiben Sie hier Ihre Antwort.</translation>
    </message>
    <message>
        <source>This day is too early. Possible from %1.</source>
        <extracomment>Below a date. %1 is the first day that is possible, such as &quot;1 May 2026&quot;.</extracomment>
        <translation>Dieser Tag ist zu früh. Möglich ab %1.</translation>
    </message>
    <message>
        <source>This day is too late. Possible until %1.</source>
        <extracomment>Below a date. %1 is the last day that is possible, such as &quot;1 May 2026&quot;.</extracomment>
        <translation>Dieser Tag ist zu spät. Möglich bis %1.</translation>
    </message>
    <message>
        <source>There is no such day. Please check day, month and year.</source>
        <extracomment>Below a date whose digits are no day of the calendar, or not complete.</extracomment>
        <translation>Diesen Tag gibt es nicht. Bitte prüfen Sie Tag, Monat und Jahr.</translation>
    </message>
    <message>
        <source>An e-mail address looks like this: name@example.org</source>
        <extracomment>Below a field for an e-mail address; the example is invented.</extracomment>
        <translation>Eine E-Mail-Adresse sieht so aus: name@example.org</translation>
    </message>
    <message>
        <source>A telephone number has digits only. Please type the area code, too.</source>
        <extracomment>Below a field for a telephone number.</extracomment>
        <translation>Eine Telefonnummer hat nur Ziffern. Bitte mit Vorwahl.</translation>
    </message>
    <message>
        <source>This IBAN is not right. Please compare it with your card.</source>
        <extracomment>Below a field for an IBAN, whose check digits tell that something was mistyped.</extracomment>
        <translation>Diese IBAN stimmt nicht. Bitte mit der Karte vergleichen.</translation>
    </message>
    <message>
        <source>Please type a number here.</source>
        <extracomment>Below a field for a number.</extracomment>
        <translation>Bitte schreiben Sie hier eine Zahl.</translation>
    </message>
    <message>
        <source>Please choose yes or no.</source>
        <extracomment>Above two cards, &quot;Yes&quot; and &quot;No&quot;.</extracomment>
        <translation>Bitte wählen Sie Ja oder Nein.</translation>
    </message>
    <message>
        <source>Without your tick we cannot go on.</source>
        <extracomment>Above a sentence with a box to tick.</extracomment>
        <translation>Ohne Ihr Häkchen geht es nicht weiter.</translation>
    </message>
    <message>
        <source>Please type day, month and year.</source>
        <extracomment>Below three boxes for a date that are still empty.</extracomment>
        <translation>Bitte geben Sie Tag, Monat und Jahr ein.</translation>
    </message>
    <message>
        <source>The city does not know this number. Please compare it with your letter.</source>
        <extracomment>Below a field with a number from a letter or a tag: the city has no such number.</extracomment>
        <translation>Diese Nummer kennt die Stadt nicht. Bitte vergleichen Sie sie mit Ihrem Brief.</translation>
    </message>
    <message>
        <source>This is already paid. There is nothing more to do.</source>
        <extracomment>Below a field with the number of a bill.</extracomment>
        <translation>Das ist schon bezahlt. Sie müssen nichts mehr tun.</translation>
    </message>
</context>
<context>
    <name>PutCardBack</name>
    <message>
        <source>Please put your card back on the reader.</source>
        <extracomment>The card was taken away in the middle of an application.</extracomment>
        <translation>Bitte legen Sie Ihre Karte wieder auf das Lesegerät.</translation>
    </message>
    <message>
        <source>Then enter your PIN again. Everything you typed is still there.</source>
        <extracomment>Below &quot;Please put your card back on the reader.&quot;</extracomment>
        <translation>Dann geben Sie Ihre PIN noch einmal ein. Alle Ihre Eingaben sind noch da.</translation>
    </message>
    <message>
        <source>So nobody but you can go on here.</source>
        <extracomment>While the card is away.</extracomment>
        <translation>So kann niemand außer Ihnen hier weitermachen.</translation>
    </message>
</context>
<context>
    <name>ReadMessage</name>
    <message>
        <source>From %1, %2</source>
        <extracomment>Below the subject of a message: %1 is who wrote it, %2 the date.</extracomment>
        <translation>Von %1, %2</translation>
    </message>
    <message>
        <source>Answer</source>
        <extracomment>Answers the message. Short.</extracomment>
        <translation>Antworten</translation>
    </message>
    <message>
        <source>The office needs an answer from you.</source>
        <extracomment>Above a message in which the office asks for something.</extracomment>
        <translation>Das Amt braucht eine Antwort von Ihnen.</translation>
    </message>
    <message>
        <source>Enclosed</source>
        <extracomment>Before the name of a file that came with a message.</extracomment>
        <translation>Anlage</translation>
    </message>
    <message>
        <source>Print</source>
        <extracomment>The button that prints a file of a message. One word.</extracomment>
        <translation>Drucken</translation>
    </message>
    <message>
        <source>Reference</source>
        <extracomment>Before the office&apos;s own name for a case.</extracomment>
        <translation>Zeichen</translation>
    </message>
    <message>
        <source>Counts as received on</source>
        <extracomment>Before the date on which a decision took legal effect.</extracomment>
        <translation>Gilt als zugestellt am</translation>
    </message>
    <message>
        <source>Your answer of %1</source>
        <extracomment>Above what the visitor answered; %1 is a date.</extracomment>
        <translation>Ihre Antwort vom %1</translation>
    </message>
</context>
<context>
    <name>ReceiptOnPhone</name>
    <message>
        <source>Point your phone&apos;s camera at the code.</source>
        <extracomment>The visitor scans a code with the phone.</extracomment>
        <translation>Halten Sie die Kamera Ihres Handys auf den Code.</translation>
    </message>
    <message>
        <source>Your receipt then opens on your phone.</source>
        <extracomment>Below the instruction to scan a code.</extracomment>
        <translation>Ihr Beleg öffnet sich dann auf dem Handy.</translation>
    </message>
    <message>
        <source>Finish</source>
        <extracomment>The big button that ends the visit.</extracomment>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Back</source>
        <extracomment>Back to the end of the application.</extracomment>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>The code works once, for five minutes.</source>
        <extracomment>How long the code for the receipt works.</extracomment>
        <translation>Der Code gilt einmal, fünf Minuten lang.</translation>
    </message>
    <message>
        <source>Nothing personal is in the code.</source>
        <extracomment>What stands in the code on the screen.</extracomment>
        <translation>Im Code steht nichts über Sie.</translation>
    </message>
</context>
<context>
    <name>RemovingFile</name>
    <message>
        <source>The file is being removed.</source>
        <extracomment>A file that was attached is being taken away.</extracomment>
        <translation>Die Datei wird entfernt.</translation>
    </message>
    <message>
        <source>One moment …</source>
        <extracomment>With three squares that fill one by one.</extracomment>
        <translation>Einen Moment …</translation>
    </message>
    <message>
        <source>We are asking the town hall.</source>
        <extracomment>When it takes longer than five seconds.</extracomment>
        <translation>Wir fragen im Rathaus nach.</translation>
    </message>
</context>
<context>
    <name>Review</name>
    <message>
        <source>Is everything right?</source>
        <extracomment>Above everything that will be sent.</extracomment>
        <translation>Ist alles richtig?</translation>
    </message>
    <message>
        <source>Take your time. Nothing has been sent yet.</source>
        <extracomment>Below &quot;Is everything right?&quot;</extracomment>
        <translation>Prüfen Sie in Ruhe. Noch ist nichts gesendet.</translation>
    </message>
    <message>
        <source>Send now, free of charge</source>
        <extracomment>The binding act: sends the application. Free of charge.</extracomment>
        <translation>Jetzt kostenlos senden</translation>
    </message>
    <message>
        <source>Send now, pay at the cash desk</source>
        <extracomment>The binding act: sends the application; the fee is paid at the cash desk of the office afterwards.</extracomment>
        <translation>Jetzt senden, an der Kasse bezahlen</translation>
    </message>
    <message>
        <source>First tick the sentence above.</source>
        <extracomment>On the button that sends the application, while the declaration above it is not ticked.</extracomment>
        <translation>Erst den Satz oben ankreuzen.</translation>
    </message>
    <message>
        <source>from the card</source>
        <extracomment>Beside a line that the identity card gave; it cannot be changed here.</extracomment>
        <translation>von der Karte</translation>
    </message>
    <message>
        <source>Your answer comes</source>
        <extracomment>Before the way in which the answer of the office comes. %1 is that way, such as &quot;by post&quot;.</extracomment>
        <translation>Die Antwort kommt</translation>
    </message>
    <message>
        <source>The fee</source>
        <extracomment>Before the price of an application that is free of charge.</extracomment>
        <translation>Gebühr</translation>
    </message>
    <message>
        <source>To pay</source>
        <extracomment>Before the price of an application.</extracomment>
        <translation>Zu zahlen</translation>
    </message>
    <message>
        <source>nothing stated</source>
        <extracomment>In place of an answer that was left open.</extracomment>
        <translation>keine Angabe</translation>
    </message>
    <message>
        <source>Yes</source>
        <extracomment>In the list of answers: what was answered to a question, or agreed to.</extracomment>
        <translation>Ja</translation>
    </message>
    <message>
        <source>No</source>
        <extracomment>In the list of answers: what was answered to a question.</extracomment>
        <translation>Nein</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s)</source>
        <extracomment>Beside a paper on the review, how many files of it are attached.</extracomment>
        <translation>
            <numerusform>%n Datei</numerusform>
            <numerusform>%n Dateien</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2, %3</source>
        <extracomment>An appointment on the review: %1 is a day, %2 a time, %3 an office.</extracomment>
        <translation>%1, %2, %3</translation>
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
    <name>RowWords</name>
    <message>
        <source>Street</source>
        <extracomment>Above a field to type in: the name of a street.</extracomment>
        <translation>Straße</translation>
    </message>
    <message>
        <source>House number</source>
        <extracomment>Above a field to type in: the number of a house.</extracomment>
        <translation>Hausnummer</translation>
    </message>
    <message>
        <source>Postcode</source>
        <extracomment>Above a field to type in.</extracomment>
        <translation>Postleitzahl</translation>
    </message>
    <message>
        <source>Town</source>
        <extracomment>Above a field to type in: the town of an address.</extracomment>
        <translation>Ort</translation>
    </message>
    <message>
        <source>For example 12 or 12a</source>
        <extracomment>Below a field to type in: the number of a house.</extracomment>
        <translation>Zum Beispiel 12 oder 12a</translation>
    </message>
    <message>
        <source>In this street: %1</source>
        <extracomment>Below a field for a postcode. %1 are those that the street has.</extracomment>
        <translation>In dieser Straße: %1</translation>
    </message>
    <message>
        <source>You may leave the day and the month empty.</source>
        <extracomment>Below the boxes for a date that is perhaps not known exactly.</extracomment>
        <translation>Tag und Monat dürfen leer bleiben.</translation>
    </message>
    <message>
        <source>Yes</source>
        <extracomment>A card to choose: the answer to a question that is asked with yes or no.</extracomment>
        <translation>Ja</translation>
    </message>
    <message>
        <source>No</source>
        <extracomment>A card to choose: the answer to a question that is asked with yes or no.</extracomment>
        <translation>Nein</translation>
    </message>
    <message>
        <source>This address is not in Bochum</source>
        <extracomment>Beside a box to tick, below the fields for an address.</extracomment>
        <translation>Diese Anschrift ist nicht in Bochum</translation>
    </message>
</context>
<context>
    <name>Scanning</name>
    <message>
        <source>Your paper is being scanned.</source>
        <extracomment>The scanner is at work.</extracomment>
        <translation>Ihr Papier wird gescannt.</translation>
    </message>
    <message>
        <source>Leave the lid closed until the picture comes.</source>
        <extracomment>Below &quot;Your paper is being scanned.&quot;</extracomment>
        <translation>Lassen Sie den Deckel zu, bis das Bild kommt.</translation>
    </message>
    <message>
        <source>One moment …</source>
        <extracomment>With three squares that fill one by one.</extracomment>
        <translation>Einen Moment …</translation>
    </message>
    <message>
        <source>The scanner needs a little longer.</source>
        <extracomment>When it takes longer than five seconds.</extracomment>
        <translation>Der Scanner braucht etwas länger.</translation>
    </message>
</context>
<context>
    <name>SearchDoor</name>
    <message>
        <source>Search a word, for example “parking”</source>
        <extracomment>In a line to search in, on the home screen. &quot;Parking&quot; is an example of a word.</extracomment>
        <translation>Wort suchen, zum Beispiel „Parken“</translation>
    </message>
    <message>
        <source>Search a word</source>
        <extracomment>In a line to search in, on the home screen, where letters are large. Short.</extracomment>
        <translation>Wort suchen</translation>
    </message>
</context>
<context>
    <name>SecretEntry</name>
    <message numerus="yes">
        <source>%n character(s)</source>
        <extracomment>Spoken and shown beside a secret that is typed as dots.</extracomment>
        <translation>
            <numerusform>%n Zeichen</numerusform>
            <numerusform>%n Zeichen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SendFromPhone</name>
    <message>
        <source>Point your phone&apos;s camera at the code.</source>
        <extracomment>The visitor scans a code with the phone.</extracomment>
        <translation>Richten Sie die Handykamera auf den Code.</translation>
    </message>
    <message>
        <source>Choose the photo on your phone. Here it goes on by itself.</source>
        <extracomment>Below &quot;Point your phone&apos;s camera at the code.&quot;: how a file is sent.</extracomment>
        <translation>Wählen Sie am Handy das Foto. Hier geht es von selbst weiter.</translation>
    </message>
    <message>
        <source>Another way</source>
        <extracomment>Away from sending a file by phone. Short.</extracomment>
        <translation>Anderer Weg</translation>
    </message>
    <message>
        <source>Your paper</source>
        <extracomment>Before the name of a paper that is to be sent.</extracomment>
        <translation>Ihre Unterlage</translation>
    </message>
    <message>
        <source>The code works for</source>
        <extracomment>Before a number of minutes.</extracomment>
        <translation>Der Code gilt</translation>
    </message>
    <message>
        <source>Waiting for your phone …</source>
        <extracomment>With three squares that fill one by one: the visitor sends a file from the phone.</extracomment>
        <translation>Wir warten auf Ihr Handy …</translation>
    </message>
</context>
<context>
    <name>Sending</name>
    <message>
        <source>Your application is being sent.</source>
        <extracomment>The application is being sent to the office.</extracomment>
        <translation>Ihr Antrag wird gesendet.</translation>
    </message>
    <message>
        <source>Please leave your card where it is.</source>
        <extracomment>Below &quot;Your application is being sent.&quot;</extracomment>
        <translation>Bitte lassen Sie Ihre Karte liegen.</translation>
    </message>
    <message>
        <source>One moment …</source>
        <extracomment>With three squares that fill one by one.</extracomment>
        <translation>Einen Moment …</translation>
    </message>
    <message>
        <source>The town hall is receiving your application.</source>
        <extracomment>When it takes longer than five seconds.</extracomment>
        <translation>Das Rathaus nimmt Ihren Antrag an.</translation>
    </message>
</context>
<context>
    <name>SendingCode</name>
    <message>
        <source>We are sending you an e-mail with a code.</source>
        <extracomment>A code for signing in is being sent.</extracomment>
        <translation>Wir senden Ihnen eine E-Mail mit einem Code.</translation>
    </message>
    <message>
        <source>We are sending a code to your phone.</source>
        <extracomment>A code for signing in is being sent.</extracomment>
        <translation>Wir senden einen Code auf Ihr Telefon.</translation>
    </message>
    <message>
        <source>One moment …</source>
        <extracomment>With three squares that fill one by one.</extracomment>
        <translation>Einen Moment …</translation>
    </message>
    <message>
        <source>Bochum-ID takes a little longer than usual.</source>
        <extracomment>When sending takes longer than five seconds.</extracomment>
        <translation>Bochum-ID braucht etwas länger als sonst.</translation>
    </message>
</context>
<context>
    <name>SeriousWords</name>
    <message>
        <source>Open this decision now?</source>
        <extracomment>Before a decision of an office is opened. A question.</extracomment>
        <translation>Diesen Bescheid jetzt öffnen?</translation>
    </message>
    <message>
        <source>Open it now</source>
        <extracomment>The button that opens a decision of an office. Short.</extracomment>
        <translation>Jetzt öffnen</translation>
    </message>
    <message>
        <source>Opening has a legal effect.</source>
        <extracomment>Before a decision is opened.</extracomment>
        <translation>Das Öffnen hat rechtliche Folgen.</translation>
    </message>
    <message>
        <source>The decision then counts as received. Time limits begin to run.</source>
        <extracomment>Below &quot;Opening has a legal effect.&quot;</extracomment>
        <translation>Der Bescheid gilt dann als zugestellt. Fristen beginnen.</translation>
    </message>
    <message>
        <source>You may also read it later.</source>
        <extracomment>Before a decision is opened.</extracomment>
        <translation>Sie können ihn auch später lesen.</translation>
    </message>
    <message>
        <source>At home, or here another time. It stays in your mailbox.</source>
        <extracomment>Below &quot;You may also read it later.&quot;</extracomment>
        <translation>Zu Hause oder hier ein anderes Mal. Er bleibt im Postfach.</translation>
    </message>
    <message>
        <source>Really take back this application?</source>
        <extracomment>Before an application is taken back. A question.</extracomment>
        <translation>Diesen Antrag wirklich zurückziehen?</translation>
    </message>
    <message>
        <source>Take it back</source>
        <extracomment>The button that takes an application back. Short.</extracomment>
        <translation>Zurückziehen</translation>
    </message>
    <message>
        <source>The office stops working on it.</source>
        <extracomment>Before an application is taken back.</extracomment>
        <translation>Das Amt bearbeitet ihn nicht weiter.</translation>
    </message>
    <message>
        <source>This cannot be undone.</source>
        <extracomment>Below &quot;The office stops working on it.&quot;
----------
Below &quot;Your answers are deleted.&quot;
----------
Below &quot;Somebody else gets your time.&quot;</extracomment>
        <translation>Das kann man nicht rückgängig machen.</translation>
    </message>
    <message>
        <source>You can apply again.</source>
        <extracomment>Before an application is taken back.</extracomment>
        <translation>Sie können es wieder beantragen.</translation>
    </message>
    <message>
        <source>Any time, with a new application.</source>
        <extracomment>Below &quot;You can apply again.&quot;</extracomment>
        <translation>Jederzeit, mit einem neuen Antrag.</translation>
    </message>
    <message>
        <source>Really throw away what you began?</source>
        <extracomment>Before an unfinished application is deleted. A question.</extracomment>
        <translation>Das Angefangene wirklich verwerfen?</translation>
    </message>
    <message>
        <source>Throw it away</source>
        <extracomment>The button that deletes an unfinished application. Short.</extracomment>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>Your answers are deleted.</source>
        <extracomment>Before an unfinished application is deleted.</extracomment>
        <translation>Ihre Antworten werden gelöscht.</translation>
    </message>
    <message>
        <source>Nothing has been sent.</source>
        <extracomment>Before an unfinished application is deleted.</extracomment>
        <translation>Es wurde nichts gesendet.</translation>
    </message>
    <message>
        <source>No office has seen it. You can begin anew.</source>
        <extracomment>Below &quot;Nothing has been sent.&quot;</extracomment>
        <translation>Kein Amt hat es gesehen. Sie können neu anfangen.</translation>
    </message>
    <message>
        <source>Should this card no longer open your account?</source>
        <extracomment>Before a card is taken away from the account. A question.</extracomment>
        <translation>Soll dieser Ausweis Ihr Konto nicht mehr öffnen?</translation>
    </message>
    <message>
        <source>Remove the card</source>
        <extracomment>The button that takes a card away from the account. Short.</extracomment>
        <translation>Ausweis entfernen</translation>
    </message>
    <message>
        <source>The card stays valid.</source>
        <extracomment>Before a card is taken away from the account.</extracomment>
        <translation>Der Ausweis bleibt gültig.</translation>
    </message>
    <message>
        <source>It only no longer opens this account.</source>
        <extracomment>Below &quot;The card stays valid.&quot;</extracomment>
        <translation>Er öffnet nur dieses Konto nicht mehr.</translation>
    </message>
    <message>
        <source>You still need another way in.</source>
        <extracomment>Before a card is taken away from the account.</extracomment>
        <translation>Sie brauchen einen anderen Zugang.</translation>
    </message>
    <message>
        <source>Another card, or user name and password.</source>
        <extracomment>Below &quot;You still need another way in.&quot;</extracomment>
        <translation>Einen anderen Ausweis oder Name und Passwort.</translation>
    </message>
    <message>
        <source>Really delete your whole account?</source>
        <extracomment>Before the whole account is deleted. A serious question.</extracomment>
        <translation>Wirklich Ihr ganzes Konto löschen?</translation>
    </message>
    <message>
        <source>Delete my account</source>
        <extracomment>The button that asks for the end of the account. Short.</extracomment>
        <translation>Mein Konto löschen</translation>
    </message>
    <message>
        <source>Mailbox, papers and drafts are deleted.</source>
        <extracomment>Before the whole account is deleted.</extracomment>
        <translation>Postfach, Papiere und Entwürfe werden gelöscht.</translation>
    </message>
    <message>
        <source>Print what you need before. What you sent stays with the office.</source>
        <extracomment>Below &quot;Mailbox, papers and drafts are deleted.&quot;</extracomment>
        <translation>Drucken Sie vorher, was Sie brauchen. Gesendetes bleibt beim Amt.</translation>
    </message>
    <message>
        <source>It happens after some weeks.</source>
        <extracomment>Before the whole account is deleted.</extracomment>
        <translation>Das geschieht nach einigen Wochen.</translation>
    </message>
    <message>
        <source>Until then you can change your mind at the counter.</source>
        <extracomment>Below &quot;It happens after some weeks.&quot;</extracomment>
        <translation>Bis dahin können Sie es am Schalter rückgängig machen.</translation>
    </message>
    <message>
        <source>Really cancel this appointment?</source>
        <extracomment>Before an appointment is cancelled. A question.</extracomment>
        <translation>Diesen Termin wirklich absagen?</translation>
    </message>
    <message>
        <source>Cancel the appointment</source>
        <extracomment>The button that cancels an appointment. Short.</extracomment>
        <translation>Termin absagen</translation>
    </message>
    <message>
        <source>Somebody else gets your time.</source>
        <extracomment>Before an appointment is cancelled.</extracomment>
        <translation>Jemand anderes bekommt Ihre Zeit.</translation>
    </message>
    <message>
        <source>You can book a new one.</source>
        <extracomment>Before an appointment is cancelled.</extracomment>
        <translation>Sie können einen neuen buchen.</translation>
    </message>
    <message>
        <source>Here at the terminal, or at home.</source>
        <extracomment>Below &quot;You can book a new one.&quot;</extracomment>
        <translation>Hier am Terminal oder zu Hause.</translation>
    </message>
</context>
<context>
    <name>SigningIn</name>
    <message>
        <source>You are being signed in.</source>
        <extracomment>The PIN is entered; the card is being read.</extracomment>
        <translation>Sie werden angemeldet.</translation>
    </message>
    <message>
        <source>Please leave your card on the reader.</source>
        <extracomment>While the terminal works with the card.</extracomment>
        <translation>Bitte lassen Sie Ihre Karte auf dem Lesegerät liegen.</translation>
    </message>
    <message>
        <source>The card checks your PIN</source>
        <extracomment>A step of signing in, done by the card itself. Short.</extracomment>
        <translation>Die Karte prüft Ihre PIN</translation>
    </message>
    <message>
        <source>The city proves who it is</source>
        <extracomment>A step of signing in: the city&apos;s certificate is shown to the card. Short.</extracomment>
        <translation>Die Stadt weist sich aus</translation>
    </message>
    <message>
        <source>The card proves it is genuine</source>
        <extracomment>A step of signing in: the chip shows that it is genuine. Short.</extracomment>
        <translation>Die Karte beweist, dass sie echt ist</translation>
    </message>
    <message>
        <source>The city reads the data you allowed</source>
        <extracomment>The last step of signing in. Short.</extracomment>
        <translation>Die Stadt liest die erlaubten Daten</translation>
    </message>
</context>
<context>
    <name>SlipNotice</name>
    <message>
        <source>Your slip is coming …</source>
        <extracomment>A small slip of paper is being printed.</extracomment>
        <translation>Ihr Zettel kommt …</translation>
    </message>
    <message>
        <source>Your slip is there. Please take it.</source>
        <extracomment>The small slip of paper is printed.</extracomment>
        <translation>Ihr Zettel ist da. Bitte nehmen Sie ihn mit.</translation>
    </message>
    <message>
        <source>There is no printer here. The slip was saved.</source>
        <extracomment>There is no printer; the slip was saved as a file instead.</extracomment>
        <translation>Hier gibt es keinen Drucker. Der Zettel wurde gespeichert.</translation>
    </message>
    <message>
        <source>Try again. Code: %1</source>
        <extracomment>Below the reason why a slip did not come, with the largest letters. %1 is a short code such as DR-62.</extracomment>
        <translation>Bitte noch einmal. Code: %1</translation>
    </message>
    <message>
        <source>Try again, or note down what stands here. Code: %1</source>
        <extracomment>Below the reason why a slip did not come. %1 is a short code such as DR-62.</extracomment>
        <translation>Versuchen Sie es noch einmal. Oder notieren Sie, was hier steht. Code: %1</translation>
    </message>
    <message>
        <source>Paper is stuck in the printer.</source>
        <extracomment>Why the slip did not come.</extracomment>
        <translation>Im Drucker steckt Papier fest.</translation>
    </message>
    <message>
        <source>The printer has no paper.</source>
        <extracomment>Why the slip did not come.</extracomment>
        <translation>Der Drucker hat kein Papier mehr.</translation>
    </message>
    <message>
        <source>The printer is switched off.</source>
        <extracomment>Why the slip did not come.</extracomment>
        <translation>Der Drucker ist ausgeschaltet.</translation>
    </message>
    <message>
        <source>The slip could not be printed.</source>
        <extracomment>Why there is no slip.</extracomment>
        <translation>Der Zettel konnte nicht gedruckt werden.</translation>
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
        <source>Look around</source>
        <extracomment>The one button of the start screen while everything can be read and nobody can sign in.</extracomment>
        <translation>Nachlesen</translation>
    </message>
    <message>
        <source>Let’s go</source>
        <extracomment>The one button of the start screen.</extracomment>
        <translation>Los geht’s</translation>
    </message>
</context>
<context>
    <name>StateWords</name>
    <message>
        <source>not sent yet</source>
        <extracomment>Where an application stands. Short.</extracomment>
        <translation>noch nicht gesendet</translation>
    </message>
    <message>
        <source>waits for payment</source>
        <extracomment>Where an application stands. Short.</extracomment>
        <translation>wartet auf die Bezahlung</translation>
    </message>
    <message>
        <source>sent</source>
        <extracomment>Where an application stands. Short.</extracomment>
        <translation>gesendet</translation>
    </message>
    <message>
        <source>has arrived</source>
        <extracomment>Where an application stands. Short.</extracomment>
        <translation>angekommen</translation>
    </message>
    <message>
        <source>being worked on</source>
        <extracomment>Where an application stands. Short.</extracomment>
        <translation>in Bearbeitung</translation>
    </message>
    <message>
        <source>needs something from you</source>
        <extracomment>Where an application stands: the office needs something of the visitor. Short.</extracomment>
        <translation>braucht etwas von Ihnen</translation>
    </message>
    <message>
        <source>done</source>
        <extracomment>Where an application stands. Short.</extracomment>
        <translation>erledigt</translation>
    </message>
    <message>
        <source>rejected</source>
        <extracomment>Where an application stands. Short.</extracomment>
        <translation>abgelehnt</translation>
    </message>
    <message>
        <source>taken back by you</source>
        <extracomment>Where an application stands. Short.</extracomment>
        <translation>von Ihnen zurückgezogen</translation>
    </message>
    <message>
        <source>expired</source>
        <extracomment>Where an application stands: its time ran out. Short.</extracomment>
        <translation>abgelaufen</translation>
    </message>
</context>
<context>
    <name>StepRow</name>
    <message>
        <source>Done: %1</source>
        <extracomment>Spoken for a step that the terminal has done. %1 is what it is.</extracomment>
        <translation>Erledigt: %1</translation>
    </message>
</context>
<context>
    <name>StepUp</name>
    <message>
        <source>Now we need your card as well.</source>
        <extracomment>The visitor is signed in with a password, but the service needs the identity card.</extracomment>
        <translation>Jetzt brauchen wir noch Ihre Karte.</translation>
    </message>
    <message>
        <source>The city may do this only when it knows for certain who you are.</source>
        <extracomment>Below &quot;Now we need your card as well.&quot;: why.</extracomment>
        <translation>Das darf die Stadt nur, wenn sie sicher weiß, wer Sie sind.</translation>
    </message>
    <message>
        <source>Continue with the card</source>
        <extracomment>The big button: to the card reader.</extracomment>
        <translation>Weiter mit der Karte</translation>
    </message>
    <message>
        <source>Forgot your PIN?</source>
        <extracomment>A way out for visitors who do not know their PIN. Short.</extracomment>
        <translation>PIN vergessen?</translation>
    </message>
    <message>
        <source>Your own card and its PIN.</source>
        <extracomment>What the visitor needs.</extracomment>
        <translation>Ihre eigene Karte und die PIN.</translation>
    </message>
    <message>
        <source>A card of somebody else does not work.</source>
        <extracomment>Below &quot;Your own card and its PIN.&quot;</extracomment>
        <translation>Die Karte von jemand anderem geht nicht.</translation>
    </message>
    <message>
        <source>You stay signed in.</source>
        <extracomment>The visitor does not lose the sign-in.</extracomment>
        <translation>Sie bleiben angemeldet.</translation>
    </message>
    <message>
        <source>Nothing is lost if the card does not work.</source>
        <extracomment>Below &quot;You stay signed in.&quot;</extracomment>
        <translation>Klappt es mit der Karte nicht, ist nichts verloren.</translation>
    </message>
</context>
<context>
    <name>Stepper</name>
    <message>
        <source>%1 to %2 are possible</source>
        <extracomment>Below a number between a minus and a plus button. %1 is the smallest, %2 the largest number.</extracomment>
        <translation>%1 bis %2 sind möglich</translation>
    </message>
    <message>
        <source>One less</source>
        <extracomment>Spoken for the minus button beside a number.</extracomment>
        <translation>Eins weniger</translation>
    </message>
    <message>
        <source>Not less than %1</source>
        <extracomment>On the minus button, when the number cannot be smaller. Very short.</extracomment>
        <translation>Nicht weniger als %1</translation>
    </message>
    <message>
        <source>One more</source>
        <extracomment>Spoken for the plus button beside a number.</extracomment>
        <translation>Eins mehr</translation>
    </message>
    <message>
        <source>Not more than %1</source>
        <extracomment>On the plus button, when the number cannot be larger. Very short.</extracomment>
        <translation>Nicht mehr als %1</translation>
    </message>
</context>
<context>
    <name>StillThere</name>
    <message>
        <source>Are you still there?</source>
        <extracomment>Nobody touched the screen for a while.</extracomment>
        <translation>Sind Sie noch da?</translation>
    </message>
    <message>
        <source>Touch the screen. Then it goes on right here.</source>
        <extracomment>Below &quot;Are you still there?&quot;</extracomment>
        <translation>Berühren Sie den Bildschirm. Dann geht es genau hier weiter.</translation>
    </message>
    <message>
        <source>Yes, I am here</source>
        <extracomment>The big button that answers &quot;Are you still there?&quot;</extracomment>
        <translation>Ja, ich bin da</translation>
    </message>
    <message numerus="yes">
        <source>In %n second(s) your visit ends. The terminal then deletes what you typed.</source>
        <extracomment>Beside a ring with the seconds. %n seconds are left.</extracomment>
        <translation>
            <numerusform>In einer Sekunde endet sonst Ihr Besuch. Das Terminal löscht dann Ihre Eingaben.</numerusform>
            <numerusform>In %n Sekunden endet sonst Ihr Besuch. Das Terminal löscht dann Ihre Eingaben.</numerusform>
        </translation>
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
        <extracomment>Beside a switch that is off. One word.</extracomment>
        <translation>Nein</translation>
    </message>
</context>
<context>
    <name>TakeCard</name>
    <message>
        <source>Done.
Now take your card.</source>
        <extracomment>The application was sent. Two short sentences: it is done, and the card is to be taken off the reader.</extracomment>
        <translation>Geschafft.
Nehmen Sie jetzt Ihre Karte.</translation>
    </message>
    <message>
        <source>Your paper comes as soon as you have your card.</source>
        <extracomment>Below &quot;Now take your card.&quot;</extracomment>
        <translation>Ihr Papier kommt, sobald Sie die Karte haben.</translation>
    </message>
    <message>
        <source>The terminal waits until you have taken it.</source>
        <extracomment>Why the terminal waits.</extracomment>
        <translation>Das Terminal wartet, bis Sie die Karte genommen haben.</translation>
    </message>
    <message>
        <source>Your application has arrived.</source>
        <extracomment>Nothing is lost while the visitor takes the card.</extracomment>
        <translation>Ihr Antrag ist angekommen.</translation>
    </message>
</context>
<context>
    <name>TicketDrawn</name>
    <message>
        <source>You are registered.
Please take a seat.</source>
        <extracomment>Somebody has a place in the waiting area now. Two short sentences.</extracomment>
        <translation>Sie sind angemeldet.
Bitte nehmen Sie Platz.</translation>
    </message>
    <message>
        <source>Your number will be called.</source>
        <extracomment>Below &quot;You are registered.&quot;</extracomment>
        <translation>Ihre Nummer wird aufgerufen.</translation>
    </message>
    <message>
        <source>Finish</source>
        <extracomment>The big button that ends the visit.</extracomment>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Print again</source>
        <extracomment>Tries once more to print the slip.</extracomment>
        <translation>Noch einmal drucken</translation>
    </message>
    <message>
        <source>Your number</source>
        <extracomment>Before the number by which somebody is called. Short.</extracomment>
        <translation>Ihre Nummer</translation>
    </message>
    <message>
        <source>Waiting area</source>
        <extracomment>Before the number of a waiting area.</extracomment>
        <translation>Wartebereich</translation>
    </message>
    <message>
        <source>Waiting time</source>
        <extracomment>Before about how many minutes somebody has to wait.</extracomment>
        <translation>Wartezeit</translation>
    </message>
</context>
<context>
    <name>TooEarly</name>
    <message>
        <source>You cannot check in yet.</source>
        <extracomment>Somebody wants to check in long before the appointment, or long after it.</extracomment>
        <translation>Sie können sich noch nicht anmelden.</translation>
    </message>
    <message>
        <source>Checking in opens at %1 on %2.</source>
        <extracomment>Below &quot;You cannot check in yet.&quot; %1 is a time such as 10:15, %2 a day.</extracomment>
        <translation>Die Anmeldung öffnet um %1 am %2.</translation>
    </message>
    <message>
        <source>Finish</source>
        <extracomment>The big button that ends the visit.</extracomment>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Too late for your appointment? Please ask at the counter.</source>
        <extracomment>For somebody who is too early, or too late, for an appointment.</extracomment>
        <translation>Sie kommen zu spät? Bitte fragen Sie am Schalter.</translation>
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
    <name>TrimScan</name>
    <message>
        <source>How much should be cut off?</source>
        <extracomment>Above the picture of a page whose edges can be cut off.</extracomment>
        <translation>Wie viel soll weg?</translation>
    </message>
    <message>
        <source>Plus cuts off more, minus less.</source>
        <extracomment>Below &quot;How much should be cut off?&quot;: there are plus and minus buttons for each edge.</extracomment>
        <translation>Plus schneidet mehr ab, Minus weniger.</translation>
    </message>
    <message>
        <source>Picture of your page</source>
        <extracomment>A screen reader says this of the picture of a scanned page.</extracomment>
        <translation>Bild Ihrer Seite</translation>
    </message>
    <message>
        <source>Done</source>
        <extracomment>The big button below the edges of a page.</extracomment>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Whole page</source>
        <extracomment>Cuts nothing off a page. Short.</extracomment>
        <translation>Ganze Seite</translation>
    </message>
    <message>
        <source>Top</source>
        <extracomment>An edge of a page. Short.</extracomment>
        <translation>Oben</translation>
    </message>
    <message>
        <source>Right</source>
        <extracomment>An edge of a page. Short.</extracomment>
        <translation>Rechts</translation>
    </message>
    <message>
        <source>Bottom</source>
        <extracomment>An edge of a page. Short.</extracomment>
        <translation>Unten</translation>
    </message>
    <message>
        <source>Left</source>
        <extracomment>An edge of a page. Short.</extracomment>
        <translation>Links</translation>
    </message>
</context>
<context>
    <name>TypeNumberOnReader</name>
    <message>
        <source>Type the 6 digits of your card on the reader.</source>
        <extracomment>The card reader has keys, and the number called CAN is typed there.</extracomment>
        <translation>Geben Sie die 6 Ziffern Ihrer Karte am Kartenleser ein.</translation>
    </message>
    <message>
        <source>Type the PUK on the card reader.</source>
        <extracomment>The card reader has keys, and the PUK is typed there.</extracomment>
        <translation>Geben Sie die PUK am Kartenleser ein.</translation>
    </message>
    <message>
        <source>Type your new PIN twice on the card reader.</source>
        <extracomment>The card reader has keys, and the new PIN is typed there, twice.</extracomment>
        <translation>Geben Sie Ihre neue PIN zweimal am Kartenleser ein.</translation>
    </message>
    <message>
        <source>Type the 5 digits from the letter on the reader.</source>
        <extracomment>The card reader has keys, and the transport PIN is typed there.</extracomment>
        <translation>Geben Sie die 5 Ziffern aus dem Brief am Kartenleser ein.</translation>
    </message>
    <message>
        <source>Type your PIN on the card reader.</source>
        <extracomment>The card reader has keys, and the PIN as it is now is typed there.</extracomment>
        <translation>Geben Sie Ihre PIN am Kartenleser ein.</translation>
    </message>
    <message>
        <source>They are on the front, at the bottom right. Then press the green key.</source>
        <extracomment>Where the CAN is. The green key is on the card reader.</extracomment>
        <translation>Sie stehen vorn, unten rechts. Dann die grüne Taste.</translation>
    </message>
    <message>
        <source>It has 10 digits and is in the letter. Then press the green key.</source>
        <extracomment>Where the PUK is. The green key is on the card reader.</extracomment>
        <translation>Sie hat 10 Ziffern und steht im Brief. Dann die grüne Taste.</translation>
    </message>
    <message>
        <source>6 digits of your own. Press the green key after each time.</source>
        <extracomment>The green key is on the card reader.</extracomment>
        <translation>6 eigene Ziffern. Nach jedem Mal die grüne Taste.</translation>
    </message>
    <message>
        <source>The letter calls them transport PIN. Then press the green key.</source>
        <extracomment>The green key is on the card reader.</extracomment>
        <translation>Im Brief heißen sie Transport-PIN. Dann die grüne Taste.</translation>
    </message>
    <message>
        <source>Your own PIN with 6 digits. Then press the green key.</source>
        <extracomment>Which PIN is meant. The green key is on the card reader.</extracomment>
        <translation>Ihre eigene PIN mit 6 Ziffern. Dann die grüne Taste.</translation>
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
        <source>The two were not the same. Nothing has changed: please type again.</source>
        <extracomment>The new PIN was typed twice on the card reader, and not the same.</extracomment>
        <translation>Die beiden waren nicht gleich. Nichts hat sich geändert: Bitte noch einmal.</translation>
    </message>
    <message>
        <source>A PIN has exactly 6 digits. Nothing has changed: please type again.</source>
        <extracomment>The new PIN that was typed on the card reader was too short or too long.</extracomment>
        <translation>Eine PIN hat genau 6 Ziffern. Nichts hat sich geändert: Bitte noch einmal.</translation>
    </message>
    <message>
        <source>Those were not the digits on the card. That does not count.</source>
        <extracomment>After a wrong CAN.</extracomment>
        <translation>Das waren nicht die Ziffern auf der Karte. Das zählt nicht.</translation>
    </message>
    <message>
        <source>That was not the PUK. That does not count.</source>
        <extracomment>After a wrong PUK.</extracomment>
        <translation>Das war nicht die PUK. Das zählt nicht.</translation>
    </message>
    <message>
        <source>That was not right. If you chose a PIN before, the letter no longer works.</source>
        <extracomment>After a wrong transport PIN. It works only until the visitor has chosen a PIN.</extracomment>
        <translation>Das war nicht richtig. Haben Sie schon eine eigene PIN, gilt der Brief nicht mehr.</translation>
    </message>
    <message>
        <source>That was not right. After the next wrong one the card wants its 6 digits (CAN).</source>
        <extracomment>After a wrong PIN. CAN is the name of the six digits on the card.</extracomment>
        <translation>Das war nicht richtig. Nach dem nächsten Fehler will die Karte ihre 6 Ziffern (CAN).</translation>
    </message>
    <message>
        <source>One attempt at your PIN is left. Before it, the card wants to see that you hold it.</source>
        <extracomment>The PIN has one attempt left, and before it the card wants its CAN.</extracomment>
        <translation>Sie haben noch einen Versuch. Vorher will die Karte sehen, dass Sie sie in der Hand haben.</translation>
    </message>
    <message>
        <source>Your PIN is blocked. The PUK unblocks it, and it stays the PIN it was.</source>
        <extracomment>After three wrong PINs: what the PUK does.</extracomment>
        <translation>Ihre PIN ist gesperrt. Die PUK entsperrt sie, und sie bleibt, wie sie war.</translation>
    </message>
    <message>
        <source>No birthday, no 123456, no digit six times: others try those first.</source>
        <extracomment>Rules for a good PIN.</extracomment>
        <translation>Kein Geburtstag, kein 123456, keine Ziffer sechsmal: Das probieren andere zuerst.</translation>
    </message>
    <message>
        <source>This is the last attempt. If it is wrong, the PIN is blocked.</source>
        <extracomment>Before the last attempt at a PIN.</extracomment>
        <translation>Das ist der letzte Versuch. Ist sie falsch, ist die PIN gesperrt.</translation>
    </message>
    <message>
        <source>What you type stays in the reader. The terminal does not see it.</source>
        <extracomment>Why a number is typed on the card reader.</extracomment>
        <translation>Was Sie eingeben, bleibt im Kartenleser. Das Terminal sieht es nicht.</translation>
    </message>
    <message>
        <source>To stop, press the red key there or take your card.</source>
        <extracomment>How to stop while the card reader waits for a number. Its cancel key is red.</extracomment>
        <translation>Zum Abbrechen dort die rote Taste drücken oder die Karte nehmen.</translation>
    </message>
</context>
<context>
    <name>TypeOnReader</name>
    <message>
        <source>That PIN was not right. Type it again on the card reader.</source>
        <extracomment>After a wrong PIN; the card reader has keys and asks for it again.</extracomment>
        <translation>Diese PIN war nicht richtig. Geben Sie sie am Kartenleser noch einmal ein.</translation>
    </message>
    <message>
        <source>Type your PIN on the card reader.</source>
        <extracomment>The card reader has keys of its own, and the PIN is typed there.</extracomment>
        <translation>Geben Sie Ihre PIN am Kartenleser ein.</translation>
    </message>
    <message>
        <source>Your own PIN with 6 digits. Then press the green key.</source>
        <extracomment>Below &quot;Type your PIN on the card reader.&quot;: which PIN is meant.</extracomment>
        <translation>Ihre eigene PIN mit 6 Ziffern. Dann die grüne Taste.</translation>
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
            <numerusform>Sie haben einen Versuch</numerusform>
            <numerusform>Sie haben %n Versuche</numerusform>
        </translation>
    </message>
    <message>
        <source>If it is wrong again, the third try needs the 6 digits on the card (CAN).</source>
        <extracomment>Before the second attempt. CAN is the name of the six digits on the card, also in German.</extracomment>
        <translation>Ist sie wieder falsch, braucht der dritte Versuch die 6 Ziffern der Karte (CAN).</translation>
    </message>
    <message>
        <source>Your PIN stays in the reader. The terminal does not see it.</source>
        <extracomment>Why the PIN is typed on the card reader.</extracomment>
        <translation>Ihre PIN bleibt im Kartenleser. Das Terminal sieht sie nicht.</translation>
    </message>
    <message>
        <source>To stop, press the red key there.</source>
        <extracomment>How to stop while the card reader waits for the PIN. Its cancel key is red.</extracomment>
        <translation>Zum Abbrechen drücken Sie dort die rote Taste.</translation>
    </message>
    <message>
        <source>This is the last attempt. If it is wrong, the PIN is blocked.</source>
        <extracomment>Before the last attempt at a PIN; the digits on the card (CAN) were right.</extracomment>
        <translation>Das ist der letzte Versuch. Ist sie falsch, ist die PIN gesperrt.</translation>
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
<context>
    <name>WhoAsks</name>
    <message>
        <source>This terminal keeps none of it.
It is sent only after your PIN.</source>
        <extracomment>Before the visitor agrees.</extracomment>
        <translation>Das Terminal speichert nichts davon.
Gesendet wird erst nach Ihrer PIN.</translation>
    </message>
    <message>
        <source>This is who asks.</source>
        <extracomment>Above what the provider&apos;s certificate says.</extracomment>
        <translation>Das ist die Stelle, die fragt.</translation>
    </message>
    <message>
        <source>May the city read this data from your card?</source>
        <extracomment>Before the PIN: the visitor decides whether the city may read the listed data.</extracomment>
        <translation>Darf die Stadt diese Daten von Ihrer Karte lesen?</translation>
    </message>
    <message>
        <source>So it stands in the certificate of the provider.</source>
        <extracomment>Below &quot;This is who asks.&quot;</extracomment>
        <translation>So steht es im Zertifikat des Anbieters.</translation>
    </message>
    <message>
        <source>Back to the question</source>
        <extracomment>The big button: back from what the certificate says.</extracomment>
        <translation>Zurück zur Frage</translation>
    </message>
    <message>
        <source>Yes, on to the PIN</source>
        <extracomment>The big button: the visitor agrees; the PIN comes next.</extracomment>
        <translation>Ja, weiter zur PIN</translation>
    </message>
    <message>
        <source>No</source>
        <extracomment>The visitor does not want the card to be read. One word.</extracomment>
        <translation>Nein</translation>
    </message>
    <message>
        <source>checked</source>
        <extracomment>Beside the name of the provider: its certificate is genuine. One word.</extracomment>
        <translation>geprüft</translation>
    </message>
    <message>
        <source>This data is needed</source>
        <extracomment>Above the data that cannot be declined.</extracomment>
        <translation>Diese Daten sind nötig</translation>
    </message>
    <message>
        <source>This data is voluntary</source>
        <extracomment>Above the data that the visitor may decline.</extracomment>
        <translation>Diese Daten sind freiwillig</translation>
    </message>
    <message>
        <source>The age check asks: were you born on %1 or earlier?</source>
        <extracomment>About the age check. %1 is a date.</extracomment>
        <translation>Die Altersprüfung fragt: Sind Sie am %1 oder früher geboren?</translation>
    </message>
    <message>
        <source>Code %1</source>
        <extracomment>Identifies this one sign-in. %1 is a number of two digits.</extracomment>
        <translation>Code %1</translation>
    </message>
    <message>
        <source>Provider</source>
        <extracomment>Before the name of the provider that wants to read the card.</extracomment>
        <translation>Anbieter</translation>
    </message>
    <message>
        <source>Certificate issued by</source>
        <extracomment>Before the name of who issued the provider&apos;s certificate.</extracomment>
        <translation>Zertifikat ausgestellt von</translation>
    </message>
    <message>
        <source>Valid until</source>
        <extracomment>Before the last day of the provider&apos;s certificate.</extracomment>
        <translation>Gültig bis</translation>
    </message>
    <message>
        <source>d MMMM yyyy</source>
        <extracomment>How a date is written, with the letters of Qt: d is the day, MMMM the month in words.</extracomment>
        <translation>d. MMMM yyyy</translation>
    </message>
</context>
<context>
    <name>WorldSwitches</name>
    <message>
        <source>Works</source>
        <extracomment>In the sandbox&apos;s window: the printer prints. One short word.</extracomment>
        <translation>Geht</translation>
    </message>
    <message>
        <source>Jam</source>
        <extracomment>In the sandbox&apos;s window: paper is stuck in the printer. One short word.
----------
In the sandbox&apos;s window: paper is stuck in the scanner. One short word.</extracomment>
        <translation>Stau</translation>
    </message>
    <message>
        <source>Empty</source>
        <extracomment>In the sandbox&apos;s window: the printer has no paper. One short word.
----------
In the sandbox&apos;s window: no paper lies on the scanner. One short word.</extracomment>
        <translation>Leer</translation>
    </message>
    <message>
        <source>Off</source>
        <extracomment>In the sandbox&apos;s window: the printer is switched off. One short word.
----------
In the sandbox&apos;s window: the scanner is switched off. One short word.</extracomment>
        <translation>Aus</translation>
    </message>
    <message>
        <source>Bochum-ID answers</source>
        <extracomment>In the sandbox&apos;s window: a switch, &quot;yes&quot; while the city&apos;s server can be reached.</extracomment>
        <translation>Bochum-ID antwortet</translation>
    </message>
    <message>
        <source>The eID server answers</source>
        <extracomment>In the sandbox&apos;s window: a switch, &quot;yes&quot; while the sign-in server can be reached.</extracomment>
        <translation>Der eID-Server antwortet</translation>
    </message>
    <message>
        <source>Printer</source>
        <extracomment>In the sandbox&apos;s window: above four states of the printer.</extracomment>
        <translation>Drucker</translation>
    </message>
    <message>
        <source>A page</source>
        <extracomment>In the sandbox&apos;s window: a sheet lies on the scanner. One short word.</extracomment>
        <translation>Ein Blatt</translation>
    </message>
    <message>
        <source>Scanner</source>
        <extracomment>In the sandbox&apos;s window: above what can lie on the scanner.</extracomment>
        <translation>Scanner</translation>
    </message>
</context>
<context>
    <name>WriteReply</name>
    <message>
        <source>Your answer</source>
        <extracomment>Above the field for an answer to a message.
----------
The label of the field for an answer.</extracomment>
        <translation>Ihre Antwort</translation>
    </message>
    <message>
        <source>It goes to %1.</source>
        <extracomment>Below &quot;Your answer&quot;: %1 is who gets it.</extracomment>
        <translation>Sie geht an: %1</translation>
    </message>
    <message>
        <source>Send the answer</source>
        <extracomment>Sends the answer to a message.</extracomment>
        <translation>Antwort senden</translation>
    </message>
    <message>
        <source>First write your answer.</source>
        <extracomment>On the button that sends an answer, while nothing is written.</extracomment>
        <translation>Schreiben Sie zuerst Ihre Antwort.</translation>
    </message>
</context>
</TS>
