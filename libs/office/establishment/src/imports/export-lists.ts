import { Injectable } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import {
  type Language,
  PERSON_COLUMNS,
  type PersonColumn,
  POST_COLUMNS,
  type PostColumn,
  type PostRecord,
} from '@patravali/contract';
import { messagesOf } from '@patravali/messages';
import { type KeptPerson, keptPeople, keptPosts, keptUnits, refuseNonAdministrator } from '@patravali/organisation';
import type { Sheet } from '@patravali/spreadsheet';
import { EntityManager } from 'typeorm';
import { wordInBoth } from '../lists/words-of-lists';

type Cells<Column extends string> = Readonly<Record<Column, string | null>>;

/** The people and the posts of the office as the lists by which they are entered: taken in again, such a list changes nothing. */
@Injectable()
export class ExportLists {
  constructor(private readonly database: EntityManager) {}

  /** The people whose accounts are open. @param isEmpty without rows, to be filled in. @throws Refusal `not-allowed` */
  async people(actor: Actor, language: Language, isEmpty: boolean): Promise<Sheet> {
    refuseNonAdministrator(actor);
    const people = isEmpty ? [] : await keptPeople(this.database, actor.organisationId);
    const cells = people.filter(({ isClosed }) => !isClosed).map(cellsOfPerson);
    return sheetOf(messagesOf('lists', language).people, PERSON_COLUMNS, cells, language);
  }

  /** The posts that are not abolished. @param isEmpty without rows, to be filled in. @throws Refusal `not-allowed` */
  async posts(actor: Actor, language: Language, isEmpty: boolean): Promise<Sheet> {
    refuseNonAdministrator(actor);
    const { organisationId } = actor;
    const posts = isEmpty ? [] : await keptPosts(this.database, organisationId);
    const units = isEmpty ? [] : await keptUnits(this.database, organisationId);
    const named = new Map([
      ...posts.map(({ id, marking }) => [id, marking] as const),
      ...units.map(({ id, abbreviation }) => [id, abbreviation] as const),
    ]);
    const cells = posts.filter(({ abolishedAt }) => abolishedAt === null).map(cellsOfPost(named, language));
    return sheetOf(messagesOf('lists', language).posts, POST_COLUMNS, cells, language);
  }
}

const cellsOfPerson = ({ username, name, email }: KeptPerson): Cells<PersonColumn> => ({
  username,
  nameHi: name.hi,
  nameEn: name.en,
  email,
  closing: null,
});

const cellsOfPost =
  (named: ReadonlyMap<string, string>, language: Language) =>
  (post: PostRecord): Cells<PostColumn> => ({
    marking: post.marking,
    markingHi: post.markingHi,
    designationHi: post.designation.hi,
    designationEn: post.designation.en,
    level: String(post.level),
    unit: named.get(post.unitId) ?? null,
    superior: named.get(post.superiorPostId ?? '') ?? null,
    roles: post.roles.map((role) => wordInBoth('role', role)[language]).join(', '),
    auditedUnits: post.auditedUnitIds.map((id) => named.get(id) ?? '').join(', '),
    informationRole: post.informationRole && wordInBoth('informationRole', post.informationRole)[language],
    phone: post.phone,
    email: post.email,
    abolished: null,
  });

function sheetOf<Column extends string>(
  title: string,
  columns: readonly Column[],
  rows: readonly Cells<Column>[],
  language: Language,
): Sheet {
  return {
    title,
    columns: columns.map((column) => wordInBoth('listColumn', column)[language]),
    rows: rows.map((cells) => columns.map((column) => cells[column] ?? '')),
  };
}
