import type { DocumentView, FileCreated, NumberHead, Page, ReceiptCreated } from '@patravali/contract';
import { written } from '../../../libs/platform/typesetting/test/samples';
import { Client } from '../../support/journeys/client';
import { aTypesetLetter } from '../../support/journeys/letter';
import { useJourneyOffice } from '../../support/journeys/office';
import { pdfText } from '../../../libs/platform/typesetting/test/pdf-text';
import { type Person, signIn } from '../../support/page/person';

/** Each shows where it came from, and would make itself heard in more than one way. */
const hostile = (where: string) =>
  `${where}"'><img src=x onerror=alert(1)><script>alert(2)</script><svg onload=alert(3)>{{7*7}}`;

describe('Text that is meant as a trap', () => {
  const office = useJourneyOffice();
  const signInClerk = () => Client.signIn(() => office().url, 'vinod');
  const signInOfficer = () => Client.signIn(() => office().url, 'sunita', 'AO(EST)');

  it('is shown as the text it is, on every page, and nothing of it runs', async () => {
    const clerk = await signInClerk();
    const { fileId, receiptId } = await aFileFullOfTraps(clerk, await signInOfficer());
    const person = await office().person();
    await signIn(person, 'vinod');
    const pages: readonly (readonly [string, readonly string[]])[] = [
      ['/desk/inbox', ['file-subject']],
      ['/desk/drafts', ['draft']],
      [`/files/${fileId}`, ['file-subject', 'sender', 'note']],
      [`/files/${fileId}?tab=details`, ['cover']],
      [`/files/${fileId}?tab=drafts`, ['draft', 'addressee']],
      [`/files/${fileId}?tab=history`, ['file-subject']],
      [`/receipts/${receiptId}`, ['letter-subject', 'sender', 'remarks']],
      ['/registers/diary', ['letter-subject', 'sender']],
      [`/search?q=${encodeURIComponent(hostile('file-subject').slice(0, 60))}`, ['file-subject']],
    ];
    for (const [address, texts] of pages) {
      await person.page.goto(address);
      for (const text of texts) await person.page.getByText(hostile(text).slice(0, 60)).first().waitFor();
      expect(await intruders(person)).toBe(0);
    }
    expect(person.troubles).toEqual([]);
  }, 600_000);

  it('becomes neither markup nor script nor a style of the page, even where a script would write it there', async () => {
    const { page } = await office().person();
    await page.getByRole('main').waitFor();
    const tries = {
      markup: `document.body.innerHTML = '<img src=x onerror=alert(1)>'`,
      written: `document.write('<script>alert(2)</' + 'script>')`,
      worker: `new Worker('https://example.org/worker.js')`,
      script: `document.body.appendChild(document.createElement('script')).textContent = 'alert(3)'`,
    };
    for (const [name, script] of Object.entries(tries)) {
      const refused = page.evaluate(`(() => { ${script} })()`).then(
        () => '',
        (error: unknown) => String(error),
      );
      expect([name, await refused]).toEqual([name, expect.stringMatching(/TypeError/)]);
    }
    await page.evaluate(
      `document.head.appendChild(document.createElement('style')).textContent = 'body { color: red }'`,
    );
    expect(await page.evaluate(`getComputedStyle(document.body).color`)).not.toBe('rgb(255, 0, 0)');
  }, 180_000);

  it('stays text on paper', async () => {
    // Zero-width spaces let a long word break at the end of a line.
    const bare = (text: string) => text.replaceAll(/[\s\u200b]/g, '');
    const clerk = await signInClerk();
    const { id: fileId } = await aFile(clerk);
    const sheet = await clerk.pdf('downloadNoteSheet', { fileId });
    expect(bare(await pdfText(sheet))).toContain(bare(hostile('file-subject')));
  }, 180_000);

  it('would find no script allowed but our own, and no page of ours in another', async () => {
    const { headers } = await fetch(office().url);
    const policy = headers.get('content-security-policy') ?? '';
    expect(policy).toMatch(/script-src 'self' 'wasm-unsafe-eval'(;|$)/);
    expect(policy).toContain("object-src 'none'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).toContain("base-uri 'none'");
    expect(headers.get('x-content-type-options')).toBe('nosniff');
  });
});

async function aFile(clerk: Client): Promise<FileCreated> {
  const [head] = (await clerk.ask<Page<NumberHead>>('listNumberHeads')).items;
  const body = { headId: head?.id, subject: hostile('file-subject'), remarks: hostile('cover') };
  return await clerk.ask<FileCreated>('createFile', { body });
}

/** A file with a letter, a note and a draft, each of whose texts is a trap. */
async function aFileFullOfTraps(clerk: Client, officer: Client): Promise<{ fileId: string; receiptId: string }> {
  const document = await clerk.upload<DocumentView>(hostile('file-name'), new Uint8Array(await aTypesetLetter()));
  const entry = {
    documentId: document.id,
    subject: hostile('letter-subject'),
    senderName: hostile('sender'),
    letterNumber: hostile('number').slice(0, 190),
    receivedOn: '2026-01-05',
    remarks: hostile('remarks'),
    deliveryMode: 'post',
    language: 'hi',
  };
  const { id: receiptId } = await clerk.ask<ReceiptCreated>('createReceipt', { body: entry });
  const { id: fileId } = await aFile(clerk);
  await clerk.ask('putReceiptInFile', { params: { receiptId }, body: { fileId } });
  await clerk.ask('addNote', { params: { fileId }, body: { text: written(hostile('note')), decision: null } });
  await clerk.ask('confirmNote', { params: { fileId }, ifMatch: 1 });
  const content = {
    form: 'letter',
    language: 'hi',
    subject: hostile('draft'),
    addressees: [{ name: hostile('addressee') }],
    reference: { number: hostile('ref').slice(0, 190), date: null },
    body: written(hostile('body')),
    enclosures: [hostile('enclosure')],
    copyTo: [{ name: hostile('copy') }],
    signatoryPostId: officer.postId,
  };
  await clerk.ask('createDraft', { params: { fileId }, body: { content } });
  return { fileId, receiptId };
}

/** Elements that only the hostile text could have brought. */
async function intruders({ page }: Person): Promise<number> {
  return await page.locator('img[src="x"], svg[onload], [onerror], body script:not([src])').count();
}
