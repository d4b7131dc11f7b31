import { makeKey } from '../../test/a-log';
import { keyOf } from '../../test/key-of';
import type { BundleAnswer } from '../bundle/verify-bundle';
import type { LogAnswer } from '../log/verify-log';
import { factsOfBundle, factsOfLog, outcomeOf, titleOf } from './facts';

const [firstKey, signingKey, witness] = [keyOf(makeKey()), keyOf(makeKey()), keyOf(makeKey('witness.example', 4))];
const AT = '2026-11-28T09:30:00Z';
const [none, key] = [{ witnesses: [] }, { key: firstKey, witnesses: [] }];

describe('what is told of a log', () => {
  const log = (answer: Partial<LogAnswer> = {}): LogAnswer => ({
    origin: 'a.in/log',
    size: 300,
    root: 'aa',
    firstKey,
    signingKey,
    isKeyProven: true,
    events: 290,
    subjects: 7,
    keyChanges: 1,
    keptSize: undefined,
    breaks: [],
    witnessed: [],
    ...answer,
  });
  const taken = { code: 'key-taken', particulars: { key: firstKey.text } };

  it('is how much was checked, and with which key', () => {
    const particulars = { origin: 'a.in/log', size: 300, events: 290, subjects: 7, keyChanges: 1 };
    const root = { code: 'root', particulars: { root: 'aa' } };
    expect(factsOfLog(log(), none, 'whole')).toEqual([{ code: 'log-checked', particulars }, root, taken]);
    expect(factsOfLog(log(), key, 'public')).toEqual([
      { code: 'hashes-checked', particulars: { origin: 'a.in/log', size: 300 } },
      root,
      { code: 'key-given', particulars: { key: firstKey.text } },
    ]);
  });

  it('is also what it continues, who has signed how much of it, and a key that nothing proves', () => {
    const witnessed = [
      { witness, size: 300 },
      { witness, size: 120 },
    ];
    const found = factsOfLog(log({ keptSize: 0, isKeyProven: false, witnessed }), none, 'whole').slice(2);
    expect(found).toEqual([
      { code: 'kept-continued', particulars: { size: 0 } },
      { code: 'key-unproven', particulars: { key: signingKey.text } },
      { code: 'cosigned', particulars: { key: witness.text } },
      { code: 'cosigned-earlier', particulars: { key: witness.text, size: 120, rest: 180 } },
      taken,
    ]);
  });

  it('is before all else what was lost', () => {
    const said = { at: AT, reason: 'The disk.' };
    const breaks = [
      { kind: 'loss', index: 200, from: 190, to: 199, ...said },
      { kind: 'loss', index: 210, from: 210, to: undefined, ...said },
      { kind: 'lost key', index: 220, key: signingKey, checkpoint: undefined, ...said },
    ] as const;
    expect(factsOfLog(log({ breaks }), none, 'whole').slice(0, 3)).toEqual([
      { code: 'events-lost', particulars: { index: 200, from: 190, to: 199, ...said } },
      { code: 'log-begun-anew', particulars: { index: 210, ...said } },
      { code: 'key-lost', particulars: { index: 220, key: signingKey.text, ...said } },
    ]);
    expect(breaks.map((found) => outcomeOf(factsOfLog(log({ breaks: [found] }), none, 'whole')))).toEqual(
      Array.from({ length: 3 }, () => 'right-after-loss'),
    );
    expect(outcomeOf(factsOfLog(log(), none, 'whole'))).toBe('right');
  });
});

