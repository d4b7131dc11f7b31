import type { Actor } from '@patravali/authorization';
import type { NoteContent } from '@patravali/contract';
import { AddNote, ConfirmNote, DiscardNote, TakeBackNote } from '@patravali/notes';
import { CloseFile, CreateFile, ReopenFile } from '@patravali/files';
import { ForwardFile, OpenFile, PullBackFile, ReturnFile } from '@patravali/movement';
import fc from 'fast-check';
import { FileModel, type ModelPost, type Step } from '../support/file-model';
import { type TestOffice, useOffice } from '../support/office';

const POSTS = {
  DS: { role: 'officer' },
  SO: { role: 'officer', superior: 'DS' },
  DH1: { role: 'dealing_hand', superior: 'SO' },
  DH2: { role: 'dealing_hand', superior: 'SO' },
  DISPATCH: { role: 'dispatcher' },
  AUDIT: { role: 'auditor' },
} as const satisfies Record<string, ModelPost>;
const NAMES = Object.keys(POSTS);
const WALKS = 80;
const STEPS = 40;
const FILES = 2;

/** Who takes a step: somebody the file knows, so that walks get somewhere, or anybody. */
type Who = 'holder' | 'sender' | 'closer' | keyof typeof POSTS;
interface Walk {
  readonly files: { readonly id: string; readonly model: FileModel }[];
}
/** How often each step was taken, and each refusal met, in all walks. */
const seen = new Map<string, number>();

