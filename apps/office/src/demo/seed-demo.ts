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
import { demoFolder } from './demo-folder';
import { DemoPeople } from './demo-people';
import { planStory } from './plan-story';
import { playStory } from './play-story';
import { DaysGoneBy, type StoryTime, TODAY } from './story-time';
import { SEEDED } from './wants-seeding';

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
 */
export async function seedDemo(config: Config): Promise<void> {
  const options = Object.assign(new NestApplicationContextOptions(), {
    logger: ['error', 'warn'],
    abortOnError: false,
  });
  const office = await NestFactory.createApplicationContext(SeedingModule.forRoot(config), options);
  try {
    await (config.smallDemo ? seed(office, config, TODAY) : seedThePast(office, config));
  } finally {
    await office.close();
  }
}

/** However it ends, the office goes on in the present. */
async function seedThePast(office: INestApplicationContext, config: Config): Promise<void> {
  const owner = await ownerDataSource(config.databaseUrl).initialize();
  await owner.query('SET synchronous_commit = off');
  const clock = new OfficeClock(owner);
  try {
    await seed(office, config, new DaysGoneBy(clock));
  } finally {
    await clock.close();
    await owner.destroy();
  }
}

async function seed(office: INestApplicationContext, { smallDemo }: Config, time: StoryTime): Promise<void> {
  const plan = await planStory({ now: new Date(), small: smallDemo === true });
  const [first] = plan.steps;
  if (first) await time.goTo(first.at);
  const { organisationId } = await office.get(LoadOffice).execute(await description(plan.leaveBegan));
  const people = new DemoPeople(office.get(SignInAsDemoPerson), office.get(FindSession), office.get(SignOut));
  await playStory(office, people, plan, time);
  await time.goTo(new Date());
  await people.signOutAll();
  const by = { organisationId, userId: null, postId: null, capacity: null };
  await office.get(Transactions).run(by, async (tx) => {
    await lockOrganisation(tx);
    await tx.record({ subject: { kind: 'organisation', id: organisationId }, name: SEEDED });
    return {};
  });
}

/** The demo office, with the link officer of the one who is on leave. */
async function description(leaveBegan: string): Promise<OfficeDescription> {
  const office = readOffice(await readFile(join(demoFolder(), 'office.json'), 'utf8'));
  const leave = { person: 'mahesh', post: 'JD(PROS)', kind: 'link', from: leaveBegan } as const;
  return { ...office, tenures: [...office.tenures, leave] };
}
