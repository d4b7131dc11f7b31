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

/** Lets the people of the demo office do, act after act, what the story says. Told again, nothing is done twice. */
export async function playStory(office: INestApplicationContext, people: DemoPeople, story: Story): Promise<void> {
  const context: StoryContext = { office, names: new StoryNames(), story };
  const acts: Acts<Step['do']> = { ...receiptActs(context), ...fileActs(context), ...draftActs(context) };
  for (const [index, step] of story.steps.entries()) {
    const actor = await people.actor(step.by, `demo-${index}`);
    if (index === 0) await learnOffice(context, actor);
    const act = acts[step.do] as (actor: Actor, step: Step) => Promise<void>;
    await act(actor, step).catch((cause: unknown) => {
      throw new Error(`Step ${index} of the demo's story (${step.by}: ${step.do}) failed`, { cause });
    });
  }
}

async function learnOffice({ office, names }: StoryContext, actor: Actor): Promise<void> {
  const people = office.get(OrganisationQueries);
  const all = PageQuery.parse({ limit: 200 });
  for (const { marking, id } of (await people.listPosts(actor, all)).items) names.learn('post', marking, id);
  for (const { series, id } of (await people.listNumberHeads(actor, all)).items) names.learn('head', series, id);
}
