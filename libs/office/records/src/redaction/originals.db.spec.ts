import { buffer } from 'node:stream/consumers';
import type { Actor } from '@patravali/authorization';
import type { RedactionMark } from '@patravali/contract';
import { DetachLetter } from '@patravali/correspondence';
import { IssueViewQuery } from '@patravali/dispatch';
import { DocumentBytes, ReadDocument } from '@patravali/documents';
import { FileHistory } from '@patravali/files';
import { ListOriginals, ListRedactions, MakeRedaction, RedactDocument } from '@patravali/records';
import { everyPage } from '../../../../../test/support/office/every-page';
import { insideOf, waysToWrite } from '../../../../../test/support/papers/inside-pdf';
import {
  ADDRESSEES,
  letterWithPapers,
  type LetterWithPapers,
} from '../../../../../test/support/papers/letter-with-papers';
import { useOffice } from '../../../../../test/support/office/office';
import { aPdf } from '../../../../platform/typesetting/test/odd-pdfs';
import { pageTexts } from '../../../../platform/typesetting/test/pdf-text';

const office = useOffice({ holds: 'section' });
const [so, other] = [() => office().at('SO'), () => office().at('OTHER')];

const [SECRET, TITLE] = ['HIDDENNAME', 'TITLEOFIT'];
const MARKS: RedactionMark[] = [
  { page: 1, area: { left: 10, top: 800, width: 200, height: 40 }, clause: '8(1)(j)' },
  { page: 2, area: null, clause: '8(1)(h)' },
];

const inOneLine = (text: string) => text.replaceAll(/\s+/g, ' ');
const list = async (by: Actor, fileId: string, limit = 50) =>
  everyPage(limit, (page) => office().get(ListOriginals).execute(by, fileId, page));
const inShort = async (by: Actor, fileId: string) =>
  (await list(by, fileId)).map(({ part, place, title, firstPage, lastPage }) => ({
    of: [part, place, title],
    pages: [firstPage, lastPage],
  }));

