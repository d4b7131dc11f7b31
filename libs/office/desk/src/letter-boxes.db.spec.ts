import type { Actor } from '@patravali/authorization';
import {
  CreateReceipt as CreateReceiptRequest,
  DispatchIssue as DispatchIssueRequest,
  DraftContent,
  RegisterQuery,
} from '@patravali/contract';
import { PutReceiptInFile } from '@patravali/correspondence';
import { CreateReceipt, ForwardReceipt, OpenReceipt } from '@patravali/dak';
import { DraftBox, ReceiptBox } from '@patravali/desk';
import { DispatchIssue, ListIssues } from '@patravali/dispatch';
import { ApproveDraft, CancelDraft, CreateDraft, IssueDraft } from '@patravali/drafts';
import { ForwardFile } from '@patravali/movement';
import { everyPage } from '../../../../test/support/office/every-page';
import { type Marking, useOffice } from '../../../../test/support/office/office';
import { WORDS } from '../../../../test/support/office/words';
import { DeskCountsQuery } from './desk-counts';

const AT = '2026-01-05T10:00:00.123456Z';
const LIMITS = [1, 2, 3, 4];

describe('receipts, drafts and letters to dispatch', () => {
  const office = useOffice({ holds: 'section' });
  const counts = async (marking: Marking) => {
    const { receipts, unreadReceipts, drafts, toDispatch } = await office()
      .get(DeskCountsQuery)
      .execute(office().at(marking));
    return { receipts, unreadReceipts, drafts, toDispatch };
  };
  const NOTHING = { receipts: 0, unreadReceipts: 0, drafts: 0, toDispatch: 0 };

  const diarise = async (by: Actor) => {
    const documentId = await office().newDocument(by);
    const letter = {
      documentId,
      subject: 'अनुदान',
      senderName: 'निरीक्षक',
      receivedOn: '2020-01-20',
      deliveryMode: 'post',
      language: 'hi',
    };
    return (await office().get(CreateReceipt).execute(by, CreateReceiptRequest.parse(letter))).id;
  };
  const draft = async (by: Actor, fileId: string) => {
    const paragraphs = [{ children: [{ type: 'text', text: 'स्वीकृति प्रदान की जाती है।' }] }];
    const letter = {
      form: 'letter',
      language: 'hi',
      subject: 'अनुदान',
      addressees: [{ name: 'निरीक्षक' }],
      copyTo: [{ name: 'कोषाधिकारी' }],
      body: { version: 1, paragraphs },
    };
    const content = DraftContent.parse({ ...letter, signatoryPostId: by.postId });
    return (await office().get(CreateDraft).execute(by, fileId, { content, replyToReceiptId: null })).id;
  };
  const issue = async (by: Actor, fileId: string) => {
    const id = await draft(by, fileId);
    await office().get(ApproveDraft).execute(by, id, { draftVersion: 1, namedPostId: null });
    return (await office().get(IssueDraft).execute(by, id)).issueId;
  };
  const dispatch = (issueId: string, recipient: number) =>
    office()
      .get(DispatchIssue)
      .execute(
        office().at('DISPATCH'),
        issueId,
        DispatchIssueRequest.parse({ dispatches: [{ recipient, mode: 'post' }] }),
      );
  const ids = async (rows: Promise<{ id: string }[]>) => (await rows).map(({ id }) => id);

  it('are counted on the desk where they lie, until they are in a file', async () => {
    const [clerk, other] = [office().at('CLERK'), office().at('OTHER')];
    const id = await diarise(clerk);
    expect([await counts('CLERK'), await counts('OTHER')]).toEqual([{ ...NOTHING, receipts: 1 }, NOTHING]);
    await office().get(ForwardReceipt).execute(clerk, id, { toPostId: other.postId, action: 'put_up' });
    expect([await counts('CLERK'), await counts('OTHER')]).toEqual([
      NOTHING,
      { ...NOTHING, receipts: 1, unreadReceipts: 1 },
    ]);
    await office().get(OpenReceipt).execute(other, id);
    expect(await counts('OTHER')).toEqual({ ...NOTHING, receipts: 1 });
    const { fileId } = await office().newFile(other);
    await office().get(PutReceiptInFile).execute(other, id, { fileId, flag: 'puc' });
    expect([await counts('CLERK'), await counts('OTHER')]).toEqual([NOTHING, NOTHING]);
  });

  it('are counted as drafts with whoever holds the file, until they are issued or cancelled', async () => {
    const [so, us] = [office().at('SO'), office().at('US')];
    const { fileId } = await office().newFile(so);
    const [first, second] = [await draft(so, fileId), await draft(so, fileId)];
    expect(await counts('SO')).toMatchObject({ drafts: 2 });
    await office().get(ApproveDraft).execute(so, first, { draftVersion: 1, namedPostId: null });
    expect(await counts('SO')).toMatchObject({ drafts: 2 });
    await office().get(IssueDraft).execute(so, first);
    expect(await counts('SO')).toMatchObject({ drafts: 1 });
    await office()
      .get(ForwardFile)
      .execute(so, fileId, { toPostId: us.postId, action: 'put_up', ...WORDS });
    expect([await counts('SO'), await counts('US')]).toMatchObject([{ drafts: 0 }, { drafts: 1 }]);
    await office().get(CancelDraft).execute(us, second, { reason: 'अब आवश्यक नहीं' });
    expect(await counts('US')).toMatchObject({ drafts: 0 });
  });

  it('are to be dispatched until each recipient has the letter', async () => {
    const so = office().at('SO');
    const before = (await counts('DISPATCH')).toDispatch;
    const id = await issue(so, (await office().newFile(so)).fileId);
    const listed = async (marking: Marking) => {
      const query = { ...RegisterQuery.parse({}), state: 'to_dispatch' } as const;
      return (await office().get(ListIssues).execute(office().at(marking), query)).items.map((row) => row.id);
    };
    expect(await counts('DISPATCH')).toMatchObject({ toDispatch: before + 1 });
    expect([await listed('DISPATCH'), await listed('CLERK')]).toEqual([expect.arrayContaining([id]), []]);
    await dispatch(id, 0);
    expect(await counts('DISPATCH')).toMatchObject({ toDispatch: before + 1 });
    await dispatch(id, 1);
    expect(await counts('DISPATCH')).toMatchObject({ toDispatch: before });
    expect(await listed('DISPATCH')).not.toContain(id);
    expect(await counts('CLERK')).toEqual(NOTHING);
  });

  it('are neither lost nor repeated between pages, though all have one key', async () => {
    const ds = office().at('DS');
    const { fileId } = await office().newFile(ds);
    const [receipts, drafts, letters]: [string[], string[], string[]] = [[], [], []];
    for (let n = 0; n < 4; n++) {
      receipts.push(await diarise(office().at('CLERK')));
      drafts.push(await draft(ds, fileId));
      letters.push(await issue(ds, fileId));
    }
    await office().rows(`UPDATE receipt SET since = '${AT}', diarised_at = '${AT}' WHERE id = ANY ($1)`, [receipts]);
    await office().rows(`UPDATE draft SET changed_at = '${AT}' WHERE id = ANY ($1)`, [drafts]);
    await office().rows('ALTER TABLE issue DISABLE TRIGGER USER');
    await office().rows(`UPDATE issue SET issued_at = '${AT}' WHERE id = ANY ($1)`, [letters]);
    await office().rows('ALTER TABLE issue ENABLE TRIGGER USER');
    const query = { from: '2026-01-05', to: '2026-01-05' };
    for (const limit of LIMITS) {
      const box = everyPage(limit, (page) => office().get(ReceiptBox).execute(office().at('CLERK'), page));
      expect([limit, await ids(box)]).toEqual([limit, [...receipts].reverse()]);
      const desk = everyPage(limit, (page) => office().get(DraftBox).execute(ds, page));
      expect([limit, await ids(desk)]).toEqual([limit, [...drafts].reverse()]);
      for (const state of [undefined, 'to_dispatch'] as const) {
        const register = everyPage(limit, (page) =>
          office()
            .get(ListIssues)
            .execute(ds, { ...query, ...page, state }),
        );
        expect([limit, state, await ids(register)]).toEqual([limit, state, [...letters].reverse()]);
      }
    }
  });
});
