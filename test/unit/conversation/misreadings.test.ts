import { describe, expect, test } from '@jest/globals';
import { wishByAct } from '../../../src/conversation/words/act-wish.ts';
import { isSpokenToAnother } from '../../../src/conversation/words/aside.ts';
import { readAskedPerson } from '../../../src/conversation/words/asked-person.ts';
import { readConcern } from '../../../src/conversation/words/concern.ts';
import {
  isAnybodyThere,
  readFollowUp,
  readWhen,
} from '../../../src/conversation/words/follow-up.ts';
import { isOnlyForCase, readHumanWish } from '../../../src/conversation/words/human-wish.ts';
import { isPastime, readMood } from '../../../src/conversation/words/mood-words.ts';
import { readOrder } from '../../../src/conversation/words/order-words.ts';
import { mayBeOver } from '../../../src/conversation/words/outcome-words.ts';
import { asksForPresence } from '../../../src/conversation/words/presence-words.ts';
import { withReportedWords } from '../../../src/conversation/words/reported-words.ts';
import { readRequest } from '../../../src/conversation/words/request.ts';
import { readSelfQuestion } from '../../../src/conversation/words/self-question.ts';
import { isAboutRhythm, readWish } from '../../../src/conversation/words/wish-words.ts';
import { asBelieved, withAct } from '../../../src/conversation/words/with-act.ts';
import { withMood } from '../../../src/conversation/words/with-mood.ts';
import { matchSteps } from '../../../src/situation/step-match.ts';
import { readAct } from '../../../src/understanding/acts/read-act.ts';
import type { NamedPerson } from '../../../src/understanding/speech/speech.ts';
import { understand } from '../../../src/understanding/understand.ts';

const grace: NamedPerson = { id: 'grace', name: 'Grace Kim', side: 'theirs' };
const nora: NamedPerson = { id: 'nora', name: 'Nora Whitfield', side: 'ours' };
const night = {
  now: new Date('2026-03-06T19:20:00Z'),
  timeZone: 'Europe/London',
  defaultTime: '09:00',
};

describe('trouble told with a laugh is asked, and worries nobody', () => {
  test.each([
    'the font is wrong lol',
    'a label is broken haha',
    'one icon looks odd, just kidding',
    'mein Etikett ist kaputt haha',
    'una etiqueta rota jaja',
    "l'étiquette est bizarre mdr",
  ])('%s', text => expect(readMood(text)).toBe('unclear'));

  test.each([
    'haha good one',
    'lol nice',
    'jaja muy bien',
    'my chair is broken',
    'unser Aufzug hängt',
  ])('%s is only talk', text => expect([readMood(text), isPastime(text)]).toEqual([null, true]));

  test.each(['the chair of our board is worried', "I'm tired of all these errors"])(
    'not: %s',
    text => expect(readMood(text)).toBe('worried'),
  );
});

describe('trouble one can live with is one thing, and no worry', () => {
  test.each([
    "it's slow but we manage",
    'a bit slow, but we can live with it',
    'some errors, nothing dramatic',
    'Etwas langsam, aber wir kommen klar',
    'un peu lent, mais on se débrouille',
    'va lento, pero vamos tirando',
  ])('%s', text => expect(readMood(text)).toBe('fine'));

  test.each(["it's slow and we cannot manage", "it's broken and not bearable"])('not: %s', text =>
    expect(readMood(text)).toBe('worried'),
  );
});

test.each([
  'tell us if something breaks',
  'write to me if there are problems',
  'No nos dejéis sin avisar si algo falla',
  'Sagt Bescheid, falls etwas kaputt ist',
  'prévenez-nous si une erreur arrive',
])('what may come is not how it goes: %s', text => expect(readMood(text)).toBeNull());

test.each([
  "I've been waiting 40 minutes for an answer!",
  'still no answer',
  'nobody replies',
  'Wir warten schon eine Stunde',
  'llevamos esperando una hora',
])('a long wait is a worry: %s', text => expect(readMood(text)).toBe('worried'));

