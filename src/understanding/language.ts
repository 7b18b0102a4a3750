import type { Token } from './normalise.ts';

/** The languages Handrail reads; anything else is `unknown`, and a human is offered. */
export const languages = ['en', 'de', 'fr', 'es', 'pt', 'ja'] as const;

export type Language = (typeof languages)[number];

/** Read as far as an emergency, a call for a human, a question how it stands, thanks and "stop" go; answered in English. */
export const partLanguages = ['it', 'nl'] as const;

export type ReadLanguage = Language | (typeof partLanguages)[number];

/** Which language a message is in, and how clearly. */
export interface Detected {
  readonly language: Language | 'unknown';
  /** From 0 (a guess) to 1 (beyond doubt). */
  readonly certainty: number;
}

/**
 * Small words that tell a language. Those below the line are not read here: they are listed so that an
 * Italian message is known to be none of ours instead of being taken for Spanish.
 */
const smallWords: Readonly<Record<string, string>> = {
  en: 'the a an and or is are was were be been am i you he she we they it this that these those my your our their his her me us them to of in on at for with from by as not no do does did have has had can could will would should may what when where who how why which there here if but so up out about all any some just now please thanks hello get got need want still after before since than then too very more hi hey ok okay yes stop send know let how everything nobody anyone everyone someone something nothing down working done ready call team help anything today tomorrow yesterday again good great nice',
  de: 'der die das den dem des ein eine einen einem einer und oder ist sind war waren bin bist sein ich du er sie wir ihr es mich mir dich dir uns euch mein meine dein unser unsere euer nicht kein keine keinen nichts niemand zu zum zur von vom in im an am auf aus bei beim mit nach fur fuer uber ueber unter vor seit bis durch wegen als wie was wann wo wer wen wem wieso warum welche welcher welches wenn weil dass ob aber doch noch schon auch nur so sehr mehr bitte danke hallo kann konnen koennen konnte muss mussen soll sollen sollte will wollen wird werden wurde wurden hat haben habe hatte gibt geht ging lauft laeuft jetzt hier da dann heute morgen gestern alles alle jemand etwas man mal ja nein guten tag moin servus wieder immer sofort gerade gut super prima stand tut mache macht machen bekommen sich hab nix gerne ihnen ihre',
  fr: 'le la les un une des du de d l et ou est sont etait etaient suis es etre je tu il elle on nous vous ils elles me te se mon ma mes ton ta ses notre nos votre vos leur leurs ne pas n plus rien personne jamais aucun aucune a au aux dans en sur sous avec sans pour par chez vers depuis pendant avant apres entre que qu qui quoi quand ou comment pourquoi quel quelle quels quelles si mais donc car ni or aussi tres trop bien mal oui non merci bonjour bonsoir salut svp peut peux pouvez pouvons pourrait doit devons faut fait faire va vais vont ai as avons avez ont avait ce cet cette ces c j y est-ce tout toute tous toutes quelqu maintenant ici encore deja toujours hier demain aujourd hui serait etes sommes marche soir matin faudrait voulez veux voudrais juste ca',
  es: 'el la los las un una unos unas y o es son era eran soy eres ser esta estan estamos estoy estaba yo tu usted ustedes nosotros ellos ella me te se nos mi mis su sus nuestro nuestra nuestros no nada nadie nunca ningun ninguna a al de del en con sin por para sobre entre desde hasta que quien quienes cuando donde como cual cuales cuanto cuanta cuantos si pero porque pues tambien muy mas menos ya aun todavia hoy ayer manana ahora aqui ahi gracias hola buenos buenas dias tardes noches por favor puede puedes pueden podemos podria puedo hay ha han hemos he habia tiene tenemos tengo tienen va vamos van voy hace hacer todo toda todos todas alguien algo esto este eso esa ese lo le les cada otra otro vez bien mal genial vale necesito necesitamos quiero queremos sigue funciona',
  pt: 'o a os as um uma uns umas e ou sao era eram sou ser esta estao estamos estou estava eu tu voce voces nos eles ela me te se meu minha meus nosso nossa nossos seu sua nao nada ninguem nunca nenhum nenhuma ao aos do da dos das no na nos nas em com sem por para pelo pela sobre entre desde ate que quem quando onde como qual quais quanto quantos se mas porque pois tambem muito mais menos ja ainda hoje ontem amanha agora aqui ai obrigado obrigada ola oi bom boa dia tarde noite favor pode podem podemos poderia posso ha tem temos tenho tinha vai vamos vao vou faz fazer tudo toda todos todas alguem algo isto isso este esse essa lhe cada outra outro vez bem mal preciso precisamos quero queremos continua funciona valeu foi esta pra pro ta gente consegue conseguimos consigo ficou depois',
  it: 'il lo gli i di che non per una sono della delle degli nel nella con anche piu questo questa perche cosa come dove quando grazie ciao buongiorno siamo abbiamo ho ha hanno nessuno niente tutto tutti ancora adesso subito puo posso possiamo dobbiamo fatto stato molto bene della del dei alla alle sul sulla dal dalla ma se mi ci vi è funziona sistema',
  nl: 'de het een en van ik je jij hij zij wij jullie niet geen dat dit die op met voor naar bij uit aan als maar ook nog wel al zijn ben bent was waren heeft hebben heb kan kunnen moet wordt worden waar wanneer wie wat hoe waarom dank bedankt hallo goedemorgen nu hier iemand niemand alles niets ons onze mijn jouw graag alstublieft werkt ligt',
  sv: 'och att det som en ett ar inte jag du vi ni han hon de den pa av med for till fran har hade kan ska skulle vill vad nar var vem hur varfor tack hej god nu har alla ingen inget ocksa men eller om fungerar',
  da: 'og at det som en et er ikke jeg du vi han hun de den pa af med for til fra har havde kan skal vil hvad hvornar hvor hvem hvordan hvorfor tak hej nu her alle ingen intet ogsa men eller om virker ikke hva nar noen vaere jeg',
  pl: 'i w na z do nie jest sa to ze sie jak co kiedy gdzie kto dlaczego czy ale lub oraz dla po przez przy od jestem mamy mam nam nas was pan pani prosze dziekuje dzien dobry teraz tutaj wszystko nikt nic ktos juz jeszcze bardzo moze mozna system dziala',
  cs: 'a v na z do ne je jsou to ze se jak co kdy kde kdo proc ale nebo pro po jsem mame mam nam prosim dekuji dobry den ted tady vsechno nikdo nic uz jeste velmi muze system nefunguje',
  tr: 've bir bu su o da de icin ile ne nasil neden kim nerede zaman degil var yok mi mu ben sen biz siz onlar cok daha ama veya tesekkur tesekkurler merhaba lutfen simdi hersey kimse sistem calismiyor',
  fi: 'ja on ei se etta mika miten missa kuka miksi mutta tai kun jos niin myos olen olemme ovat meidan teidan kiitos hei nyt taalla kaikki kukaan mitaan jarjestelma toimi toimii',
  ro: 'si este sunt nu la in cu pe de pentru ca sa ce cand unde cine cum dar sau noi voi ei ne va multumesc buna acum aici toate nimeni nimic sistemul functioneaza',
  hu: 'a az es nem van hogy mi mikor hol ki hogyan miert de vagy mert ha is meg csak most itt minden senki semmi koszonom szia jo rendszer mukodik',
  vi: 'la va cua khong co nhung cho voi trong duoc cac mot nay do toi ban chung ta gi khi nao dau ai tai sao cam on xin chao bay gio he thong',
  id: 'dan yang di ke dari untuk dengan tidak ada ini itu saya anda kami kita apa kapan dimana siapa bagaimana kenapa terima kasih halo sekarang semua sudah belum bisa sistem',
};

