/** A server on this machine that does what a test tells it, and a world with a clock of its own. */
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { World } from '../../src/capture/world.ts';

type Handler = (request: IncomingMessage, response: ServerResponse) => void;

export interface TestServer extends AsyncDisposable {
  readonly port: number;
  /** Paths that were asked for, in order. */
  readonly asked: string[];
  readonly pages: Map<string, Handler>;
  /** The link of a page, at a host whose name leads here. */
  at(path: string, host?: string): string;
}

/** Pages that are not given are 404, robots.txt among them. */
export async function serve(pages: Readonly<Record<string, Handler | string>>): Promise<TestServer> {
  const handlers = new Map(
    Object.entries(pages).map(([path, page]) => [path, typeof page === 'string' ? sends(page) : page]),
  );
  const asked: string[] = [];
  const server = createServer({ keepAlive: false }, (request, response) => {
    asked.push(request.url!);
    response.on('error', () => {});
    const handler = handlers.get(request.url!);
    if (handler) handler(request, response);
    else response.writeHead(404).end('nothing here');
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    port,
    asked,
    pages: handlers,
    at: (path, host = 'morrow.example') => `http://${host}:${port}${path}`,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

export const sends =
  (body: string | Uint8Array, headers: Record<string, string> = {}, status = 200): Handler =>
  (_request, response) => {
    response.writeHead(status, { 'content-type': 'text/html; charset=utf-8', ...headers }).end(body);
  };

export const leadsTo =
  (location: string, status = 302): Handler =>
  (_request, response) => {
    response.writeHead(status, { location }).end();
  };

export interface TestWorld extends World {
  /** Waits that were asked for, in milliseconds; none of them takes any time. */
  readonly waits: number[];
  readonly names: Map<string, string[]>;
}

/** Names under .example lead to this machine; others where `names` says. */
export function testWorld(names: Readonly<Record<string, string[]>> = {}): TestWorld {
  let now = Date.parse('2025-03-10T12:00:00.000Z');
  const waits: number[] = [];
  const known = new Map(Object.entries(names));
  return {
    waits,
    names: known,
    now: () => now,
    async sleep(ms) {
      waits.push(ms);
      now += ms;
    },
    random: () => 0.5,
    async lookup(hostname) {
      const addresses = known.get(hostname) ?? (hostname.endsWith('.example') ? ['127.0.0.1'] : []);
      return addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }));
    },
  };
}