describe('said to a colleague by name', () => {
  test.each([
    'stop worrying, Grace',
    'Grace, did you feed the meter?',
    'calm down, Grace Kim',
    'Grace: the list please',
    'das ist schlimm, Grace',
  ])('%s', text => expect(isSpokenToAnother(text, [grace])).toBe(true));

  test.each(['Grace takes over from now on', 'ask Grace', 'Grace', 'the list of Grace is wrong'])(
    'not: %s',
    text => expect(isSpokenToAnother(text, [grace])).toBe(false),
  );
});

describe('questions about the clock, in their languages', () => {
  test.each([
    ['when do you ask again?', 'check-in'],
    ['when will you write next?', 'check-in'],
    ['when do I hear from you?', 'check-in'],
    ['Wann fragst du wieder?', 'check-in'],
    ['¿Cuándo vuelves a preguntar?', 'check-in'],
    ['when can our people log in again?', 'finish'],
    ['so when can I tell my people they can start', 'finish'],
    ['¿Cuándo terminan?', 'finish'],
    ['Wanneer zijn jullie klaar?', 'finish'],
    ["C'est fini quand ?", 'finish'],
    ['Ab wann können wir wieder buchen?', 'finish'],
    ['Quanto falta?', 'finish'],
    ['when can we get a call?', null],
    ['when do we start?', null],
  ])('%s', (text, asked) => expect(readWhen(text)).toBe(asked));

  test.each(['¿Todo bien por ahí?', 'Está indo tudo certo?', "Gibt's was Neues?", '順調ですか？'])(
    '%s asks how it stands',
    text => expect(readFollowUp(text)).toBe('status'),
  );

  test('a greeting with a question mark asks whether anybody is there', () => {
    expect(['hello??', 'Hallo?', 'hola?'].every(isAnybodyThere)).toBe(true);
    expect(isAnybodyThere('hello')).toBe(false);
  });
});

describe('what only a person may answer', () => {
  test.each([
    ['anything I need to do tonight?', 'our-part'],
    ['what do I need to do?', 'our-part'],
    ['which numbers should I check on Saturday?', 'our-part'],
    ['what do I tell my staff?', 'our-part'],
    ['do we need to stop posting before the weekend?', 'our-part'],
    ['Müssen wir noch etwas tun?', 'our-part'],
    ['¿Qué tenemos que hacer?', 'our-part'],
    ['skip the backup, we did our own', 'plan'],
    ["forget the last step, we'll do it ourselves", 'plan'],
    ["let's scrap the copy", 'plan'],
    ['we changed our minds about the last step', 'plan'],
    ['please hold off opening until I have spoken to our auditor', 'plan'],
    ['we want to move it by a week', 'plan'],
    ["what if it isn't finished by 6?", 'way-back'],
    ['and if we have to go back, how long would that take', 'way-back'],
    ['Was ist, wenn es nicht klappt?', 'way-back'],
    ['Et si ça ne marche pas ?', 'way-back'],
    ['¿Y si no termina a tiempo?', 'way-back'],
    ['is it alright if the night shift scans meanwhile', 'safety'],
    ['should Grace start testing now', 'our-part'],
    ["can people keep using the old system until you're done", 'our-part'],
    ['can the shop stay open', 'our-part'],
    ['and could my drivers already scan again?', 'our-part'],
    ['can we have an update', null],
    ['could we get fewer messages', null],
    ['can I talk to somebody', null],
    ['can somebody look at the labels, please?', null],
    ['who pays for the extra hours tonight, us or you', 'cost'],
    ['what will this night cost us', 'cost'],
    ['where physically is our backup kept', 'where'],
    ['where did the save button go', 'where'],
    ['where is Nora', null],
    ['where are we now', null],
    ['Wer bezahlt eigentlich die Nachtstunden?', 'cost'],
    ['is this going to be charged extra', 'cost'],
    ['suppose it all goes wrong, how do we get back?', 'way-back'],
    ['is there a phone number I can ring', null],
    ['skip the reminders', null],
    ['why was the step skipped?', null],
  ])('%s', (text, concern) => expect(readConcern(text)).toBe(concern));

  test.each([
    'is Nora still awake?',
    'has Nora gone home',
    'Nora, are you there?',
    'is Nora on holiday?',
    'Ist Nora noch wach?',
    '¿Sigue Nora despierta?',
  ])('whether somebody is there: %s', text =>
    expect(asksForPresence(text, [nora, grace])).toBe(true),
  );

  test.each(['is the ledger still there?', 'Nora is on duty', 'is Grace still awake?'])(
    'not: %s',
    text => expect(asksForPresence(text, [nora, grace])).toBe(false),
  );

  test.each([
    ['what do you do with what I write?', 'memory'],
    ['where does what I type end up', 'memory'],
    ['do you keep all this?', 'memory'],
    ['Was passiert mit dem, was ich schreibe?', 'memory'],
    ['what happens to my messages', 'memory'],
    ["you're just a bot, aren't you", 'what'],
    ['is there a real person behind this', 'what'],
    ['am I talking to a real person or a machine', 'what'],
    ['who else can read along in here?', 'readers'],
    ['what exactly do you people keep on file about me', 'memory'],
    ['please delete the thing I said about my back', 'forget'],
  ])('%s', (text, question) => expect(readSelfQuestion(text)).toBe(question));
});

