import type { Actor } from '@patravali/authorization';
import type { CreateNumberHead as NewHead, StartNumbers as Start } from '@patravali/contract';
import { CreateFile } from '@patravali/files';
import { drawNumber } from '@patravali/numbering';
import {
  ChangeNumberHead,
  CreateNumberHead,
  NumberQueries,
  OrganisationQueries,
  SetNumberScheme,
  StartNumbers,
} from '@patravali/organisation';
import { useOffice } from '../../../../test/support/office/office';

const office = useOffice({ holds: 'section' });
const REASON = 'कार्यालय आदेश संख्या 24/2027';
const WHOLE_HEAD = '{head}/{serial}/{year}-{unit}';
const FOUR_HEADS = '{basic}-{primary}0{secondary}/{serial}/{year}-{unit}';
let administrator: Actor;
beforeAll(async () => {
  administrator = await office().actor({ marking: 'ADMIN', roles: ['administrator'] });
});

const cover = { subject: 'नज़ारत की सामग्री', grading: 'normal', urgency: 'ordinary' } as const;
const newFile = async (headId: string) =>
  (
    await office()
      .get(CreateFile)
      .execute(office().at('SO'), { ...cover, headId })
  ).number;
const numbered = (template: string) =>
  office().get(SetNumberScheme).execute(administrator, { kind: 'file', template, period: 'calendar', reason: REASON });
const like = (beginning: string): string => expect.stringMatching(`^${beginning.replace(/[()]/g, '\\$&')}`) as string;
let made = 0;
const aHead = (more: Partial<NewHead> = {}): NewHead => ({
  basic: `NZR-${++made}`,
  basicHi: null,
  primary: null,
  secondary: null,
  title: { hi: 'नज़ारत', en: null },
  reason: REASON,
  ...more,
});
const create = (more: Partial<NewHead> = {}, by = administrator) =>
  office().get(CreateNumberHead).execute(by, aHead(more));
const start = (request: Partial<Start>, by = administrator) =>
  office()
    .get(StartNumbers)
    .execute(by, { kind: 'diary', unitId: null, headId: null, last: 1, reason: REASON, ...request });
const draw = (kind: 'diary' | 'issue', by = office().at('SO')) =>
  office().transactions.run(by, async (tx) => {
    const drawn = await drawNumber(tx, { kind, fields: { unit: 'EST' } });
    await tx.record('organisation.changed', office().id);
    return drawn;
  });
const keptHead = async (id: string) =>
  (await office().get(NumberQueries).keptHeads(administrator, { limit: 200, unitId: office().unitId })).items.find(
    (head) => head.id === id,
  );

describe('the form of numbers', () => {
  it('is set by administrators alone, has the running number and the year, and is recorded', async () => {
    const scheme = { kind: 'issue', template: '{serial}/{unit}/{year}', period: 'financial', reason: REASON } as const;
    const set = (by: Actor, template: string) =>
      office()
        .get(SetNumberScheme)
        .execute(by, { ...scheme, template });
    await expect(set(office().at('SO'), scheme.template)).rejects.toMatchObject({ code: 'not-allowed' });
    for (const unfit of ['{unit}/{year}', '{serial}/{unit}', '{serial}/{year}/{head}'])
      await expect(set(administrator, unfit)).rejects.toMatchObject({ code: 'unfit-number-form' });
    const { items } = await set(administrator, scheme.template);
    expect(items.map(({ kind }) => kind)).toEqual(['file', 'diary', 'issue']);
    const [event] = await office().rows(`SELECT reason, data FROM event WHERE name = 'organisation.number_scheme_set'`);
    const data = { numberKind: 'issue', numberForm: scheme.template, numberYear: 'financial' };
    expect(event).toEqual({ reason: REASON, data });
    await set(administrator, '{serial}/{unit}-{year}');
  });
});

