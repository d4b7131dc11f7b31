import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type DynamicModule, type INestApplicationContext, Module } from '@nestjs/common';
import { NestApplicationContextOptions } from '@nestjs/common/interfaces/nest-application-context-options.interface.js';
import { NestFactory } from '@nestjs/core';
import type { Config } from '@patravali/config';
import { OfficeClock, Transactions } from '@patravali/database';
import { FoundationModule, OfficeModule } from '@patravali/foundation';
import { FindSession, LoadOffice, SignInAsDemoPerson, SignOut } from '@patravali/identity';
import { lockOrganisation, type OfficeDescription, readOffice } from '@patravali/organisation';
import { ownerDataSource } from '@patravali/schema';
import 'reflect-metadata';
import { demoFolder } from './story/demo-folder';
import { DemoPeople } from './demo-people';
import { planStory } from './plan-story';
import { playStory } from './play-story';
import type { Seeding } from './seeding/seeding';
import { DaysGoneBy, type StoryTime, TODAY } from './story/story-time';
import { SEEDED } from './seeding/wanted-seeding';
import { forgetBeginning, seedingBegan } from './seeding/seeding-began';

const UNATTENDED: Seeding = { stop: new AbortController().signal, onProgress: () => undefined };

/** What a crash takes away, the next start does again. */
const SEEDING_POOL = { size: 3, durable: false };

/** The whole office without its jobs, which the server does once it has started. */
@Module({})
class SeedingModule {
  static forRoot(config: Config): DynamicModule {
    return {
      module: SeedingModule,
      imports: [FoundationModule.forRoot({ ...config, jobsInProcess: false }, SEEDING_POOL), OfficeModule],
    };
  }
}

/**
 * Loads the demo office and runs the acts of its people: three months of them, day by day, with the office's clock set back
 * meanwhile; in a small demo a few of today. After an interruption it continues where it stopped.
 * @throws the reason of `seeding.stop` once it was told to stop.
 */
export async function seedDemo(config: Config, seeding: Seeding = UNATTENDED): Promise<void> {
  const options = Object.assign(new NestApplicationContextOptions(), {
    logger: ['error', 'warn'],
    abortOnError: false,
  });
  const office = await NestFactory.createApplicationContext(SeedingModule.forRoot(config), options);
  try {
    seeding.stop.throwIfAborted();
    await (config.smallDemo ? seed(office, config, TODAY, seeding) : seedThePast(office, config, seeding));
  } finally {
    await office.close();
  }
}

/** However it ends, the office goes on in the present: unless it was told to stop, and the next start goes on in the past. */
async function seedThePast(office: INestApplicationContext, config: Config, seeding: Seeding): Promise<void> {
  const owner = await ownerDataSource(config.databaseUrl).initialize();
  await owner.query('SET synchronous_commit = off');
  const clock = new OfficeClock(owner);
  try {
    await seed(office, config, new DaysGoneBy(clock), seeding);
  } finally {
    if (!seeding.stop.aborted) await clock.close();
    await owner.destroy();
  }
}

async function seed(
  office: INestApplicationContext,
  { smallDemo, dataFolder }: Config,
  time: StoryTime,
  seeding: Seeding,
): Promise<void> {
  const plan = await planStory({ now: seedingBegan(dataFolder), small: smallDemo === true });
  const [first] = plan.steps;
  if (first) await time.goTo(first.at);
  const { organisationId } = await office.get(LoadOffice).execute(await description(plan.leaveBegan));
  const people = new DemoPeople(office.get(SignInAsDemoPerson), office.get(FindSession), office.get(SignOut));
  try {
    await playStory(office, people, plan, time, seeding);
    await time.goTo(new Date());
  } catch (error) {
    if (seeding.stop.aborted) await people.signOutAll();
    throw error;
  }
  await people.signOutAll();
  const by = { organisationId, userId: null, postId: null, capacity: null };
  await office.get(Transactions).run(by, async (tx) => {
    await lockOrganisation(tx);
    await tx.record(SEEDED, organisationId);
    return {};
  });
  forgetBeginning(dataFolder);
}

/** The demo office, with the link officer of the one who is on leave. */
async function description(leaveBegan: string): Promise<OfficeDescription> {
  const office = readOffice(await readFile(join(demoFolder(), 'office.json'), 'utf8'));
  const leave = { person: 'mahesh', post: 'JD(PROS)', kind: 'link', from: leaveBegan } as const;
  return { ...office, tenures: [...office.tenures, leave] };
}