describe('wishes that were heard as others', () => {
  const at = (time: string) => ({ kind: 'at', at: new Date(time) });
  test.each([
    ['can I turn you off for an hour?', at('2026-03-06T20:20:00Z')],
    ['switch yourself off for two hours', at('2026-03-06T21:20:00Z')],
    ["don't write between 10 and midnight", at('2026-03-07T00:00:00Z')],
    ['no more pings tonight please', at('2026-03-07T09:00:00Z')],
    ['Bitte heute Nacht keine Nachrichten mehr', at('2026-03-07T09:00:00Z')],
    ["quiet please, I'm driving", at('2026-03-06T20:20:00Z')],
    ["stop asking, I'm in a meeting", at('2026-03-06T20:20:00Z')],
    ['please write only in the morning', { kind: 'daily-at', time: '09:00' }],
    ['mornings only please', { kind: 'daily-at', time: '09:00' }],
    ['could you please keep checking in all night', { kind: 'keep' }],
    ["please don't stop, it calms me", { kind: 'keep' }],
  ])('%s', (text, wish) => expect(readWish(text, 'less', night)).toEqual(wish));

  test.each([
    ['every two hours is plenty', 'rhythm'],
    ['once a day is enough', 'rhythm'],
    ['alle zwei Stunden reicht', 'rhythm'],
    ['une fois par jour suffit', 'rhythm'],
    ['cada dos horas basta', 'rhythm'],
    ['bit too chatty for me', 'rhythm'],
    ['remind me at 11 to call the bank', 'advocates'],
    ['erinnert mich bitte daran', 'advocates'],
    ['rappelez-moi de fermer', 'advocates'],
    ['recuérdame cerrar', 'advocates'],
    ['reminder to lock the door please', 'advocates'],
    ['shout when we can log back in', 'advocates'],
    ['let me know as soon as the auditors are here', 'advocates'],
    ['just message me when something changes', 'told-anyway'],
    ["tell me the second the copy's through", 'notice'],
    ["I'd like to hear as soon as the copy is verified", 'notice'],
    ['stop asking Daniel, ask Grace', 'asks-another'],
  ])('%s', (text, kind) => {
    const people = [grace, { ...grace, id: 'daniel', name: 'Daniel Reyes' }];
    expect(readRequest(text, people)?.kind).toBe(kind);
  });

  test.each([
    ['tell me when the first stand-up begins', 'underway'],
    ['let me know when the start-up is done', 'done'],
    ['tell me when the copy starts', 'underway'],
  ])('what a step is called is not what is waited for: %s', (text, when) => {
    expect(readRequest(text)).toEqual({ kind: 'notice', when });
  });

  test.each([
    'no need to check on us every hour',
    'not every hour please',
    'stop asking every hour',
  ])('no more of it: %s', text => expect(isAboutRhythm(text)).toBe(false));

  test.each(['nothing from me, all quiet', 'all quiet here', 'quiet night, everything fine'])(
    'praise is no stop: %s',
    text => expect(withMood({ ...understand(text), intent: 'stop' }, text).intent).toBe('thanks'),
  );
});

