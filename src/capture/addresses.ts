/**
 * Is an address one of the open internet's? A link in somebody's feed must not make this machine ask its neighbours:
 * loopback, private and link-local networks, cloud metadata. The ranges are IANA's special-purpose registries for IPv4 and
 * IPv6 (RFC 6890 and its updates); what carries an IPv4 address inside an IPv6 one is judged by the inner one.
 */
import { BlockList, isIP, isIPv4 } from 'node:net';

/** "this network", private, shared (CGNAT), loopback, link-local, protocol, test nets, 6to4 relays, benchmarks, multicast, reserved. */
const CLOSED_4 =
  '0.0.0.0/8 10.0.0.0/8 100.64.0.0/10 127.0.0.0/8 169.254.0.0/16 172.16.0.0/12 192.0.0.0/24 192.0.2.0/24 192.88.99.0/24 192.168.0.0/16 198.18.0.0/15 198.51.100.0/24 203.0.113.0/24 224.0.0.0/4 240.0.0.0/4';
/** Of 2000::/3, the only part in use: Teredo, benchmarks, ORCHID, documentation, segment routing. */
const CLOSED_6 = '2001::/23 2001:db8::/32 3fff::/20 5f00::/16';

const closed = new BlockList();
for (const range of CLOSED_4.split(' ')) addRange(range, 'ipv4');
for (const range of CLOSED_6.split(' ')) addRange(range, 'ipv6');
const unicast6 = new BlockList();
addRange('2000::/3', 'ipv6', unicast6);

function addRange(range: string, family: 'ipv4' | 'ipv6', list = closed): void {
  const [net, prefix] = range.split('/');
  list.addSubnet(net!, Number(prefix), family);
}

/** False for addresses of closed networks and for what is no address. */
export function isPublicAddress(address: string): boolean {
  const plain = address.replace(/^\[|\]$/g, '').replace(/%.*$/, '');
  if (isIP(plain) === 0) return false;
  if (isIPv4(plain)) return !closed.check(plain, 'ipv4');
  const inner = innerOf(plain);
  if (inner) return isPublicAddress(inner);
  return unicast6.check(plain, 'ipv6') && !closed.check(plain, 'ipv6');
}

/** Whether a host name of a URL is an address itself: no name is looked up for it. */
export function isAddress(hostname: string): boolean {
  return isIP(hostname.replace(/^\[|\]$/g, '')) !== 0;
}

/** The IPv4 address in a mapped (::ffff:0:0/96), translated (64:ff9b::/96) or 6to4 (2002::/16) one. */
function innerOf(address: string): string | undefined {
  const groups = groupsOf(address);
  const last = groups.slice(6);
  const isMapped = groups.slice(0, 5).every((group) => group === 0) && groups[5] === 0xffff;
  const isTranslated =
    groups[0] === 0x64 && groups[1] === 0xff9b && groups.slice(2, 6).every((group) => group === 0);
  if (isMapped || isTranslated) return quadOf(last);
  return groups[0] === 0x2002 ? quadOf(groups.slice(1, 3)) : undefined;
}

function quadOf([high, low]: readonly number[]): string {
  return [high! >> 8, high! & 255, low! >> 8, low! & 255].join('.');
}

/** The eight groups of an IPv6 address, however it is written. */
function groupsOf(address: string): number[] {
  // the URL parser knows every way to write one, and writes it in groups of hexadecimal digits
  const [left = '', right] = new URL(`http://[${address}]`).hostname.slice(1, -1).split('::');
  const parse = (part: string): number[] =>
    part ? part.split(':').map((group) => Number.parseInt(group, 16)) : [];
  const [head, tail] = [parse(left), parse(right ?? '')];
  return [...head, ...Array<number>(8 - head.length - tail.length).fill(0), ...tail];
}