/** Ends of words that lean to a language. */
const endings: readonly (readonly [RegExp, Language])[] = [
  [/(?:ung|keit|heit|lich|isch|ieren|iert|eren|tet|igen)$/, 'de'],
  [/(?:eur|euse|aux|eux|ement|ions|ez|ant|ique)$/, 'fr'],
  [/(?:cion|ciones|dad|ando|iendo|amos|emos)$/, 'es'],
  [/(?:cao|coes|dade|ando|endo|indo|amos|nh[ao]s?|lh[ao]s?)$/, 'pt'],
  [/(?:ing|tion|ness|ed|ly|ght)$/, 'en'],
];

/** Letters, before their accents are taken, that lean to a language. */
const letters: readonly (readonly [RegExp, Language])[] = [
  [/[ßäöü]/iu, 'de'],
  [/[çèêëîïûùœàâé]/iu, 'fr'],
  [/[ñ¿¡]/iu, 'es'],
  [/[óíúáé]/iu, 'es'],
  [/[ãõ]/iu, 'pt'],
  [/[çáéíóúâêô]/iu, 'pt'],
];

const weights = weighSmallWords();

/** A word in three lists tells a third as much as one that stands in one. */
function weighSmallWords(): ReadonlyMap<string, ReadonlyMap<string, number>> {
  const owners = new Map<string, Set<string>>();
  for (const [language, list] of Object.entries(smallWords)) {
    for (const word of list.split(' ')) {
      owners.set(word, (owners.get(word) ?? new Set()).add(language));
    }
  }
  return new Map(
    [...owners].map(([word, set]) => [word, new Map([...set].map(each => [each, 1 / set.size]))]),
  );
}

