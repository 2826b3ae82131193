/** One request and its answer over a connection of its own: no redirects, no retries, and an end to all patience. */
import { type ClientRequest, type IncomingMessage, request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import type { Socket } from 'node:net';
import type { Hosts } from './hosts.ts';
import type { Limits } from './limits.ts';
import { CaptureRefusal } from './refusal.ts';
import { ACCEPTED_ENCODINGS, tooLarge, unpack } from './unpack.ts';

export interface Answer {
  readonly status: number;
  /** Names in small letters; several values of one name are joined by a comma. */
  readonly headers: Readonly<Record<string, string>>;
  /** Unpacked. */
  readonly bytes: Uint8Array;
  readonly remoteAddress: string;
}

/** Gives the answer, whatever its status. Throws a `CaptureRefusal` where there is none. */
export async function exchange(
  url: URL,
  headers: Readonly<Record<string, string>>,
  hosts: Hosts,
  limits: Limits,
  signal?: AbortSignal,
): Promise<Answer> {
  hosts.check(url);
  if (signal?.aborted) throw stopped();
  const send = url.protocol === 'https:' ? requestHttps : requestHttp;
  const request = send(url, {
    agent: false,
    lookup: hosts.lookupFor(url),
    headers: { 'accept-encoding': ACCEPTED_ENCODINGS, ...headers },
    ...(signal ? { signal } : {}),
  });
  const patience = new Patience(request, url, limits);
  try {
    const response = await responseOf(request, patience);
    const remoteAddress = response.socket.remoteAddress ?? '';
    const packed = await bodyOf(response, limits.maxBytes, patience);
    const plain = Object.fromEntries(
      Object.entries(response.headersDistinct).map(([name, values]) => [name, (values ?? []).join(', ')]),
    );
    const bytes = await unpack(packed, plain['content-encoding'] ?? '', limits.maxBytes);
    return { status: response.statusCode!, headers: plain, bytes, remoteAddress };
  } catch (cause) {
    throw refusalOf(patience.lost ?? cause, url, signal);
  } finally {
    patience.end();
    request.destroy();
  }
}

/** Watches the clock over a request and breaks it off; says in `lost` why. */
class Patience {
  lost: CaptureRefusal | undefined;
  readonly #request: ClientRequest;
  readonly #host: string;
  readonly #limits: Limits;
  readonly #total: NodeJS.Timeout;
  #step: NodeJS.Timeout;

  constructor(request: ClientRequest, url: URL, limits: Limits) {
    this.#request = request;
    this.#host = url.host;
    this.#limits = limits;
    this.#total = setTimeout(() => this.#lose(`was not done within ${limits.totalMs} ms`), limits.totalMs);
    this.#step = setTimeout(
      () => this.#lose(`took no connection within ${limits.connectMs} ms`),
      limits.connectMs,
    );
    request.once('socket', (socket: Socket) =>
      socket.once(url.protocol === 'https:' ? 'secureConnect' : 'connect', () => this.renew()),
    );
  }

  /** Something came. */
  renew(): void {
    const { idleMs } = this.#limits;
    clearTimeout(this.#step);
    this.#step = setTimeout(() => this.#lose(`sent nothing for ${idleMs} ms`), idleMs);
  }

  end(): void {
    clearTimeout(this.#step);
    clearTimeout(this.#total);
  }

  #lose(what: string): void {
    this.lost = new CaptureRefusal('capture/timed-out', `${this.#host} ${what}.`, { isPassing: true });
    this.#request.destroy(this.lost);
  }
}

function responseOf(request: ClientRequest, patience: Patience): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    request.once('response', (response) => {
      patience.renew();
      resolve(response);
    });
    // stays after the answer has begun, for what breaks then has been told to the answer's reader
    request.on('error', reject);
    request.end();
  });
}

async function bodyOf(response: IncomingMessage, maxBytes: number, patience: Patience): Promise<Uint8Array> {
  if (Number(response.headers['content-length']) > maxBytes) throw tooLarge(maxBytes);
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response) {
    patience.renew();
    size += (chunk as Uint8Array).length;
    if (size > maxBytes) throw tooLarge(maxBytes);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function refusalOf(cause: unknown, url: URL, signal: AbortSignal | undefined): CaptureRefusal {
  if (cause instanceof CaptureRefusal) return cause;
  if (signal?.aborted) return stopped();
  const { code, message } = cause as NodeJS.ErrnoException;
  const isUnknown = code === 'ENOTFOUND';
  const what = isUnknown ? `There is no host ${url.hostname}` : `${url.host} gave no answer: ${message}`;
  return new CaptureRefusal('capture/unreachable', `${what}.`, { isPassing: true, cause });
}

function stopped(): CaptureRefusal {
  return new CaptureRefusal('capture/stopped', 'It was stopped before it was fetched.');
}
