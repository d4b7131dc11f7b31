import { Injectable } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import {
  ChangePerson,
  CLOSING_CAUSES,
  CloseAccount,
  CreatePerson,
  type ImportList,
  type LineChange,
  type ListImported,
  PERSON_COLUMNS,
  type PersonColumn,
} from '@patravali/contract';
import { type Transaction, Transactions } from '@patravali/database';
import { SecurityLog } from '@patravali/identity';
import { Serves } from '@patravali/operations';
import { type KeptPerson, keptPeople, lockEstablishment, refuseNonAdministrator, unfit } from '@patravali/organisation';
import { type ListRow, rowsOfList } from '../lists/table-of-list';
import { readUploaded } from '../lists/read-uploaded';
import { valueWritten } from '../lists/words-of-lists';
import { correctPerson } from '../people/change-person';
import { closeLocked } from '../people/close-account';
import { enterPerson } from '../people/create-person';
import { lockOpenAccount } from '../people/person-rules';
import { actByLine, doList, type ListWork, rehearse } from './act-by-line';
import { firstWritten, fitting, notOffered, refuseTwice } from './fitting';

const COLUMNS = { known: PERSON_COLUMNS, needed: ['username'] as const };
const OF_REQUEST = { 'name/hi': 'nameHi', 'name/en': 'nameEn', name: 'nameHi', cause: 'closing' };

interface PersonLine extends ListRow<PersonColumn> {
  readonly name: string;
}

/** Enters, corrects and closes people by a list, as `CreatePerson`, `ChangePerson` and `CloseAccount` do it; nobody gets a link by it. */
@Injectable()
export class ImportPeople {
  constructor(
    private readonly transactions: Transactions,
    private readonly log: SecurityLog,
  ) {}

  /** @throws Refusal `not-allowed`; `list-unreadable`, `list-too-large`, `list-not-plain`, `list-without-columns`, `list-unread`, `too-busy` */
  @Serves('checkPeopleList')
  async check(actor: Actor, request: ImportList) {
    return await rehearse(this.transactions, actor, await this.workOf(actor, request));
  }

  /** @throws Refusal as `check`; `list-with-mistakes`, `list-without-changes` */
  @Serves('importPeople')
  async execute(actor: Actor, request: ImportList): Promise<ListImported> {
    const { reason } = request;
    return await doList(this.transactions, actor, await this.workOf(actor, request), (tx, data) =>
      tx.record('organisation.people_imported', actor.organisationId, { reason, data }),
    );
  }

  private async workOf(actor: Actor, { list, reason }: ImportList): Promise<ListWork> {
    refuseNonAdministrator(actor);
    const rows = rowsOfList(await readUploaded(list), COLUMNS);
    const lines = rows.map((row) => ({ ...row, name: row.cells.username ?? '' }));
    return async (tx) => {
      await lockEstablishment(tx, actor);
      const people = new Map((await keptPeople(tx, actor.organisationId)).map((each) => [each.username, each]));
      const seen = new Set<string>();
      const act = async (line: PersonLine) => {
        refuseTwice(seen, line.name, 'username');
        return await this.act(tx, line, people.get(line.name), reason);
      };
      return await actByLine(tx, lines, { act, columns: OF_REQUEST });
    };
  }

  private async act(
    tx: Transaction,
    { name: username, cells }: PersonLine,
    person: KeptPerson | undefined,
    reason: string,
  ): Promise<LineChange | 'same'> {
    const { nameHi, nameEn, email, closing = '' } = cells;
    if (closing !== '') return await this.close(tx, person, closing, reason);
    const name = {
      hi: firstWritten(nameHi, person?.name.hi, nameEn),
      en: firstWritten(nameEn, person?.name.en, nameHi),
    };
    const facts = { name, email: email === undefined ? (person?.email ?? null) : email || null, reason };
    if (!person) {
      await enterPerson(tx, fitting(CreatePerson, { username, ...facts }));
      return 'created';
    }
    if (person.isClosed) throw unfit('account-closed', 'username', { person: username });
    const request = fitting(ChangePerson, facts);
    const isSame =
      request.name.hi === person.name.hi && request.name.en === person.name.en && request.email === person.email;
    if (isSame) return 'same';
    await correctPerson(tx, await lockOpenAccount(tx, person.id), request);
    return 'changed';
  }

  private async close(
    tx: Transaction,
    person: KeptPerson | undefined,
    written: string,
    reason: string,
  ): Promise<LineChange | 'same'> {
    const cause = valueWritten('endCause', CLOSING_CAUSES, written);
    if (!cause) throw notOffered('closing', 'endCause', CLOSING_CAUSES);
    if (!person) throw unfit('no-such-person', 'username');
    if (person.isClosed) return 'same';
    const request = fitting(CloseAccount, { cause, reason });
    await closeLocked(tx, this.log, await lockOpenAccount(tx, person.id), request);
    return 'ended';
  }
}