describe('calls', () => {
  test.each([
    ['get Nora to phone me around 9pm', 'call-back'],
    ["don't call, I'm in church", 'nobody'],
    ['please do not ring tonight', 'nobody'],
    ['Bitte ruft mich nicht an, schreiben reicht', 'nobody'],
    ['Ruft mich bitte nicht an', 'nobody'],
    ['is there a human I can chat to', 'now'],
    ["don't call it fixed", null],
  ])('%s', (text, wish) => expect(readHumanWish(text, [nora])).toBe(wish));
});

describe('what only sounds like an emergency', () => {
  test.each([
    'please ignore my "everything is down" from earlier',
    'translate "the server is on fire" for a card',
    'EXERCISE: ransomware in the hospital',
    'you people are on fire today, well done',
    'halt the migration bulletins',
    'a competitor got hacked, it was in the news',
  ])('%s', text => expect(understand(text).urgent).toBe(false));

  test.each(['this is not a drill: ransomware on our servers', 'our server is on fire'])(
    'but: %s',
    text => expect(understand(text).urgent).toBe(true),
  );

  test('Italian that nothing opens is one', () => {
    expect(understand('Siete lì? Non si apre niente').urgent).toBe(true);
  });
});

test.each([
  'who carried too much last week?',
  'who had the most pages last week?',
  'which of us got too many nights?',
  'who was called too many nights?',
  'who took the load last week?',
])('one of the vendor asks who carried much: %s', text =>
  expect(readOrder(text)?.name).toBe('pages'),
);

describe('only words of how often we write change how often we write', () => {
  test.each([
    'please let Nora sleep',
    'give the poor woman a break',
    'what a night, poor you',
    'lasst Nora bitte schlafen',
    'il faut que ça cesse avec ce bruit de serveur',
  ])('%s changes nothing', text => expect(readWish(text, 'less', night)?.kind).not.toBe('less'));

  test.each([
    ['once every four hours will do', '4h'],
    ['every two hours is plenty', '2h'],
    ['every three hours is enough', '4h'],
    ['only once an hour, please', '1h'],
    ['no more than every two hours', '2h'],
    ['at most hourly', '1h'],
    ['nur einmal pro Stunde bitte', '1h'],
    ['seulement une fois par heure', '1h'],
    ['just every half hour please', '30m'],
    ['alle vier Stunden reicht', '4h'],
    ['toutes les deux heures, ça suffit', '2h'],
    ['cada cuatro horas basta', '4h'],
    ['a cada duas horas chega', '2h'],
  ])('%s: never more often than that', (text, atLeast) =>
    expect(readWish(text, 'less', night)).toEqual({ kind: 'less', atLeast }),
  );

  test.each([
    'not tonight please',
    'Bitte erst morgen wieder schreiben',
    'heute Nacht nicht mehr bitte',
    'pas ce soir, merci',
    'esta noche no, gracias',
  ])('%s: not before the morning', text => {
    const wish = readWish(text, 'more', night);
    expect(wish?.kind === 'at' && wish.at.toISOString()).toBe('2026-03-07T09:00:00.000Z');
  });
});

test.each([
  'time stamps in your messages are an hour off on my phone',
  'your messages come in upside down',
  'more of the labels came out blank',
])('%s leans neither to more nor to less, and changes nothing', text =>
  expect(readWish(text, null, night)).toBeNull(),
);

test.each([
  ['frag mich erst nach neun wieder', '21:00'],
  ['ask me after nine', '21:00'],
  ['ask me again after ten', '22:00'],
  ['frag mich nach zehn nochmal', '22:00'],
])('%s: not before that hour', (text, time) => {
  const wish = readWish(text, null, { ...night, now: new Date('2026-03-06T19:20:00Z') });
  expect(wish?.kind === 'at' && wish.at.toISOString()).toBe(`2026-03-06T${time}:00.000Z`);
});

test.each([
  "please stop writing to us tonight, we'll shout if we need you",
  'I will tell you if it gets worse',
  'wir werden uns melden, wenn etwas ist',
])('%s wishes for no word of ours', text => expect(readRequest(text)).toBeNull());

test('who wishes for a word is told of trouble', () =>
  expect(readRequest('tell us if something goes wrong')).toEqual({ kind: 'told-anyway' }));

