import { DraftContent, plainText } from '@patravali/contract';
import { lettersPart } from '@patravali/correspondence';
import { DocumentBytes } from '@patravali/documents';
import { approvalsPart, ApproveDraft, CreateDraft, PreviewDraft } from '@patravali/drafts';
import { subjectsInTurn } from '@patravali/ledger';
import { FinishIssue } from '@patravali/letters';
import { SetLetterhead } from '@patravali/organisation';
import { toSha256 } from '@patravali/storage';
import fc from 'fast-check';
import { officeHindi } from '../../../libs/platform/typesetting/test/office-hindi';
import { pdfText } from '../../../libs/platform/typesetting/test/pdf-text';
import { written } from '../../../libs/platform/typesetting/test/samples';
import { recallLetters } from '../../../libs/platform/typesetting/test/word-recall';
import { runs } from '../../support/run/runs';
import { useLettersToSign } from '../../support/signing/letters-to-sign';

const { office, at, contentOf, number, sign, issue, bytesOf } = useLettersToSign();

const LETTER = fc.record({
  seed: fc.integer({ min: 1, max: 1_000_000 }),
  paragraphs: fc.integer({ min: 1, max: 6 }),
  addressees: fc.integer({ min: 1, max: 3 }),
  /** Without any the office seals it. */
  coSigners: fc.subarray(['DS', 'SO'] as const),
  ownCopies: fc.boolean(),
  layout: fc.constantFrom('central' as const, 'uttar_pradesh' as const),
});
type Letter = typeof LETTER extends fc.Arbitrary<infer T> ? T : never;

function contentFor({ seed, paragraphs, addressees, coSigners, ownCopies }: Letter): DraftContent {
  const [subject = '', ...body] = officeHindi(paragraphs + 1, seed);
  return DraftContent.parse({
    ...contentOf(at('US'), coSigners.map(at)),
    subject: subject.slice(0, 200).trim(),
    body: written(...body),
    addressees: Array.from({ length: addressees }, (_, index) => ({ name: `ग्राम प्रधान, रामपुर ${index + 1}` })),
    ...(ownCopies && { ownCopies }),
  });
}

/** Approves it, and then the office gets another head. @returns its draft, and what the approved page says. */
async function approved(content: DraftContent, layout: Letter['layout']) {
  const us = at('US');
  const administrator = await office().actor({ marking: `ADMIN-${crypto.randomUUID()}`, roles: ['administrator'] });
  const head = (chosen: Letter['layout']) =>
    office().get(SetLetterhead).execute(administrator, { layout: chosen, place: null });
  await head(layout);
  const { fileId } = await office().newFile(us);
  const { id } = await office().get(CreateDraft).execute(us, fileId, { content, replyToReceiptId: null });
  await office().get(ApproveDraft).execute(us, id, { draftVersion: 1, namedPostId: null });
  await head(layout === 'central' ? 'uttar_pradesh' : 'central');
  return { id, text: await pdfText(await office().get(PreviewDraft).execute(us, fileId, content, id)) };
}

/** By whatever way it goes out. @returns the id of its entry. */
async function goesOut(draftId: string, { coSigners, ownCopies }: Letter): Promise<string> {
  if (coSigners.length === 0 && !ownCopies) return (await issue(at('US'), draftId)).issueId;
  const { issueId } = await number(at('US'), draftId);
  if (coSigners.length > 0) for (const marking of ['US', ...coSigners] as const) await sign(at(marking), issueId);
  if (ownCopies) await office().get(FinishIssue).executeJob({ organisationId: office().id, issueId });
  return issueId;
}

async function ownCopiesOf(issueId: string): Promise<Buffer[]> {
  const rows = await office().rows<{ sha256: string; size: number }>(
    `SELECT d.sha256, d.size::int FROM issue_recipient n JOIN document d ON d.id = n.document_id WHERE n.issue_id = $1`,
    [issueId],
  );
  const bytes = office().get(DocumentBytes);
  return Promise.all(rows.map((row) => bytes.whole({ ...row, sha256: toSha256(row.sha256), fileName: 'a.pdf' })));
}

describe('what was approved', () => {
  it('is what was issued, signed by its officers or sealed, on the office copy and on each own copy, to the word', async () => {
    let words = 0;
    const lost: string[] = [];
    const expectSaid = (wanted: string, read: string) => {
      const recall = recallLetters(wanted.normalize('NFC'), read);
      words += recall.total;
      lost.push(...recall.lost);
    };
    await fc.assert(
      fc.asyncProperty(LETTER, async (letter) => {
        const content = contentFor(letter);
        const { id, text } = await approved(content, letter.layout);
        const issueId = await goesOut(id, letter);
        const [kept] = await office().rows<{ content: unknown }>(
          `SELECT v.content FROM issue i JOIN draft_version v ON v.draft_id = i.draft_id AND v.number = i.draft_version
           WHERE i.id = $1 AND i.state = 'issued'`,
          [issueId],
        );
        expect(DraftContent.parse(kept?.content)).toEqual(content);
        const copies = await ownCopiesOf(issueId);
        expect(copies).toHaveLength(letter.ownCopies ? letter.addressees : 0);
        const issued = await Promise.all([await bytesOf(issueId), ...copies].map((pdf) => pdfText(pdf)));
        for (const said of issued) {
          expectSaid(content.subject, said);
          expectSaid(plainText(content.body), said);
        }
        // The layout is one of the parts of the look that approval has fixed, and shows.
        for (const said of [text, ...issued]) expect(said.includes('प्रेषक')).toBe(letter.layout === 'uttar_pradesh');
      }),
      { numRuns: runs(6) },
    );
    // What the office has done itself is never taken for somebody's tampering.
    for await (const files of subjectsInTurn(office().manager, 'file')) {
      const letters = await lettersPart.check(office().manager, files);
      const approvals = await approvalsPart.check(office().manager, files);
      expect([letters, approvals]).toMatchObject([{ wrong: [] }, { wrong: [] }]);
      expect([letters.count, approvals.count]).not.toContain(0);
    }
    expect(words).toBeGreaterThan(500);
    expect(lost.length / words > 0.001 ? lost : []).toEqual([]);
  }, 600_000);
});
