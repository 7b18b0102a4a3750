/**
 * What turns of phrase do in a conversation, whatever the language. What a message is about is learned
 * (`concepts/`); what it answers, wants and refuses is decided on these, by rules that can be read.
 */
export const ideaMeanings = {
  // Whole answers to something we asked
  yes: '"Yes, please do."',
  no: '"No, thanks."',
  // Parts of an answer
  good: 'Words that praise how it goes.',
  bad: 'Words that tell of trouble or fear.',
  short: 'Less than good: "could be better", "not really".',
  unsure: '"Let me check", "I think so".',
  works: 'The trouble is over: "fixed", "that did it".',
  returned: '"It came back."',
  same: '"Still the same."',
  sorry: '"Unfortunately", "I am afraid": what follows is a no.',
  thanks: 'Thanks.',
  laugh: '"Haha", "just kidding": what is told with it is not told in earnest.',
  bearable: '"But we manage": the trouble before it is one they can live with.',
  pastime: 'The weather, the traffic, the coffee: trouble with them is none of ours.',
  greeting: '"Good morning", "good question": what stands in it praises nothing.',
  negation: 'Turns what it reaches into its opposite.',
  deny: '"I would not say": turns all that follows into its opposite.',
  // Calling somebody
  person: 'Somebody, a human, one of the people who help.',
  robot: 'A bot, a machine: what some would rather not talk to.',
  chief: 'Your manager, your boss.',
  fetch: 'Get, send, wake, put on.',
  speak: 'Talk to, on the phone with.',
  ringMe: '"Call me."',
  ring: 'To call by phone.',
  wake: 'What one does to people at night: call, page, wake.',
  want: 'Need, want, would like.',
  enough: '"Enough of", "stop the".',
  now: 'At once.',
  noNeed: '"No need", "no reason".',
  later: '"Some time", "no rush", "not now".',
  // What takes a call back, or puts it off
  told: 'Somebody promised or told it.',
  condition: 'If, when, as soon as.',
  askWord: 'Who, how, when, what: at the beginning they ask.',
  // Wishes
  tellMe: '"Let me know", "ping me".',
  goesWrong: '"Something goes wrong."',
  over: 'Done, finished, through.',
  begins: 'Starts, begins.',
  remindMe: '"Remind me to call the bank": of something of their own.',
  askSomebody: '"Ask", "check with": whom we are to ask.',
  takesOver: '"Takes over", "has it from here".',
  away: '"Is out", "off to bed".',
  instead: '"From now on", "instead".',
  include: '"Add", "invite".',
  boss: '"My boss", "our CFO": somebody of theirs.',
  report: 'A report, a summary.',
  weekly: 'Once a week.',
  hourly: 'Every hour, or more often still.',
  less: '"Less", "so much".',
  stop: '"Stop", "no more".',
  messages: 'What we send: messages, check-ins, questions.',
  // What must reach a person
  seenIt: '"My ticket", "know about this": whether somebody has it.',
  safe: 'Safe, secure, to be trusted.',
  data: 'Data, records, figures, what must not be lost.',
  mayWe: '"Can we already", "is it safe to".',
  weCan: '"As soon as we can post again".',
  lost: 'Lost, gone, deleted.',
  possible: '"Could we", "we would like": what is asked for.',
  shift: 'Move, postpone, bring forward.',
  shiftIt: '"Move it": what, everybody knows.',
  project: 'The change and its steps.',
  whatIf: '"What if", at the beginning of a question.',
  fallback: 'Rollback, plan B, the way back.',
  ourPart: '"What do I need to do?", "what do I tell my people?"',
  dropStep: '"Skip the", "scrap the": a step of the plan is to be left out.',
  isThat: '"Is that a problem?", "is this normal?".',
  // About ourselves
  areYouBot: '"Are you a bot?"',
  whoReads: '"Who reads this?"',
  aboutMe: '"What do you know about me?"',
  forgetMe: '"Delete my data."',
  // Whoever was woken
  nod: '"OK", "roger".',
  takeIt: '"I have it", "looking", "on my way".',
  passOn: '"Pass on", "next please", "not me".',
  cannot: '"I can\'t", "busy", "on holiday".',
  // Questions
  presence: '"Still awake", "on duty", "gone home": asked of one of our people.',
  whenOver: '"When are you done?", "when can our people log in again?"',
  askAgain: '"When do you ask again?"',
  anybody: '"Does anybody know".',
  andThen: '"And then?", alone.',
  whoAlone: '"Who?", alone.',
  stillAlone: '"Still?", alone.',
  howIsIt: '"How does it look?"',
  // What must not wait
  halt: '"Stop the copy", "hold everything": the work itself is to stop.',
  alarm: '"Fire!", said alone.',
  breach: 'Somebody got in who should not, or something got out.',
  standstill: 'Everything stands still.',
  // What is left out of an answer
  besides: '"All fine except the printer".',
} as const;

export type Idea = keyof typeof ideaMeanings;

/** One language's words for the ideas; `concepts/english.ts` says how a table is written. */
export type SpeechTable = Readonly<Record<Idea, string>>;
