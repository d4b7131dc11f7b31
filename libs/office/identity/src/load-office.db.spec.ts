import { type OfficeFileContent, OfficeMistakes, readOffice } from '@patravali/organisation';
import { useOffice } from '../../../../test/support/office/office';
import { SMALL_OFFICE } from '../../../../test/support/office/small-office';

const office = useOffice({ holds: 'nothing' });
const EVERYTHING = [
  'organisation',
  'unit',
  'post',
  'number_scheme',
  'number_head',
  'office_user',
  'tenure',
  'case_category',
  'power_delegation',
  'rest_day',
  'declared_day',
  'office_urgency',
];

async function everything() {
  const tables = [...EVERYTHING, 'sign_in_link', 'event'].map(
    (table) => `(SELECT json_agg(t ORDER BY t::text) FROM ${table} t) AS ${table}`,
  );
  return office().rows(`SELECT ${tables.join(', ')}`);
}

async function mistakesIn(content: OfficeFileContent): Promise<string[]> {
  const before = await everything();
  const error: unknown = await office()
    .load(content)
    .catch((refused: unknown) => refused);
  expect(await everything()).toEqual(before);
  if (!(error instanceof OfficeMistakes)) throw error;
  return error.mistakes.map(({ path, code }) => `${path} ${code}`);
}

const [headOffice, establishment] = SMALL_OFFICE.units;
const [sectionOfficer, head, store] = SMALL_OFFICE.posts;

