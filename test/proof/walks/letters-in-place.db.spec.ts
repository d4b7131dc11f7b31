import type { Actor } from '@patravali/authorization';
import { CreateReceipt as Request, type Flag, PageQuery } from '@patravali/contract';
import { DetachLetter, FlagCorrespondence, ListCorrespondence, PutReceiptInFile } from '@patravali/correspondence';
import { CreateReceipt } from '@patravali/dak';
import { ForwardFile } from '@patravali/movement';
import fc from 'fast-check';
import { useOffice } from '../../support/office/office';
import { INVARIANTS } from '../../support/walks/register-invariants';
import { runs } from '../../support/run/runs';
import { WORDS } from '../../support/office/words';

const WALKS = runs(12);
const STEPS = 16;

type Step =
  | { readonly does: 'put'; readonly pages: number; readonly flag: Flag | null; readonly again: boolean }
  | { readonly does: 'detach' | 'flag'; readonly serial: number; readonly flag: Flag | null }
  | { readonly does: 'send' };

/** A letter as it was put in: all but the last two stay for good. */
interface Letter {
  readonly serial: number;
  readonly firstPage: number;
  readonly lastPage: number;
  readonly afterNote: number;
  readonly afterMovement: number;
  readonly receiptId: string;
  flag: Flag | null;
  detached: boolean;
}

const FLAG = fc.constantFrom<Flag | null>(null, 'puc', 'fr', 'fr2', 'a');
const SERIAL = fc.integer({ min: 1, max: 6 });
const STEP: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      does: fc.constant('put' as const),
      pages: fc.integer({ min: 1, max: 9 }),
      flag: FLAG,
      again: fc.boolean(),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({ does: fc.constantFrom('detach' as const, 'flag' as const), serial: SERIAL, flag: FLAG }),
  },
  { weight: 1, arbitrary: fc.constant({ does: 'send' as const }) },
);

describe('letters that are put in, flagged and detached in any order', () => {
  const office = useOffice({ holds: 'section' });

  it(
    `keep every address that was given, in series without a gap: ${WALKS} walks of ${STEPS} steps`,
    async () => {
      const steps = fc.array(STEP, { minLength: STEPS, maxLength: STEPS });
      await fc.assert(
        fc.asyncProperty(steps, async (walk) => {
          const file = await begin();
          for (const step of walk) {
            await take(file, step);
            await compare(file);
          }
        }),
        { numRuns: WALKS },
      );
      for (const [rule, finds] of Object.entries(INVARIANTS))
        expect([rule, await office().rows(finds)]).toEqual([rule, []]);
    },
    runs(300_000),
  );

  /** The file as it must be. */
  interface File {
    readonly id: string;
    holder: Actor;
    movements: number;
    readonly letters: Letter[];
  }

  async function begin(): Promise<File> {
    const so = office().at('SO');
    return { id: (await office().newFile(so)).fileId, holder: so, movements: 1, letters: [] };
  }

  async function take(file: File, step: Step): Promise<void> {
    if (step.does === 'put') await put(file, step);
    else if (step.does === 'send') await send(file);
    else await mark(file, step);
  }

  async function mark(file: File, step: Extract<Step, { does: 'detach' | 'flag' }>): Promise<void> {
    const { id, holder, letters } = file;
    const letter = letters.find(({ serial }) => serial === step.serial);
    const doing =
      step.does === 'detach'
        ? office().get(DetachLetter).execute(holder, id, step.serial, { reason: 'अन्य' })
        : office().get(FlagCorrespondence).execute(holder, id, step.serial, { flag: step.flag });
    const refusal = refusalOf(file, step.does, letter);
    if (refusal) {
      await expect(doing).rejects.toMatchObject({ code: refusal });
      return;
    }
    await doing;
    if (!letter) throw new Error('The office did something with a letter that is not there');
    if (step.does === 'detach') Object.assign(letter, { detached: true, flag: null });
    else giveFlag(letters, letter, step.flag);
  }

  function refusalOf(file: File, does: 'detach' | 'flag', letter: Letter | undefined): string | null {
    if (!letter) return 'not-found';
    if (letter.detached) return 'letter-detached';
    return does === 'detach' && letter.afterMovement !== file.movements ? 'letter-went-with-file' : null;
  }

  async function put(file: File, { pages, flag, again }: Extract<Step, { does: 'put' }>): Promise<void> {
    const { holder, letters } = file;
    const free = letters.find(
      (one) =>
        one.detached &&
        one.afterMovement === file.movements &&
        !letters.some((other) => !other.detached && other.receiptId === one.receiptId),
    );
    const receiptId = again && free ? free.receiptId : await diarise(holder, pages);
    const put = await office().get(PutReceiptInFile).execute(holder, receiptId, { fileId: file.id, flag });
    const letter: Letter = {
      serial: letters.length + 1,
      firstPage: (letters.at(-1)?.lastPage ?? 0) + 1,
      lastPage: put.lastPage,
      afterNote: file.movements - 1,
      afterMovement: file.movements,
      receiptId,
      flag: null,
      detached: false,
    };
    expect(put).toMatchObject({ serial: letter.serial, firstPage: letter.firstPage });
    letters.push(letter);
    giveFlag(letters, letter, flag);
  }

  async function send(file: File): Promise<void> {
    const to = file.holder.postId === office().at('SO').postId ? office().at('US') : office().at('SO');
    await office()
      .get(ForwardFile)
      .execute(file.holder, file.id, { toPostId: to.postId, ...WORDS, action: 'put_up' });
    file.holder = to;
    file.movements += 1;
  }

  /** A letter that the assistant section officer has diarised and marked to the desk. */
  async function diarise(to: Actor, pages: number): Promise<string> {
    const by = office().at('ASO');
    const documentId = await office().newDocument(by, { pages });
    const entry = {
      documentId,
      subject: 'अनुदान',
      senderName: 'निरीक्षक',
      receivedOn: '2020-01-20',
      deliveryMode: 'post',
      language: 'hi',
      forward: { toPostId: to.postId },
    };
    return (await office().get(CreateReceipt).execute(by, Request.parse(entry))).id;
  }

  async function compare({ id, holder, movements, letters }: File): Promise<void> {
    const { items } = await office().get(ListCorrespondence).execute(holder, id, PageQuery.parse({}));
    const shown = items.map(
      ({ serial, firstPage, lastPage, afterNote, afterMovement, flag, detached, detachable }) => ({
        serial,
        firstPage,
        lastPage,
        afterNote,
        afterMovement,
        flag,
        detachable,
        detached: detached !== null,
      }),
    );
    expect(shown).toEqual(
      letters.map((letter) => {
        const { serial, firstPage, lastPage, afterNote, afterMovement, flag, detached } = letter;
        const detachable = !detached && afterMovement === movements;
        return { serial, firstPage, lastPage, afterNote, afterMovement, flag, detached, detachable };
      }),
    );
  }
});

/** A file has each flag once, but for PUC. */
function giveFlag(letters: readonly Letter[], letter: Letter, flag: Flag | null): void {
  if (flag !== 'puc') for (const other of letters) if (other.flag === flag) other.flag = null;
  letter.flag = flag;
}
