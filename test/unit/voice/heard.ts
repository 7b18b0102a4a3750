/** What customers say, gathered as people would gather it. */
export const heard: Readonly<Record<string, readonly string[]>> = {
  reports: [
    'The month-end report takes an hour to open',
    'month end reports are far too slow',
    'Why does the month-end report still take ages?',
    'we waited 50 minutes for the month-end reports again',
  ],
  phone: [
    'nobody answers the phone on Friday afternoons',
    'I tried your phone line three times on Friday, nobody picked up',
    'your hotline is never answered on a Friday',
  ],
  invoices: [
    'The invoice was wrong again, two items twice',
    'our invoices are never right, always duplicate items',
    'again wrong invoices, this is the third month',
  ],
  rechnungen: [
    'die Rechnungen sind schon wieder falsch',
    'In der Rechnung stehen falsche Posten',
    'Schon die dritte Rechnung, die falsch ist',
  ],
  training: [
    'We got no training for the new screens',
    'my people never had a training on the new screens',
    'the training was far too short for the new users',
    'Nobody trained our night shift',
  ],
  passwords: [
    'I have to reset my password every week',
    'password resets every week are a pain',
    'the password expires every Monday, annoying',
  ],
  notice: [
    'you changed the export without telling us',
    'we were not told that the export changes',
    'Nobody told us about the change of the export format',
  ],
  labels: [
    'the label printer in packing stops every day',
    'labels do not print in packing again',
    'Packing cannot print labels since Tuesday',
  ],
  search: [
    'the search finds nothing when I type an umlaut',
    'search does not find customers with umlauts',
  ],
  meetings: [
    'the weekly meeting is a waste of time',
    'too many meetings, half of the weekly one is not about us',
  ],
  drivers: [
    'the app on the phone logs me out all the time',
    'drivers are logged out of the app during their tour',
    'the driver app keeps logging out',
  ],
  credits: [
    'we wait six weeks for a credit note',
    'the credit note for January has still not come',
    'credit notes take forever',
  ],
  stock: [
    'stock figures in the Leeds warehouse are wrong',
    'The Leeds stock does not match what is on the shelves',
  ],
};
