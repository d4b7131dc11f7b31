import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type OperationEntry, OPERATIONS } from '@patravali/contract';
import { fieldCodeOf } from '@patravali/errors';
import { translateField } from '@patravali/messages';
import { z } from 'zod';

const ROOT = join(__dirname, '../../../..');
const UNKNOWN = 'no-such-code';

const codesOf = (schema: z.ZodType, value: unknown) =>
  (schema.safeParse(value).error?.issues ?? []).map((issue) => fieldCodeOf(issue, value));

const CASES = [
  ['nothing', z.object({ a: z.string() }), {}, { detail: 'missing' }],
  ['nothing of a list of values', z.object({ a: z.enum(['x']) }), {}, { detail: 'missing' }],
  ['null where a number is', z.object({ a: z.int() }), { a: null }, { detail: 'missing' }],
  ['a number where a text is', z.object({ a: z.string() }), { a: 7 }, { detail: 'wrong-kind' }],
  ['an empty text', z.string().min(1), '', { detail: 'missing' }],
  ['a short text', z.string().min(10), 'x', { detail: 'shorter-than', params: { min: 10 } }],
  ['a long text', z.string().max(2), 'xxx', { detail: 'longer-than', params: { max: 2 } }],
  ['an empty list', z.array(z.string()).min(1), [], { detail: 'fewer-than', params: { min: 1 } }],
  ['a long list', z.array(z.string()).max(1), ['x', 'y'], { detail: 'more-than', params: { max: 1 } }],
  ['a small number', z.number().min(1), 0, { detail: 'less-than', params: { min: 1 } }],
  ['a large number', z.number().max(1), 2, { detail: 'greater-than', params: { max: 1 } }],
  ['a day that is none', z.iso.date(), '2026-02-30', { detail: 'no-day' }],
  ['an id that is none', z.uuid(), 'x', { detail: 'no-id' }],
  ['another value', z.enum(['x', 'y']), 'z', { detail: 'not-offered', params: { values: ['x', 'y'] } }],
  ['a rule with a code', z.string().refine(() => false, 'ladder'), 'x', { detail: 'ladder' }],
  ['a rule without', z.string().refine(() => false), 'x', { detail: 'unfit' }],
  ['a length with a code', z.string().max(1, 'too-large'), 'xx', { detail: 'too-large' }],
  ['a form with a code', z.string().regex(/y/, 'name'), 'x', { detail: 'name' }],
] as const;

/** What no field takes, and what only some do. */
const HOSTILE: readonly unknown[] = [
  undefined,
  null,
  '',
  ' ',
  'two\nlines',
  'no such value',
  'x'.repeat(200_000),
  -1,
  0.5,
  1e12,
  [],
  ['twice', 'twice'],
  {},
];

/** A schema with all those within it. */
function partsOf(schema: unknown, seen = new Set<unknown>()): z.ZodType[] {
  if (typeof schema !== 'object' || schema === null || seen.has(schema)) return [];
  seen.add(schema);
  const { _zod } = schema as { _zod?: { def: object } };
  if (!_zod) return Object.values(schema).flatMap((each) => partsOf(each, seen));
  // Checks and transforms look at what has passed it.
  const within = Object.entries(_zod.def).flatMap(([name, each]) => (name === 'checks' ? [] : partsOf(each, seen)));
  return schema instanceof z.ZodTransform ? within : [schema as z.ZodType, ...within];
}

describe('why a field does not fit', () => {
  it.each(CASES)('is a code: %s', (_, schema, value, expected) => {
    expect(codesOf(schema, value)).toEqual([expected]);
  });

  it('has a sentence of its own in both languages, whatever contract or command says it', () => {
    const paths = [
      'libs/office/*/{contract,src}/**/*.ts',
      'libs/platform/{contract-base,database}/src/**/*.ts',
      'apps/api/src/**/*.ts',
    ];
    const sources = globSync(paths, { cwd: ROOT, exclude: (name) => name === 'node_modules' })
      .filter((path) => !path.endsWith('.spec.ts') && !path.includes('/loading/'))
      .map((path) => readFileSync(join(ROOT, path), 'utf8'));
    const said = [
      /pointer[^}]*detail: '([a-z-]+)'/g,
      /error: '([a-z-]+)'/g,
      /(?:refine|regex)\((?:[^'\n]|'[^']*' )*, '([a-z-]{2,})'\)/g,
      /\.(?:min|max|length)\([^()']*, '([a-z-]+)'\)/g,
      /message: '([a-z-]+)', path/g,
    ];
    const codes = new Set(
      sources.flatMap((text) => said.flatMap((each) => [...text.matchAll(each)].map(([, code]) => code ?? ''))),
    );
    expect([...codes]).toEqual(
      expect.arrayContaining(['ladder', 'named-twice', 'unchanged', 'another-year', 'one-line']),
    );
    expect(withoutSentence(codes)).toEqual([]);
  });

  it('has a sentence of its own in both languages, whatever comes at any place of any operation', () => {
    const schemas = partsOf(Object.values(OPERATIONS).map((entry: OperationEntry) => [entry.body, entry.query]));
    expect(schemas.length).toBeGreaterThan(500);
    const codes = new Set(
      schemas.flatMap((schema) => HOSTILE.flatMap((value) => codesOf(schema, value).map(({ detail }) => detail))),
    );
    expect([...codes]).toEqual(
      expect.arrayContaining(['missing', 'wrong-kind', 'longer-than', 'not-offered', 'no-id', 'one-line']),
    );
    codes.delete('unfit');
    expect(
      withoutSentence([...codes, ...CASES.map(([, , , { detail }]) => detail).filter((code) => code !== 'unfit')]),
    ).toEqual([]);
  });
});

/** Those that would be told in the words for everything else, or in the other language. */
function withoutSentence(codes: Iterable<string>): string[] {
  return [...codes].filter((code) => {
    const [hi, en] = [translateField('hi', code), translateField('en', code)];
    const isUnsaid = hi === translateField('hi', UNKNOWN) || en === translateField('en', UNKNOWN);
    return isUnsaid || !/[\u0900-\u097f]/.test(hi) || /[\u0900-\u097f]/.test(en);
  });
}
