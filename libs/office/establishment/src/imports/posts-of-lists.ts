import { INFORMATION_ROLES, type KeepPost, type PostColumn, type PostRecord, ROLES } from '@patravali/contract';
import type { Refusal } from '@patravali/errors';
import { westernDigits } from '@patravali/language';
import { type KeptUnit, unfit } from '@patravali/organisation';
import type { ListRow } from '../lists/table-of-list';
import { plainName } from '../lists/plain-name';
import { valueWritten } from '../lists/words-of-lists';
import { firstWritten, notOffered } from './fitting';

export interface PostLine extends ListRow<PostColumn> {
  /** The marking. */
  readonly name: string;
}

/** Between several in one cell. */
const SEPARATORS = /[,;\n]/;
const YES_OR_NO = ['yes', 'no'] as const;

/** The posts of the office as a list names them: by their markings, and their units by abbreviations. */
export class PostsOfLists {
  private readonly posts = new Map<string, Pick<PostRecord, keyof PostRecord>>();
  private readonly postIds = new Map<string, string>();
  private readonly unitIds = new Map<string, string>();

  constructor(posts: readonly PostRecord[], units: readonly KeptUnit[]) {
    for (const post of posts) this.add(post);
    for (const { id, abbreviation, abbreviationHi } of units) {
      for (const name of [abbreviation, abbreviationHi ?? '']) this.unitIds.set(plainName(name), id);
    }
  }

  add(post: PostRecord): void {
    this.posts.set(post.marking, post);
    for (const name of [post.marking, post.markingHi ?? '']) this.postIds.set(plainName(name), post.id);
  }

  post(marking: string): PostRecord | undefined {
    return this.posts.get(marking);
  }

  /** Whoever stands above others is entered before them, and abolished after them. */
  inOrder(rows: readonly ListRow<PostColumn>[]): PostLine[] {
    const lines = rows.map((row) => ({ ...row, name: row.cells.marking ?? '' }));
    const level = (line: PostLine) => numberIn(line.cells.level ?? '') || (this.post(line.name)?.level ?? 0);
    const place = (line: PostLine) => (this.isYes(line) ? 100 - level(line) : level(line));
    return lines.sort((one, other) => place(one) - place(other));
  }

  /** @throws Refusal `invalid-input` */
  isAbolishing(line: PostLine): boolean {
    const { abolished = '' } = line.cells;
    const said = valueWritten('yesOrNo', YES_OR_NO, abolished);
    if (abolished !== '' && !said) throw notOffered('abolished', 'yesOrNo', YES_OR_NO);
    return said === 'yes';
  }

  unknown(line: PostLine): Refusal {
    return unfit('unknown-post', 'marking', { post: line.name });
  }

  /** What the line says of a post, with what it leaves out as it is. @throws Refusal for what the office does not have */
  wanted({ name: marking, cells }: PostLine): Partial<Record<keyof KeepPost, unknown>> {
    const post = this.post(marking);
    const { designationHi, designationEn } = cells;
    const designation = {
      hi: firstWritten(designationHi, post?.designation.hi, designationEn),
      en: firstWritten(designationEn, post?.designation.en, designationHi),
    };
    const said = <Value>(column: PostColumn, read: (cell: string) => Value, kept: Value | undefined) => {
      const cell = cells[column];
      return cell === undefined ? kept : read(cell);
    };
    const roles: readonly string[] = said('roles', (cell) => several(cell).map(readRole), post?.roles) ?? [];
    const orNull = (cell: string) => cell || null;
    return {
      marking,
      markingHi: said('markingHi', orNull, post?.markingHi ?? null),
      designation,
      level: said('level', (cell) => (cell === '' ? undefined : numberIn(cell)), post?.level),
      unitId: said('unit', (cell) => this.unit(cell, 'unit'), post?.unitId),
      superiorPostId: said('superior', (cell) => this.superior(cell), post?.superiorPostId ?? null),
      roles,
      auditedUnitIds: said(
        'auditedUnits',
        (cell) => several(cell).map((each) => this.unit(each, 'auditedUnits') ?? ''),
        post?.auditedUnitIds ?? [],
      ),
      // No column names it: a list takes the role, and does not give it.
      administeredUnitId: roles.includes('unit_administrator') ? (post?.administeredUnitId ?? null) : null,
      informationRole: said('informationRole', readInformationRole, post?.informationRole ?? null),
      phone: said('phone', orNull, post?.phone ?? null),
      email: said('email', orNull, post?.email ?? null),
    };
  }

  private isYes({ cells: { abolished = '' } }: PostLine): boolean {
    return valueWritten('yesOrNo', YES_OR_NO, abolished) === 'yes';
  }

  private unit(written: string, column: PostColumn): string | undefined {
    if (written === '') return undefined;
    const id = this.unitIds.get(plainName(written));
    if (id === undefined) throw unfit('unknown-unit', column);
    return id;
  }

  private superior(written: string): string | null {
    if (written === '') return null;
    const id = this.postIds.get(plainName(written));
    if (id === undefined) throw unfit('unknown-post', 'superior');
    return id;
  }
}

const several = (cell: string): string[] =>
  cell
    .split(SEPARATORS)
    .map((each) => each.trim())
    .filter((each) => each !== '');

const numberIn = (cell: string): number => Number(westernDigits(cell));

function readRole(written: string): string {
  const role = valueWritten('role', ROLES, written);
  if (!role) throw notOffered('roles', 'role', ROLES);
  return role;
}

function readInformationRole(written: string): string | null {
  if (written === '') return null;
  const role = valueWritten('informationRole', INFORMATION_ROLES, written);
  if (!role) throw notOffered('informationRole', 'informationRole', INFORMATION_ROLES);
  return role;
}

/** Whether the post is already as it is wanted. */
export function isSamePost(post: PostRecord, wanted: KeepPost): boolean {
  const { roles, auditedUnitIds, designation, ...others } = wanted;
  const isSame = (
    [
      'marking',
      'markingHi',
      'level',
      'unitId',
      'superiorPostId',
      'administeredUnitId',
      'informationRole',
      'phone',
      'email',
    ] as const
  ).every((field) => others[field] === post[field]);
  return (
    isSame &&
    designation.hi === post.designation.hi &&
    designation.en === post.designation.en &&
    isSameSet(roles, post.roles) &&
    isSameSet(auditedUnitIds, post.auditedUnitIds)
  );
}

const isSameSet = (one: readonly string[], other: readonly string[]): boolean => {
  const [ones, others] = [new Set(one), new Set(other)];
  return ones.size === others.size && [...ones].every((each) => others.has(each));
};
