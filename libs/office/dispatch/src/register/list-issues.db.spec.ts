import { randomUUID } from 'node:crypto';
import type { Actor } from '@patravali/authorization';
import type { ListIssues as ListIssuesQuery } from '@patravali/contract';
import { FindReferred } from '@patravali/letters';
import { ForwardFile } from '@patravali/movement';
import { everyPage } from '../../../../../test/support/office/every-page';
import { useOffice } from '../../../../../test/support/office/office';
import { WORDS } from '../../../../../test/support/office/words';
import { writeIssue } from '../../../../../test/support/papers/written-letters';
import { DispatchIssue } from '../sending/dispatch-issue';
import { IssueViewQuery } from './issue-view';
import { ListIssues } from './list-issues';

const office = useOffice({ holds: 'section' });

describe('the register of issued letters', () => {
  const letters = new Map<string, Awaited<ReturnType<typeof writeIssue>> & { fileId: string; fileNumber: string }>();
  const list = (actor: Actor, query: Partial<ListIssuesQuery> = {}, limit = 2) =>
    everyPage(limit, (page) =>
      office()
        .get(ListIssues)
        .execute(actor, { ...query, ...page }),
    );
  const shown = async (actor: Actor, query: Partial<ListIssuesQuery> = {}, limit = 2) => {
    const rows = await list(actor, query, limit);
    return rows.map(({ id }) => [...letters].find(([, letter]) => letter.id === id)?.[0] ?? 'unknown').join(' ');
  };

  /**
   * From normal files of the assistant: `served` by midnight, `begun` a minute after it, `unserved`; `secret` from a
   * confidential file, which the section officer has sent him. All are issued by the section officer and signed by the under secretary.
   */
  beforeAll(async () => {
    const issues = [
      ['served', 'normal', 3, '2026-04-01T18:29:00Z'],
      ['begun', 'normal', 1, '2026-04-01T18:31:00Z'],
      ['unserved', 'normal', 0, '2026-04-02T18:29:00Z'],
      ['secret', 'confidential', 2, '2026-04-02T18:31:00Z'],
    ] as const;
    const [aso, by, signatory] = [office().at('ASO'), office().at('SO'), office().at('US')];
    for (const [name, grading, served, at] of issues) {
      const { fileId, number: fileNumber } = await office().newFile(grading === 'normal' ? aso : by, { grading });
      if (grading !== 'normal')
        await office()
          .get(ForwardFile)
          .execute(by, fileId, { toPostId: aso.postId, action: 'put_up', ...WORDS });
      const issue = await writeIssue(office(), { fileId, by, signatory, served, at });
      letters.set(name, { ...issue, fileId, fileNumber });
    }
  });

  it('shows each letter once to whoever signed it, issued it, reads its file or sends the letters, the latest first', async () => {
    expect(await shown(office().at('US'))).toBe('secret unserved begun served');
    expect(await shown(office().at('SO'), {}, 1)).toBe('secret unserved begun served');
    expect(await shown(office().at('ASO'), {}, 3)).toBe('secret unserved begun served');
    expect(await shown(office().at('DS'))).toBe('unserved begun served');
    expect(await shown(office().at('DISPATCH'))).toBe('unserved begun served');
    expect(await shown(office().at('AUDIT'))).toBe('unserved begun served');
    expect(await shown(office().at('CLERK'))).toBe('');
  });

  it('shows what is still to be sent to somebody, to those who may send it', async () => {
    const query = { state: 'to_dispatch' } as const;
    expect(await shown(office().at('US'), query, 1)).toBe('secret unserved begun');
    expect(await shown(office().at('SO'), query)).toBe('secret unserved begun');
    expect(await shown(office().at('DISPATCH'), query, 1)).toBe('unserved begun');
    expect(await shown(office().at('ASO'), query)).toBe('');
    expect(await shown(office().at('AUDIT'), query)).toBe('');
  });

  it('is read by days, both of them included, by the calendar of India', async () => {
    const us = office().at('US');
    expect(await shown(us, { from: '2026-04-02', to: '2026-04-02' }, 1)).toBe('unserved begun');
    expect(await shown(us, { from: '2026-04-03' })).toBe('secret');
    expect(await shown(us, { to: '2026-04-01' })).toBe('served');
    expect(await shown(us, { to: '2026-04-02', state: 'to_dispatch' })).toBe('unserved begun');
  });

  it('is narrowed by addressee, part of a number and state, and shows of that no more than one may see', async () => {
    const [us, dispatch] = [office().at('US'), office().at('DISPATCH')];
    expect(await shown(us, { party: 'कोषाधि' }, 1)).toBe('secret unserved begun served');
    expect(await shown(us, { party: 'आयुक्त' })).toBe('');
    const { number = '' } = letters.get('begun') ?? {};
    expect(await shown(us, { numberHas: number.toLowerCase().slice(0, -1) }, 1)).toContain('begun');
    expect(await shown(us, { numberHas: number, from: '2026-04-03' })).toBe('');
    expect(await shown(dispatch, { numberHas: letters.get('secret')?.number ?? '' })).toBe('');
    expect(await shown(us, { state: 'issued' }, 3)).toBe('secret unserved begun served');
    expect(await shown(us, { state: 'cancelled' })).toBe('');
  });

  it('is asked for one number, which is shown to whoever sees its letter', async () => {
    const number = letters.get('secret')?.number ?? '';
    expect(await shown(office().at('US'), { number }, 1)).toBe('secret');
    expect(await shown(office().at('DISPATCH'), { number })).toBe('');
    expect(await shown(office().at('US'), { number: number.slice(1) })).toBe('');
  });

  it('tells what notes refer to: of letters and files that one may read, and no word of all others', async () => {
    const [normal, secret] = ['unserved', 'secret'].map((name) => letters.get(name));
    if (!normal || !secret) throw new Error('no letters were written');
    const told = async (actor: Actor) => {
      const files = [normal.fileId, secret.fileId, randomUUID()].join(',');
      const issues = [secret.id, normal.id, randomUUID()].join(',');
      const found = await office().get(FindReferred).execute(actor, { files, issues });
      return [found.files, found.issues].map((list) => list.map(({ number }) => number).toSorted());
    };
    const [open, closed] = [
      [[normal.fileNumber], [normal.number]],
      [[normal.fileNumber, secret.fileNumber].toSorted(), [normal.number, secret.number].toSorted()],
    ];
    expect(await told(office().at('AUDIT'))).toEqual(open);
    expect(await told(office().at('ASO'))).toEqual(closed);
    // A dispatcher sends the letter without reading its file.
    expect(await told(office().at('DISPATCH'))).toEqual([[], [normal.number]]);
    expect(await told(office().at('CLERK'))).toEqual([[], []]);
    expect(await office().get(FindReferred).execute(office().at('ASO'), {})).toEqual({ files: [], issues: [] });
  });

  it('says of each letter to whom it has gone and the number of its file, and opens the file to its readers alone', async () => {
    const [begun] = await list(office().at('US'), { from: '2026-04-02', to: '2026-04-02' }, 50).then((rows) =>
      rows.slice(1),
    );
    const letter = letters.get('begun');
    const [{ today } = { today: '' }] = await office().rows<{ today: string }>('SELECT india_today()::text AS today');
    expect(begun).toEqual({
      state: 'issued',
      draftId: letter?.draftId,
      waitsFor: null,
      cancelled: null,
      withdrawn: null,
      id: letter?.id,
      number: letter?.number,
      issuedOn: today,
      subject: 'अनुदान की स्वीकृति',
      language: 'hi',
      addressee: 'निरीक्षक',
      documentId: letter?.documentId,
      dispatched: 1,
      recipients: 3,
      queued: 0,
      notToBeSent: 0,
      to: [
        { name: 'निरीक्षक', asCopy: false, state: 'sent', reason: null },
        { name: 'प्रधानाचार्य', asCopy: false, state: 'to_send', reason: null },
        { name: 'कोषाधिकारी', asCopy: true, state: 'to_send', reason: null },
      ],
      signatory: office().at('US').postId,
      approvedBy: expect.objectContaining({ post: office().at('US').postId }) as object,
      issuedBy: expect.objectContaining({ post: office().at('SO').postId }) as object,
      fileNumber: letter?.fileNumber,
      file: { id: letter?.fileId, number: letter?.fileNumber },
    });
    const seen = await list(office().at('DISPATCH'));
    expect(seen.map(({ file, draftId }) => [file, draftId])).toEqual(Array.from({ length: 3 }, () => [null, null]));
    const numbers = ['unserved', 'begun', 'served'].map((name) => letters.get(name)?.fileNumber);
    expect(seen.map(({ fileNumber }) => fileNumber)).toEqual(numbers);
    expect((await list(office().at('US'))).map(({ dispatched }) => dispatched)).toEqual([2, 0, 1, 3]);
  });

  it('opens each letter for whoever sees it, to be sent by whoever may', async () => {
    const view = (actor: Actor, name: string) =>
      office()
        .get(IssueViewQuery)
        .execute(actor, letters.get(name)?.id ?? '');
    expect(await view(office().at('DISPATCH'), 'unserved')).toMatchObject({
      mayDispatch: true,
      sendings: [
        { recipient: 0, addressee: { name: 'निरीक्षक' }, asCopy: false, state: 'to_send' },
        { recipient: 1, addressee: { name: 'प्रधानाचार्य' }, asCopy: false },
        { recipient: 2, addressee: { name: 'कोषाधिकारी' }, asCopy: true },
      ],
    });
    expect(await view(office().at('ASO'), 'secret')).toMatchObject({ mayDispatch: false });
    expect(await view(office().at('SO'), 'secret')).toMatchObject({ mayDispatch: true });
    expect(await view(office().at('US'), 'secret')).toMatchObject({ mayDispatch: true });
    expect(await view(office().at('AUDIT'), 'unserved')).toMatchObject({ mayDispatch: false });
    await expect(view(office().at('DISPATCH'), 'secret')).rejects.toMatchObject({ code: 'not-found' });
    await expect(view(office().at('CLERK'), 'unserved')).rejects.toMatchObject({ code: 'not-found' });
  });

  it('is narrowed to what was sent to somebody in one way', async () => {
    const us = office().at('US');
    expect(await shown(us, { mode: 'speed_post' })).toBe('');
    await office()
      .get(DispatchIssue)
      .execute(us, letters.get('begun')?.id ?? '', { dispatches: [{ recipient: 1, mode: 'speed_post' }] });
    expect(await shown(us, { mode: 'speed_post' }, 1)).toBe('begun');
    expect(await shown(us, { mode: 'email' })).toBe('');
  });
});
