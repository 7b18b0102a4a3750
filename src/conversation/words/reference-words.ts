/** Whole sentences that take a yes back: a word of them inside another sentence takes nothing back. */
const refusals: readonly RegExp[] = [
  /^(?:do not|don't|no longer|stop) (?:use|using|name|naming|give|giving|list|listing) (?:me|us|my name|our name) as (?:a |your )?references?$/,
  /^(?:we|i) (?:do not|don't|no longer) (?:want|wish) to be (?:a |your |used as a |named as a )?references?$/,
  /^(?:you )?(?:can|may|should) (?:no longer|not) (?:name|mention|quote|use) (?:us|me)(?: as (?:a |your )?references?)?$/,
  /^(?:do not|don't|stop) (?:name|naming|mention|mentioning|quote|quoting) (?:us|me)(?: (?:to others|to other customers|to anybody|to anyone))?$/,
  /^take (?:us|me) off (?:your|the) (?:list of )?references?(?: list)?$/,
  /\bkeine? referenz\b|\bplus (?:de|une) référence\b|\bya no\b.*\breferencia\b|\bnão\b.*\breferência\b/,
];

/** "You can no longer name us", "please don't use me as a reference any more". */
export function isReferenceRefused(text: string): boolean {
  const sentences = text
    .toLowerCase()
    .replaceAll('’', "'")
    .split(/[.!?\n]+/);
  return sentences.map(bareOf).some(said => refusals.some(refusal => refusal.test(said)));
}

function bareOf(sentence: string): string {
  return sentence
    .trim()
    .replace(/^(?:please|sorry|and|but|so),? /, '')
    .replace(/,? (?:any ?more|any longer|from now on|please)$/, '')
    .trim();
}
