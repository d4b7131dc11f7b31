import type { Actor } from '@patravali/authorization';
import {
  CreateReceipt as Request,
  type Inline,
  PageQuery,
  type ReferenceTarget,
  type StructuredText,
} from '@patravali/contract';
import { CreateReceipt } from '@patravali/dak';
import { ForwardFile, PullBackFile } from '@patravali/movement';
import { ListNotes } from '@patravali/notes';
import { useOffice } from '../../../../test/support/office/office';
import { ListCorrespondence } from './list-correspondence';
import { PutReceiptInFile } from './put-receipt-in-file';

const PAGE = PageQuery.parse({});
const office = useOffice({ holds: 'section' });

const to = (target: ReferenceTarget): Inline => ({ type: 'reference', to: target, label: 'x' });
const page = (number: number) => to({ kind: 'correspondence', page: number });

async function put(by: Actor, fileId: string) {
  const entry = {
    documentId: await office().newDocument(by),
    subject: 'अनुदान',
    senderName: 'निरीक्षक',
    receivedOn: '2020-01-20',
    deliveryMode: 'post',
    language: 'hi',
  };
  const { id } = await office().get(CreateReceipt).execute(by, Request.parse(entry));
  await office().get(PutReceiptInFile).execute(by, id, { fileId, flag: null });
}

async function write(by: Actor, fileId: string, toPostId: string, text: StructuredText) {
  const note = { text, decision: null };
  await office().get(ForwardFile).execute(by, fileId, { toPostId, action: 'put_up', confirmNote: true, note });
  await office().get(PullBackFile).execute(by, fileId, {});
}

describe('where a letter and a note are referred to', () => {
  it('is told of each, from wherever in a text it stands, and once for each note', async () => {
    const [so, us] = [office().at('SO'), office().at('US')];
    const { fileId } = await office().newFile(so);
    for (let n = 0; n < 3; n++) await put(so, fileId);
    const paragraph = (...children: Inline[]) => ({ type: 'paragraph', children }) as const;
    await write(so, fileId, us.postId, { version: 2, blocks: [paragraph(page(1), page(2), page(5))] });
    await write(so, fileId, us.postId, {
      version: 2,
      blocks: [
        paragraph(to({ kind: 'note', note: 1, paragraph: 1 })),
        {
          type: 'list',
          style: 'bullets',
          items: [{ children: [page(2)], list: { style: 'roman', items: [{ children: [page(6)] }] } }],
        },
        { type: 'table', rows: [{ cells: [{ children: [to({ kind: 'note', note: 1 })] }] }] },
      ],
    });
    const letters = await office().get(ListCorrespondence).execute(so, fileId, PAGE);
    expect(letters.items.map(({ citedBy }) => citedBy)).toEqual([[1, 2], [], [1, 2]]);
    const notes = await office().get(ListNotes).execute(so, fileId, PAGE);
    expect(notes.items.map(({ citedBy }) => citedBy)).toEqual([[2], []]);
  });

  it('is read from texts of the first version, and from none that says a number no place can have', async () => {
    const children = [page(3), page(3), page(2 ** 40), to({ kind: 'note', note: 2 }), { type: 'text', text: 'C/9' }];
    expect(
      await office().rows('SELECT kind, number FROM references_in($1) ORDER BY kind', [
        JSON.stringify({ version: 1, paragraphs: [{ children }] }),
      ]),
    ).toEqual([
      { kind: 'correspondence', number: 3 },
      { kind: 'note', number: 2 },
    ]);
  });
});
