import type { Phrases } from './phrase.ts';

/** What somebody's bill says. What was done stands in the words it was told in. */
export const billPhrases: Phrases = {
  'Nothing is approved for your bill of {0} so far.': {
    de: 'Für Ihre Rechnung {0} ist bisher nichts freigegeben.',
    fr: "Rien n'est encore validé pour votre facture de {0}.",
    es: 'Hasta ahora no hay nada aprobado para su factura de {0}.',
    pt: 'Até agora nada foi aprovado para sua fatura de {0}.',
    ja: '{0} のご請求には、まだ承認されたものがありません。',
  },
  'On your bill of {0} so far:': {
    de: 'Auf Ihrer Rechnung {0} bisher:',
    fr: "Sur votre facture de {0} jusqu'ici :",
    es: 'En su factura de {0} hasta ahora:',
    pt: 'Na sua fatura de {0} até agora:',
    ja: '{0} のご請求（現時点）:',
  },
  '{0} {1}, {2} min: no charge': {
    de: '{0} {1}, {2} min: ohne Berechnung',
    fr: '{0} {1}, {2} min : sans frais',
    es: '{0} {1}, {2} min: sin cargo',
    pt: '{0} {1}, {2} min: sem custo',
    ja: '{0} {1}、{2} 分: 無料',
  },
  '{0} {1}, {2} min: {3}': {
    de: '{0} {1}, {2} min: {3}',
    fr: '{0} {1}, {2} min : {3}',
    es: '{0} {1}, {2} min: {3}',
    pt: '{0} {1}, {2} min: {3}',
    ja: '{0} {1}、{2} 分: {3}',
  },
  '{0} {1}, {2} min': {
    de: '{0} {1}, {2} min',
    fr: '{0} {1}, {2} min',
    es: '{0} {1}, {2} min',
    pt: '{0} {1}, {2} min',
    ja: '{0} {1}、{2} 分',
  },
  '… and {0} more lines.': {
    de: '… und {0} weitere Zeilen.',
    fr: '… et {0} lignes de plus.',
    es: '… y {0} líneas más.',
    pt: '… e mais {0} linhas.',
    ja: '… ほか {0} 行。',
  },
  'Together: {0}.': {
    de: 'Zusammen: {0}.',
    fr: 'Total : {0}.',
    es: 'En total: {0}.',
    pt: 'Total: {0}.',
    ja: '合計: {0}。',
  },
};
