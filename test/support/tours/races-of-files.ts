import type { Actor } from '@patravali/authorization';
import type { BulkActDone } from '@patravali/contract';
import type { Act, TwoProcesses } from '../processes/two-processes';
import { WORDS } from '../office/words';

/** Two acts that two people, or one in two windows, do at the same moment. */
export interface Race {
  readonly acts: readonly [Act, Act];
  /** The files that they are about, or that go along. */
  readonly files: readonly string[];
}

/** What may come of a race: the outcome of the first act, and that of the second. */
export type Outcomes = `${string} / ${string}`;

export interface Racing {
  readonly lawful: readonly Outcomes[];
  /** Where it takes long to prepare: of how many rounds one is run. */
  readonly seldom?: number;
  readonly prepare: (desks: Desks) => Promise<Race>;
}

const reason = 'नियमानुसार';
const { text } = WORDS.note;
const at = (by: Actor, path: string, body?: object): Act => ({ by, path, ...(body && { body }) });

/** The people of a section, and how a file comes where a race begins. */
export class Desks {
  constructor(
    readonly processes: TwoProcesses,
    private readonly people: (marking: 'ASO' | 'SO' | 'US' | 'OTHER') => Actor,
    private readonly headId: string,
    /** Of the file for that consulted post: one that only stands there, or one whose bytes are made. */
    private readonly copies: {
      readonly stands: (consultedId: string) => Promise<void>;
      readonly made: (consultedId: string) => Promise<string>;
    },
    /** A day after today. */
    readonly later: string,
  ) {}

  get clerk(): Actor {
    return this.people('ASO');
  }
  get officer(): Actor {
    return this.people('SO');
  }
  get superior(): Actor {
    return this.people('US');
  }
  get other(): Actor {
    return this.people('OTHER');
  }

  async created(by = this.officer): Promise<string> {
    const body = { headId: this.headId, subject: 'विद्यालय भवन की मरम्मत' };
    return (await this.processes.done<{ id: string }>(0, at(by, '/files', body))).id;
  }

  forward(fileId: string, by: Actor, to: Actor): Act {
    return at(by, `/files/${fileId}/forward`, { toPostId: to.postId, ...WORDS });
  }

  /** The clerk has sent it to the officer. */
  async sent(): Promise<string> {
    const fileId = await this.created(this.clerk);
    await this.processes.done(1, this.forward(fileId, this.clerk, this.officer));
    return fileId;
  }

  /** And the officer has opened it. */
  async opened(): Promise<string> {
    const fileId = await this.sent();
    await this.processes.done(0, at(this.officer, `/files/${fileId}/open`));
    return fileId;
  }

  async askedBack(): Promise<string> {
    const fileId = await this.opened();
    await this.processes.done(1, at(this.clerk, `/files/${fileId}/recall`, { reason }));
    return fileId;
  }

  /** The officer asks another unit. */
  async consulted(): Promise<{ fileId: string; consultedId: string }> {
    const asked = await this.asked();
    await this.copies.stands(asked.consultedId);
    return asked;
  }

  private async asked(): Promise<{ fileId: string; consultedId: string }> {
    const fileId = await this.created();
    await this.processes.done(0, at(this.officer, `/files/${fileId}/notes`, { text }));
    const posts = [{ postId: this.other.postId, dueOn: this.later }];
    const body = { question: 'क्या बजट उपलब्ध है?', posts };
    const asking = at(this.officer, `/files/${fileId}/consultations`, body);
    const { consultedIds } = await this.processes.done<{ consultedIds: string[] }>(1, asking);
    return { fileId, consultedId: consultedIds[0] ?? '' };
  }

  /** And may read the copy of the file. */
  async snapshot(): Promise<{ fileId: string; consultedId: string; documentId: string }> {
    const asked = await this.asked();
    return { ...asked, documentId: await this.copies.made(asked.consultedId) };
  }

  answer(consultedId: string): Act {
    return at(this.other, `/consultations/${consultedId}/answer`, { text });
  }

  /** The main file has come back to the officer, on whose desk its part is. */
  async part(): Promise<{ main: string; part: string }> {
    const main = await this.created();
    await this.processes.done(0, this.forward(main, this.officer, this.superior));
    const { id: part } = await this.processes.done<{ id: string }>(1, at(this.officer, `/files/${main}/parts`, {}));
    await this.processes.done(
      0,
      at(this.superior, `/files/${main}/forward`, { toPostId: this.officer.postId, ...WORDS }),
    );
    return { main, part };
  }