describe('loading an office', () => {
  it('creates units, posts with their superiors, heads, people and tenures, and makes a link for each person', async () => {
    const loaded = await office().load(SMALL_OFFICE);
    expect(loaded.links.map(({ username }) => username)).toEqual(['asha', 'ravi']);
    expect(
      await office().rows(`SELECT post.marking, unit.abbreviation AS unit, superior.marking AS superior FROM post
        JOIN unit ON unit.id = unit_id LEFT JOIN post superior ON superior.id = post.superior_post_id ORDER BY post.level`),
    ).toEqual([
      { marking: 'HEAD', unit: 'HQ', superior: null },
      { marking: 'SO(EST)', unit: 'Estt', superior: 'HEAD' },
      { marking: 'STORE', unit: 'HQ', superior: 'HEAD' },
    ]);
    expect(await office().rows('SELECT name, user_id, data FROM event')).toEqual([
      {
        name: 'organisation.loaded',
        user_id: null,
        data: { added: 17, changed: 0, newPeople: ['asha', 'ravi'] },
      },
    ]);
  });

  it('loaded twice adds nothing and makes no link, and says so in the ledger', async () => {
    const before = await office().rows('SELECT count(*)::int AS tenures FROM tenure');
    expect(await office().load(SMALL_OFFICE)).toMatchObject({ added: 0, changed: 0, links: [] });
    expect(await office().rows('SELECT count(*)::int AS tenures FROM tenure')).toEqual(before);
    expect(await office().rows('SELECT sequence FROM event ORDER BY 1')).toEqual([{ sequence: 1 }, { sequence: 2 }]);
  });

  it('extends the office: a tenure ends, the next holder begins, a title is corrected, ids stay', async () => {
    const idsOf = () => office().rows('SELECT id FROM post ORDER BY 1');
    const before = await idsOf();
    const [asha, additional, ravi] = SMALL_OFFICE.tenures;
    const loaded = await office().load({
      ...SMALL_OFFICE,
      posts: [{ ...sectionOfficer, designation: { hi: 'अनुभाग अधिकारी (स्थापना)', en: 'Section Officer' } }, head, store],
      people: [...SMALL_OFFICE.people, { username: 'मीरा', name: { hi: 'मीरा', en: 'Mira' } }],
      tenures: [
        { person: 'मीरा', post: 'SO(EST)', from: '2026-06-01' },
        { ...asha, until: '2026-05-31' },
        additional,
        ravi,
      ],
    } as OfficeFileContent);
    expect(loaded).toMatchObject({ added: 2, changed: 2 });
    expect(loaded.links.map(({ username }) => username)).toEqual(['मीरा']);
    expect(await idsOf()).toEqual(before);
  });

  const withoutTenures = { ...SMALL_OFFICE, tenures: [] };
  const leave = {
    code: 'CL',
    name: { hi: 'आकस्मिक अवकाश', en: 'Casual leave' },
    unit: 'Estt',
    powers: [
      { from: '2020-01-01', levels: [2, 1] },
      { from: '2027-04-01', levels: [2], final: 'SO(EST)' },
    ],
  };

  it('keeps kinds of cases and the powers over them: what is left out stays', async () => {
    await office().load(withoutTenures);
    expect(await office().load({ ...withoutTenures, caseCategories: [leave] })).toMatchObject({ added: 3, changed: 0 });
    expect(await office().load({ ...withoutTenures, caseCategories: [leave] })).toMatchObject({ added: 0, changed: 0 });
    const later = { ...leave, unit: undefined, powers: [{ from: '2027-04-01', levels: [2] }] };
    expect(await office().load({ ...withoutTenures, caseCategories: [later] })).toMatchObject({ added: 0, changed: 2 });
    await office().load(withoutTenures);
    expect(
      await office().rows(`SELECT code, unit_id, from_on::text, levels, final_post_id FROM power_delegation
        JOIN case_category k ON k.id = category_id ORDER BY from_on`),
    ).toEqual([
      { code: 'CL', unit_id: null, from_on: '2020-01-01', levels: [2, 1], final_post_id: null },
      { code: 'CL', unit_id: null, from_on: '2027-04-01', levels: [2], final_post_id: null },
    ]);
  });

  it('names the mistakes in kinds of cases', async () => {
    const [power] = leave.powers;
    const wrong = (code: string, changes: object) => ({ ...leave, code, powers: [{ ...power, ...changes }] });
    expect(
      await mistakesIn({
        ...withoutTenures,
        caseCategories: [
          { ...leave, unit: 'Nowhere' },
          { ...leave, powers: [power, power] },
          wrong('A', { levels: [9, 1] }),
          wrong('B', { final: 'NOBODY' }),
          wrong('C', { final: 'STORE' }),
        ],
      } as OfficeFileContent),
    ).toEqual([
      'caseCategories[0].unit unknownUnit',
      'caseCategories[1].powers[1] duplicate',
      'caseCategories[1] duplicate',
      'caseCategories[2].powers[0].levels[0] levelWithoutPost',
      'caseCategories[3].powers[0].final unknownPost',
      'caseCategories[4].powers[0].final finalLevel',
    ]);
  });

  it('says which units an auditor audits, and keeps it up to date', async () => {
    await office().load(withoutTenures);
    const auditor = { ...store, marking: 'AUDIT', roles: ['auditor'] };
    const withAudits = (...audits: string[]) =>
      ({ ...withoutTenures, posts: [...SMALL_OFFICE.posts, { ...auditor, audits }] }) as OfficeFileContent;
    const audited = () =>
      office().rows(`SELECT array_agg(unit.abbreviation ORDER BY unit.abbreviation) AS units FROM post
        JOIN unit ON unit.id = ANY (post.audited_unit_ids) WHERE post.marking = 'AUDIT'`);
    expect(await office().load(withAudits('HQ', 'Estt', 'HQ'))).toMatchObject({ added: 1, changed: 0 });
    expect(await audited()).toEqual([{ units: ['Estt', 'HQ'] }]);
    expect(await office().load(withAudits('Estt', 'HQ'))).toMatchObject({ added: 0, changed: 0 });
    expect(await office().load(withAudits('Estt'))).toMatchObject({ added: 0, changed: 1 });
    expect(await audited()).toEqual([{ units: ['Estt'] }]);
    expect(await office().load(withAudits())).toMatchObject({ added: 0, changed: 1 });
    expect(await audited()).toEqual([{ units: null }]);
    expect(await mistakesIn(withAudits('Estt', 'Nowhere'))).toEqual(['posts[3].audits[1] unknownUnit']);
    expect(
      await mistakesIn({ ...withoutTenures, posts: [{ ...head, audits: ['HQ'] }] } as OfficeFileContent),
    ).toContain('posts[0].audits noAuditor');
  });

  it('names every mistake in one go, with its path, and changes nothing', async () => {
    expect(
      await mistakesIn({
        ...SMALL_OFFICE,
        organisation: { ...SMALL_OFFICE.organisation, demo: true },
        units: [headOffice, { ...establishment, parent: 'Nowhere' }, establishment] as OfficeFileContent['units'],
        posts: [
          { ...sectionOfficer, superior: 'STORE', unit: 'Nowhere' },
          head,
          { ...store, superior: 'SO(EST)' },
          { ...store, marking: 'LOST', superior: 'NOBODY' },
        ] as OfficeFileContent['posts'],
        numberSchemes: {
          ...SMALL_OFFICE.numberSchemes,
          diary: { template: '{serial}/{basic}', period: 'calendar' },
        },
        people: [...SMALL_OFFICE.people, { username: 'asha', name: { hi: 'आशा', en: 'Asha' } }],
        tenures: [
          { person: 'asha', post: 'SO(EST)', from: '2020-01-01' },
          { person: 'ravi', post: 'HEAD', from: '2020-01-01', until: '2019-01-01' },
          { person: 'nobody', post: 'GONE', from: '2020-01-01' },
          { person: 'asha', post: 'HEAD', from: '2025-01-01' },
          { person: 'ravi', post: 'HEAD', from: '2026-01-01' },
        ],
      }),
    ).toEqual([
      'organisation.demo demoAndReal',
      // As the post that audits, which this description leaves out.
      'posts[3] looksRenamed',
      'units[2] duplicate',
      'people[2] duplicate',
      'units[1].parent unknownUnit',
      'posts[0].unit unknownUnit',
      'posts[3].superior unknownPost',
      'tenures[2].person unknownPerson',
      'tenures[2].post unknownPost',
      'posts[0].superior circle',
      'numberSchemes.diary.template templateField',
      'numberSchemes.diary.template templateNeeds',
      'tenures[1].until endsBeforeItBegins',
      'tenures[0] regularTenuresOverlap',
      'tenures[4] regularTenuresOverlap',
    ]);
  });

  it('refuses the description of another office', async () => {
    const name = { hi: 'अन्य', en: 'Another' };
    expect(await mistakesIn({ ...SMALL_OFFICE, organisation: { ...SMALL_OFFICE.organisation, name } })).toContain(
      'organisation.name.en anotherOrganisation',
    );
  });
});

