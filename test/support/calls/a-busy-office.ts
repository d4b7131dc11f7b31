import type { Actor } from '@patravali/authorization';
import { randomUUID } from 'node:crypto';
import { PDFDocument } from 'pdf-lib';
import { lettersOfAFile } from '../acts/every-act';
import type { TestApi } from '../http/api';
import { aLetter, aNote, appointClerks, openAFile } from '../http/clerks';
import { type Doing, post, send } from '../http/repetition';
import { writeActor, writeOffice } from '../office/rows';
import { lifeOfAFile } from '../tours/life-of-a-file';
import { reportReturned } from '../papers/reported-mail';

const FILES_EACH = 3;

/** People of all kinds, with something of everything on their desks and behind them; also one of another office. */
export async function aBusyOffice(api: TestApi): Promise<Readonly<Record<string, Actor>>> {
  const { office } = api;
  const clerks = await appointClerks(api);
  const { officer, clerk, stranger } = clerks;
  const go: Doing = async (by, step) => {
    const { status, body, text } = await send(api, by, step, randomUUID());
    if (status >= 300) throw new Error(`${step.does}: ${text}`);
    return body as Readonly<Record<string, unknown>>;
  };
  const living = await openAFile(api, clerk);
  for (const [who, step, otherBody] of lifeOfAFile(living, clerks)) await go(clerks[who], step, otherBody);
  const file = await openAFile(api, officer);
  const reported = (dispatchId: string) => reportReturned(office, dispatchId);
  await lettersOfAFile(
    { office, file, documentId: await aDocument(api, clerk), headId: office.headId, reported },
    clerks,
    go,
  );
  for (const by of [officer, clerk, stranger]) {
    for (let more = 0; more < FILES_EACH; more++) await aFileWithPapers(api, by, go);
  }
  return {
    ...clerks,
    dispatcher: await office.actor({ marking: 'DISPATCH', roles: ['dispatcher'], superior: officer }),
    linkOfficer: await office.linkOfficerOf(officer),
    assistant: await office.assistantOf(officer),
    elsewhere: await inAnotherOffice(api, go),
  };
}

/** A file with a note in writing, a draft of an officer's letter, and beside it a letter that has just come in. */
async function aFileWithPapers(api: TestApi, by: Actor, go: Doing): Promise<void> {
  const file = await openAFile(api, by);
  await go(by, post('addNote', `/files/${file}/notes`, aNote('परीक्षण कर प्रस्तुत।')), {});
  if (by.post.roles.includes('officer')) {
    await go(by, post('createDraft', `/files/${file}/drafts`, { content: aLetter(by.postId) }), {});
  } else {
    await go(by, post('createReceipt', '/receipts', { ...ENTRY, documentId: await aDocument(api, by) }), {});
  }
}

/** An uploaded PDF, whose bytes are there. */
async function aDocument(api: TestApi, by: Actor): Promise<string> {
  const { statusCode, payload } = await api.app.inject({
    method: 'POST',
    url: '/api/v1/documents?fileName=letter.pdf',
    headers: {
      authorization: `Bearer ${await api.token(by)}`,
      'x-acting-post': by.postId,
      'content-type': 'application/pdf',
    },
    payload: await aPdf(),
  });
  if (statusCode !== 201) throw new Error(`uploadDocument: ${payload}`);
  return (JSON.parse(payload) as { id: string }).id;
}

/** A PDF of one page, another one each time. */
export async function aPdf(): Promise<Buffer> {
  const pdf = await PDFDocument.create();
  pdf.addPage();
  pdf.setTitle(randomUUID());
  return Buffer.from(await pdf.save());
}

const ENTRY = {
  subject: 'सूचना का अधिकार',
  senderName: 'नागरिक',
  receivedOn: '2026-01-02',
  deliveryMode: 'post',
  language: 'hi',
};

/** Another office in the same database, whose things nobody here may learn of. */
async function inAnotherOffice({ office }: TestApi, go: Doing): Promise<Actor> {
  const written = await writeOffice(office.owner);
  const officer = await writeActor(office.owner, written, { unitId: written.units.EST });
  const body = { headId: written.headId, subject: 'अन्य कार्यालय' };
  const { id } = await go(officer, post('createFile', '/files', body), {});
  await go(officer, post('createDraft', `/files/${String(id)}/drafts`, { content: aLetter(officer.postId) }), {});
  return officer;
}
