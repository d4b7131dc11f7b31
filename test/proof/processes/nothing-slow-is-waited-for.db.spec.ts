import { Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { DraftContent } from '@patravali/contract';
import { DownloadDiary } from '@patravali/dak';
import { DispatchIssue, DownloadDispatchRegister, OfficeMail, SendDispatchMail } from '@patravali/dispatch';
import { UploadDocument } from '@patravali/documents';
import { ApproveDraft, CreateDraft, IssueDraft, PreviewDraft } from '@patravali/drafts';
import { NoteSheetPdf, WholeFilePdf } from '@patravali/records';
import { OBJECT_STORE, type ObjectStore, StoreUnavailable } from '@patravali/storage';
import { TYPESETTER, type Typesetter } from '@patravali/typesetting';
import type { Pool } from 'pg';
import { aPage } from '../../../libs/platform/typesetting/test/samples';
import { aLetter } from '../../support/http/clerks';
import { useOffice } from '../../support/office/office';

const office = useOffice({ holds: 'section' });
const typesetter = () => office().get<Typesetter>(TYPESETTER);
const store = () => office().get<ObjectStore>(OBJECT_STORE);
const so = () => office().at('SO');

/** On a new file, approved. */
async function approvedDraft() {
  const { fileId } = await office().newFile(so());
  const addressees = [{ name: 'निरीक्षक', email: 'inspector@example.in' }];
  const content = DraftContent.parse({ ...aLetter(so().postId), addressees });
  const { id } = await office().get(CreateDraft).execute(so(), fileId, { content, replyToReceiptId: null });
  await office().get(ApproveDraft).execute(so(), id, { draftVersion: 1, namedPostId: null });
  return { id, fileId, content };
}

type Act = () => Promise<unknown>;

/** What does not answer, and what then waits for it. */
const SILENT = {
  'the typesetter, when a letter is issued': () => jest.spyOn(typesetter(), 'typesetSigned'),
  'the store, when a letter is issued': () => jest.spyOn(store(), 'put'),
  'the typesetter, when a draft is looked at': () => jest.spyOn(typesetter(), 'typeset'),
  'the typesetter, when a note sheet is printed': () => jest.spyOn(typesetter(), 'typeset'),
  'the store, when a whole file is printed': () => jest.spyOn(store(), 'get'),
  'the typesetter, when a whole file is printed': () => jest.spyOn(typesetter(), 'bind'),
  'the typesetter, when the diary is printed': () => jest.spyOn(typesetter(), 'register'),
  'the typesetter, when the dispatch register is printed': () => jest.spyOn(typesetter(), 'register'),
  'the store, when a letter is uploaded': () => jest.spyOn(store(), 'take'),
  'the store, when a letter is mailed': () => jest.spyOn(store(), 'get'),
  'the mail server, when a letter is mailed': () => jest.spyOn(office().get(OfficeMail), 'send'),
} as const;

describe('nobody holds a connection while he waits for', () => {
  let acts: Record<keyof typeof SILENT, Act>;
  beforeAll(async () => {
    const [draft, other, issued] = [await approvedDraft(), await approvedDraft(), await approvedDraft()];
    const { fileId, content } = issued;
    const letter = await office().get(IssueDraft).execute(so(), issued.id);
    const dispatches = [{ recipient: 0, mode: 'email' } as const];
    const { dispatchIds } = await office().get(DispatchIssue).execute(so(), letter.issueId, { dispatches });
    const pdf = await typesetter().typeset(aPage);
    const upload = { fileName: 'पत्र.pdf', facts: { pages: 1, hasText: true } };
    const job = { organisationId: office().id, dispatchId: dispatchIds[0] ?? '' };
    const [mail, whole] = [office().get(SendDispatchMail), office().get(WholeFilePdf)];
    acts = {
      'the typesetter, when a letter is issued': () => office().get(IssueDraft).execute(so(), draft.id),
      'the store, when a letter is issued': () => office().get(IssueDraft).execute(so(), other.id),
      'the typesetter, when a draft is looked at': () => office().get(PreviewDraft).execute(so(), fileId, content),
      'the typesetter, when a note sheet is printed': () => office().get(NoteSheetPdf).execute(so(), fileId, 'hi'),
      'the store, when a whole file is printed': () => whole.execute(so(), fileId, { language: 'hi' }),
      'the typesetter, when a whole file is printed': () => whole.execute(so(), fileId, { language: 'hi' }),
      'the typesetter, when the diary is printed': () => office().get(DownloadDiary).execute(so(), {}, 'hi'),
      'the typesetter, when the dispatch register is printed': () =>
        office().get(DownloadDispatchRegister).execute(so(), {}, 'hi'),
      'the store, when a letter is uploaded': () =>
        office()
          .get(UploadDocument)
          .execute(office().at('ASO'), { ...upload, body: Readable.from([pdf]) }),
      'the store, when a letter is mailed': () => mail.execute(job, { last: false }),
      'the mail server, when a letter is mailed': () => mail.execute(job, { last: false }),
    };
  }, 60_000);
  afterEach(() => jest.restoreAllMocks());

  it.each(Object.keys(SILENT) as (keyof typeof SILENT)[])('%s', async (what) => {
    let fail: (error: Error) => void = () => undefined;
    const asked = SILENT[what]() as jest.SpyInstance;
    asked.mockReturnValue(new Promise<never>((_, reject) => (fail = reject)));
    const act = acts[what]().catch((error: unknown) => error);
    for (let tries = 0; tries < 2000 && asked.mock.calls.length === 0; tries++) await sleep(10);
    const { totalCount, idleCount } = (office().dataSource.driver as unknown as { master: Pool }).master;
    expect([asked.mock.calls.length, totalCount - idleCount]).toEqual([1, 0]);
    fail(new StoreUnavailable('silent'));
    expect(await act).toBeInstanceOf(Error);
  });
});
