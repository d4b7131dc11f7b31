import { Inject, Injectable } from '@nestjs/common';
import type { Bilingual } from '@patravali/contract';
import { type Transaction, Transactions } from '@patravali/database';
import type { OfficeDescription } from '@patravali/organisation';
import {
  findOfficeMistakes,
  findPictureMistakes,
  lockExistingOffice,
  OfficeMistakes,
  OfficeParts,
  OfficeUser,
  Organisation,
  writeOffice,
  type Written,
} from '@patravali/organisation';
import { TYPESETTER, type Typesetter } from '@patravali/typesetting';
import { EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { SecurityLog } from './security/security-log';
import { insertSignInLink } from './sign-in/make-sign-in-link';

export interface LoadedOffice {
  readonly organisationId: string;
  readonly added: number;
  readonly changed: number;
  readonly rows: Written['rows'];
  /** One-time links of people who are new; none in a demo office, whose people have no passwords. */
  readonly links: readonly { readonly username: string; readonly name: Bilingual; readonly token: string }[];
}

/** Creates the office of this database from its description, or extends it. */
@Injectable()
export class LoadOffice {
  constructor(
    private readonly database: EntityManager,
    private readonly transactions: Transactions,
    private readonly log: SecurityLog,
    private readonly parts: OfficeParts,
    @Inject(TYPESETTER) private readonly typesetter: Typesetter,
  ) {}

  /** @throws OfficeMistakes naming every mistake at once; then nothing has changed. */
  execute(office: OfficeDescription): Promise<LoadedOffice> {
    return this.load(office, async (tx, organisationId, written) => {
      const links = office.organisation.demo ? [] : await linksFor(tx, this.log, office, written);
      const { added, changed, rows, newPeople } = written;
      await tx.record('organisation.loaded', organisationId, { data: { added, changed, newPeople } });
      return { organisationId, added, changed, rows, links };
    });
  }

  /** What `execute` would write: it is written, and taken back. @throws OfficeMistakes */
  async wouldWrite(office: OfficeDescription): Promise<Written['rows']> {
    let rows: Written['rows'] = [];
    const takenBack = new Error('taken back');
    await this.load<Written>(office, async (tx, _, written) => {
      rows = written.rows;
      await tx.execute('SET CONSTRAINTS ALL IMMEDIATE', []);
      throw takenBack;
    }).catch((error: unknown) => {
      if (error !== takenBack) throw error;
    });
    return rows;
  }

  private async load<T extends object>(
    office: OfficeDescription,
    then: (tx: Transaction, organisationId: string, written: Written) => Promise<T>,
  ): Promise<T> {
    const [existing] = await this.database.find(Organisation, { take: 1 });
    const organisationId = existing?.id ?? uuidv7();
    const by = { organisationId, userId: null, postId: null, capacity: null };
    const pictureMistakes = await findPictureMistakes(office, this.typesetter);
    return this.transactions.run(by, async (tx) => {
      const mistakes = [...findOfficeMistakes(office, await lockExistingOffice(tx)), ...pictureMistakes];
      if (mistakes.length > 0) throw new OfficeMistakes(mistakes);
      return await then(tx, organisationId, await writeOffice(tx, office, this.parts));
    });
  }
}

async function linksFor(
  tx: Transaction,
  log: SecurityLog,
  office: OfficeDescription,
  { newPeople }: Written,
): Promise<LoadedOffice['links']> {
  const people = new Map(office.people.map((person) => [person.username, person]));
  const links: { username: string; name: Bilingual; token: string }[] = [];
  for (const username of newPeople) {
    const name = people.get(username)?.name;
    const user = await tx.find(OfficeUser, { username });
    if (name && user) links.push({ username, name, token: await insertSignInLink(tx, log, user.id) });
  }
  return links;
}
