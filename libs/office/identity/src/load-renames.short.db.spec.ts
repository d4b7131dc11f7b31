import { LoadOffice } from '@patravali/identity';
import { type OfficeFileContent, OfficeMistakes, readOffice } from '@patravali/organisation';
import { useOffice } from '../../../../test/support/office/office';
import { SMALL_OFFICE } from '../../../../test/support/office/small-office';

const [headOffice, establishment] = SMALL_OFFICE.units;
const [sectionOfficer, head, store] = SMALL_OFFICE.posts;
type Changed = Partial<Record<keyof OfficeFileContent, unknown>>;
const described = (changes: Changed) => ({ ...SMALL_OFFICE, ...changes }) as OfficeFileContent;
/** The section under another name, and who holds it. */
const renamed = (formerly?: string) =>
  described({
    posts: [{ ...sectionOfficer, marking: 'SO(E)', ...(formerly !== undefined && { formerly }) }, head, store],
    tenures: SMALL_OFFICE.tenures.map((tenure) => (tenure.post === 'SO(EST)' ? { ...tenure, post: 'SO(E)' } : tenure)),
  });

describe('the description of an office that is there', () => {
  const office = useOffice({ holds: 'nothing' });
  const read = (content: OfficeFileContent) => readOffice(JSON.stringify(content));
  const wouldWrite = async (content: OfficeFileContent) =>
    (await office().get(LoadOffice).wouldWrite(read(content))).map(
      ({ kind, name, outcome }) => `${outcome} ${kind} ${name}`,
    );
  const mistakesIn = async (content: OfficeFileContent) => {
    const before = await office().counts();
    const error: unknown = await office()
      .load(content)
      .catch((refused: unknown) => refused);
    expect(await office().counts()).toEqual(before);
    if (!(error instanceof OfficeMistakes)) throw error;
    return error;
  };

  it('is tried first: what it would make is listed, and nothing is there afterwards', async () => {
    const before = await office().counts();
    const rows = await wouldWrite(SMALL_OFFICE);
    expect(rows).toHaveLength(17);
    expect(rows).toEqual(
      expect.arrayContaining([
        'added organisation District Panchayati Raj Office',
        'added post SO(EST)',
        'added numberHead A 11 12',
        'added tenure asha STORE',
      ]),
    );
    expect(await office().counts()).toEqual(before);
  });

  it('lists what would be changed and ended, and a try finds the mistakes that a loading finds', async () => {
    await office().load(SMALL_OFFICE);
    expect(await wouldWrite(SMALL_OFFICE)).toEqual([]);
    const [asha, ...others] = SMALL_OFFICE.tenures;
    const content = described({
      units: [{ ...headOffice, name: { hi: 'मुख्यालय', en: 'Head Office' } }, establishment],
      posts: [sectionOfficer, head, { ...store, superior: 'SO(EST)' }],
      tenures: [{ ...asha, until: '2026-05-31' }, ...others, { person: 'ravi', post: 'SO(EST)', from: '2026-06-01' }],
    });
    const before = await office().counts();
    expect(await wouldWrite(content)).toEqual([
      'changed unit HQ',
      'changed post STORE',
      'ended tenure asha SO(EST)',
      'added tenure ravi SO(EST)',
    ]);
    expect(await office().counts()).toEqual(before);
    await expect(
      wouldWrite(described({ people: [], tenures: [{ person: 'x', post: 'HEAD', from: '2020-01-01' }] })),
    ).rejects.toThrow(OfficeMistakes);
  });

  it('never makes a second post of one that bears another marking: it names both', async () => {
    const refused = await mistakesIn(renamed());
    expect(refused.mistakes).toContainEqual({
      path: 'posts[0]',
      code: 'looksRenamed',
      params: { found: 'SO(E)', other: 'SO(EST)' },
    });
    expect(refused.explain('en')).toContain('“SO(E)” looks like “SO(EST)”');
    expect(refused.explain('hi')).toContain('“SO(E)” वैसा ही है जैसा “SO(EST)”');
    const unit = { ...establishment, abbreviation: 'Est' };
    expect((await mistakesIn(described({ units: [headOffice, unit], posts: [head, store] }))).mistakes).toContainEqual({
      path: 'units[1]',
      code: 'looksRenamed',
      params: { found: 'Est', other: 'Estt' },
    });
  });

  it('renames a post when it says what it was called, keeps its holder and its former name, and may be loaded again', async () => {
    const ids = () => office().rows('SELECT id FROM post ORDER BY 1');
    const before = await ids();
    expect(await wouldWrite(renamed('SO(EST)'))).toEqual(['renamed post SO(E)']);
    expect(await office().load(renamed('SO(EST)'))).toMatchObject({ added: 0, changed: 1 });
    expect(await ids()).toEqual(before);
    expect(
      await office().rows(`SELECT marking, short AS formerly, username FROM post JOIN tenure ON tenure.post_id = post.id
        JOIN office_user person ON person.id = user_id JOIN former_name former ON former.post_id = post.id`),
    ).toEqual([{ marking: 'SO(E)', formerly: 'SO(EST)', username: 'asha' }]);
    expect(await office().load(renamed('SO(EST)'))).toMatchObject({ added: 0, changed: 0 });
  });

  it('is refused where both names are there, or neither', async () => {
    const withFormer = (marking: string, formerly: string) =>
      described({ posts: [head, { ...store, marking, formerly }], tenures: [] });
    expect((await mistakesIn(withFormer('STORE', 'SO(E)'))).mistakes).toContainEqual({
      path: 'posts[1].formerly',
      code: 'bothExist',
      params: { found: 'SO(E)', other: 'STORE' },
    });
    expect((await mistakesIn(withFormer('SHOP', 'GONE'))).mistakes).toContainEqual({
      path: 'posts[1].formerly',
      code: 'unknownPost',
      params: { found: 'GONE' },
    });
  });
});