  bulk(fileIds: readonly string[], act: object): Act {
    return at(this.officer, '/desk/inbox/acts', { fileIds, act });
  }
}

export const RACES: Readonly<Record<string, Racing>> = {
  'giving a file back against forwarding it': {
    lawful: ['done / not-allowed', 'not-allowed / done'],
    prepare: async (desks) => {
      const fileId = await desks.askedBack();
      const giving = at(desks.officer, `/files/${fileId}/recall/agree`, {});
      return { files: [fileId], acts: [giving, desks.forward(fileId, desks.officer, desks.superior)] };
    },
  },
  'asking for a file back against its being forwarded': {
    lawful: ['done / done', 'not-allowed / done'],
    prepare: async (desks) => {
      const fileId = await desks.opened();
      const asking = at(desks.clerk, `/files/${fileId}/recall`, { reason });
      return { files: [fileId], acts: [asking, desks.forward(fileId, desks.officer, desks.superior)] };
    },
  },
  'asking no longer for a file against giving it back': {
    lawful: ['done / no-recall', 'not-allowed / done'],
    prepare: async (desks) => {
      const fileId = await desks.askedBack();
      const withdrawing = at(desks.clerk, `/files/${fileId}/recall/withdraw`);
      return { files: [fileId], acts: [withdrawing, at(desks.officer, `/files/${fileId}/recall/agree`, {})] };
    },
  },
  'pulling a file up against forwarding it to another section': {
    lawful: ['done / not-allowed', 'not-your-subordinate / done'],
    prepare: async (desks) => {
      const fileId = await desks.opened();
      const pulling = at(desks.superior, `/files/${fileId}/pull-up`, { reason });
      return { files: [fileId], acts: [pulling, desks.forward(fileId, desks.officer, desks.other)] };
    },
  },
  'pulling a file back against its first opening': {
    lawful: ['done / not-allowed', 'already-opened / done'],
    prepare: async (desks) => {
      const fileId = await desks.sent();
      const pulling = at(desks.clerk, `/files/${fileId}/pull-back`, {});
      return { files: [fileId], acts: [pulling, at(desks.officer, `/files/${fileId}/open`)] };
    },
  },
  'attaching a file against forwarding the main file': {
    lawful: ['done / done', 'files-on-two-desks / done'],
    prepare: async (desks) => {
      const [main, sub] = [await desks.created(), await desks.created()];
      const attaching = at(desks.officer, `/files/${sub}/attach`, { mainFileId: main });
      return { files: [main, sub], acts: [attaching, desks.forward(main, desks.officer, desks.superior)] };
    },
  },
  'attaching a file against forwarding it': {
    lawful: ['done / file-attached', 'not-allowed / done'],
    prepare: async (desks) => {
      const [main, sub] = [await desks.created(), await desks.created()];
      const attaching = at(desks.officer, `/files/${sub}/attach`, { mainFileId: main });
      return { files: [main, sub], acts: [attaching, desks.forward(sub, desks.officer, desks.superior)] };
    },
  },
  'attaching two files to each other': {
    lawful: [
      'done / attached-on-one-level',
      'attached-on-one-level / done',
      'done / file-attached',
      'file-attached / done',
    ],
    prepare: async (desks) => {
      const [one, two] = [await desks.created(), await desks.created()];
      const attach = (file: string, mainFileId: string) => at(desks.officer, `/files/${file}/attach`, { mainFileId });
      return { files: [one, two], acts: [attach(one, two), attach(two, one)] };
    },
  },
  'detaching a file against forwarding the main file': {
    lawful: ['done / done', 'not-allowed / done'],
    prepare: async (desks) => {
      const [main, sub] = [await desks.created(), await desks.created()];
      await desks.processes.done(0, at(desks.officer, `/files/${sub}/attach`, { mainFileId: main }));
      const detaching = at(desks.officer, `/files/${sub}/detach`, {});
      return { files: [main, sub], acts: [detaching, desks.forward(main, desks.officer, desks.superior)] };
    },
  },
  'incorporating a part against forwarding the main file': {
    lawful: ['done / done', 'files-on-two-desks / done'],
    prepare: async (desks) => {
      const { main, part } = await desks.part();
      const incorporating = at(desks.officer, `/files/${part}/incorporate`);
      return { files: [main, part], acts: [incorporating, desks.forward(main, desks.officer, desks.superior)] };
    },
  },
  'incorporating a part against forwarding it': {
    lawful: ['done / illegal-file-move', 'done / not-allowed', 'not-allowed / done'],
    prepare: async (desks) => {
      const { main, part } = await desks.part();
      const incorporating = at(desks.officer, `/files/${part}/incorporate`);
      return { files: [main, part], acts: [incorporating, desks.forward(part, desks.officer, desks.superior)] };
    },
  },
  'answering a question against withdrawing it': {
    lawful: ['done / nobody-consulted', 'consultation-ended / done'],
    prepare: async (desks) => {
      const { fileId, consultedId } = await desks.consulted();
      const withdrawing = at(desks.officer, `/files/${fileId}/consultations/withdraw`, { reason });
      return { files: [fileId], acts: [desks.answer(consultedId), withdrawing] };
    },
  },
  'answering a question in two windows': {
    lawful: ['done / consultation-ended', 'consultation-ended / done'],
    prepare: async (desks) => {
      const { fileId, consultedId } = await desks.consulted();
      const [answer, returning] = [
        desks.answer(consultedId),
        at(desks.other, `/consultations/${consultedId}/return`, { reason }),
      ];
      return { files: [fileId], acts: [answer, returning] };
    },
  },
  'answering a question against reading the copy of the file': {
    lawful: ['done / done', 'done / not-found'],
    seldom: 3,
    prepare: async (desks) => {
      const { fileId, consultedId, documentId } = await desks.snapshot();
      const reading = { by: desks.other, method: 'GET', path: `/documents/${documentId}/content` } as const;
      return { files: [fileId], acts: [desks.answer(consultedId), reading] };
    },
  },
  'the last opinion against parking the file until it comes': {
    lawful: ['done / done', 'done / nobody-consulted'],
    prepare: async (desks) => {
      const { fileId, consultedId } = await desks.consulted();
      const parking = at(desks.officer, `/files/${fileId}/park`, { event: 'consultation_answered' });
      return { files: [fileId], acts: [desks.answer(consultedId), parking] };
    },
  },
  'an opinion against forwarding the file': {
    lawful: ['done / done'],
    prepare: async (desks) => {
      const { fileId, consultedId } = await desks.consulted();
      return {
        files: [fileId],
        acts: [desks.answer(consultedId), desks.forward(fileId, desks.officer, desks.superior)],
      };
    },
  },
  'asking a post against closing the file': {
    lawful: ['done / opinions-awaited', 'not-allowed / done'],
    prepare: async (desks) => {
      const fileId = await desks.opened();
      const posts = [{ postId: desks.other.postId, dueOn: desks.later }];
      const asking = at(desks.officer, `/files/${fileId}/consultations`, { question: 'बजट?', posts });
      return { files: [fileId], acts: [asking, at(desks.officer, `/files/${fileId}/close`, { reason })] };
    },
  },
  'stopping the clock against forwarding the file': {
    lawful: ['done / done', 'not-allowed / done'],
    prepare: async (desks) => {
      const fileId = await desks.created();
      const evidence = { kind: 'words', words: 'वाद संख्या 12/2026', on: '2026-02-01' };
      const stopping = at(desks.officer, `/files/${fileId}/clock/stop`, { reason: 'court', evidence });
      return { files: [fileId], acts: [stopping, desks.forward(fileId, desks.officer, desks.superior)] };
    },
  },
};

/** How many of the files each of the two bulk acts has touched; each file must have been touched by exactly one. */
export function sharedOut(one: BulkActDone, two: BulkActDone): { one: number; two: number; unlawful: unknown[] } {
  const refusals = new Map(two.items.map(({ id, refusal }) => [id, refusal?.code ?? null]));
  const pairs = one.items.map(({ id, refusal }) => [refusal?.code ?? null, refusals.get(id) ?? null] as const);
  const unlawful = pairs.filter(([a, b]) => (a === null) === (b === null));
  return { one: pairs.filter(([a]) => a === null).length, two: pairs.filter(([, b]) => b === null).length, unlawful };
}
