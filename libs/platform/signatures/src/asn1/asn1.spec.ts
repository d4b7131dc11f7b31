import fc from 'fast-check';
import {
  element,
  elementsOf,
  integer,
  numberOf,
  octets,
  octetsOf,
  oid,
  oidOf,
  partsOf,
  readElement,
  sequence,
  setOf,
  small,
  TAG,
  time,
  timeOf,
} from './index';

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');
const bytes = (digits: string): Uint8Array => Buffer.from(digits, 'hex');

describe('ASN.1', () => {
  it('is written in DER', () => {
    expect(hex(small(1))).toBe('020101');
    expect(hex(integer(bytes('0000ff')))).toBe('020200ff');
    expect(hex(integer(bytes('00')))).toBe('020100');
    expect(hex(oid('1.2.840.113549.1.7.2'))).toBe('06092a864886f70d010702');
    expect(hex(oid('2.16.840.1.101.3.4.2.1'))).toBe('0609608648016503040201');
    expect(hex(octets(new Uint8Array(200))).slice(0, 6)).toBe('0481c8');
    expect(hex(octets(new Uint8Array(70_000))).slice(0, 10)).toBe('0483011170');
    expect(hex(setOf(bytes('0203'), bytes('0201')))).toBe('310402010203');
    expect(Buffer.from(time(new Date('2026-11-24T11:10:09.9Z'))).toString('latin1', 2)).toBe('261124111009Z');
    expect(Buffer.from(time(new Date('2051-11-24T11:10:09Z'))).toString('latin1', 2)).toBe('20511124111009Z');
  });

  it('comes back as it was written', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), fc.nat({ max: 120 }), (content, number) => {
        const [first, second] = partsOf(readElement(sequence(octets(content), small(number))));
        expect(hex(octetsOf(first))).toBe(hex(content));
        expect(numberOf(second)).toBe(number);
      }),
    );
    for (const dotted of ['1.2.840.113549.1.9.16.2.47', '2.5.29.31', '1.3.14.3.2.26', '2.16.840.1.101.3.4.1.42']) {
      expect(oidOf(readElement(oid(dotted)))).toBe(dotted);
    }
    for (const at of [new Date('2026-11-24T11:10:09Z'), new Date('2051-01-02T03:04:05Z')]) {
      expect(timeOf(readElement(time(at)))).toEqual(at);
    }
  });

  it('is read without lengths and in pieces too (BER)', () => {
    const [number, inner] = partsOf(readElement(bytes('3080 020107 2480 04016104016200 00 0000'.replaceAll(' ', ''))));
    expect(numberOf(number)).toBe(7);
    expect(Buffer.from(octetsOf(inner)).toString()).toBe('ab');
  });

  it.each(['', '30', '3005', '30820', '3085ffffffffff', '1f0100', '3080', '3080'.repeat(1000)])(
    'is none: %s',
    (digits) => expect(() => partsOf(readElement(bytes(digits)))).toThrow('not the ASN.1 expected'),
  );

  it('is looked through without keeping it: the list of a large authority', () => {
    const entry = sequence(small(1), time(new Date('2026-11-24T11:10:09Z')));
    const list = readElement(element(TAG.sequence, Buffer.concat(Array<Uint8Array>(300_000).fill(entry))));
    const before = process.cpuUsage();
    let entries = 0;
    for (const each of elementsOf(list)) if (numberOf([...elementsOf(each)][0]) === 1) entries++;
    const { user, system } = process.cpuUsage(before);
    expect(entries).toBe(300_000);
    expect((user + system) / 1e6).toBeLessThan(5);
  });

  it('is none, or some, whatever the bytes: it never hangs and never fails otherwise', () => {
    const visit = (content: Uint8Array, depth: number): void => {
      for (const part of partsOf({ tag: TAG.sequence, bytes: content, content })) {
        if ((part.tag & 0x20) !== 0 && depth < 8) visit(part.content, depth + 1);
      }
    };
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (content) => {
        try {
          visit(content, 0);
        } catch (error) {
          expect(error).toMatchObject({ name: 'NotAsn1' });
        }
      }),
      { numRuns: 500 },
    );
    expect(hex(element(0xa0, small(1)))).toBe('a003020101');
  });
});
