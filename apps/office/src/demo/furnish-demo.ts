import 'reflect-metadata';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type DynamicModule, type INestApplicationContext, Module } from '@nestjs/common';
import { NestApplicationContextOptions } from '@nestjs/common/interfaces/nest-application-context-options.interface.js';
import { NestFactory } from '@nestjs/core';
import type { Config } from '@patravali/config';
import { CorrespondenceModule } from '@patravali/correspondence';
import { Transactions } from '@patravali/database';
import { DocumentsModule } from '@patravali/documents';
import { DraftsModule } from '@patravali/drafts';
import { FilesModule } from '@patravali/files';
import { FoundationModule } from '@patravali/foundation';
import { FindSession, LoadOffice, PeopleModule, readOffice, SignInAsDemoPerson, SignOut } from '@patravali/people';
import { demoFolder } from './demo-folder';
import { DemoPeople } from './demo-people';
import { readStory } from './story';
import { tellStory } from './tell-story';
import { FURNISHED } from './wants-furnishing';

@Module({})
class FurnishingModule {
  static with(config: Config): DynamicModule {
    const areas = [PeopleModule, FilesModule, DocumentsModule, CorrespondenceModule, DraftsModule];
    return { module: FurnishingModule, imports: [FoundationModule.with(config), ...areas], providers: [LoadOffice] };
  }
}

/**
 * Loads the demo office and lets its people work for a while, so that a visitor finds files in different states. After
 * an interruption it goes on where it stopped.
 */
export async function furnishDemo(config: Config): Promise<void> {
  const options = Object.assign(new NestApplicationContextOptions(), {
    logger: ['error', 'warn'],
    abortOnError: false,
  });
  const office = await NestFactory.createApplicationContext(FurnishingModule.with(config), options);
  try {
    await furnish(office);
  } finally {
    await office.close();
  }
}

async function furnish(office: INestApplicationContext): Promise<void> {
  const description = await readFile(join(demoFolder(), 'office.json'), 'utf8');
  const { organisationId } = await office.get(LoadOffice).execute(readOffice(description));
  const people = new DemoPeople(office.get(SignInAsDemoPerson), office.get(FindSession), office.get(SignOut));
  await tellStory(office, people, await readStory(join(demoFolder(), 'story.json')));
  await people.leave();
  const by = { organisationId, userId: null, postId: null, capacity: null };
  await office.get(Transactions).run(by, async (tx) => {
    await tx.query('SELECT FROM organisation WHERE id = $1 FOR UPDATE', [organisationId]);
    await tx.record({ subject: { kind: 'organisation', id: organisationId }, name: FURNISHED });
    return {};
  });
}
