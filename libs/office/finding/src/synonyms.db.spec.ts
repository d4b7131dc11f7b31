import { randomUUID } from 'node:crypto';
import type { Actor } from '@patravali/authorization';
import {
  MOST_SYNONYM_GROUPS,
  SearchOffice as SearchOfficeRequest,
  type StructuredText,
  Synonyms,
} from '@patravali/contract';
import { CreateFile, FindFiles } from '@patravali/files';
import { ForwardFile } from '@patravali/movement';
import { OfficeQuestions, TextIndex } from '@patravali/search';
import { useOffice } from '../../../../test/support/office/office';
import { SearchOffice } from './search-office';
import { AddSynonyms, ChangeSynonyms, RemoveSynonyms } from './synonyms/keep-synonyms';
import { ListSynonyms } from './synonyms/list-synonyms';

const office = useOffice({ holds: 'section' });
let administrator: Actor;

const add = (words: string[], by = administrator) => office().get(AddSynonyms).execute(by, { words });
const change = (id: string, words: string[], seen = 1, by = administrator) =>
  office().get(ChangeSynonyms).execute(by, id, { words }, seen);
const remove = (id: string, seen?: number, by = administrator) => office().get(RemoveSynonyms).execute(by, id, seen);
const list = async (by = administrator) => (await office().get(ListSynonyms).execute(by)).items;
const subjects = async (q: string) =>
  (await office().get(FindFiles).execute(office().at('SO'), { q, limit: 50 })).items.map(({ subject }) => subject);
const search = async (q: string) => {
  const request = SearchOfficeRequest.parse({ q, kind: 'note' });
  const { kinds } = await office().get(SearchOffice).execute(office().at('SO'), request);
  return kinds.flatMap(({ items }) =>
    items.map(({ foundBy, snippet }) => ({
      foundBy,
      marked: snippet?.marks.map(({ from, to }) => snippet.text.slice(from, to)),
    })),
  );
};
const said = (text: string): StructuredText => ({
  version: 1,
  paragraphs: [{ children: [{ type: 'text', text }] }],
});
const INSPECTION = 'लाटसाहब के भ्रमण की व्यवस्था';
const PIPE = 'पीबीआर योजना की प्रगति';

beforeAll(async () => {
  administrator = await office().actor({ marking: 'ADMIN', roles: ['administrator'] });
  const [so, us] = [office().at('SO'), office().at('US')];
  const cover = { headId: office().headId, grading: 'normal', urgency: 'ordinary' } as const;
  await office()
    .get(CreateFile)
    .execute(so, { ...cover, subject: INSPECTION });
  await office()
    .get(CreateFile)
    .execute(so, { ...cover, subject: PIPE });
  const { fileId } = await office().newFile(so);
  await office()
    .get(ForwardFile)
    .execute(so, fileId, {
      toPostId: us.postId,
      action: 'put_up',
      note: { text: said('पी.बी.आर. की किस्त प्राप्त नहीं हुई।'), decision: null },
      confirmNote: true,
    });
  await office().get(TextIndex).indexAll();
});
afterEach(async () => {
  for (const { id } of await list()) await remove(id);
});

