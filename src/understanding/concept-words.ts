import type { Intent } from './understand.ts';

/** Phrases that speak for an intent, with their weight. `*` ends a stem; `_` stands for one or two words. */
export const intentCues: Readonly<
  Record<Exclude<Intent, 'other'>, readonly (readonly [number, string])[]>
> = {
  status: [
    [
      3,
      'what is happening|what happened|where are we|how is _ going|how far|on track|any news|any update*|progress|status|still running|situation|where do we stand|going on|so far|state of|latest|give me an update|has _ finished|is _ complete|is _ ready|did _ work|did _ pass|did everything go|been fixed|ticket resolved|are we still on schedule|migrated',
    ],
    [
      2,
      'is it up|is it done|did _ finish*|is _ finished|are we live|what about|how long until it is done|eta|right now|overnight|since yesterday|how is it',
    ],
  ],
  next: [
    [
      3,
      'what is next|what comes|next step*|what happens next|when is|when does|when do|when will|agenda|timeline|schedule|the plan|what is planned|coming up|what date|at what time|what happens after',
    ],
    [2, 'prepare|launch day|what do you need|what should we do now|planned'],
  ],
  who: [
    [
      3,
      'who|whom|whose|hotline|how do i reach|how can i reach|number for|contact details|escalation path|phone number|email of|name of the|which person',
    ],
  ],
  help: [
    [
      4,
      'get me someone|get someone|get a person|get a human|get a person|i need help|need a human|call me|call us|take over|step in|help me|help us|talk to a person|talk to someone|speak to a|speak with a|a real person|somebody has to|roll back now',
    ],
    [
      3,
      'error*|fail*|broken|crash*|does not work|not working|cannot|unable|help|stuck|how do i|where can i|missing|looks odd|assistance|freezes|frozen|urgent*|slow|talk to your|someone from support|how can i import|explain how|manual for|takes longer|not reachable|typo|cut off|unavailable|halted|critical incident|stopped',
    ],
    [2, 'wrong|blocked|problem*|issue*|down|outage|lost|bug*|locked|empty'],
  ],
  worried: [
    [
      3,
      'worr*|nervous|afraid|scare*|scary|anxious|anxiety|concern*|losing sleep|uneasy|stress*|panic*|fear*|doubt*|uncomfortable|not sure this|not sure it|risk feels|feel ready|catastrophe|tense|freaking',
    ],
  ],
  thanks: [
    [
      3,
      'thank*|great work|good work|good job|well done|excellent|perfect|happy with|smoothly|all good|all is well|all well|brilliant|fantastic|appreciate*|glad|impressed|going well|looks good|lovely|great job|works fine|confident|helpful|looks great|love it|satisfied|relaxed|trust the team|the best|everything works|good here',
    ],
  ],
  stop: [
    [
      4,
      'stop calling|stop asking|stop sending|stop writing|stop checking|stop the check|you can stop|fewer|less often|unsubscribe|mute|snooze|pause|opt out|too many|disable|quiet please|no more check|not contact|not ask|not before|not need to ask|less messages|only when something|no check in*|leave me alone|not message|not write|not check in|turn off|remove me|is enough|be silent|not want these|reduce|only contact me|annoying me with',
    ],
    [2, 'less|stop|later'],
  ],
  more: [
    [
      4,
      'keep me posted|keep us posted|more often|let me know when|let us know when|let me know as soon|ping me|remind me|notify me|alert me|tell me when|inform me|hourly updates|check in daily|every morning|every day at|daily please|ask me at|include my|sign me up|add me|keep them coming|more updates|resume|frequency|every hour|more messages|check in every|ask me every|update me|keep me informed|twice a day|if anything changes|daily summary|back on|a reminder|check ins again|regular reports|drop me a line|check on us',
    ],
    [2, 'more'],
  ],
  complaint: [
    [
      4,
      'disappoint*|unacceptable|badly|annoy*|frustrat*|ridiculous|terrible|awful|unprepared|never told|waste of|useless|nobody answers|not happy|unhappy|poor|sloppy|fed up|a joke|bad service|rude|incompetent|nobody informed|complain|wasted|nobody listen*|disaster|paying too much|mistake|regret|hate|seriously|stupid',
    ],
  ],
  billing: [
    [
      4,
      'invoice*|bill|billed|billing|charge*|payment*|credit note*|vat|refund*|paid|purchase order|credit card|pay|fees|account statement',
    ],
  ],
  planning: [
    [
      4,
      'should we|would you recommend|do you recommend|do you suggest|which version|roadmap|architecture|strategy|is it better|how many rehearsal*|freeze window|how would you|how can we reduce|deprecat*|sizing|best time to|how do we plan|how big should|good sequence|make sense|best practice*|run in parallel|how do we prepare',
    ],
  ],
  purchase: [
    [
      4,
      'buy|licen*|seats|quote*|price|prices|pricing|purchase|renewal*|trial|discount*|add on*|edition|rates|premium|cost|costs|upgrade our plan|package|renew|which hardware|add ten|subscription|offer for|worth the money|tier|do you sell|more tablets|buying',
    ],
  ],
  commitment: [
    [
      5,
      'promise*|you said|you agreed|commitment*|you committed|you owe|agreed to|owe us|agreed|was due|you wanted to|deadline*|our agreement|you told me|assured|overdue|contract says|supposed to|guaranteed',
    ],
  ],
  resolved: [
    [
      5,
      'stand down|false alarm|that fixed|is fixed|back up|works again|working again|it works now|is resolved|all clear|sorted now|solved|is over now|running again|we are back',
    ],
  ],
  smalltalk: [
    [
      2,
      'hello|hi|hey|good morning|good evening|good night|goodbye|bye|ok|okay|got it|will do|who are you|what can you do|are you a bot|are you human|nice weekend|your weekend|joke|alright|haha|nice weather|great day|i see|happy birthday|talk to you soon|see you|help me with',
    ],
  ],
};

