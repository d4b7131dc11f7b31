import { isIP } from 'node:net';

const BITS: Readonly<Record<number, number>> = { 4: 32, 6: 128 };

/** Whether this is an IP address, or a network such as `10.1.2.0/24`. A network of all addresses is none. */
export function isNetwork(text: string): boolean {
  const [address = '', length, more] = text.split('/');
  const most = BITS[isIP(address)];
  if (most === undefined || more !== undefined) return false;
  return length === undefined || (/^[1-9]\d{0,2}$/.test(length) && Number(length) <= most);
}
