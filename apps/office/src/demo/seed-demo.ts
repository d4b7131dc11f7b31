import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type DynamicModule, type INestApplicationContext, Module } from '@nestjs/common';
import { NestApplicationContextOptions } from '@nestjs/common/interfaces/nest-application-context-options.interface.js';
import { NestFactory } from '@nestjs/core';
import type { Config } from '@patravali/config';
import { Transactions } from '@patravali/database';
import { FoundationModule, OfficeModule } from '@patravali/foundation';
import { FindSession, LoadOffice, SignInAsDemoPerson, SignOut } from '@patravali/identity';
import { lockOrganisation, readOffice } from '@patravali/organisation';
import 'reflect-metadata';
import { demoFolder } from './demo-folder';
import { DemoPeople } from './demo-people';
import { playStory } from './play-story';
import { readStory } from './story';
import { SEEDED } from './wants-seeding';

/** The whole office without its jobs, which the server does once it has started. */
@Module({})
class SeedingModule {
  static forRoot(config: Config): DynamicModule {
    return {
      module: SeedingModule,
      imports: [FoundationModule.forRoot({ ...config, jobsInProcess: false }), OfficeModule],
    };
  }
}

/**
 * Loads the demo office and runs the acts of its people, so that a visitor finds files in different states. After an
 * interruption it continues where it stopped.
 */
export async function seedDemo(config: Config): Promise<void> {
  const options = Object.assign(new NestApplicationContextOptions(), {
    logger: ['error', 'warn'],
    abortOnError: false,
  });
  const office = await NestFactory.createApplicationContext(SeedingModule.forRoot(config), options);
  try {
    await seed(office);
  } finally {
    await office.close();
  }
}

async function seed(office: INestApplicationContext): Promise<void> {
  const description = await readFile(join(demoFolder(), 'office.json'), 'utf8');
  const { organisationId } = await office.get(LoadOffice).execute(readOffice(description));
  const people = new DemoPeople(office.get(SignInAsDemoPerson), office.get(FindSession), office.get(SignOut));
  await playStory(office, people, await readStory(join(demoFolder(), 'story.json')));
  await people.signOutAll();
  const by = { organisationId, userId: null, postId: null, capacity: null };
  await office.get(Transactions).run(by, async (tx) => {
    await lockOrganisation(tx);
    await tx.record({ subject: { kind: 'organisation', id: organisationId }, name: SEEDED });
    return {};
  });
}
