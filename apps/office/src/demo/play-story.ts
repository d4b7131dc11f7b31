import type { INestApplicationContext } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import { PageQuery } from '@patravali/contract';
import { OrganisationQueries } from '@patravali/organisation';
import type { DemoPeople } from './demo-people';
import { draftActs } from './draft-acts';
import { fileActs } from './file-acts';
import { receiptActs } from './receipt-acts';
import type { Step, Story } from './story';
import { type Acts, type StoryContext, StoryNames } from './story-context';

/** Runs the steps of the story as acts of the demo office's people. Run again, it does nothing twice. */
export async function playStory(office: INestApplicationContext, people: DemoPeople, story: Story): Promise<void> {
  const context: StoryContext = { office, names: new StoryNames(), story };
  const acts: Acts<Step['do']> = { ...receiptActs(context), ...fileActs(context), ...draftActs(context) };
  for (const [index, step] of story.steps.entries()) {
    const actor = await people.actor(step.by, `demo-${index}`);
    if (index === 0) await addPostsAndHeads(context, actor);
    const act = acts[step.do] as (actor: Actor, step: Step) => Promise<void>;
    await act(actor, step).catch((cause: unknown) => {
      throw new Error(`Step ${index} of the demo's story (${step.by}: ${step.do}) failed`, { cause });
    });
  }
}

async function addPostsAndHeads({ office, names }: StoryContext, actor: Actor): Promise<void> {
  const people = office.get(OrganisationQueries);
  const all = PageQuery.parse({ limit: 200 });
  for (const { marking, id } of (await people.listPosts(actor, all)).items) names.add('post', marking, id);
  for (const { series, id } of (await people.listNumberHeads(actor, all)).items) names.add('head', series, id);
}
