import { foldAccents } from '../understanding/normalise.ts';

/** What steps are made of, under one name each, as people of other languages call them; without accents. */
const spellings: Readonly<Record<string, string>> = {
  copy: 'copia copiar copian copiado copiados copiada copie copies copier copient kopie kopieren kopiert kopierens gekopieerd copiare',
  balance: 'saldo saldos saldi salden solde soldes',
  backup:
    'sicherung datensicherung sauvegarde sauvegardes respaldo respaldar reservekopie salvataggio',
  ledger: 'hauptbuch hauptbuchs hauptbuches grootboek mastro',
  open: 'abre abren abrir abra abrira apertura abertura aberto abierto ouvre ouvrir ouvrez ouvert ouverture offnen offnet geoffnet offnung freigabe opent opening opengaat geopend apre aprire aperto',
  freeze:
    'einfrieren eingefroren sperren gesperrt gel geler congelar congelan congelamento bevriezen',
  compare:
    'vergleich vergleichen abgleich comparer comparaison comparar comparacion comparacao vergelijken confronto',
  total: 'summe summen totaux totales totais totalen totali',
  approve:
    'freigeben genehmigen genehmigung approuver approbation aprobar aprobacion aprovar aprovacao goedkeuren approvare',
  stock:
    'bestand bestande lagerbestand stocks existencias inventario estoque inventaris voorraad giacenze',
  migrate: 'migrieren migrer migrar migreren migrare',
  invoice:
    'rechnung rechnungen facture factures factura facturas fatura faturas factuur facturen fattura fatture',
  bank: 'banque banco banca',
  warehouse: 'lager entrepot almacen armazem magazijn magazzino',
  system: 'systeme sistema systeem altsystem',
  handover: 'ubergabe remise entrega overdracht consegna',
  training: 'schulung formation formacion formacao opleiding formazione',
  rehearsal: 'generalprobe repetition ensayo ensaio repetitie',
};

const named: ReadonlyMap<string, string> = new Map(
  Object.entries(spellings).flatMap(([name, list]) =>
    list.split(' ').map(word => [foldAccents(word), name] as const),
  ),
);

/** Looked for anywhere: Japanese writes no spaces, and "mayor" or "razão" is a ledger only as the book it is. */
const unspaced: readonly (readonly [RegExp, string])[] = [
  [/コピー|複写/u, 'copy'],
  [/移行/u, 'migrate'],
  [/残高/u, 'balance'],
  [/バックアップ/u, 'backup'],
  [/元帳|台帳|libro mayor|livro raz[aã]o/iu, 'ledger'],
  [/開く|開き|開け|オープン|公開/u, 'open'],
  [/凍結/u, 'freeze'],
  [/照合|比較/u, 'compare'],
  [/合計/u, 'total'],
  [/承認/u, 'approve'],
  [/在庫/u, 'stock'],
  [/請求書/u, 'invoice'],
  [/銀行/u, 'bank'],
  [/倉庫/u, 'warehouse'],
];

/** The word under which a step may speak of this; the word itself where it is no such word. */
export function stepWord(word: string): string {
  return named.get(foldAccents(word)) ?? word;
}

/** What is spoken of in a language without spaces. */
export function unspacedStepWords(text: string): string[] {
  return unspaced.flatMap(([spelling, name]) => (spelling.test(text) ? [name] : []));
}