describe('words that mean the same in an office', () => {
  it.each([
    ['पे० बो० रा०', 'an abbreviation with gaps'],
    ['पेयजल बोर्ड राहत', 'a phrase'],
    ['पेयजल बोर्डों की राहत', 'a phrase in another form'],
    ['PBR', 'in the other script'],
  ])('are found by %s: %s', async (q) => {
    expect(await subjects(q)).not.toContain(PIPE);
    await add(['पीबीआर', 'PBR', 'पे०बो०रा०', 'पेयजल बोर्ड राहत']);
    expect(await subjects(q)).toContain(PIPE);
    expect(await subjects(`${q} योजना`)).toEqual([PIPE]);
    expect(await subjects(`"${q}"`)).not.toContain(PIPE);
  });

  it('are found in notes too, which say that they mean the same', async () => {
    expect(await search('पेयजल बोर्ड राहत')).toEqual([]);
    await add(['पीबीआर', 'पेयजल बोर्ड राहत']);
    expect(await search('पेयजल बोर्ड राहत')).toEqual([{ foundBy: 'meaning', marked: ['पी.बी.आर'] }]);
  });

  it('hold for what every office calls them as well, both ways', async () => {
    await add(['लाटसाहब', 'जि०अ०']);
    expect(await subjects('जि० अ०')).toContain(INSPECTION);
    expect(await subjects('जिलाधिकारी')).toContain(INSPECTION);
    expect(await subjects('collector')).toContain(INSPECTION);
  });

  it('are found by no more once they are changed or taken away', async () => {
    const { id } = await add(['लाटसाहब', 'बड़े हाकिम']);
    expect(await subjects('बड़े हाकिम')).toEqual([INSPECTION]);
    expect(await change(id, ['लाटसाहब', 'छोटे हाकिम'])).toEqual({ id, version: 2 });
    expect(await subjects('बड़े हाकिम')).toEqual([]);
    expect(await subjects('छोटे हाकिम')).toEqual([INSPECTION]);
    await remove(id, 2);
    expect(await subjects('छोटे हाकिम')).toEqual([]);
    expect(await list()).toEqual([]);
  });

  it('are the office’s own: another finds nothing by them', async () => {
    await add(['लाटसाहब', 'बड़े हाकिम']);
    const questions = office().get(OfficeQuestions);
    expect((await questions.formulasFor(office().id, 'बड़े हाकिम'))?.meanings).toBeTruthy();
    expect((await questions.formulasFor(randomUUID(), 'बड़े हाकिम'))?.meanings).toBeNull();
  });

  it('are listed with the newest first, and each change is an event', async () => {
    const { id } = await add(['लाटसाहब', 'बड़े हाकिम']);
    await add(['PBR', 'पीबीआर']);
    await change(id, ['लाटसाहब', 'हाकिम']);
    expect(await list()).toMatchObject([
      { words: ['PBR', 'पीबीआर'], version: 1 },
      { id, words: ['लाटसाहब', 'हाकिम'], version: 2 },
    ]);
    await remove(id);
    const events = await office().rows(
      `SELECT name, related_id, data FROM event WHERE related_id = $1 ORDER BY sequence`,
      [id],
    );
    expect(events).toEqual([
      { name: 'organisation.synonyms_added', related_id: id, data: { synonyms: ['लाटसाहब', 'बड़े हाकिम'] } },
      { name: 'organisation.synonyms_changed', related_id: id, data: { synonyms: ['लाटसाहब', 'हाकिम'] } },
      { name: 'organisation.synonyms_removed', related_id: id, data: { synonyms: ['लाटसाहब', 'हाकिम'] } },
    ]);
  });
});

