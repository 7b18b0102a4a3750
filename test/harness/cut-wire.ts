import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';

/** The wire between a process and its database. */
export interface Wire {
  /** The database's address at the far end of the wire. */
  readonly url: string;
  /** From now on nothing gets through, and nobody is told: what is written disappears, in both directions. */
  cut(): void;
  /** New connections get through. Those that were cut never speak again, as behind a router that forgot them. */
  mend(): void;
  close(): void;
}

/** Puts a wire in front of a PostgreSQL at this address, on a free port of 127.0.0.1. */
export async function openWire(url: string): Promise<Wire> {
  const { hostname, port } = new URL(url);
  const ends = new Set<Socket>();
  const lost = new WeakSet<Socket>();
  let isCut = false;
  const server = createServer(near => {
    const far = connect({ host: hostname, port: Number(port) });
    for (const [from, to] of [
      [near, far],
      [far, near],
    ] as const) {
      ends.add(from);
      from.on('data', bytes => void (isCut || lost.has(from) || to.write(bytes)));
      from.on('error', () => {});
      from.on('close', () => {
        ends.delete(from);
        if (!isCut && !lost.has(from)) to.destroy();
      });
    }
    if (isCut) for (const end of [near, far]) lost.add(end);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const through = new URL(url);
  through.port = String(typeof address === 'object' ? address?.port : '');
  return {
    url: through.href,
    cut() {
      isCut = true;
      for (const end of ends) lost.add(end);
    },
    mend() {
      isCut = false;
    },
    close() {
      for (const end of ends) end.destroy();
      server.close();
    },
  };
}