describe('a head of file numbers', () => {
  it('of any shape is added where the form prints whole heads, and numbers files in both languages', async () => {
    await expect(create()).rejects.toMatchObject({ code: 'head-without-parts' });
    await numbered(WHOLE_HEAD);
    await expect(create({}, office().at('SO'))).rejects.toMatchObject({ code: 'not-allowed' });
    const { id } = await create({ basic: 'Misc(4)', basicHi: 'विविध(4)' });
    expect(await keptHead(id)).toMatchObject({
      code: 'Misc(4)',
      title: { hi: 'नज़ारत', en: 'नज़ारत' },
      ahead: { last: null, next: like('Misc(4)/1/'), nextHi: like('विविध(4)/1/') },
    });
    expect(await newFile(id)).toMatch(/^Misc\(4\)\/1\/\d{4}-EST$/);
    expect(await keptHead(id)).toMatchObject({ ahead: { last: 1, next: like('Misc(4)/2/') } });
    expect(await newFile(office().headId)).toMatch(/^A-11011\/\d+\//);
    await expect(numbered(FOUR_HEADS)).rejects.toMatchObject({ code: 'head-without-parts' });
  });

  it('is not there twice, nor read alike in Hindi', async () => {
    await create({ basic: 'Once', basicHi: 'एक' });
    await expect(create({ basic: 'Once' })).rejects.toMatchObject({ code: 'name-taken' });
    await expect(create({ basic: 'Other', basicHi: 'एक' })).rejects.toMatchObject({ code: 'name-taken' });
    await expect(create({ basic: 'एक' })).rejects.toMatchObject({ code: 'name-taken' });
    await expect(create({ basic: 'A', primary: '11', secondary: '11' })).rejects.toMatchObject({ code: 'name-taken' });
  });

  it('is renamed and retired by whoever saw it as it is; no new file is numbered under it then', async () => {
    const { id, version } = await create();
    const change = (more: object, seen: number) =>
      office()
        .get(ChangeNumberHead)
        .execute(
          administrator,
          id,
          { basicHi: 'नज़०', title: { hi: null, en: 'Nazarat' }, retired: false, reason: REASON, ...more },
          seen,
        );
    expect(await change({}, version)).toEqual({ id, version: 2 });
    expect(await change({}, 2)).toEqual({ id, version: 2 });
    await expect(change({}, 1)).rejects.toMatchObject({ code: 'changed-meanwhile' });
    await change({ retired: true }, 2);
    await expect(newFile(id)).rejects.toMatchObject({ code: 'unknown-number-head' });
    const offered = await office().get(OrganisationQueries).listNumberHeads(office().at('SO'), { limit: 200 });
    expect(offered.items.map((head) => head.id)).not.toContain(id);
    expect(await keptHead(id)).toMatchObject({ title: { hi: 'Nazarat', en: 'Nazarat' }, version: 3 });
    await change({ retired: false }, 3);
    expect(await newFile(id)).toContain('/1/');
  });
});

describe('an office that begins within the year', () => {
  it('goes on in diary, issue and file numbers from the last ones of its registers on paper', async () => {
    await numbered(WHOLE_HEAD);
    const { id: headId } = await create();
    const { unitId } = office();
    expect((await start({ kind: 'diary', last: 2871 })).number.en).toMatch(/^2872\//);
    expect((await start({ kind: 'issue', unitId, last: 1046 })).number.en).toMatch(/^1047\/EST-/);
    expect((await start({ kind: 'file', unitId, headId, last: 412 })).number.en).toContain('/413/');
    expect(await draw('diary')).toMatchObject({ serial: 2872 });
    expect(await draw('issue')).toMatchObject({ serial: 1047 });
    expect(await newFile(headId)).toContain('/413/');
    expect(await newFile(headId)).toContain('/414/');
    const events = await office().rows(
      `SELECT reason, data->>'lastGiven' AS last FROM event WHERE name = 'organisation.numbers_started' ORDER BY sequence`,
    );
    expect(events).toEqual(['2871', '1046', '412'].map((last) => ({ reason: REASON, last })));
  });

  it('may go on once more from a higher one, and never from one at or below what was drawn', async () => {
    const { serial } = await draw('diary');
    for (const last of [1, serial - 1, serial])
      await expect(start({ last })).rejects.toMatchObject({ code: 'number-drawn', params: { drawn: serial } });
    await start({ last: serial + 100 });
    expect(await draw('diary')).toMatchObject({ serial: serial + 101 });
    await expect(start({ last: serial + 100 })).rejects.toMatchObject({ code: 'number-drawn' });
  });

  it('says it as an administrator, of a unit and a head that there are', async () => {
    await expect(start({ last: 9000 }, office().at('SO'))).rejects.toMatchObject({ code: 'not-allowed' });
    await expect(start({ kind: 'issue', last: 9000 })).rejects.toMatchObject({ code: 'unknown-unit' });
    const { unitId } = office();
    await expect(start({ kind: 'file', unitId, last: 9000 })).rejects.toMatchObject({ code: 'unknown-number-head' });
  });

  it('draws no number twice while it is said, however many draw', async () => {
    const { serial } = await draw('diary');
    const draws = Array.from({ length: 12 }, () => draw('diary').then((drawn) => drawn.serial));
    await Promise.allSettled([start({ last: serial + 6 }), start({ last: serial + 40 })]);
    const drawn = await Promise.all(draws);
    expect(new Set(drawn).size).toBe(drawn.length);
  });

  it('is held to it by the database too: a counter goes higher only to a start that is said, and no start changes', async () => {
    const { serial } = await draw('diary');
    const raise = (to: number) => office().rows(`UPDATE counter SET value = $1 WHERE scheme = 'diary'`, [to]);
    await expect(raise(serial + 50)).rejects.toMatchObject({ constraint: 'counter_without_gap' });
    await expect(raise(serial - 1)).rejects.toMatchObject({ constraint: 'counter_without_gap' });
    await start({ last: serial + 10 });
    await expect(raise(serial + 10)).rejects.toMatchObject({ constraint: 'counter_without_gap' });
    await expect(office().rows('UPDATE number_start SET last = last + 1')).rejects.toMatchObject({
      constraint: 'number_start_is_final',
    });
  });
});

describe('the series of a template', () => {
  const ofTemplate = async (code: string, series: string | null) => {
    const text = { version: 2, blocks: [] };
    const content = { subject: 'अवकाश', salutation: null, body: text };
    const [row] = await office().rows(
      `INSERT INTO draft_template (id, organisation_id, code, name_hi, name_en, form, language, content, series)
       VALUES (gen_random_uuid(), $1, $2, 'अवकाश', 'Leave', 'letter', 'hi', $3, $4) RETURNING id`,
      [office().id, code, JSON.stringify(content), series],
    );
    return (row as { id: string }).id;
  };

  it('goes on from the last number on paper, without the numbers of the office', async () => {
    const templateId = await ofTemplate('ML', '{serial}/ML/{year}');
    const before = (await draw('issue')).serial;
    expect((await start({ kind: 'issue', templateId, last: 58 })).number.en).toMatch(/^59\/ML\//);
    const drawn = await office().transactions.run(office().at('SO'), async (tx) => {
      const number = await drawNumber(tx, { kind: 'issue', fields: {}, template: '{serial}/ML/{year}' });
      await tx.record('organisation.changed', office().id);
      return number;
    });
    expect([drawn.serial, (await draw('issue')).serial]).toEqual([59, before + 1]);
    await expect(start({ kind: 'issue', templateId, last: 58 })).rejects.toMatchObject({ code: 'number-drawn' });
  });

  it('is refused where the template has none, is of no letters, or is not there', async () => {
    const [plain, own] = [await ofTemplate('NONE', null), await ofTemplate('OWN', '{serial}/OWN/{year}')];
    const refused = { code: 'invalid-input', errors: [{ pointer: '#/templateId', detail: 'unknown-template' }] };
    for (const request of [
      { kind: 'issue', templateId: plain },
      { kind: 'diary', templateId: own },
      { kind: 'issue', templateId: crypto.randomUUID() },
    ] as const)
      await expect(start(request)).rejects.toMatchObject(refused);
  });
});
