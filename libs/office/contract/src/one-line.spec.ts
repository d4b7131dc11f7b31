import { z } from 'zod';
import { oneLine, OPERATIONS } from './index';

/** Text of several lines, by the last names of its place: what people write in sentences, phrases for it, and postal addresses. */
const SEVERAL_LINES = /(^|\.)(remarks|reason|question|words|explanation|senderAddress|address|text|text\.(hi|en))$/;
/** No text: what nobody reads, or what is only compared. */
const NOT_READ = /(^|\.)(password|passphrase|currentPassword|newPassword|token|cursor|after|q)$|^checkGenuine\.code$/;

interface Place {
  readonly path: string;
  readonly schema: z.ZodType;
}

/** Every string of a schema, with the names that lead to it. */
function stringsIn(schema: z.ZodType, path: string): Place[] {
  if (schema instanceof z.ZodString) return [{ path, schema }];
  if (schema instanceof z.ZodObject) {
    return Object.entries(schema.shape).flatMap(([name, field]) => stringsIn(field as z.ZodType, `${path}.${name}`));
  }
  if (schema instanceof z.ZodArray) return stringsIn(schema.element as z.ZodType, path);
  if (schema instanceof z.ZodUnion) return schema.options.flatMap((option) => stringsIn(option as z.ZodType, path));
  if (schema instanceof z.ZodPipe)
    return stringsIn(schema.in as z.ZodType, path).map((place) => ({ ...place, schema }));
  const { innerType } = schema.def as { innerType?: z.ZodType };
  return innerType ? stringsIn(innerType, path) : [];
}

const ASKED = Object.entries(OPERATIONS).flatMap(([id, operation]) => {
  const { body, query } = operation as { body?: z.ZodType; query?: z.ZodType };
  return [body, query].flatMap((schema) => (schema ? stringsIn(schema, id) : []));
});
const ONE_LINE = ASKED.filter(({ path }) => !SEVERAL_LINES.test(path) && !NOT_READ.test(path));

describe('A text of one line', () => {
  it('is looked for in every request', () => {
    const paths = ONE_LINE.map(({ path }) => path);
    for (const known of ['createFile.subject', 'createReceipt.senderName', 'createDraft.content.enclosures'])
      expect(paths).toContain(known);
    expect(paths.length).toBeGreaterThan(30);
  });

  it.each(['\r\nBcc: x@example.in', '\n', '\r', '\u0085', '\u2028', '\u2029', '\u000b', '\u001b'])(
    'is never two, in any request: %j',
    (between) => {
      for (const { path, schema } of ONE_LINE) {
        const { success, data } = schema.safeParse(`पत्र${between}विषय`);
        // A file's name is made fit instead of refused.
        expect([path, success && /[\p{Cc}\u2028\u2029]/u.test(String(data))]).toEqual([path, false]);
      }
    },
  );

  it.each([
    '\u202a',
    '\u202b',
    '\u202c',
    '\u202d',
    '\u202e',
    '\u2066',
    '\u2067',
    '\u2068',
    '\u2069',
    '\u200e',
    '\u200f',
  ])('does not turn the direction of what follows: %j', (turn) => {
    for (const { path, schema } of ASKED.filter((place) => !NOT_READ.test(place.path))) {
      const { success, data } = schema.safeParse(`letter${turn}fdp.exe`);
      expect([path, success && String(data).includes(turn)]).toEqual([path, false]);
    }
  });

  it('keeps the joiners of Hindi, and takes a break at its end for none', () => {
    expect(oneLine(100).parse(' क्\u200dष और न्\u200cय\n')).toBe('क्\u200dष और न्\u200cय');
    expect(oneLine(100).safeParse('पत्र\nविषय').error?.issues).toMatchObject([{ message: 'one-line', path: [] }]);
  });
});