describe('the description of an office that uses one language', () => {
  const office = useOffice({ holds: 'nothing' });
  const inHindi = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(inHindi);
    if (typeof value !== 'object' || value === null) return value;
    if ('hi' in value) return { hi: value.hi };
    return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, inHindi(each)]));
  };
  const described = (letterheadLanguages: string) => {
    const content = inHindi(SMALL_OFFICE) as typeof SMALL_OFFICE;
    return { ...content, organisation: { ...content.organisation, letterheadLanguages } } as OfficeFileContent;
  };

  it('names things in that alone, and is refused where it has said that it uses both, or the other', async () => {
    for (const languages of ['bilingual', 'en'])
      expect(() => readOffice(JSON.stringify(described(languages)))).toThrow(OfficeMistakes);
    expect(await office().load(described('hi'))).toMatchObject({ added: 17 });
    expect(await office().rows('SELECT DISTINCT designation_hi = designation_en AS same FROM post')).toEqual([
      { same: true },
    ]);
    expect(await office().load(described('hi'))).toMatchObject({ added: 0, changed: 0 });
  });

  it('is loaded where it keeps that language, whose letters are then headed in it and in no other', async () => {
    const content = described('hi');
    const kept = (more: object) => {
      const organisation = { ...content.organisation, letterheadLanguages: undefined, keptLanguages: 'hi', ...more };
      return { ...content, organisation } as OfficeFileContent;
    };
    expect(() => readOffice(JSON.stringify(kept({ letterheadLanguages: 'en' })))).toThrow(
      'organisation.letterheadLanguages languageNotKept',
    );
    expect(await office().load(kept({}))).toMatchObject({ added: 0, changed: 1 });
    expect(await office().rows('SELECT kept_languages, letterhead_languages FROM organisation')).toEqual([
      { kept_languages: 'hi', letterhead_languages: 'hi' },
    ]);
    await expect(office().rows(`UPDATE organisation SET letterhead_languages = 'en'`)).rejects.toMatchObject({
      constraint: 'letterhead_in_kept_languages',
    });
  });
});