test.each(['バックアップは問題なさそうです', '問題なさそうです'])('%s is no worry', text =>
  expect(readMood(text)).toBe('good'),
);

describe('who says that nobody is to be called is not heard as content, and wakes nobody', () => {
  test.each([
    'please let Nora sleep',
    'lasst sie schlafen',
    'laissez Nora dormir',
    "Ne m'appelez pas, merci",
    'bitte nicht anrufen',
    'no me llamen por favor',
    'não me liguem, por favor',
    '電話しないでください',
  ])('%s', text => expect(readHumanWish(text, [nora])).toBe('nobody'));

  test.each(['let me sleep', 'did you promise to ring us?', "don't let me down"])('not: %s', text =>
    expect(readHumanWish(text, [nora])).toBeNull(),
  );
});

describe('who waits and asks whether anybody comes hears how far we are', () => {
  test.each([
    'anyone coming?',
    'is somebody on their way?',
    'kommt jemand?',
    "quelqu'un arrive ?",
    '¿viene alguien?',
    'vem alguém?',
    'Geht da keiner ran??',
    'who exactly are you calling',
    'does nobody pick up?',
    'personne ne répond ?',
  ])('%s', text => expect(isAnybodyThere(text)).toBe(true));

  test('"is anyone coming to lunch on Friday with the new colleagues?" is another question', () =>
    expect(isAnybodyThere('is anyone coming to lunch on Friday with the new colleagues?')).toBe(
      false,
    ));
});

describe('short questions that were taken for a greeting', () => {
  test.each([
    ['will you be finished by morning', 'finish'],
    ['will it be done by six?', 'finish'],
    ['will this be over by Monday', 'finish'],
  ])('%s', (text, when) => expect(readWhen(text)).toBe(when));

  test.each([
    ['do I talk to a machine', 'what'],
    ['am I writing to a person or a program', 'what'],
    ['please erase what I said', 'forget'],
  ])('%s', (text, question) => expect(readSelfQuestion(text)).toBe(question));

  test.each(['can we open later than planned', 'could we go live later'])('%s', text =>
    expect(readConcern(text)).toBe('plan'),
  );
});

describe('a good word beside something else says nothing good', () => {
  test.each([
    [
      'oh brilliant, the whole order desk is frozen again, just what I wanted on a Friday',
      'worried',
    ],
    ['oh great, the tills are down', 'worried'],
    ['ok and Hull has just gone the same way, so that is two sites now', null],
    ['Never mind what I said about being quiet, do keep writing', null],
    ["ok i'll wait", null],
    ['is anything going on right now or is it quiet till next week', null],
    [
      "never been calmer, says the man on his seventh espresso. no honestly I'm scared stiff",
      'worried',
    ],
    ['well the lorries leave at eight and Peter waits for the notes', null],
    ['our finance chap writes "all quiet here, totals look lovely so far"', 'good'],
    ['im good thanks, cup of tea in hand', 'good'],
    ['Läuft alles rund bei uns, merci', 'good'],
  ])('%s', (text, mood) => expect(readMood(text)).toBe(mood));
});

describe('what is denied is not over', () => {
  test('nor is what is asked: "how long till Leeds can post again do we think"', () =>
    expect(mayBeOver('how long till Leeds can post again do we think')).toBe(false));

  test.each([
    'nothing loads any more',
    'nobody gets in any longer',
    'nichts lädt mehr',
    'plus rien ne charge',
  ])('%s', text => expect(mayBeOver(text)).toBe(false));

  test.each([
    'no more errors',
    'it works, no need to come',
    "we don't see it any more, all good",
    'keine Fehler mehr',
    'we are back up',
  ])('%s may be', text => expect(mayBeOver(text)).toBe(true));
});

describe('a slip of the hand worries nobody', () => {
  test.each([
    'wrong channel, sorry',
    'oops, wrong chat',
    'falscher Kanal, sorry',
    'mauvais canal, pardon',
  ])('%s', text => expect(readMood(text)).toBeNull());

  test.each(['the wrong numbers are in the ledger', 'wrong totals everywhere'])('not: %s', text =>
    expect(readMood(text)).toBe('worried'),
  );
});