/** Happening now, in live operation, to many or to something that must not stop. */
export const urgentCues =
  'everything is down|is down|are down|went down|server is offline|production down|outage|nobody can|no one can|nobody is able|cannot work|all users|whole site|whole company|data loss|data is gone|lost data|lost all|leaked|breach|hacked|wrong orders|orders go out wrong|orders are wrong|cannot ship|cannot pay|payroll stopped|production stopped|stop it now|roll back now|abort now|go live is failing|being sent to all|right now stop it|this minute|at once|immediately|emergency|get me a human now|get someone now|call me now|asap|patient*|wrong invoices are|completely stopped|nothing works|for anyone|all orders are blocked|is unavailable|line has halted|entire plant|on call engineer|critical incident';

/** Serious words that alone are not sure enough: a human is offered. */
export const offerCues =
  'urgent*|broken|crash*|down|offline|lost|gone|wrong|stopped|fail*|error*|stuck|cannot|problem*|help|data|not working|does not work';

/** What makes serious words harmless: drills, tests, the past, the hypothetical, the negated. */
export const harmlessCues =
  'not urgent|nothing is down|nothing down|no need|drill|rehearsal|training|staging|test system|sandbox|uat|if _ goes down|if the|what if|in case|last week|last month|yesterday|would i escalate|would we escalate|was down|when you can|no rush|was fixed|false alarm|stand down|works again|back up|is over|how would|how do|only contact|migrated';

export const negativeCues =
  'error*|fail*|broken|down|wrong|worr*|nervous|afraid|scare*|anxious|concern*|disappoint*|unacceptable|badly|annoy*|frustrat*|terrible|awful|never told|losing sleep|problem with|odd|lost|stuck|cannot|outage|still waiting|unhappy|not happy|stress*|unprepared|offline|fed up|crash*';

export const positiveCues =
  'thank you so|thanks a lot|thanks for|thank you for|thank you very|great|excellent|perfect|happy|smoothly|all good|all is well|brilliant|fantastic|appreciate*|glad|impressed|good work|good job|well done|lovely|thank you you can';
