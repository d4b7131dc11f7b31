import type { INestApplicationContext } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import type { LetterPdfs } from './letter-pdfs';
import type { Step, StepOf, Story } from './story';
import type { StoryTime } from './story-time';

/** The ids behind the names in the story: posts, heads and kinds of cases from the start, letters, files and drafts as they are created. */
type Named = 'receipt' | 'file' | 'draft' | 'issue' | 'post' | 'head' | 'category' | 'writtenOn';

export class StoryNames {
  private readonly ids = new Map<string, string>();

  add(kind: Named, name: string, id: string): void {
    this.ids.set(`${kind} ${name}`, id);
  }

  find(kind: Named, name: string): string {
    const id = this.ids.get(`${kind} ${name}`);
    if (id === undefined) throw new Error(`The story names a ${kind} ${name} that does not exist`);
    return id;
  }
}

export interface StoryContext {
  readonly office: INestApplicationContext;
  readonly names: StoryNames;
  readonly letters: Story['letters'];
  readonly pdfs: LetterPdfs;
  readonly time: StoryTime;
}

/** Does each kind of step, by the same command that the API calls. */
export type Acts<Kind extends Step['do']> = { [K in Kind]: (actor: Actor, step: StepOf<K>) => Promise<void> };
