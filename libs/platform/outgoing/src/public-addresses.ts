import { BlockList, isIP } from 'node:net';

/** Of IPv4 what no host on the internet has: this machine, inner and local networks, those for examples, multicast and reserved. */
const NOT_PUBLIC = [
  '0.0.0.0/8',
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.0.0.0/24',
  '192.0.2.0/24',
  '192.88.99.0/24',
  '192.168.0.0/16',
  '198.18.0.0/15',
  '198.51.100.0/24',
  '203.0.113.0/24',
  '224.0.0.0/3',
];
/** Of IPv6 hosts on the internet lie in this network alone, and not in the parts that lead to an IPv4 address or nowhere. */
const PUBLIC_IPV6 = '2000::/3';
const NOT_PUBLIC_IPV6 = ['2001::/23', '2001:db8::/32', '2002::/16', '3fff::/20'];

const inner = listOf([...NOT_PUBLIC, ...NOT_PUBLIC_IPV6]);
const outer = listOf([PUBLIC_IPV6]);

/** Whether a host on the internet may have this address. */
export function isPublic(address: string): boolean {
  if (isIP(address) === 4) return !inner.check(address, 'ipv4');
  return isIP(address) === 6 && outer.check(address, 'ipv6') && !inner.check(address, 'ipv6');
}

/** Whether the address lies in one of these networks. */
export function liesIn(address: string, networks: BlockList): boolean {
  const version = isIP(address);
  return version !== 0 && networks.check(address, version === 6 ? 'ipv6' : 'ipv4');
}

/** @param networks addresses, and networks such as `10.1.2.0/24`. */
export function listOf(networks: readonly string[]): BlockList {
  const list = new BlockList();
  for (const network of networks) {
    const [address = '', length] = network.split('/');
    const version = isIP(address) === 6 ? 'ipv6' : 'ipv4';
    if (length === undefined) list.addAddress(address, version);
    else list.addSubnet(address, Number(length), version);
  }
  return list;
}
