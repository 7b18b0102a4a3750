/** `okay` is a nod: it agrees, and to "how is it going?" it says that all is well, which "yes" does not. */
export type BareWord =
  | 'yes'
  | 'okay'
  | 'no'
  | 'later'
  | 'done'
  | 'not-yet'
  | 'good'
  | 'fine'
  | 'worried';

/** How each is said, without capitals, accents and marks: English, German, French, Spanish, Portuguese, Japanese. */
export const spellings: Readonly<Record<BareWord, string>> = {
  yes: `
    yes, y, yes please, yep, yeah, sure, please, please do, do it, go ahead, apply, yes it did, it did, that's fine, that is fine, fine by me,
    ja, ja bitte, jo, jawohl, bitte, klar, gerne, ja gerne, mach das, macht das, unbedingt,
    oui, oui merci, oui s'il vous plait, oui svp, ouais, volontiers, bien sur, allez y,
    si, si por favor, si gracias, claro, claro que si, por favor, adelante, dale,
    sim, sim por favor, sim obrigado, sim obrigada, pode, pode sim, por favor sim, com certeza, isso,
    はい, はいお願いします, お願いします, ええ, うん, ぜひ, そうしてください`,
  okay: `
    ok, okay, k, 👍, ✅, 👌,
    in ordnung, passt, alles klar, geht klar, einverstanden, d'accord, ca marche, entendu, vale, de acuerdo, esta bien, listo,
    beleza, blz, ta bom, combinado, 了解, 了解です, わかりました, 承知しました, オッケー`,
  no: `
    no, n, nope, no thanks, no thank you, cancel, not really, still broken, no still broken, it didn't, keep it, keep daily, keep it daily, 👎, ❌,
    nein, nein danke, ne, nee, nicht notig, lieber nicht, immer noch kaputt, abbrechen,
    non, non merci, pas la peine, pas besoin, toujours en panne, annuler,
    no gracias, no hace falta, sigue sin funcionar, cancelar,
    nao, nao obrigado, nao obrigada, nao precisa, ainda nao, continua quebrado,
    いいえ, いえ, いや, 結構です, いりません, 不要です, まだです, まだ直っていません`,
  later: `
    later, not now, it can wait, can wait, tomorrow, wait,
    spater, jetzt nicht, nicht jetzt, kann warten, das kann warten, hat zeit, morgen,
    plus tard, pas maintenant, ca peut attendre, demain,
    mas tarde, luego, ahora no, puede esperar, manana,
    depois, mais tarde, agora nao, pode esperar, amanha,
    後で, あとで, 後にして, 今はいい, また後で, 明日`,
  done: `
    done, it's done, it is done, that's done, that is done, all done, done on our side, finished, completed, confirmed, i confirm, we confirm,
    approved, i approve, we approve, i approve it, i approve this, yes i approve, yes approved, signed off, i sign off, we sign off,
    erledigt, fertig, ist erledigt, bestatigt, ich bestatige, freigegeben, ich gebe frei, wir geben frei, genehmigt,
    fait, c'est fait, termine, valide, je valide, approuve, j'approuve, nous approuvons,
    hecho, ya esta hecho, terminado, confirmado, aprobado, lo apruebo, apruebo,
    feito, esta feito, pronto, concluido, aprovado, aprovo, eu aprovo,
    完了しました, 終わりました, 承認します, 承認しました, 確認しました`,
  'not-yet': `
    not yet, not done yet, not approved yet, not ready yet, not quite, almost, nearly,
    noch nicht, fast, fast fertig, pas encore, presque, todavia no, aun no, casi, ainda nao terminamos, quase, まだ終わっていません, もう少しです`,
  good: `
    good, all good, all well, great, all is well, all fine, everything is fine, all ok, perfect, no problems, 🙂, 😀, 😊,
    gut, alles gut, alles bestens, bestens, alles in ordnung, alles ok, super, prima, perfekt, keine probleme, lauft, lauft alles,
    bien, tout va bien, tout est bon, tres bien, nickel, parfait, super bien, aucun probleme, tout roule,
    todo bien, muy bien, todo perfecto, todo en orden, perfecto, genial, sin problemas,
    bem, tudo bem, tudo certo, tudo ok, muito bem, otimo, perfeito, sem problemas, tudo tranquilo,
    順調です, 順調, 大丈夫です, 問題ありません, 問題なし, 問題ないです, 良好です, 良いです, いい感じです, ばっちりです`,
  fine: `
    fine, fine one thing, so so, okay-ish, not bad, 😐,
    geht so, geht schon, so la la, ganz ok, nicht schlecht, naja,
    ca va, comme ci comme ca, pas mal, bof, moyen,
    mas o menos, regular, ahi vamos, no esta mal,
    mais ou menos, assim assim, vai indo, nada mal,
    まあまあです, まあまあ, ぼちぼちです, 一つだけ`,
  worried: `
    worried, bad, not good, nervous, concerned, 😟, 😰, 😨, 🙁, 😞,
    besorgt, schlecht, nicht gut, nervos, beunruhigt, gar nicht gut,
    inquiet, inquiete, mal, pas bien, nerveux, nerveuse, ca va mal,
    preocupado, preocupada, nervioso, nerviosa, muy mal, nada bien,
    preocupada com isso, nervoso, nervosa, ruim, pessimo, nada bem,
    心配です, 心配, 不安です, 不安, 悪いです, よくないです, 良くないです`,
};
