/** Whole sentences that take a yes back: a word of them inside another sentence takes nothing back. */
const refusals: readonly RegExp[] = [
  /^(?:do not|don't|no longer|stop) (?:use|using|name|naming|give|giving|list|listing) (?:me|us|my name|our name) as (?:a |your )?references?$/,
  /^(?:we|i) (?:do not|don't|no longer) (?:want|wish) to be (?:a |your |used as a |named as a )?references?$/,
  /^(?:you )?(?:can|may|should) (?:no longer|not) (?:name|mention|quote|use) (?:us|me)(?: as (?:a |your )?references?)?$/,
  /^(?:do not|don't|stop) (?:name|naming|mention|mentioning|quote|quoting) (?:us|me)(?: (?:to others|to other customers|to anybody|to anyone))?$/,
  /^take (?:us|me) off (?:your|the) (?:list of )?references?(?: list)?$/,
  /^(?:wir|ich) (?:(?:wollen|möchten|will|möchte) )?(?:(?:ihre|eure|deine) )?keine referenz(?: mehr)?(?: sein)?$/,
  /^(?:wir|ich) (?:sind|bin) (?:ab sofort |ab jetzt )?keine referenz mehr$/,
  /^(?:nennt|nennen sie|nenne) (?:uns|mich) (?:bitte )?(?:nicht mehr|nicht länger) als referenz$/,
  /^(?:nous ne voulons|je ne veux|nous ne souhaitons|je ne souhaite) plus (?:être une|servir de|être votre) référence$/,
  /^ne (?:nous|me) (?:citez|nommez|donnez) plus (?:comme|en) référence$/,
  /^ya no (?:queremos|quiero) (?:ser|servir de) (?:una |su |vuestra )?referencia$/,
  /^ya no (?:nos|me) (?:usen|use|uses|uséis|nombren|pongan) como referencia$/,
  /^(?:já )?não (?:queremos|quero) (?:mais )?ser (?:uma |vossa |sua )?referência$/,
  /^(?:já )?não (?:nos|me) (?:usem|use|citem|indiquem) (?:mais )?como referência$/,
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
