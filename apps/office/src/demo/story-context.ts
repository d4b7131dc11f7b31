import type { INestApplicationContext } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import type { Step, StepOf, Story } from './story';

/** By what the story's names are known to the office: letters, files and drafts as they come, posts and heads beforehand. */
export class StoryNames {
  private readonly ids = new Map<string, string>();

  learn(kind: 'receipt' | 'file' | 'draft' | 'post' | 'head', name: string, id: string): void {
    this.ids.set(`${kind} ${name}`, id);
  }

  find(kind: 'receipt' | 'file' | 'draft' | 'post' | 'head', name: string): string {
    const id = this.ids.get(`${kind} ${name}`);
    if (id === undefined) throw new Error(`The story speaks of a ${kind} ${name} that is not there`);
    return id;
  }
}

export interface StoryContext {
  readonly office: INestApplicationContext;
  readonly names: StoryNames;
  readonly story: Story;
}

/** Does one kind of step, by the same command that the API calls. */
export type Acts<Kind extends Step['do']> = { [K in Kind]: (actor: Actor, step: StepOf<K>) => Promise<void> };
