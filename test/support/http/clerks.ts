import type { Actor } from '@patravali/authorization';
import type { TestApi } from './api';

export type Clerks = Readonly<Record<'officer' | 'clerk' | 'stranger' | 'administrator' | 'auditor', Actor>>;

/** An officer, a clerk below, an officer of whom neither has heard, who looks after the office, and who audits it. */
export async function appointClerks({ office }: TestApi): Promise<Clerks> {
  const officer = await office.actor({ marking: 'SO(EST)' });
  const clerk = await office.actor({ marking: 'DH(EST)-1', roles: ['dealing_hand'], superior: officer });
  const stranger = await office.actor({ marking: 'SO(GAD)' });
  const administrator = await office.actor({ marking: 'ADMIN', roles: ['administrator'] });
  const auditor = await office.actor({ marking: 'AUD(OFFICE)', roles: ['auditor'] });
  return { officer, clerk, stranger, administrator, auditor };
}

/** A new file on the desk of that post, opened over the API. */
export async function openAFile(api: TestApi, by: Actor, subject = 'वृद्धावस्था पेंशन'): Promise<string> {
  const { body } = await api.as(by, 'post', '/files', { body: { headId: api.office.headId, subject } });
  return (body as { id: string }).id;
}

/** The same with a yellow note of that post, which goes onto the sheet with whatever it asks of others. */
export async function openAFileWithNote(api: TestApi, by: Actor): Promise<string> {
  const fileId = await openAFile(api, by);
  await api.as(by, 'post', `/files/${fileId}/notes`, { body: aNote('परामर्श अपेक्षित है।') });
  return fileId;
}

/** A note of one paragraph. */
export function aNote(text: string) {
  return { text: { version: 1, paragraphs: [{ children: [{ type: 'text', text }] }] } };
}

/** A template of the office for letters in Hindi, as it is kept. */
export function aTemplate(code: string) {
  return {
    of: 'office',
    code,
    name: { hi: 'आख्या हेतु पत्र', en: 'Calling for a report' },
    form: 'letter',
    language: 'hi',
    content: {
      subject: '{पत्रावली का विषय} के सम्बन्ध में',
      salutation: null,
      body: aNote('{दिनांक} को {उत्तर की तिथि} तक आख्या माँगी जाती है।').text,
    },
  };
}

/** The text of a letter to a collector, which the holder of that post will sign. */
export function aLetter(signatoryPostId: string) {
  return {
    form: 'letter',
    language: 'hi',
    subject: 'सड़क की मरम्मत के सम्बन्ध में',
    signatoryPostId,
    addressees: [{ name: 'जिलाधिकारी', address: 'आज़मगढ़' }],
    body: aNote('कृपया आख्या उपलब्ध करायें।').text,
  };
}
