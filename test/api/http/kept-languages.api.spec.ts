import { type KeptLanguages, onlyLanguage } from '@patravali/contract';
import { messagesOf } from '@patravali/messages';
import { pdfText } from '../../../libs/platform/typesetting/test/pdf-text';
import { ORDER, REASON } from '../../support/establishment/establishment';
import { type Answer, useApi } from '../../support/http/api';
import { appointClerks, type Clerks, openAFileWithNote } from '../../support/http/clerks';

const HINDI = { hi: 'नज़ारत' };
const ENGLISH = { en: 'Nazarat' };
const BOTH = { ...HINDI, ...ENGLISH };

/** Each kind of office: what its names may be, and how they are kept. */
const OFFICES = [
  { kept: 'hi', own: HINDI, other: ENGLISH, stored: { hi: 'नज़ारत', en: 'नज़ारत' } },
  { kept: 'en', own: ENGLISH, other: HINDI, stored: { hi: 'Nazarat', en: 'Nazarat' } },
  { kept: 'bilingual', own: BOTH, other: HINDI, stored: BOTH },
] as const;

/** In the language that the office does not keep; either where it keeps both. */
const askedIn = (kept: KeptLanguages) => ({ 'accept-language': kept === 'hi' ? 'en' : 'hi' });
const answeredIn = (kept: KeptLanguages) => onlyLanguage(kept) ?? 'hi';

/** One office that becomes each of them. */
const api = useApi();
let clerks: Clerks;
beforeAll(async () => {
  clerks = await appointClerks(api());
});

describe.each(OFFICES)('an office that keeps $kept', ({ kept, own, other, stored }) => {
  const short = kept.toUpperCase();
  let letterhead: Answer;
  beforeAll(async () => {
    const body = { layout: 'central', place: null, keptLanguages: kept, languages: kept };
    letterhead = await administrator('put', '/letterhead', body);
  });
  const administrator = (method: 'get' | 'post' | 'put', path: string, body?: object) =>
    api().as(clerks.administrator, method, path, { headers: askedIn(kept), ...(body && { body }) });

  it('heads its letters so, and refuses to head them in another language', async () => {
    expect(letterhead).toMatchObject({ status: 200, body: { keptLanguages: kept, languages: kept } });
    const { body } = await administrator('get', '/session');
    expect(body).toMatchObject({ organisation: { keptLanguages: kept } });
    expect((await api().ask('get', '/api/v1/welcome')).body).toMatchObject({ keptLanguages: kept });
    const otherHead = { layout: 'central', place: null, languages: kept === 'en' ? 'hi' : 'en' };
    const answered = await administrator('put', '/letterhead', otherHead);
    expect(answered.status).toBe(kept === 'bilingual' ? 200 : 422);
    if (kept === 'bilingual') return;
    expect(answered.body).toMatchObject({
      errors: [{ pointer: '#/languages', detail: messagesOf('fields', kept)['language-not-kept'] }],
    });
    expect((await administrator('get', '/letterhead')).body).toMatchObject({ languages: kept });
  });

  it('asks names in its language alone, which then stand for both, and says in it what is missing', async () => {
    const rest = { abbreviation: short, abbreviationHi: null, parentId: null, reason: REASON };
    const posted = await administrator('post', '/units', { ...rest, name: own });
    expect(posted).toMatchObject({ status: 201 });
    expect(
      await api().office.rows('SELECT name_hi AS hi, name_en AS en FROM unit WHERE abbreviation = $1', [short]),
    ).toEqual([stored]);
    const refused = await administrator('post', '/units', { ...rest, abbreviation: `${short}2`, name: other });
    const missing = messagesOf('fields', answeredIn(kept)).missing;
    const field = kept === 'bilingual' ? 'en' : kept;
    expect(refused.body).toMatchObject({ errors: [{ pointer: `#/name/${field}`, detail: missing }] });
  });

  it('takes people, holidays, urgencies and kinds of cases in it as well', async () => {
    const asked = [
      await administrator('post', '/people', { username: `nazir.${kept}`, name: own, email: null, reason: ORDER }),
      await administrator('post', '/calendar/days', {
        year: 2099,
        days: [{ day: '2099-03-04', name: own }],
        reason: ORDER,
      }),
      await administrator('put', '/urgencies', { items: [{ code: 'immediate', name: own }], reason: ORDER }),
      await administrator('post', '/case-categories', { code: short, isNew: true, name: own, powers: [] }),
    ];
    expect(asked.map(({ status }) => status)).toEqual([201, 200, 200, 200]);
  });

  it('prints note sheets and registers in it, whatever the browser asks for', async () => {
    const fileId = await openAFileWithNote(api(), clerks.officer);
    const words = (language: 'hi' | 'en') => messagesOf('note-sheet', language).title;
    const shown = answeredIn(kept);
    const printed = async (path: string) => {
      const { body } = await api().as(clerks.officer, 'get', path, { headers: askedIn(kept) });
      return await pdfText(body as Buffer);
    };
    const sheet = await printed(`/files/${fileId}/note-sheet.pdf`);
    expect([sheet.includes(words(shown)), sheet.includes(words(shown === 'hi' ? 'en' : 'hi'))]).toEqual([true, false]);
    const csv = await api().as(clerks.officer, 'get', '/diary.csv?from=2026-01-01&to=2026-12-31', {
      headers: askedIn(kept),
    });
    expect(/[\u0900-\u097f]/.test(csv.text.split('\n')[0] ?? '')).toBe(shown === 'hi');
  });
});