describe('words that cannot mean the same', () => {
  const invalid = (...errors: object[]) => ({ code: 'invalid-input', errors });

  it.each([
    [['डीएम', '%% - ‘’'], { pointer: '#/words/1', detail: 'synonym-without-letters', params: { word: '%% - ‘’' } }],
    [['डीएम', 'का की'], { pointer: '#/words/1', detail: 'synonym-without-letters' }],
    [['पेंशन', 'पेन्शन'], { pointer: '#/words/1', detail: 'synonym-twice', params: { other: 'पेंशन' } }],
    [['कर्मचारी', 'staff', 'कर्मचारियों'], { pointer: '#/words/2', detail: 'synonym-twice' }],
    [
      ['एक', 'दो तीन चार पाँच छह सात आठ दस बीस'],
      { pointer: '#/words/1', detail: 'synonym-too-long', params: { most: 8 } },
    ],
  ])('%j', async (words, error) => {
    await expect(add(words)).rejects.toMatchObject(invalid(error));
    expect(await list()).toEqual([]);
  });

  it.each([
    [[], 'synonyms-too-few'],
    [['पेंशन'], 'synonyms-too-few'],
    [Array.from({ length: 25 }, (_, at) => `शब्द${at}`), 'expected array to have <=24 items'],
    [['पेंशन', 'क'.repeat(500)], 'expected string to have <=60 characters'],
    [['पेंशन', ''], 'expected string to have >=1 characters'],
    [['पेंशन', 'दो\nपंक्तियाँ'], 'one-line'],
  ])('are no request: %j', (words, message) => {
    const { error } = Synonyms.safeParse({ words });
    expect(error?.issues).toEqual([expect.objectContaining({ message: expect.stringContaining(message) as string })]);
  });

  it('stand in another group, which the refusal names', async () => {
    const { id } = await add(['पेंशन', 'निवृत्ति वेतन']);
    const other = await add(['लाटसाहब', 'बड़े हाकिम']);
    const taken = {
      code: 'synonym-taken',
      params: { word: 'पेन्शन', words: ['पेंशन', 'निवृत्ति वेतन'] },
      errors: [{ pointer: '#/words/1', detail: 'synonym-taken' }],
    };
    await expect(add(['सेवानिवृत्ति', 'पेन्शन'])).rejects.toMatchObject(taken);
    await expect(change(other.id, ['लाटसाहब', 'पेन्शन'])).rejects.toMatchObject(taken);
    expect(await list()).toMatchObject([
      { id: other.id, version: 1, words: ['लाटसाहब', 'बड़े हाकिम'] },
      { id, words: ['पेंशन', 'निवृत्ति वेतन'] },
    ]);
    // Its own words are no others.
    expect(await change(id, ['पेन्शन', 'निवृत्ति वेतन', 'पेंशनर'])).toMatchObject({ version: 2 });
  });

  it.each([1, 0])('are added by two at a time: one of them is refused', async (first) => {
    const both = [
      ['लाटसाहब', 'हाकिम'],
      ['बड़े हाकिम', 'लाटसाहब'],
    ];
    const done = await Promise.allSettled([add(both[first] ?? []), add(both[1 - first] ?? [])]);
    expect(done.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await list()).toHaveLength(1);
  });

  it('would be more groups than an office keeps', async () => {
    await office().owner.query(
      `INSERT INTO synonym_group (id, organisation_id, words, stems)
       SELECT gen_random_uuid(), $1, ARRAY['a' || at, 'b' || at], ARRAY['a' || at, 'b' || at] FROM generate_series(1, $2) at`,
      [office().id, MOST_SYNONYM_GROUPS],
    );
    await expect(add(['लाटसाहब', 'हाकिम'])).rejects.toMatchObject({ code: 'too-many-synonyms' });
    expect(await list()).toHaveLength(MOST_SYNONYM_GROUPS);
    await office().owner.query('DELETE FROM synonym_group WHERE organisation_id = $1', [office().id]);
  });

  it('are changed by nobody but an administrator, who saw them as they are', async () => {
    const { id } = await add(['लाटसाहब', 'हाकिम']);
    const so = office().at('SO');
    const refused = { code: 'not-allowed' };
    await expect(add(['एक', 'दो'], so)).rejects.toMatchObject(refused);
    await expect(change(id, ['एक', 'दो'], 1, so)).rejects.toMatchObject(refused);
    await expect(remove(id, 1, so)).rejects.toMatchObject(refused);
    await expect(list(so)).rejects.toMatchObject(refused);
    await expect(change(id, ['एक', 'दो'], 2)).rejects.toMatchObject({ code: 'changed-meanwhile' });
    await expect(remove(id, 2)).rejects.toMatchObject({ code: 'changed-meanwhile' });
    await expect(change(office().id, ['एक', 'दो'])).rejects.toMatchObject({ code: 'not-found' });
    expect(await list()).toMatchObject([{ id, words: ['लाटसाहब', 'हाकिम'] }]);
  });
});