describe('reading office.json', () => {
  it('names what is missing, unknown or not in form, in the language of the terminal', () => {
    const read = () =>
      readOffice(
        JSON.stringify({
          ...SMALL_OFFICE,
          units: [{ abbreviation: 'with space', name: { hi: 'क' }, color: 'red' }],
          posts: [{ ...head, roles: ['king'], level: 0 }],
          people: [{ username: 'Asha Devi', name: { hi: 'आशा', en: 'Asha' } }],
          caseCategories: [
            { code: 'CL', name: { hi: 'अवकाश', en: 'Leave' }, powers: [{ from: '2020-01-01', levels: [1, 2] }] },
          ],
        }),
      );
    const error = caught(read);
    expect(error.mistakes.map(({ path, code }) => `${path} ${code}`).sort()).toEqual([
      'caseCategories[0].powers[0].levels ladder',
      'people[0].username username',
      'posts[0].level wrongForm',
      'posts[0].roles[0] wrongChoice',
      'units[0] unknownField',
      'units[0].abbreviation name',
      'units[0].name.en missing',
    ]);
    expect(error.explain('en')).toContain('units[0] there is no field “color” here');
    expect(error.explain('hi')).toContain('units[0].name.en नहीं लिखा है');
    expect(caught(() => readOffice('{')).mistakes).toMatchObject([{ path: '', code: 'notJson' }]);
  });
});

function caught(read: () => unknown): OfficeMistakes {
  try {
    read();
  } catch (error) {
    if (error instanceof OfficeMistakes) return error;
    throw error;
  }
  throw new Error('nothing was refused');
}