/** Tells the language from small words, ends of words, letters and scripts; `hints` adds what else speaks for one. */
export function detectLanguage(
  text: string,
  tokens: readonly Token[],
  hints: ReadonlyMap<Language, number> = new Map(),
): Detected {
  const script = scriptOf(text);
  if (script) return script;
  const scores = new Map<string, number>(hints);
  const add = (language: string, amount: number) =>
    scores.set(language, (scores.get(language) ?? 0) + amount);
  for (const { word } of tokens) {
    for (const [language, weight] of weights.get(word) ?? []) add(language, weight);
    if (word.length < 5) continue;
    for (const [ending, language] of endings) if (ending.test(word)) add(language, 0.2);
  }
  for (const [pattern, language] of letters) if (pattern.test(text)) add(language, 0.5);
  return decided(scores, tokens);
}

function scriptOf(text: string): Detected | null {
  const sample = text.slice(0, 400);
  const count = (pattern: RegExp) => sample.match(pattern)?.length ?? 0;
  const all = count(/\p{L}/gu);
  if (all === 0) return null;
  const kana = count(/[\p{Script=Hiragana}\p{Script=Katakana}]/gu);
  const han = count(/\p{Script=Han}/gu);
  if ((kana > 0 && kana + han > all * 0.25) || (han > 0 && han <= 4 && han + kana === all)) {
    return { language: 'ja', certainty: kana > 0 ? 1 : 0.5 };
  }
  const latin = count(/\p{Script=Latin}/gu);
  return latin < all * 0.5 ? { language: 'unknown', certainty: 1 } : null;
}

function decided(scores: ReadonlyMap<string, number>, tokens: readonly Token[]): Detected {
  const [first, second] = [...scores].sort(([, a], [, b]) => b - a);
  if (!first || first[1] === 0)
    return { language: tokens.length > 3 ? 'unknown' : 'en', certainty: 0 };
  const [best, score] = first;
  const lead = score - (second?.[1] ?? 0);
  const certainty = Math.min(1, lead / Math.max(1.5, score));
  const language = languages.find(each => each === best);
  if (!language) return { language: lead > 0.7 ? 'unknown' : nearestOf(scores), certainty };
  return { language, certainty };
}

/** The likeliest of the languages we read. */
function nearestOf(scores: ReadonlyMap<string, number>): Language {
  const scored = languages.map(each => [each, scores.get(each) ?? 0] as const);
  return scored.reduce((best, each) => (each[1] > best[1] ? each : best))[0];
}