describe('what came in and went out with the letters of a file', () => {
  let made: LetterWithPapers;
  beforeAll(async () => {
    made = await letterWithPapers(office(), { pdf: await aPdf(2, { text: SECRET }), title: TITLE });
  }, 300_000);

  const copy = async (by: Actor, fileId: string, documentId: string, marks = MARKS) => {
    const { id } = await office().get(RedactDocument).execute(by, fileId, { documentId, marks }, 'en');
    await office().get(MakeRedaction).execute({ organisationId: office().id, id }, { last: true });
    const { items } = await office().get(ListRedactions).execute(by, fileId, { limit: 50 }, 'en');
    return items.find((each) => each.id === id);
  };
  const read = async (by: Actor, documentId: string) =>
    buffer(
      await office()
        .get(DocumentBytes)
        .open(await office().get(ReadDocument).execute(by, documentId)),
    );

  it('is each letter, what arrived with it, and the own copies of its addressees; what lies on the file is there once', async () => {
    const ownCopies = ADDRESSEES.map((name, at) => ({ of: ['own_copy', at + 1, name], pages: [3, 3] }));
    expect(await inShort(so(), made.fileId)).toEqual([
      { of: ['letter', null, null], pages: [1, 2] },
      { of: ['letter', null, null], pages: [3, 3] },
      ...ownCopies,
    ]);
    const [received, issued, ...copies] = await list(so(), made.fileId, 1);
    const issue = await office().get(IssueViewQuery).execute(so(), made.issueId);
    expect(received?.document.id).toBe(made.enclosedId);
    expect(issued?.document.id).toBe(issue.documentId);
    expect(copies.map(({ document }) => document.id)).toEqual(issue.sendings.map(({ ownCopyId }) => ownCopyId));
    const [arrived, enclosed, ...others] = await list(other(), made.arrivedIn);
    expect(arrived).toMatchObject({ part: 'letter', document: { id: copies[0]?.document.id }, firstPage: 1 });
    expect(enclosed).toMatchObject({ part: 'enclosure', place: 1, title: TITLE, document: { id: made.enclosedId } });
    expect(others).toEqual([]);
  });

  it('is listed for the readers of the file alone', async () => {
    for (const stranger of [so(), office().at('CLERK')])
      await expect(list(stranger, made.arrivedIn)).rejects.toMatchObject({ code: 'not-found' });
    expect(await list(office().at('AUDIT'), made.arrivedIn)).toHaveLength(2);
    await expect(copy(office().at('AUDIT'), made.arrivedIn, made.enclosedId)).rejects.toMatchObject({
      code: 'not-allowed',
    });
    const [, issued] = await list(so(), made.fileId);
    await expect(copy(other(), made.arrivedIn, issued?.document.id ?? '')).rejects.toMatchObject({ code: 'not-found' });
  });

  it('is copied without what is marked, and the copy says which enclosure of which letter it is', async () => {
    const beyond: RedactionMark = { page: 3, area: null, clause: '9' };
    await expect(copy(other(), made.arrivedIn, made.enclosedId, [beyond])).rejects.toMatchObject({
      code: 'mark-outside-document',
    });
    const done = await copy(other(), made.arrivedIn, made.enclosedId);
    expect(done).toMatchObject({ state: 'ready', documentId: made.enclosedId, copy: { pages: 3 } });
    const bytes = await read(other(), done?.copy?.documentId ?? '');
    const [front = '', first = '', second = ''] = await pageTexts(bytes);
    for (const part of ['C/1, enclosure 1', 'section 8(1)(j)', 'section 8(1)(h)', 'whole page'])
      expect(front).toContain(part);
    expect(front.replaceAll(/\s/g, '')).toContain(done?.sha256);
    expect(inOneLine(front)).toContain('has been severed from this copy');
    expect(first).toContain('C/1, enclosure 1');
    expect(first).toContain('8(1)(j)');
    expect(second).toContain('8(1)(h)');
    // Its pages have no number in the file.
    expect(`${first} ${second}`).not.toMatch(/C\/[23]/);
    const inside = insideOf(bytes);
    for (const word of [SECRET, TITLE])
      expect(waysToWrite(word).filter((written) => inside.includes(written))).toEqual([]);
    const { items } = await office().get(FileHistory).execute(other(), made.arrivedIn, { limit: 50 });
    expect(items.at(-1)).toMatchObject({
      name: 'file.document_redacted',
      contentHash: done?.copy?.sha256,
      data: { originalSha256: done?.sha256, leftOut: ['1: 8(1)(j) × 1', '2: 8(1)(h)'] },
    });
    expect(JSON.stringify(items.slice(-2))).not.toContain(TITLE);
    await expect(read(so(), done?.copy?.documentId ?? '')).rejects.toMatchObject({ code: 'not-found' });
  }, 120_000);

  it('is copied as the own copy of an addressee too', async () => {
    const [, , , second] = await list(so(), made.fileId);
    const done = await copy(so(), made.fileId, second?.document.id ?? '', []);
    expect(done).toMatchObject({ state: 'ready', sha256: second?.document.sha256 });
    const [front = ''] = await pageTexts(await read(so(), done?.copy?.documentId ?? ''));
    expect(front).toContain('C/3, copy of addressee 2');
    // Where nothing is marked, nothing is said to have been severed.
    expect(inOneLine(front)).toContain('No part of the record was withheld');
    expect(front).not.toMatch(/sever/i);
  }, 120_000);

  it('is still an enclosure of the letter that went out, when it was taken off the file', async () => {
    const { fileId, enclosedId } = await letterWithPapers(office(), { pdf: await aPdf(1), title: TITLE });
    await office().get(DetachLetter).execute(so(), fileId, 1, { reason: 'दूसरी पत्रावली का पत्र' });
    expect((await inShort(so(), fileId)).slice(0, 2)).toEqual([
      { of: ['letter', null, null], pages: [2, 2] },
      { of: ['enclosure', 1, TITLE], pages: [2, 2] },
    ]);
    expect(await copy(so(), fileId, enclosedId, [])).toMatchObject({ state: 'ready' });
  }, 300_000);
});
