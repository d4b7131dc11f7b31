import { lookup } from 'node:dns/promises';
import { type BlockList, isIP } from 'node:net';
import { isPublic, liesIn, listOf } from './public-addresses';

/** An address to which the office would have connected, and does not. The sentence is for the log. */
export class NotAllowedOutside extends Error {
  constructor(host: string, why: string) {
    super(`${host} is not asked: ${why}`);
    this.name = 'NotAllowedOutside';
  }
}

export interface OutgoingOptions {
  /** Networks of the office's own in which named hosts may lie: addresses, and networks such as `10.1.2.0/24`. */
  readonly innerNetworks?: readonly string[] | undefined;
  /** All addresses of a name. */
  readonly resolve?: (name: string) => Promise<readonly string[]>;
}

/** Names that only a network of one's own gives out: one without a dot, and those set apart for it (RFC 6762, RFC 8375). */
const OF_OWN_NETWORK = /^[^.]+$|\.(localhost|local|internal|lan|home\.arpa)$/;
const INNER_NETWORKS = 'PATRAVALI_INNER_NETWORKS';

/**
 * To which addresses the office connects. Whoever asks has a setting that names the host; what a name of the internet leads to is
 * decided by somebody else, so that it may not lead into this machine or the networks around it, unless a setting names those.
 */
export class Outgoing {
  private readonly innerNetworks: BlockList;
  private readonly resolve: (name: string) => Promise<readonly string[]>;

  constructor({ innerNetworks = [], resolve = addressesOf }: OutgoingOptions = {}) {
    this.innerNetworks = listOf(innerNetworks);
    this.resolve = resolve;
  }

  /**
   * The addresses of a host that a setting names, looked up once: connecting to them, and no more to the name, nobody is led elsewhere.
   * @param host as in a URL: a name, or an address that the setting itself names.
   * @throws NotAllowedOutside, and what looking up throws.
   */
  async addressesOf(host: string): Promise<readonly [string, ...string[]]> {
    const name = withoutBrackets(host).toLowerCase();
    if (isIP(name) !== 0) return [name];
    const [first, ...others] = await this.resolve(name);
    if (first === undefined) throw new NotAllowedOutside(name, 'it has no address');
    const wrong = [first, ...others].find((address) => !this.mayBeAsked(name, address));
    if (wrong !== undefined)
      throw new NotAllowedOutside(name, `${wrong} lies in an inner network, which ${INNER_NETWORKS} does not name`);
    return [first, ...others];
  }

  private mayBeAsked(name: string, address: string): boolean {
    return OF_OWN_NETWORK.test(name.replace(/\.$/, '')) || isPublic(address) || liesIn(address, this.innerNetworks);
  }
}

const withoutBrackets = (host: string): string => host.replace(/^\[|\]$/g, '');

/** As the machine knows them, also from its file of hosts; of several kinds IPv4 first, which leads everywhere. */
async function addressesOf(name: string): Promise<string[]> {
  const found = await lookup(name, { all: true, order: 'ipv4first' });
  return found.map(({ address }) => address);
}