describe('what is told of a bundle', () => {
  const NOTHING = { rows: 0, rowsAbsent: 0, namesAbsent: 0, eventsWithoutRows: 0, eventsWithRowsLeftOut: 0 };
  const bundle = (answer: Partial<BundleAnswer> = {}): BundleAnswer => ({
    firstKey,
    subjects: 2,
    events: 9,
    chainedAfterwards: 0,
    documents: 0,
    documentsLeftOut: 0,
    copies: 0,
    eventsLeftOut: 0,
    contentsAbsent: 0,
    keyChanges: 0,
    compared: NOTHING,
    made: [],
    others: [],
    size: 40,
    from: AT,
    until: AT,
    proven: [],
    otherSigners: [],
    lostKeys: [],
    losses: [],
    ...answer,
  });
  const checked = (documents = 0, rows = 0) => ({
    code: 'bundle-checked',
    particulars: { events: 9, rows, subjects: 2, documents, keyChanges: 0, size: 40 },
  });
  const taken = { code: 'key-taken', particulars: { key: firstKey.text } };

  it('is how much was checked, and nothing of what there is not', () => {
    expect(factsOfBundle(bundle(), none)).toEqual([checked(), taken]);
    expect(outcomeOf(factsOfBundle(bundle(), none))).toBe('right');
  });

  it('is first of all how much was compared, which a log need not say', () => {
    const compared = { ...NOTHING, rows: 4 };
    expect(titleOf(factsOfBundle(bundle({ compared }), none), 'a.zip')).toEqual({
      hi: 'जिसका मिलान हुआ वह सब सही है (घटनाएँ: 9, अभिलेख की पंक्तियाँ: 4); जिसका मिलान नहीं हुआ वह नीचे लिखा है: a.zip',
      en: 'All that was compared is right (9 events, 4 rows); what was not compared is said below: a.zip',
    });
    expect(titleOf([], '/data').en).toBe('All is right: /data');
    const loss = { index: 7, at: AT, reason: 'The disk.', count: 3 };
    const lost = titleOf(factsOfBundle(bundle({ losses: [loss] }), none), 'a.zip').en;
    expect(lost).toBe('What is there is right, but the office has lost something: a.zip');
  });

  it('is which rows were compared and which were not, and which PDF the office has made', () => {
    const compared = { rows: 4, rowsAbsent: 3, namesAbsent: 2, eventsWithoutRows: 5, eventsWithRowsLeftOut: 6 };
    const event = { name: 'file.bundled', at: AT };
    const made = [{ path: 'whole-file.pdf', sha256: 'aa', event, later: 2 }];
    expect(factsOfBundle(bundle({ compared, made }), none)).toEqual([
      checked(0, 4),
      { code: 'rows-compared', particulars: { count: 4 } },
      { code: 'pdf-made', particulars: { path: 'whole-file.pdf', at: AT, later: 2 } },
      { code: 'rows-left-out', particulars: { count: 6 } },
      { code: 'rows-absent', particulars: { count: 3 } },
      { code: 'rows-unnamed', particulars: { count: 5 } },
      { code: 'names-absent', particulars: { count: 2 } },
      taken,
    ]);
  });

  it('names some of the files that nothing proves', () => {
    const namesOf = (count: number) => {
      const others = Array.from({ length: count }, (_, at) => `letters/${at}.pdf`);
      return factsOfBundle(bundle({ others }), none)[1]?.particulars;
    };
    expect(namesOf(1)).toEqual({ count: 1, names: 'letters/0.pdf' });
    expect(namesOf(8)?.names).toMatch(/^letters\/0\.pdf, .*, letters\/7\.pdf$/);
    expect(namesOf(9)?.names).toMatch(/letters\/7\.pdf, …$/);
  });

  it('is what is left out, absent, chained later, only listed, and who has signed', () => {
    const answer = bundle({
      documents: 1,
      documentsLeftOut: 1,
      copies: 1,
      eventsLeftOut: 1,
      contentsAbsent: 1,
      chainedAfterwards: 1,
      others: ['index.html'],
      otherSigners: ['one.in', 'other.in'],
    });
    expect(factsOfBundle(answer, { witnesses: [witness] })).toEqual([
      checked(1),
      { code: 'documents-left-out', particulars: { count: 1, copies: 1 } },
      ...(['events-left-out', 'contents-absent', 'chained-afterwards'] as const).map((code) => ({
        code,
        particulars: { count: 1 },
      })),
      { code: 'others-listed', particulars: { count: 1, names: 'index.html' } },
      { code: 'signatures-unchecked', particulars: {} },
      { code: 'signers-unchecked', particulars: { names: 'one.in, other.in' } },
      { code: 'cosigned', particulars: { key: witness.text } },
      taken,
    ]);
  });

  it('is before all else what was lost', () => {
    const loss = { index: 7, at: AT, reason: 'The disk.', count: 3 };
    const found = factsOfBundle(bundle({ losses: [loss] }), none);
    expect(found).toEqual([{ code: 'bundle-events-lost', particulars: loss }, checked(), taken]);
    expect(outcomeOf(found)).toBe('right-after-loss');
  });
});
