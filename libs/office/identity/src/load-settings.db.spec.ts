import { readOffice } from '@patravali/organisation';
import { anEmblem } from '../../../../test/support/papers/an-emblem';
import { useOffice } from '../../../../test/support/office/office';
import { SMALL_OFFICE } from '../../../../test/support/office/small-office';

const office = useOffice({ holds: 'nothing' });

describe('an office that is loaded', () => {
  it('rests on Sundays and second Saturdays unless told otherwise, and takes up what orders declare', async () => {
    await office().load(SMALL_OFFICE);
    const rest = () => office().rows('SELECT weekday, week FROM rest_day ORDER BY 1, 2');
    const sundays = [1, 2, 3, 4, 5].map((week) => ({ weekday: 0, week }));
    expect(await rest()).toEqual([...sundays, { weekday: 6, week: 2 }]);
    const diwali = { day: '2027-10-29', name: { hi: 'दीपावली', en: 'Diwali' } };
    const loaded = { ...SMALL_OFFICE, restDays: [{ weekday: 'sunday' as const }], declaredDays: [diwali] };
    expect(await office().load(loaded)).toMatchObject({ added: 1, changed: 1 });
    expect(await rest()).toEqual(sundays);
    const later = { ...loaded, declaredDays: [{ ...diwali, works: true }] };
    expect(await office().load(later)).toMatchObject({ added: 0, changed: 1 });
    expect(await office().load(later)).toMatchObject({ added: 0, changed: 0 });
    expect(await office().load(SMALL_OFFICE)).toMatchObject({ added: 0, changed: 0 });
    expect(await rest()).toEqual(sundays);
    await expect(office().load({ ...later, declaredDays: [diwali, diwali] })).rejects.toMatchObject({
      mistakes: [{ path: 'declaredDays[1]', code: 'duplicate' }],
    });
  });

  it('lets a post keep a case for seven working days, or as many as it says', async () => {
    const limit = async () => (await office().rows('SELECT desk_limit_days FROM organisation'))[0];
    expect(await limit()).toEqual({ desk_limit_days: 7 });
    const organisation = { ...SMALL_OFFICE.organisation, deskLimitDays: 10 };
    expect(await office().load({ ...SMALL_OFFICE, organisation })).toMatchObject({ changed: 1 });
    expect(await office().load(SMALL_OFFICE)).toMatchObject({ changed: 0 });
    expect(await limit()).toEqual({ desk_limit_days: 10 });
  });

  it('lays its letters out as the Centre does, or as it says, with the place before the date', async () => {
    const letterhead = async () =>
      (await office().rows('SELECT letter_layout, place_hi, place_en FROM organisation'))[0];
    expect(await letterhead()).toEqual({ letter_layout: 'central', place_hi: null, place_en: null });
    const place = { hi: 'आजमगढ़', en: 'Azamgarh' };
    const organisation = { ...SMALL_OFFICE.organisation, letterLayout: 'uttar_pradesh' as const, place };
    expect(await office().load({ ...SMALL_OFFICE, organisation })).toMatchObject({ changed: 1 });
    expect(await office().load(SMALL_OFFICE)).toMatchObject({ changed: 0 });
    expect(await letterhead()).toEqual({ letter_layout: 'uttar_pradesh', place_hi: 'आजमगढ़', place_en: 'Azamgarh' });
  });

  it('seals its letters, but for the forms that its officers sign', async () => {
    const forms = async () => (await office().rows('SELECT signed_forms FROM organisation'))[0];
    expect(await forms()).toEqual({ signed_forms: [] });
    const organisation = { ...SMALL_OFFICE.organisation, signedForms: ['do_letter' as const, 'notification' as const] };
    expect(await office().load({ ...SMALL_OFFICE, organisation })).toMatchObject({ changed: 1 });
    expect(await office().load({ ...SMALL_OFFICE, organisation })).toMatchObject({ changed: 0 });
    expect(await office().load(SMALL_OFFICE)).toMatchObject({ changed: 0 });
    expect(await forms()).toEqual({ signed_forms: ['do_letter', 'notification'] });
    const none = { ...SMALL_OFFICE.organisation, signedForms: [] };
    expect(await office().load({ ...SMALL_OFFICE, organisation: none })).toMatchObject({ changed: 1 });
    expect(await forms()).toEqual({ signed_forms: [] });
  });

  it('leaves its notes unsigned, or has them signed by their authors', async () => {
    const signed = async () => (await office().rows('SELECT signed_notes FROM organisation'))[0];
    expect(await signed()).toEqual({ signed_notes: false });
    const with_ = (signedNotes: boolean) => ({
      ...SMALL_OFFICE,
      organisation: { ...SMALL_OFFICE.organisation, signedNotes },
    });
    expect(await office().load(with_(true))).toMatchObject({ changed: 1 });
    expect(await office().load(SMALL_OFFICE)).toMatchObject({ changed: 0 });
    expect(await signed()).toEqual({ signed_notes: true });
    expect(await office().load(with_(false))).toMatchObject({ changed: 1 });
  });

  it('says where the holder of a post is reached', async () => {
    const reached = { phone: '05462-220201', email: 'first@example.org' };
    const posts = SMALL_OFFICE.posts.map((post, index) => (index === 0 ? { ...post, ...reached } : post));
    expect(await office().load({ ...SMALL_OFFICE, posts })).toMatchObject({ added: 0, changed: 1 });
    expect(await office().rows('SELECT phone, email FROM post WHERE phone IS NOT NULL')).toEqual([reached]);
    expect(await office().load(SMALL_OFFICE)).toMatchObject({ added: 0, changed: 1 });
    expect(await office().rows('SELECT phone FROM post WHERE phone IS NOT NULL')).toEqual([]);
  });

  it('begins its drafts from its templates, for the whole office or for a unit; one that is left out stays', async () => {
    const body = ['{दिनांक} को आख्या माँगी जाती है।'];
    const name = { hi: 'आख्या', en: 'Report' };
    const report = { code: 'REPORT', name, form: 'letter' as const, language: 'hi' as const, subject: 'आख्या', body };
    const parties = {
      addressees: [{ name: 'जिलाधिकारी', address: 'आज़मगढ़' }],
      copyTo: [{ name: 'कोषाधिकारी' }],
      enclosures: ['{पत्रावली संख्या} की प्रति'],
    };
    const draftTemplates = [report, { ...report, ...parties, unit: 'Estt', series: '{serial}/R/{year}' }];
    expect(await office().load({ ...SMALL_OFFICE, draftTemplates })).toMatchObject({ added: 2, changed: 0 });
    expect(await office().load({ ...SMALL_OFFICE, draftTemplates })).toMatchObject({ added: 0, changed: 0 });
    const retired = [{ ...report, inUse: false }];
    expect(await office().load({ ...SMALL_OFFICE, draftTemplates: retired })).toMatchObject({ added: 0, changed: 1 });
    expect(await office().load(SMALL_OFFICE)).toMatchObject({ added: 0, changed: 0 });
    const kept = await office().rows(`SELECT code, unit_id IS NULL AS "ofOffice", in_use AS "inUse", series,
      content #>> '{body,blocks,0,children,0,text}' AS text,
      content - ARRAY['subject', 'salutation', 'body'] AS parties FROM draft_template ORDER BY 2`);
    const [text] = body;
    expect(kept).toEqual([
      { code: 'REPORT', ofOffice: false, inUse: true, series: '{serial}/R/{year}', text, parties },
      { code: 'REPORT', ofOffice: true, inUse: false, series: null, text, parties: {} },
    ]);
    const wrong = [report, report, { ...report, unit: 'Nowhere', series: '{serial}/{file}' }];
    await expect(office().load({ ...SMALL_OFFICE, draftTemplates: wrong })).rejects.toMatchObject({
      mistakes: [
        { path: 'draftTemplates[1]', code: 'duplicate' },
        { path: 'draftTemplates[2].unit', code: 'unknownUnit' },
        { path: 'draftTemplates[2].series', code: 'templateField' },
        { path: 'draftTemplates[2].series', code: 'templateNeeds' },
      ],
    });
  });

  it.each([
    ['a field that there is not', { subject: '{कुछ}' }, 'draftTemplates[0].body unknownMergeField'],
    [
      'addressees of a form that has none',
      { form: 'office_order', addressees: [{ name: 'अ' }] },
      'draftTemplates[0].addressees noAddressees',
    ],
    ['an unknown field in an enclosure', { enclosures: ['{कुछ}'] }, 'draftTemplates[0].body unknownMergeField'],
    [
      'an English text beside a Hindi one',
      { english: { subject: 'x', body: ['x'] } },
      'draftTemplates[0].english oneLanguage',
    ],
  ])('refuses %s in a template', (_, changes, mistake) => {
    const template = {
      code: 'A',
      name: { hi: 'अ', en: 'A' },
      form: 'letter',
      language: 'hi',
      subject: 'अ',
      body: ['अ'],
    };
    const text = JSON.stringify({ ...SMALL_OFFICE, draftTemplates: [{ ...template, ...changes }] });
    expect(() => readOffice(text)).toThrow(mistake);
  });

  it('has the phrases that it says, of the office and of its units, each once', async () => {
    const phrases = [{ hi: 'मुझे यह कहने का निदेश हुआ है कि' }, { unit: 'Estt', hi: 'अनुभाग का', en: 'Of the section' }];
    expect(await office().load({ ...SMALL_OFFICE, phrases })).toMatchObject({ added: 2, changed: 0 });
    expect(await office().load({ ...SMALL_OFFICE, phrases })).toMatchObject({ added: 0, changed: 0 });
    expect(await office().load(SMALL_OFFICE)).toMatchObject({ added: 0, changed: 0 });
    expect(
      await office().rows('SELECT unit_id IS NULL AS "ofOffice", text_hi, text_en, place FROM quick_phrase ORDER BY 1'),
    ).toEqual([
      { ofOffice: false, text_hi: 'अनुभाग का', text_en: 'Of the section', place: 1 },
      { ofOffice: true, text_hi: 'मुझे यह कहने का निदेश हुआ है कि', text_en: null, place: 1 },
    ]);
    const many = Array.from({ length: 50 }, (_, index) => ({ en: `Phrase ${index}` }));
    await expect(office().load({ ...SMALL_OFFICE, phrases: many })).rejects.toMatchObject({
      mistakes: [{ path: 'phrases[49]', code: 'tooManyPhrases' }],
    });
    await expect(office().load({ ...SMALL_OFFICE, phrases: [{ unit: 'Nowhere', hi: 'अ' }] })).rejects.toMatchObject({
      mistakes: [{ path: 'phrases[0].unit', code: 'unknownUnit' }],
    });
    expect(() => readOffice(JSON.stringify({ ...SMALL_OFFICE, phrases: [{}] }))).toThrow('phrases[0] phraseNeedsWords');
  });

  it('has the look of its letters that it says', async () => {
    const look = async () =>
      (await office().rows('SELECT letterhead_languages, letterhead_colour, emblem FROM organisation'))[0];
    const emblem = anEmblem().toString('base64');
    const said = { letterheadLanguages: 'hi' as const, letterheadColour: '#1a5c4a', emblem };
    const organisation = { ...SMALL_OFFICE.organisation, ...said };
    expect(await office().load({ ...SMALL_OFFICE, organisation })).toMatchObject({ added: 0, changed: 1 });
    expect(await office().load({ ...SMALL_OFFICE, organisation })).toMatchObject({ changed: 0 });
    expect(await office().load(SMALL_OFFICE)).toMatchObject({ changed: 0 });
    expect(await look()).toEqual({ letterhead_languages: 'hi', letterhead_colour: '#1a5c4a', emblem });
    const without = { ...SMALL_OFFICE.organisation, emblem: null, letterheadColour: null };
    expect(await office().load({ ...SMALL_OFFICE, organisation: without })).toMatchObject({ changed: 1 });
    const wrong = { ...organisation, emblem: 'AAAA', letterheadColour: 'red' };
    const reading = () => readOffice(JSON.stringify({ ...SMALL_OFFICE, organisation: wrong }));
    expect(reading).toThrow('organisation.letterheadColour colour\norganisation.emblem notAPicture');
    const broken = anEmblem().fill(0, 60, 61).toString('base64');
    await expect(
      office().load({ ...SMALL_OFFICE, organisation: { ...organisation, emblem: broken } }),
    ).rejects.toMatchObject({ mistakes: [{ path: 'organisation.emblem', code: 'notAPicture' }] });
  });

  it('calls its urgencies as it says', async () => {
    const urgencies = [{ code: 'immediate' as const, name: { hi: 'अति आवश्यक', en: 'Most Immediate' } }];
    expect(await office().load({ ...SMALL_OFFICE, urgencies })).toMatchObject({ added: 1, changed: 0 });
    expect(await office().load({ ...SMALL_OFFICE, urgencies })).toMatchObject({ added: 0, changed: 0 });
    expect(await office().rows('SELECT code, name_en, set_by, in_use FROM office_urgency')).toEqual([
      { code: 'immediate', name_en: 'Most Immediate', set_by: 'anyone', in_use: true },
    ]);
    await expect(office().load({ ...SMALL_OFFICE, urgencies: [...urgencies, ...urgencies] })).rejects.toMatchObject({
      mistakes: [{ path: 'urgencies[1]', code: 'duplicate' }],
    });
  });

  it('lays its letters out as the offices of its state do, unless it or its administrator says otherwise', async () => {
    const layout = async () => (await office().rows('SELECT state, letter_layout FROM organisation'))[0];
    const inState = (state: 'UP' | 'BR', more = {}) => ({
      ...SMALL_OFFICE,
      organisation: { ...SMALL_OFFICE.organisation, state, ...more },
    });
    await office().rows(`UPDATE organisation SET letter_layout = 'central'`);
    expect(await office().load(inState('UP'))).toMatchObject({ changed: 1 });
    expect(await layout()).toEqual({ state: 'UP', letter_layout: 'uttar_pradesh' });
    await office().rows(`UPDATE organisation SET letter_layout = 'central'`);
    expect(await office().load(inState('UP'))).toMatchObject({ changed: 0 });
    expect(await office().load(SMALL_OFFICE)).toMatchObject({ changed: 0 });
    expect(await layout()).toEqual({ state: 'UP', letter_layout: 'central' });
    await office().load(inState('BR', { letterLayout: 'uttar_pradesh' }));
    expect(await layout()).toEqual({ state: 'BR', letter_layout: 'uttar_pradesh' });
  });

  it('names units, posts and heads in Hindi too, none of them twice', async () => {
    const [unit, ...units] = SMALL_OFFICE.units;
    const [post, ...posts] = SMALL_OFFICE.posts;
    const [head, ...heads] = SMALL_OFFICE.numberHeads;
    if (!unit || !post || !head) throw new Error('The small office has none of these');
    const named = (more: object[] = []) => ({
      ...SMALL_OFFICE,
      units: [{ ...unit, abbreviationHi: 'मु०' }, ...units],
      posts: [{ ...post, markingHi: 'आयुक्त' }, ...posts],
      numberHeads: [{ ...head, basicHi: 'ए' }, ...heads, ...more] as typeof SMALL_OFFICE.numberHeads,
    });
    expect(await office().load(named())).toMatchObject({ added: 0, changed: 3 });
    expect(await office().load(named())).toMatchObject({ changed: 0 });
    const known = await office().rows(
      `SELECT (SELECT abbreviation_hi FROM unit WHERE abbreviation = $1) AS unit,
      (SELECT marking_hi FROM post WHERE marking = $2) AS post, (SELECT max(basic_hi) FROM number_head) AS head`,
      [unit.abbreviation, post.marking],
    );
    expect(known).toEqual([{ unit: 'मु०', post: 'आयुक्त', head: 'ए' }]);
    const another = { ...head, basic: head.basic === 'Z' ? 'Y' : 'Z', basicHi: 'ए' };
    await expect(office().load(named([another]))).rejects.toMatchObject({
      mistakes: [{ path: `numberHeads[${SMALL_OFFICE.numberHeads.length}].basicHi`, code: 'duplicate' }],
    });
    const twice = { ...named(), units: [...named().units, { ...unit, abbreviation: 'NEW', abbreviationHi: 'मु०' }] };
    await expect(office().load(twice)).rejects.toMatchObject({
      mistakes: [{ path: `units[${SMALL_OFFICE.units.length}]`, code: 'duplicate', params: { found: 'मु०' } }],
    });
  });
});
