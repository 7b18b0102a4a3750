import { openTestPostgres, type TestPostgres } from './postgres.ts';

/** What one statement made the server look at. */
export interface Explained {
  readonly sql: string;
  /** Pages of eight kilobytes, of tables and indexes. */
  readonly pages: number;
  /** Rows that were read, also those that were not wanted. */
  readonly rows: number;
}

export interface ExplainedPostgres extends TestPostgres {
  /** What the statements that ran while `work` was done looked at. */
  during(work: () => Promise<unknown>): Promise<Explained[]>;
}

/** A PostgreSQL that tells of every statement what it really read (its own auto_explain). */
export async function openExplainedPostgres(): Promise<ExplainedPostgres> {
  let log = '';
  const server = await openTestPostgres({
    settings: [
      'shared_preload_libraries=auto_explain',
      'auto_explain.log_min_duration=0',
      'auto_explain.log_analyze=on',
      'auto_explain.log_buffers=on',
      'auto_explain.log_timing=off',
      'auto_explain.log_format=json',
      'shared_buffers=1GB',
    ],
    onLog: text => {
      log += text;
    },
  });
  return {
    ...server,
    async during(work) {
      log = '';
      await work();
      // The server writes its log before it answers, and the pipe is read in order.
      await new Promise(resolve => setImmediate(resolve));
      return plansIn(log);
    },
  };
}

interface Node {
  readonly 'Node Type': string;
  readonly 'Actual Rows'?: number;
  readonly 'Actual Loops'?: number;
  readonly 'Rows Removed by Filter'?: number;
  readonly 'Rows Removed by Index Recheck'?: number;
  readonly 'Shared Hit Blocks'?: number;
  readonly 'Shared Read Blocks'?: number;
  readonly Plans?: readonly Node[];
}

const beginning = /LOG: {2}duration: [\d.]+ ms {2}plan:\n/;

function plansIn(log: string): Explained[] {
  const entries = log.split(beginning).slice(1);
  return entries.map(entry => {
    const json = /^(?:\t.*\n?)+/.exec(entry)?.[0] ?? '';
    const told: { 'Query Text': string; Plan: Node } = JSON.parse(json);
    const { Plan: plan } = told;
    const pages = (plan['Shared Hit Blocks'] ?? 0) + (plan['Shared Read Blocks'] ?? 0);
    return { sql: told['Query Text'].replace(/\s+/g, ' '), pages, rows: rowsIn(plan) };
  });
}

function rowsIn(node: Node): number {
  const each =
    (node['Actual Rows'] ?? 0) +
    (node['Rows Removed by Filter'] ?? 0) +
    (node['Rows Removed by Index Recheck'] ?? 0);
  const own = node['Node Type'].includes('Scan') ? each * (node['Actual Loops'] ?? 0) : 0;
  return (node.Plans ?? []).reduce((sum, inner) => sum + rowsIn(inner), own);
}
