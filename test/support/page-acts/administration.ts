import { createHash, randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import type { Locator } from 'playwright-core';
import type { Person } from '../page/person';

export const PASSWORD = 'चार-घोड़े-नदी-पर-72';

/** The office is a demo no more: whoever is entered from now on gets a link. @returns one for this person. */
export async function endTheDemo(dataFolder: string, username: string): Promise<string> {
  const { databaseUrl } = JSON.parse(readFileSync(join(dataFolder, 'running.json'), 'utf8')) as { databaseUrl: string };
  const client = new Client({ connectionString: databaseUrl });
  const token = randomBytes(32).toString('base64url');
  await client.connect();
  try {
    await client.query('UPDATE organisation SET demo = false; UPDATE office_user SET demo = false');
    await client.query(
      `INSERT INTO sign_in_link (token_hash, organisation_id, user_id, expires_at)
       SELECT $1, organisation_id, id, clock_timestamp() + INTERVAL '1 hour' FROM office_user WHERE username = $2`,
      [createHash('sha256').update(token).digest('hex'), username],
    );
  } finally {
    await client.end();
  }
  return `/link#${token}`;
}

/** Comes by a one-time link, and chooses a password. */
export async function comeBy({ page, t }: Person, link: string): Promise<void> {
  await page.goto(link);
  for (const name of ['session.newPassword', 'session.newPasswordAgain'] as const)
    await page.getByLabel(t(name), { exact: true }).fill(PASSWORD);
  await page.keyboard.press('Enter');
  await page.getByRole('navigation', { name: t('desk.navigation'), exact: true }).waitFor();
}

/** The dialog that is open. */
export class Dialog {
  readonly place: Locator;

  constructor(private readonly person: Person) {
    this.place = person.page.getByRole('dialog');
  }

  field(name: string): Locator {
    return this.place.getByRole('textbox', { name, exact: true });
  }

  choice(name: string): Locator {
    return this.place.getByRole('combobox', { name, exact: true });
  }

  /** Types part of a name and takes the first that is found. */
  async find(name: string, typed: string): Promise<void> {
    const field = this.choice(name).or(this.field(name));
    await field.click();
    await field.fill(typed);
    await this.person.page.getByRole('option').filter({ hasText: typed }).first().click();
  }

  /** By the keyboard: the dialog closes. */
  async send(): Promise<void> {
    await this.person.page.keyboard.press('Control+Enter');
    await this.place.waitFor({ state: 'detached' });
  }
}
