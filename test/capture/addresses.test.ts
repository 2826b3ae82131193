import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isPublicAddress } from '../../src/capture/addresses.ts';

const CLOSED =
  '0.0.0.0 10.1.2.3 100.64.0.1 100.127.255.255 127.0.0.1 127.8.8.8 169.254.169.254 172.16.0.1 172.31.255.255 192.0.0.8 192.0.2.1 192.168.1.1 198.18.0.1 198.51.100.7 203.0.113.9 224.0.0.1 240.0.0.1 255.255.255.255 :: ::1 ::ffff:127.0.0.1 ::ffff:7f00:1 ::ffff:10.0.0.1 ::127.0.0.1 64:ff9b::10.0.0.1 64:ff9b:1::1 2002:7f00:1:: 2002:c0a8:101::1 fe80::1 fe80::1%eth0 fc00::1 fd12:3456::1 ff02::1 fec0::1 2001:db8::1 2001::1 2001:10::1 100::1 3fff::1 5f00::1 4000::1 [::1] localhost 1.2.3 999.1.1.1';
const OPEN =
  '1.1.1.1 8.8.8.8 9.255.255.255 11.0.0.1 100.63.255.255 100.128.0.1 126.1.1.1 128.0.0.1 169.253.1.1 172.15.1.1 172.32.0.1 192.0.1.1 192.167.1.1 192.169.1.1 198.17.1.1 198.20.0.1 223.255.255.254 2606:4700::1111 2a00:1450:4001::200e ::ffff:8.8.8.8 64:ff9b::8.8.8.8 2002:808:808::1 [2606:4700::1111]';

test('addresses of closed networks are told from public ones, whatever carries them', () => {
  assert.deepEqual(CLOSED.split(' ').filter(isPublicAddress), []);
  assert.deepEqual(
    OPEN.split(' ').filter((address) => !isPublicAddress(address)),
    [],
  );
  assert.equal(isPublicAddress(''), false);
});
