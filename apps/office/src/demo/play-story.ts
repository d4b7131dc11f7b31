import type { INestApplicationContext } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import { PageQuery } from '@patravali/contract';
import { ListCaseCategories, OrganisationQueries } from '@patravali/organisation';
import { TYPESETTER, type Typesetter } from '@patravali/typesetting';
import type { DemoPeople } from './demo-people';
import type { Seeding } from './seeding/seeding';
import { asideActs } from './acts/aside-acts';
import { draftActs } from './acts/draft-acts';
import { fileActs } from './acts/file-acts';
import { type ComingLetter, LetterPdfs } from './story/letter-pdfs';
import { receiptActs } from './acts/receipt-acts';
import type { PlannedStory, Step } from './story/story';
import { type Acts, type StoryContext, StoryNames } from './story/story-context';
import type { StoryTime } from './story/story-time';

/** Does the steps of the story as acts of the demo office's people, each at its time. Run again, it does nothing twice. */
export async function playStory(
  office: INestApplicationContext,
  people: DemoPeople,
  { letters, steps }: PlannedStory,
  time: StoryTime,
  { stop, onProgress }: Seeding,
): Promise<void> {
  const coming = steps.flatMap(({ at, step }): ComingLetter[] => {
    const letter = step.do === 'diarise' ? letters[step.letter] : undefined;
    return step.do === 'diarise' && letter ? [{ name: step.letter, letter, comes: at }] : [];
  });
  const pdfs = new LetterPdfs(office.get<Typesetter>(TYPESETTER), coming);
  const context: StoryContext = { office, names: new StoryNames(), letters, pdfs, time };
  const acts: Acts<Step['do']> = {
    ...receiptActs(context),
    ...fileActs(context),
    ...asideActs(context),
    ...draftActs(context),
  };
  let begun = false;
  for (const [done, { key, at, step }] of steps.entries()) {
    stop.throwIfAborted();
    await time.goTo(at);
    onProgress({ done, all: steps.length, day: time.day(0) });
    const actor = await people.actor(step.by, { key: `demo-${key}`, day: time.day(0) });
    if (!begun) await addWhatIsKnown(context, actor);
    begun = true;
    const act = acts[step.do] as (actor: Actor, step: Step) => Promise<void>;
    await act(actor, step).catch((cause: unknown) => {
      throw new Error(`Step ${key} of the demo's story (${step.by}: ${step.do}) failed`, { cause });
    });
  }
}

async function addWhatIsKnown({ office, names }: StoryContext, actor: Actor): Promise<void> {
  const people = office.get(OrganisationQueries);
  const all = PageQuery.parse({ limit: 200 });
  for (const { marking, id } of (await people.listPosts(actor, all)).items) names.add('post', marking, id);
  for (const { series, id } of (await people.listNumberHeads(actor, all)).items) names.add('head', series, id);
  const categories = await office.get(ListCaseCategories).execute(actor, all);
  for (const { code, id } of categories.items) names.add('category', code, id);
}
