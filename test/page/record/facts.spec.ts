import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { factsOf } from '../../../apps/web/src/files/history/facts';
import { eventWordsOf } from '../../../apps/web/src/language/event-words';
import type { Messages } from '../../../apps/web/src/language/message-keys';
import { translationsOf } from '../../../apps/web/src/language/use-translations';

const POST = {
  id: '01890000-0000-7000-8000-000000000001',
  marking: 'SO(EST)',
  markingHi: null,
  designation: { hi: 'अनुभाग अधिकारी', en: 'Section Officer' },
};
const topic = (language: 'hi' | 'en', name: string) =>
  JSON.parse(
    readFileSync(join(__dirname, `../../../libs/office/messages/src/${language}/${name}.json`), 'utf8'),
  ) as object;
const messages = (language: 'hi' | 'en') =>
  ({ ...topic(language, 'vocabulary'), ...topic(language, 'file') }) as Messages;

describe('The history of a file tells', () => {
  const told = (data: Record<string, unknown>, language: 'hi' | 'en' = 'en') =>
    factsOf(data, { ...translationsOf(language, messages(language)), ...eventWordsOf(language) }, [POST]).map(
      ({ label, text }) => `${label}: ${text}`,
    );

  it('to whom a file went, for what and by when, in words and in both languages', () => {
    const sent = {
      movement: 2,
      toPostId: POST.id,
      action: 'for_orders',
      urgency: 'immediate',
      dueOn: '2026-11-24',
      note: null,
    };
    expect(told(sent)).toEqual([
      'Movement no.: 2',
      'To: SO(EST) · Section Officer',
      'Action asked: for orders',
      'Urgency: Immediate',
      'Due on: 24.11.2026',
    ]);
    expect(told(sent, 'hi').join('\n')).not.toMatch(/[a-z]{3}/);
    expect(told({ note: 3, noteKind: 'running_summary' })).toEqual(['Note no.: 3', 'Kind of note: Running summary']);
  });

  it('what a person reads first, first, in whatever order it was kept', () => {
    expect(told({ flag: 'puc', serial: 1, lastPage: 3, firstPage: 2, diaryNumber: '4/2026/CR' })).toEqual([
      'Diary number: 4/2026/CR',
      'Serial no.: 1',
      'First page: 2',
      'Last page: 3',
      'Flag: PUC',
    ]);
    const diarised = { diaryNumber: '4/CR/2026', diaryNumberHi: '4/के०डा०/2026' };
    expect([...told(diarised), ...told(diarised, 'hi')]).toEqual([
      'Diary number: 4/CR/2026',
      'डायरी संख्या: 4/के०डा०/2026',
    ]);
    expect(told({ dispatches: [diarised] }, 'hi')).toEqual(['प्रेषण: 4/के०डा०/2026']);
    const dispatches = [{ mode: 'email', email: 'a@example.in', recipient: 0 }];
    expect(told({ dispatches })).toEqual(['Dispatched to: Addressee no. 1, E-mail, a@example.in']);
  });

  it('what was changed as old and new, also where one of them is nothing', () => {
    expect(told({ subjectBefore: 'नलकूप की मरमत', subjectAfter: 'नलकूप की मरम्मत' })).toEqual([
      'Subject: नलकूप की मरमत → नलकूप की मरम्मत',
    ]);
    expect(told({ gradingBefore: 'normal', gradingAfter: 'secret' })).toEqual(['Grading: Normal → Secret']);
    expect(told({ remarksBefore: '', remarksAfter: 'यथावत' })).toEqual(['Remarks: — → यथावत']);
    expect(told({ changes: [{ field: 'letterDate', before: null, after: '2026-11-24' }] })).toEqual([
      'Date of the letter: — → 24.11.2026',
    ]);
    expect(told({ recipient: 0, from: 'a@example.in', to: 'b@example.in' })).toEqual([
      'Addressee no.: 1',
      'E-mail address: a@example.in → b@example.in',
    ]);
  });

  it('no id, and each of several things by itself', () => {
    const dispatches = [
      { id: POST.id, recipient: 0, mode: 'email', email: 'a@example.in' },
      { id: POST.id, recipient: 1, mode: 'speed_post', email: null },
    ];
    expect(told({ dispatches })).toEqual([
      'Dispatched to: Addressee no. 1, E-mail, a@example.in',
      'Dispatched to: Addressee no. 2, Speed Post',
    ]);
    expect(told({ dispatchId: POST.id, recipients: [0, 1], first: true })).toEqual([
      'Addressees no.: 1, 2',
      'Opened for the first time: yes',
    ]);
    expect(told({ toPostId: '01890000-0000-7000-8000-00000000000f' })).toEqual([]);
  });
});
