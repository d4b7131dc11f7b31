import type { INestApplicationContext } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import type { Step, StepOf, Story } from './story';

/** The ids behind the names in the story: posts and heads from the start, letters, files and drafts as they are created. */
export class StoryNames {
  private readonly ids = new Map<string, string>();

  add(kind: 'receipt' | 'file' | 'draft' | 'post' | 'head', name: string, id: string): void {
    this.ids.set(`${kind} ${name}`, id);
  }

  find(kind: 'receipt' | 'file' | 'draft' | 'post' | 'head', name: string): string {
    const id = this.ids.get(`${kind} ${name}`);
    if (id === undefined) throw new Error(`The story names a ${kind} ${name} that does not exist`);
    return id;
  }
}

export interface StoryContext {
  readonly office: INestApplicationContext;
  readonly names: StoryNames;
  readonly story: Story;
}

/** Does each kind of step, by the same command that the API calls. */
export type Acts<Kind extends Step['do']> = { [K in Kind]: (actor: Actor, step: StepOf<K>) => Promise<void> };
