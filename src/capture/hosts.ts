/**
 * Which hosts may be asked: those whose every address is public, and those that were allowed by name. Names are looked
 * up when the connection is made and the answer of that look-up is what is connected to, so that no second answer can differ.
 */
import type { LookupFunction } from 'node:net';
import { isAddress, isPublicAddress } from './addresses.ts';
import { CaptureRefusal } from './refusal.ts';
import type { World } from './world.ts';

export class Hosts {
  readonly #allowed: ReadonlySet<string>;
  readonly #world: World;

  /** `allowed`: "localhost", "10.0.0.7:8080"; without a port all of a host's are meant. */
  constructor(allowed: readonly string[], world: World) {
    this.#allowed = new Set(allowed.map((host) => host.toLowerCase()));
    this.#world = world;
  }

  /** Throws for links that are not fetched at all, before anything is asked. */
  check(url: URL): void {
    if (url.protocol !== 'http:' && url.protocol !== 'https:') {
      throw new CaptureRefusal(
        'capture/link-refused',
        `Links of ${url.protocol} are not fetched, only http: and https:.`,
      );
    }
    if (url.username || url.password) {
      throw new CaptureRefusal(
        'capture/link-refused',
        'The link holds a user name or password; take them out.',
      );
    }
    if (isAddress(url.hostname) && !isPublicAddress(url.hostname) && !this.isAllowed(url)) {
      throw closed(url, url.hostname);
    }
  }

  isAllowed(url: URL): boolean {
    const port = url.port || (url.protocol === 'https:' ? '443' : '80');
    return this.#allowed.has(url.hostname) || this.#allowed.has(`${url.hostname}:${port}`);
  }

  /** For `node:http`: gives the addresses of the URL's host, or a refusal as its error. */
  lookupFor(url: URL): LookupFunction {
    return (hostname, options, callback) => {
      this.#addressesOf(url, hostname).then(
        (addresses) => {
          if (options.all) callback(null, [...addresses]);
          else callback(null, addresses[0]!.address, addresses[0]!.family);
        },
        (error: NodeJS.ErrnoException) => callback(error, ''),
      );
    };
  }

  async #addressesOf(url: URL, hostname: string) {
    const addresses = await this.#world.lookup(hostname);
    if (addresses.length === 0) throw Object.assign(new Error('no address'), { code: 'ENOTFOUND' });
    const inner = addresses.find(({ address }) => !isPublicAddress(address));
    if (inner && !this.isAllowed(url)) throw closed(url, inner.address);
    return addresses;
  }
}

function closed(url: URL, address: string): CaptureRefusal {
  const message = `${url.hostname} stands at ${address}, which is no public address; if it is yours and you mean it, give --allow-host ${url.host}.`;
  return new CaptureRefusal('capture/address-refused', message);
}
