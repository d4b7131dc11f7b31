import { setTimeout as sleep } from 'node:timers/promises';
import type { NumberHead, Page } from '@patravali/contract';
import { Client } from '../support/journeys/client';
import { expectAgreement } from './agreement';
import { countBooks } from './books';
import { Acknowledged, copyLetters, createFiles, forwardToAndFro, issueLetters } from './streams';
import { SupervisedOffice, type Victim, VICTIMS } from './supervised-office';

/** Before the next kill, so that some come while the office is still getting up. */
const LONGEST_PAUSE_MS = 1_500;
/** Now and then it is left to get up: what never works proves nothing. */
const LEFT_ALONE_EVERY = 4;

/**
 * Kills parts of an office in the middle of the work, in turn and at any moment, also while it gets up from the kill before. In the end
 * it is up by itself, and its books hold what it has acknowledged.
 */
export async function keepKilling(office: SupervisedOffice, times: number): Promise<void> {
  const signIn = (username: string, marking?: string) => Client.signIn(() => office.url, username, marking);
  const [clerk, colleague] = [await signIn('vinod'), await signIn('pooja')];
  const officer = await signIn('sunita', 'AO(EST)');
  const [head] = (await clerk.ask<Page<NumberHead>>('listNumberHeads')).items;
  if (!head) throw new Error('The demo office has no number heads');
  const before = await office.withDatabase(countBooks);
  let over = false;
  const acknowledged = new Acknowledged();
  const work = { acknowledged, head, isOver: () => over };
  const streams = [
    forwardToAndFro(work, clerk, colleague),
    createFiles(work, colleague),
    issueLetters(work, officer),
    // Their copies are made by the worker.
    copyLetters(work, officer),
  ];
  const kills = async (): Promise<void> => {
    for (const [index, victim] of victims(times).entries()) {
      if (index % LEFT_ALONE_EVERY === 0) await worksOn(office, acknowledged);
      else await sleep(Math.random() * LONGEST_PAUSE_MS);
      await office.kill(victim);
    }
    await worksOn(office, acknowledged);
    over = true;
  };
  await Promise.all([kills(), ...streams]).finally(() => (over = true));
  await office.isUp();
  await office.withDatabase(async (database) => {
    await expectAgreement(database, { acknowledged, before, dataFolder: office.dataFolder });
  });
  expect(Math.min(acknowledged.issues, acknowledged.files)).toBeGreaterThan(0);
}

const victims = (times: number): Victim[] =>
  Array.from({ length: times }, (_, index) => VICTIMS[index % VICTIMS.length] ?? 'launcher');

/** It is up, and something was acknowledged since. */
async function worksOn(office: SupervisedOffice, acknowledged: Acknowledged): Promise<void> {
  await office.isUp();
  for (const then = acknowledged.commands; acknowledged.commands === then;) await sleep(20);
}
