import { contract, foreignWords } from './labelled/case.ts';
import { judgeRequests } from './labelled/judge-requests.ts';
import { proveRules } from './labelled/prove-rules.ts';
import { writeRequests, zone } from './labelled/write-requests.ts';

const labelled = writeRequests();
const ordinary = {
  timeZone: zone,
  businessHours: { days: [1, 2, 3, 4, 5], from: '09:00', until: '17:00', holidays: ['2026-07-03'] },
};

const judge = (customerId: string, includedMinutes: number) =>
  judgeRequests(
    labelled.filter(({ work }) => work.customerId === customerId),
    {
      contract: { ...contract, includedMinutes },
      ordinary,
      elsewhere: [],
      names: new Map(),
      foreign: foreignWords,
    },
  );

const verdicts = [...judge('northwind', 0), ...judge('orla', 600)];

proveRules(verdicts);
