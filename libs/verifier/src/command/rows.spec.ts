import { type BundleFiles, list } from '../../test/a-bundle';
import {
  aBundleUnderWayWithRows,
  aBundleWithRows,
  AFTER,
  CREATED,
  FILE,
  FORWARDED,
  lineOf,
  LOADED,
  MOVEMENT,
  NOTE,
  PARTICIPANT,
  PERSON,
  POST,
  RENAMED,
  SAID,
  TEXTS,
  textsOf,
  type WithRows,
} from '../../test/a-bundle-with-rows';
import { makeKey, uuid } from '../../test/a-log';
import { foundIn } from '../../test/found-in';
import { sentence } from './words/sentence';

const key = makeKey();

/** What is found in a bundle whose office has written otherwise. */
const written = (options: WithRows) => foundIn(aBundleWithRows(key, options));
/** What is found after somebody has changed the bundle, and its list. */
const changed = (change: (files: BundleFiles) => void) => foundIn(aBundleWithRows(key, {}, change));
const put = (files: BundleFiles, path: string, text: string) => files.set(path, Buffer.from(text));
const said = (other: Readonly<Record<string, string>>) => textsOf({ ...SAID, ...other });

describe('the rows of a bundle', () => {
  it('are right when each says what the last event that names it says', async () => {
    expect(await written({})).toMatchObject({
      subjects: 1,
      events: 4,
      compared: { rows: 4, rowsAbsent: 0, namesAbsent: 0, eventsWithoutRows: 0, eventsWithRowsLeftOut: 0 },
      others: ['index.html'],
    });
  });

  it('are found wrong when a person was renamed, or anything else says something else', async () => {
    const other = '{"name_hi": "गीता देवी"}';
    for (const name of [PERSON, POST, MOVEMENT, NOTE]) {
      const wrong = { code: 'row-changed', row: name };
      expect(await changed((files) => put(files, TEXTS, said({ [name]: other })))).toEqual(wrong);
    }
    // What she was called before is no longer right.
    expect(await written({ texts: said({ [PERSON]: '{"name_hi": "सीता"}' }) })).toMatchObject({ code: 'row-changed' });
    expect(await written({ texts: said({ [NOTE]: `${SAID[NOTE] ?? ''} ` }) })).toEqual({
      code: 'rows-unreadable',
      path: TEXTS,
    });
  });

  it('are named in words, and by their own names', () => {
    const said = (row: string) => sentence('row-changed', { row });
    expect(said(PERSON).hi).toContain(`: व्यक्ति (${PERSON})।`);
    expect(said(PERSON).en).toContain(`: person (${PERSON}).`);
    expect(said('rest_day 1').en).toContain(': rest_day 1.');
    expect(sentence('file-missing', { path: 'x' }).en).toBe('The file is missing: x.');
  });

  it('whose text is not there are counted, and so are people and posts', async () => {
    const without = (...names: string[]) =>
      textsOf(Object.fromEntries(Object.entries(SAID).filter(([name]) => !names.includes(name))));
    const compared = async (options: WithRows) => (await written(options)) as { readonly compared: unknown };
    expect(await compared({ texts: without(NOTE) })).toMatchObject({
      compared: { rows: 3, rowsAbsent: 1, namesAbsent: 0 },
    });
    // What events of the office name besides is of others.
    expect(await compared({ texts: without(NOTE, PERSON, POST) })).toMatchObject({
      compared: { rows: 1, rowsAbsent: 1, namesAbsent: 2 },
    });
    expect(await changed((files) => files.delete(TEXTS))).toMatchObject({
      compared: { rows: 0, rowsAbsent: 2, namesAbsent: 2 },
    });
    const byTheOffice = { user: undefined, post: undefined, capacity: undefined };
    const ids = [LOADED, RENAMED, CREATED, FORWARDED, uuid(0xa2), AFTER];
    const events = Object.fromEntries(ids.map((id) => [id, byTheOffice]));
    expect(await compared({ events, texts: without(PERSON, POST) })).toMatchObject({ compared: { namesAbsent: 0 } });
  });

  it('must be named by an event, and not be deleted or there twice', async () => {
    const stranger = `note ${uuid(0x99)}`;
    expect(await written({ texts: said({ [stranger]: '{}' }) })).toEqual({ code: 'row-of-no-event', row: stranger });
    const wrong = { code: 'row-deleted', row: PARTICIPANT };
    expect(await written({ texts: said({ [PARTICIPANT]: '{}' }) })).toEqual(wrong);
    expect(await written({ texts: textsOf() + textsOf({ [NOTE]: SAID[NOTE] ?? '' }) })).toEqual({
      code: 'row-twice',
      row: NOTE,
    });
  });

  it.each([
    ['without a line feed', textsOf().slice(0, -1)],
    ['with an empty line', `${textsOf()}\n`],
    ['with two line feeds', textsOf().replace('\n', '\n\n')],
    ['without a tab', textsOf().replace('\t', ' ')],
    ['without what identifies the row', textsOf({ note: '{}' })],
    ['with another text than an object', textsOf({ [NOTE]: '[]' })],
    ['with something before it', textsOf({ [` ${NOTE}`]: '{}' })],
    ['that is no UTF-8', Buffer.from([0xff, 10])],
  ])('are in the written form, not %s', async (_, texts) => {
    expect(await changed((files) => files.set(TEXTS, Buffer.from(texts)))).toEqual({
      code: 'rows-unreadable',
      path: TEXTS,
    });
  });
});

