/** What somebody wants of us in one thread. */
export type Hush = 'quiet' | 'speak';

const aThread =
  '(?:this|the|our|diesem|dem|diesen|den|ce|cette|este|esta|neste|nesta|この) ?(?:thread|fil|discussion|conversation|hilo|conversación|conversa|tópico|スレッド)';

const quiet = new RegExp(
  `(?:\\b(?:quiet|silent|silence|mute|hush|stay out|don't (?:answer|reply|write|speak|talk)|do not (?:answer|reply|write|speak|talk)|no (?:answers|replies)|ruhig|ruhe|still|stumm|schweig\\w*|silence|silencieux|muet|silencio|callad\\w|silêncio|calad\\w|quieto)\\b[^.?!]{0,30}${aThread})|${aThread}[^。]{0,12}(?:静か|黙|ミュート)|^🔇$`,
  'iu',
);

const again = '(?:again|wieder|à nouveau|de nouveau|de nuevo|de novo)';
const speak = new RegExp(
  `\\bunmute\\b|${aThread}[^.?!]{0,20}\\b${again}|\\b${again}\\b[^.?!]{0,20}${aThread}|\\b(?:don't|do not|no need to) (?:be |stay |keep )?(?:quiet|silent)\\b|\\b(?:speak|talk|answer|reply) here again\\b|また${aThread}|^🔊$`,
  'iu',
);

/** "Quiet in this thread, please", "you can speak in this thread again"; null when it is about something else. */
export function readHush(text: string): Hush | null {
  const said = text.trim().replaceAll('’', "'");
  if (/\?\s*$/.test(said)) return null;
  if (speak.test(said)) return 'speak';
  return quiet.test(said) ? 'quiet' : null;
}