test('"what are you doing right now" asks for the work, and not what we are', () =>
  expect(readSelfQuestion('so what are you doing right now')).toBeNull());

test.each(['yep looks right', 'looks correct to me'])('%s is a good answer', text =>
  expect(readMood(text)).toBe('good'),
);

test.each(['is Nora around', 'is Nora available?'])('%s asks whether she is there', text =>
  expect(asksForPresence(text, [nora])).toBe(true),
);

describe('an errand for somebody by name is for them, whatever it is about', () => {
  test.each([
    'please pass on to Nora that the slides were the wrong version',
    'tell Nora that the label is broken, no hurry',
    'For Nora: the three approvers we gave you are out of date, Sam left',
    'I want to be told before you open the new ledger, not after',
  ])('%s', text => expect(readRequest(text, [nora, grace])?.kind).toBe('advocates'));
});

describe('somebody who wants to talk at a time of theirs is called back', () => {
  test.each([
    "can we speak tomorrow after ten? there's a thing about the month end",
    'Would Nora have ten minutes for me on the phone tomorrow around noon?',
    'call me at half eight please',
  ])('%s', text => expect(readHumanWish(text, [nora, grace])).toBe('call-back'));
});

describe('somebody who wants nobody called is offered nobody', () => {
  test('a case that has not come calls nobody yet', () => {
    const text = "we'd only need somebody if the trucks can't be loaded at five";
    expect([readHumanWish(text, [nora]), isOnlyForCase(text)]).toEqual([null, true]);
    expect(isOnlyForCase('we need somebody if you can')).toBe(false);
  });

  test.each([
    "they'd logged into the training copy. sorted, sorry, no call needed",
    "one label printer is a bit slow. don't ring people for this, just noting it",
    'the logo is the old one, please dont wake anyone for that',
    "laissez dormir Nora, ce n'est qu'un détail d'affichage",
    'Muss heute Nacht niemand für mich aufstehen, der Drucker hat Zeit',
  ])('%s', text => expect(readHumanWish(text, [nora, grace])).toBe('nobody'));
});

describe('"how I am" has no hour in it, and "half eight" has one', () => {
  test.each([
    ['stop asking me how I am, please. really.', { kind: 'stop' }],
    ['dont stop the updates, I do read them, I just never answer', { kind: 'keep' }],
    ['ask me again at half eight', { kind: 'at', at: new Date('2026-03-06T20:30:00Z') }],
  ])('%s', (text, wish) => expect(readWish(text, 'less', night)).toEqual(wish));
});

test('"Grace can you ring the Leeds lot" is said to Grace, without a comma', () => {
  expect(
    isSpokenToAnother('Grace can you ring the Leeds lot and tell them to keep calm', [grace]),
  ).toBe(true);
  expect(isSpokenToAnother('Grace where did you put the key', [grace])).toBe(true);
  expect(isSpokenToAnother("no worries Grace, I'll get the milk", [grace])).toBe(true);
  expect(isSpokenToAnother('Grace can post again', [grace])).toBe(false);
});

describe('what somebody else reports is told, and what we are quoted with is not', () => {
  test('"none of the tills open"', () => {
    const text = 'Got this from our shop manager: "none of the tills open, 20 people are waiting"';
    expect(understand(withReportedWords(text)).intent).toBe('help');
    expect(withReportedWords('why did you write "none of the tills open"?')).toContain('"none');
  });
});

test('who is back is asked, and not who went', () =>
  expect(
    readAskedPerson("dont ask Grace any more, she's gone home ill. I'm back", [grace]),
  ).toEqual({ kind: 'speaker' }));

test('what others were struck by, in the paper, wakes nobody', () =>
  expect(understand('read in the paper a hospital got hacked today, awful').urgent).toBe(false));

test('who takes over from Grace is asked, and not Grace', () =>
  expect(readAskedPerson("I'm taking over again from Grace, so ask me", [grace])).toEqual({
    kind: 'speaker',
  }));