describe('the lines by which events name rows', () => {
  const path = (id: string) => `rows/${id}.rows`;

  it('are those of the event', async () => {
    const wrong = { code: 'rows-of-other-event', path: path(FORWARDED) };
    const text = (files: BundleFiles) => files.get(path(FORWARDED))?.toString() ?? '';
    // The hash of what somebody writes in the place of the note.
    const changes = [
      (files: BundleFiles) => text(files).replace(lineOf(11, NOTE), lineOf(11, NOTE, '{"number": 2}')),
      (files: BundleFiles) => text(files).replace(lineOf(11, PARTICIPANT, null), ''),
      (files: BundleFiles) => text(files).replaceAll(/^11/gm, '12'),
      (files: BundleFiles) => `${text(files)}${lineOf(11, `note ${uuid(0x99)}`)}`,
      (files: BundleFiles) => files.get(path(CREATED))?.toString() ?? '',
      () => '',
    ];
    for (const change of changes)
      expect(await changed((files) => put(files, path(FORWARDED), change(files)))).toEqual(wrong);
    expect(await changed((files) => files.delete(path(FORWARDED)))).toEqual({
      code: 'file-missing',
      path: path(FORWARDED),
    });
    for (const stray of [path(AFTER), path(uuid(0x99)), 'rows/more.tsv'])
      expect(await changed((files) => put(files, stray, lineOf(20, NOTE)))).toEqual({
        code: 'file-unexpected',
        path: stray,
      });
  });

  it.each([
    ['none', ''],
    ['of two numbers', lineOf(11, MOVEMENT) + lineOf(12, NOTE)],
    ['in another order', lineOf(11, NOTE) + lineOf(11, MOVEMENT)],
    ['of one row twice', lineOf(11, NOTE, '{}') + lineOf(11, NOTE)],
  ])('bear the number of the event and are in the order of their names: not %s', async (_, lines) => {
    const wrong = { code: 'rows-unreadable', path: path(FORWARDED) };
    expect(await written({ lines: { [FORWARDED]: lines } })).toEqual(wrong);
  });

  it('bear a number that goes up along a chain', async () => {
    expect(await written({ lines: { [FORWARDED]: lineOf(2, MOVEMENT) } })).toEqual({
      code: 'row-numbers-disordered',
      number: 2,
      path: path(FORWARDED),
    });
    expect(await written({ lines: { [RENAMED]: lineOf(2, PERSON) } })).toMatchObject({
      code: 'row-numbers-disordered',
    });
    const first = lineOf(1, PERSON, '{"name_hi": "सीता"}') + lineOf(1, POST);
    expect(await written({ lines: { [LOADED]: first } })).toMatchObject({ compared: { rows: 4 } });
    // Of two chains either may come first.
    expect(await written({ lines: { [RENAMED]: lineOf(50, PERSON) } })).toMatchObject({ compared: { rows: 4 } });
    expect(await written({ lines: { [FORWARDED]: lineOf(7, NOTE) } })).toEqual({
      code: 'row-number-twice',
      number: 7,
      path: path(FORWARDED),
    });
    expect(await written({ lines: { [RENAMED]: lineOf(11, PERSON) } })).toEqual({
      code: 'row-number-twice',
      number: 11,
      path: path(RENAMED),
    });
  });

  it('of which the last counts, in whichever chain it stands', async () => {
    const now = '{"name_hi": "श्रीमती सीता देवी"}';
    const lines = { [AFTER]: lineOf(20, PERSON, now) };
    expect(await written({ lines })).toEqual({ code: 'row-changed', row: PERSON });
    expect(await written({ lines, texts: said({ [PERSON]: now }) })).toMatchObject({ compared: { rows: 4 } });
    // The event of the office came later.
    const later = { ...lines, [RENAMED]: lineOf(21, PERSON) };
    expect(await written({ lines: later })).toMatchObject({ compared: { rows: 4 } });
    const deleted = { [AFTER]: lineOf(20, NOTE, null) };
    expect(await written({ lines: deleted })).toEqual({ code: 'row-deleted', row: NOTE });
  });

  it.each([
    lineOf(12, NOTE).slice(0, -1),
    `${lineOf(12, NOTE)}\n`,
    lineOf(12, NOTE).replace('12', '012'),
    lineOf(12, NOTE).replace('12', '-12'),
    lineOf(12, NOTE).replace('12', '1234567890123456'),
    lineOf(12, NOTE).toUpperCase(),
    lineOf(12, 'note'),
    lineOf(12, ` ${NOTE}`),
    lineOf(12, `${NOTE} `),
    lineOf(12, NOTE).replace(/ [0-9a-f]{64}/, ''),
    `x${lineOf(12, NOTE)}`,
  ])('are in the written form, not %j', async (lines) => {
    expect(await written({ lines: { [FORWARDED]: lines } })).toEqual({
      code: 'rows-unreadable',
      path: path(FORWARDED),
    });
  });
});

