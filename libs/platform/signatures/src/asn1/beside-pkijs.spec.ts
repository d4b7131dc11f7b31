import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fromBER } from 'asn1js';
import { element, elementsOf, readElement, sequence, small, TAG, time } from './index';

const ROOT = join(__dirname, '..', '..', '..', '..', '..');
const packageIn = (...folder: string[]) =>
  JSON.parse(readFileSync(join(ROOT, ...folder, 'package.json'), 'utf8')) as {
    readonly version: string;
    readonly dependencies: Readonly<Record<string, string>>;
  };

/** With these key files were written and opened, and lists of revoked certificates compared. */
const TRIED = { asn1js: '3.1.0', pkijs: '3.4.3' };
/** Certificates that an authority has revoked: no large one. */
const REVOKED = 20_000;

describe('ASN.1 beside pkijs', () => {
  it.each(Object.entries(TRIED))('stands beside the version of %s with which it was tried', (name, tried) => {
    expect(packageIn('node_modules', name).version).toBe(tried);
    expect(packageIn().dependencies[name]).toBe(tried);
  });

  it('reads the list that asn1js refuses: once it reads it, this folder may go', () => {
    const entry = sequence(small(1), time(new Date('2026-11-24T11:10:09Z')));
    const list = element(TAG.sequence, Buffer.concat(Array<Uint8Array>(REVOKED).fill(entry)));
    expect([...elementsOf(readElement(list))]).toHaveLength(REVOKED);
    const { offset, result } = fromBER(new Uint8Array(list));
    expect([offset, result.error]).toEqual([-1, expect.stringContaining('Maximum ASN.1 node count exceeded')]);
  });
});