describe('a step is meant by its own words', () => {
  const steps = ['Back up the old system', 'Copy the balances', 'Open the new ledger'];

  test.each([
    ["give me a shout when the copying's through", [1]],
    ['once everything is copied', [1]],
    ['is the backup done', [0]],
    ['did you back up yet', [0]],
    ["my wife wants to know when she gets me back. What time's this finished?", []],
    ['when do I get my people back', []],
  ])('%s', (text, meant) => expect(matchSteps(text, steps)).toEqual(meant));

  const ofTheNight = ['Back up the old system', 'Copy the balances', 'Open the new ledger'];
  test.each([
    ['¿A qué hora se abre el libro mayor nuevo?', [2]],
    ['Wann werden die Salden kopiert?', [1]],
    ['Avisa-me quando a cópia dos saldos acabar', [1]],
    ['Quand ouvre le grand livre ?', [2]],
    ['Is de reservekopie klaar?', [0]],
    ['quando apre il libro mastro', [2]],
    ['残高のコピーはいつ終わりますか', [1]],
    ['Wann kommt der Kaffee?', []],
  ])('a step is the same in any language: %s', (text, meant) =>
    expect(matchSteps(text, ofTheNight)).toEqual(meant),
  );

  test('an English question finds a step that a German plan names', () =>
    expect(
      matchSteps('when are the balances copied', ['Altsystem sichern', 'Salden kopieren']),
    ).toEqual([1]));
});

describe('what a message does is weighed against what it sounds like', () => {
  const heard = (text: string) => {
    const sounded = withMood(understand(text), text);
    const act = asBelieved(readAct(text), sounded, text);
    return { act, meant: withAct(sounded, act, text) };
  };

  test("nothing's on fire, nobody's crying: what is no worry is not answered as one", () => {
    const { meant } = heard("Nothing's on fire, nobody's crying, spreadsheet ties");
    expect(meant.intent === 'worried' && meant.confidence > 0).toBe(false);
  });

  test('"looks like it\'s sorted itself" is no new trouble', () =>
    expect(
      heard("Leeds have just posted one and it went through. Looks like it's sorted itself").meant
        .intent,
    ).toBe('resolved'));

  test('"oh brilliant, question marks where the stock levels were" is trouble, whatever is praised', () =>
    expect(
      heard(
        "Oh brilliant, Sheffield's warehouse screen is showing question marks where the stock levels used to be. Love that for us.",
      ).meant.intent,
    ).toBe('help'));

  test.each([
    'nice work so far! pity nobody can log in',
    "Great job on the backup, really smooth. Only thing is Dublin's customers have all disappeared",
    'Lovely, backup done. Hull just rang: nobody there can log in',
    'Gute Arbeit bisher, aber in Leeds kann sich niemand mehr anmelden',
    "Merci pour la sauvegarde, mais plus personne n'arrive à se connecter à Hull",
  ])('an emergency that is told in passing is one: %s', text =>
    expect(heard(text).meant.urgent).toBe(true),
  );

  test.each([
    'nice work so far! pity about the weather',
    'Great job on the backup. Only thing is Dublin would like a copy of the plan',
    'The rehearsal crashed last month, but the rerun was spotless',
    'Thanks for the update. Is there anything I should tell the warehouse?',
  ])('what is none is none, whatever stands beside it: %s', text =>
    expect(heard(text).meant.urgent).toBe(false),
  );

  test('what asks of the plan in one way or another is as sure as the ways together', () =>
    expect(
      heard('And what time would we be opening the ledger on the night').act.confidence,
    ).toBeGreaterThan(0.9));
});

test.each([
  "I'd like somebody to glance at the totals when they've time",
  'can someone ring me whenever they get a minute',
  'I want a person to look at it, no rush',
])('%s is for when it suits', text => expect(readHumanWish(text)).toBe('call-back'));

test.each(['no more messages until the night itself please', 'nothing before the big day please'])(
  '%s names a night that only the plan knows',
  text => expect(readWish(text, null, night)?.kind).not.toBe('at'),
);

test.each([
  "One message an hour, no more, my phone's on 12 percent",
  'bin the hourly nagging, a weekly summary is all I want once we are live',
])('%s sets no hour', text => {
  const read = readWish(text, null, night);
  expect(wishByAct(readAct(text), { read, text, reading: night })?.kind).not.toBe('at');
});