describe('events beside the chains', () => {
  const place = (id: string) => `naming/${id}.event`;

  it('stand in the log, under their own names', async () => {
    for (const id of [LOADED, RENAMED]) {
      const entry = `entries/${id}.entry`;
      expect(await changed((files) => files.delete(entry))).toEqual({ code: 'file-missing', path: entry });
      const proof = `proofs/${id}.tlog-proof`;
      expect(await changed((files) => files.delete(proof))).toEqual({ code: 'file-missing', path: proof });
      expect(await changed((files) => put(files, place(id), 'x'))).toEqual({
        code: 'event-unreadable',
        path: place(id),
      });
    }
    expect(await changed((files) => files.set(place(LOADED), files.get(place(RENAMED)) ?? Buffer.alloc(0)))).toEqual({
      code: 'event-misplaced',
      path: place(LOADED),
    });
    const renamed = aBundleWithRows(key).get(place(RENAMED))?.toString() ?? '';
    const otherwise = renamed.replace('संलग्नक', 'संलग्नक'.slice(0, -1) + 'ख');
    expect(await changed((files) => put(files, place(RENAMED), otherwise))).toEqual({
      code: 'entry-of-other-event',
      path: `entries/${RENAMED}.entry`,
    });
    for (const stray of ['naming/x', `naming/${LOADED}.events`])
      expect(await changed((files) => put(files, stray, renamed))).toMatchObject({ code: 'event-misplaced' });
  });

  it('without one of them what it names is told', async () => {
    expect(
      await changed((files) => [place(RENAMED), `rows/${RENAMED}.rows`].map((path) => files.delete(path))),
    ).toEqual({ code: 'row-changed', row: PERSON });
    expect(await changed((files) => [place(LOADED), `rows/${LOADED}.rows`].map((path) => files.delete(path)))).toEqual({
      code: 'row-of-no-event',
      row: POST,
    });
  });

  it('name rows, and are of no chain that is in the bundle', async () => {
    expect(await changed((files) => put(files, place(CREATED), textOf(files, 1)))).toEqual({
      code: 'file-unexpected',
      path: place(CREATED),
    });
    const silent = aBundleUnderWayWithRows(key, { events: { [RENAMED]: { rows: undefined } } });
    list(silent, key.vkey);
    expect(await foundIn(silent)).toEqual({ code: 'file-unexpected', path: place(RENAMED) });
  });

  const textOf = (files: BundleFiles, sequence: number) =>
    files.get(`events/${FILE.replace(' ', '-')}/00000${sequence}.event`)?.toString() ?? '';
});

describe('along a chain', () => {
  const place = (sequence: number) => `events/${FILE.replace(' ', '-')}/00000${sequence}.event`;
  const at = (time: string) => ({ at: `${time}.123456Z` });

  it('time does not go back', async () => {
    const before = at('2026-11-28T09:29:59');
    expect(await written({ events: { [FORWARDED]: before } })).toEqual({ code: 'time-backwards', path: place(2) });
    expect(await written({ events: { [RENAMED]: before } })).toEqual({
      code: 'time-backwards',
      path: `naming/${RENAMED}.event`,
    });
    const far = { [CREATED]: at('9999-12-31T23:59:59'), [FORWARDED]: at('10000-01-01T00:00:00') };
    expect(await written({ events: { ...far, [uuid(0xa2)]: at('10000-01-01T00:00:00'), [AFTER]: before } })).toEqual({
      code: 'time-backwards',
      path: place(4),
    });
    // Before events named rows it was not asked for.
    const old = { encoding: 1, rows: undefined } as const;
    const events = { [CREATED]: old, [FORWARDED]: { ...old, ...before } };
    const files = aBundleWithRows(key, { events, texts: textsOf({ [PERSON]: SAID[PERSON] ?? '' }) }, (held) =>
      [CREATED, FORWARDED].map((id) => held.delete(`rows/${id}.rows`)),
    );
    expect(await foundIn(files)).toMatchObject({ compared: { rows: 1, rowsAbsent: 0, eventsWithoutRows: 2 } });
  });

  it('the form of events does not go back either', async () => {
    const events = { [FORWARDED]: { encoding: 1, rows: undefined } } as const;
    expect(await written({ events })).toEqual({ code: 'form-older', path: place(2) });
  });
});

describe('a bundle that leaves something out', () => {
  it('holds no rows, and says so', async () => {
    const files = aBundleUnderWayWithRows(key);
    const leftOut = { documents: [], events: [] };
    list(files, key.vkey, leftOut);
    expect(await foundIn(files)).toMatchObject({
      code: 'file-unexpected',
      path: expect.stringMatching(/^rows\//) as string,
    });
    for (const path of [...files.keys()]) if (path.startsWith('rows/')) files.delete(path);
    list(files, key.vkey, leftOut);
    expect(await foundIn(files)).toMatchObject({
      compared: { rows: 0, rowsAbsent: 0, namesAbsent: 0, eventsWithRowsLeftOut: 2 },
    });
  });
});