describe('random walks of files through the office', () => {
  const office = useOffice();
  const actors: Record<string, Actor> = {};
  beforeAll(async () => {
    for (const [marking, { role, ...post }] of Object.entries<ModelPost>(POSTS)) {
      const superior = post.superior && actors[post.superior];
      actors[marking] = await office().actor({ marking, roles: [role], ...(superior ? { superior } : {}) });
    }
  });

  const actor = (marking: string) => {
    const found = actors[marking];
    if (!found) throw new Error(`There is no post ${marking}`);
    return found;
  };

  class Create implements fc.AsyncCommand<Walk, TestOffice> {
    constructor(
      private readonly by: keyof typeof POSTS,
      private readonly confidential: boolean,
    ) {}
    check = ({ files }: Walk) => files.length < FILES;
    toString = () => `${this.by} opens a ${this.confidential ? 'confidential' : 'normal'} file`;
    async run({ files }: Walk): Promise<void> {
      const { role } = POSTS[this.by];
      const grading = this.confidential ? 'confidential' : 'normal';
      const request = { headId: office().headId, subject: 'सड़क', grading, urgency: 'ordinary' } as const;
      const doing = office().get(CreateFile).execute(actor(this.by), request);
      if (role !== 'officer' && role !== 'dealing_hand') {
        await expect(doing).rejects.toMatchObject({ code: 'not-allowed' });
        return;
      }
      const file = { id: (await doing).id, model: new FileModel(POSTS, this.by, this.confidential) };
      files.push(file);
      expect(await asStored(file.id)).toEqual(asModelled(file.model));
    }
  }

  class Take implements fc.AsyncCommand<Walk, TestOffice> {
    constructor(
      private readonly who: Who,
      private readonly step: Step,
      private readonly which: number,
    ) {}
    check = ({ files }: Walk) => files.length > 0;
    toString = () => `file ${this.which}: ${this.who} does ${JSON.stringify(this.step)}`;
    async run({ files }: Walk): Promise<void> {
      const file = files[this.which % files.length];
      if (!file) return;
      const by = known(file.model, this.who);
      const before = await office().counts();
      const refusal = file.model.take(by, this.step);
      const doing = act(actor(by), file.id, this.step);
      if (refusal) {
        await expect(doing).rejects.toMatchObject({ code: refusal });
        expect(await office().counts()).toEqual(before);
      } else await doing;
      expect(await asStored(file.id)).toEqual(asModelled(file.model));
      const what = refusal ?? this.step.does;
      seen.set(what, (seen.get(what) ?? 0) + 1);
    }
  }

  const act = (by: Actor, fileId: string, step: Step): Promise<unknown> => {
    const [confirmNote, reason] = ['confirm' in step && step.confirm, 'नियमानुसार'];
    switch (step.does) {
      case 'open':
        return office().get(OpenFile).execute(by, fileId);
      case 'note':
        return office().get(AddNote).execute(by, fileId, aNote(step.paragraphs));
      case 'confirm':
        return office().get(ConfirmNote).execute(by, fileId);
      case 'take_back':
        return office().get(TakeBackNote).execute(by, fileId);
      case 'discard':
        return office().get(DiscardNote).execute(by, fileId);
      case 'forward': {
        const request = { toPostId: actor(step.to).postId, action: 'put_up', confirmNote } as const;
        return office().get(ForwardFile).execute(by, fileId, request);
      }
      case 'return':
        return office().get(ReturnFile).execute(by, fileId, { reason, confirmNote });
      case 'pull_back':
        return office().get(PullBackFile).execute(by, fileId, {});
      case 'close':
        return office().get(CloseFile).execute(by, fileId, { reason, confirmNote });
      case 'reopen':
        return office().get(ReopenFile).execute(by, fileId, { reason });
    }
  };

  const asStored = async (fileId: string) => {
    const marking = (column: string) => `(SELECT marking FROM post WHERE id = c.${column})`;
    const [row] = await office().rows(
      `SELECT c.state, ${marking('holder_post_id')} AS holder, ${marking('sender_post_id')} AS sender,
         ${marking('closed_by_post_id')} AS "closedBy", c.opened_at IS NOT NULL AS opened,
         ARRAY(SELECT marking FROM post WHERE id = ANY (c.reader_post_ids) ORDER BY marking COLLATE "C") AS readers,
         (SELECT p.colour FROM pending_note p WHERE p.file_id = c.file_id) AS pending,
         ARRAY[c.notes, (SELECT count(*)::int FROM note n WHERE n.file_id = c.file_id)] AS notes,
         ARRAY[c.paragraphs, (SELECT COALESCE(sum(n.paragraphs), 0)::int FROM note n WHERE n.file_id = c.file_id)] AS paragraphs,
         ARRAY[c.movements, (SELECT count(*)::int FROM movement m WHERE m.file_id = c.file_id)] AS movements,
         (SELECT count(*)::int FROM event e WHERE e.subject_id = c.file_id) AS events
       FROM file_custody c WHERE c.file_id = $1`,
      [fileId],
    );
    return row;
  };

  it(`keep the database equal to the model after every step: ${WALKS} walks of up to ${STEPS} steps`, async () => {
    const walks = fc.commands(steps(), { maxCommands: STEPS, size: 'max' });
    const first = fc.tuple(fc.constantFrom('SO', 'DH1', 'DH2'), fc.boolean());
    await fc.assert(
      fc.asyncProperty(first, walks, async ([by, confidential], walk) => {
        const model: Walk = { files: [] };
        await new Create(by, confidential).run(model);
        await fc.asyncModelRun(() => ({ model, real: office() }), walk);
      }),
      { numRuns: WALKS, unbiased: true },
    );
    expect([...seen.keys()]).toEqual(
      expect.arrayContaining([
        ...['open', 'note', 'confirm', 'take_back', 'discard', 'forward', 'return', 'pull_back', 'close', 'reopen'],
        ...['not-found', 'not-allowed', 'already-opened', 'note-being-written', 'no-note', 'note-empty'],
        ...['to-oneself', 'post-takes-no-files', 'no-sender', 'note-unconfirmed'],
      ]),
    );
  }, 300_000);

  function steps(): fc.Arbitrary<fc.AsyncCommand<Walk, TestOffice>>[] {
    const post = fc.constantFrom(...(NAMES as (keyof typeof POSTS)[]));
    const take = (who: fc.Arbitrary<Who>, step: fc.Arbitrary<Step>) =>
      fc.tuple(who, step, fc.nat(9)).map(([by, each, which]) => new Take(by, each, which));
    const holder = fc.oneof({ weight: 4, arbitrary: fc.constant<Who>('holder') }, { weight: 1, arbitrary: post });
    const confirm = fc.boolean();
    const plain = fc.constantFrom('open', 'confirm', 'take_back', 'discard', 'pull_back', 'reopen');
    return [
      fc.tuple(post, fc.boolean()).map(([by, confidential]) => new Create(by, confidential)),
      take(holder, fc.record({ does: fc.constant('forward' as const), to: fc.constantFrom(...NAMES), confirm })),
      take(holder, fc.record({ does: fc.constant('forward' as const), to: fc.constantFrom(...NAMES), confirm })),
      take(holder, fc.record({ does: fc.constant('note' as const), paragraphs: fc.nat(3) })),
      take(holder, fc.record({ does: fc.constantFrom('return' as const, 'close' as const), confirm })),
      take(holder, fc.record({ does: plain })),
      take(fc.constant('holder'), fc.record({ does: plain })),
      take(fc.constant('sender'), fc.constant({ does: 'pull_back' })),
      take(fc.constant('closer'), fc.constant({ does: 'reopen' })),
    ];
  }
});

function known({ holder, sender, closedBy }: FileModel, who: Who): string {
  if (who === 'holder') return holder ?? 'DS';
  if (who === 'sender') return sender ?? 'SO';
  return who === 'closer' ? (closedBy ?? 'SO') : who;
}

function asModelled(model: FileModel) {
  const { holder, sender, closedBy, opened, notes, paragraphs, movements, events } = model;
  return {
    ...{ state: holder ? 'on_desk' : 'closed', holder, sender, closedBy, opened, events },
    readers: [...model.readers].sort(),
    pending: model.pending?.colour ?? null,
    notes: [notes, notes],
    paragraphs: [paragraphs, paragraphs],
    movements: [movements, movements],
  };
}

function aNote(paragraphs: number): NoteContent {
  const paragraph = { children: [{ type: 'text' as const, text: 'परीक्षण किया गया।' }] };
  return { text: { version: 1, paragraphs: Array.from({ length: paragraphs }, () => paragraph) }, decision: null };
}
