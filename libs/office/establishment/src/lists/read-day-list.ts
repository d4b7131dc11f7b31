import { Injectable } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import {
  Day,
  DAY_COLUMNS,
  DAY_KINDS,
  type DayColumn,
  type DayKind,
  type DayListRead,
  type DeclaredDay,
  inBoth,
  type ListMistakeCode,
  type ReadDayList as Request,
} from '@patravali/contract';
import { Serves } from '@patravali/operations';
import { calendarYear, refuseNonAdministrator } from '@patravali/organisation';
import { EntityManager } from 'typeorm';
import { readUploaded } from './read-uploaded';
import { type ListRow, rowsOfList } from './table-of-list';
import { valueWritten } from './words-of-lists';

const COLUMNS = { known: DAY_COLUMNS, needed: ['day'] as const };
const LONGEST_NAME = 200;

type Mistake = DayListRead['mistakes'][number];

/** Reads a list of holidays that an administrator hands in, and says what it would change. Nothing is changed. */
@Injectable()
export class ReadDayList {
  constructor(private readonly database: EntityManager) {}

  /** @throws Refusal `not-allowed`; `list-unreadable`, `list-too-large`, `list-not-plain`, `list-without-columns`, `list-unread`, `too-busy` */
  @Serves('readDayList')
  async execute(actor: Actor, { year, list }: Request): Promise<DayListRead> {
    refuseNonAdministrator(actor);
    const rows = rowsOfList(await readUploaded(list), COLUMNS);
    const mistakes: Mistake[] = [];
    const read = rows.map((row) => ({ row: row.row, declared: dayOf(row, year, mistakes) }));
    refuseTwice(read, mistakes);
    const { days } = await calendarYear(this.database, actor.organisationId, year);
    const known = new Map(days.map((day) => [day.day, day]));
    const fitting = mistakes.length > 0 ? [] : read;
    return {
      days: fitting
        .map(({ row, declared }) => ({ row, declared, change: changeOf(declared, known.get(declared.day)) }))
        .sort((one, other) => one.declared.day.localeCompare(other.declared.day)),
      mistakes,
    };
  }
}

function dayOf({ row, cells }: ListRow<DayColumn>, year: number, mistakes: Mistake[]): DeclaredDay {
  const wrong = (column: DayColumn, code: ListMistakeCode) => mistakes.push({ row, column, code });
  const { day: written = '', nameHi = '', nameEn = '', kind = '' } = cells;
  const day = readDay(written);
  if (written === '') wrong('day', 'missing');
  else if (day === null) wrong('day', 'no-day');
  else if (!day.startsWith(`${year}-`)) wrong('day', 'another-year');
  if (nameHi === '' && nameEn === '') wrong('nameHi', 'missing');
  if (nameHi.length > LONGEST_NAME) wrong('nameHi', 'too-long');
  if (nameEn.length > LONGEST_NAME) wrong('nameEn', 'too-long');
  // A list that says nothing of it tells of holidays.
  const is: DayKind | undefined = kind === '' ? 'holiday' : valueWritten('dayKind', DAY_KINDS, kind);
  if (is === undefined) wrong('kind', 'not-offered');
  const name = inBoth({ hi: nameHi, en: nameEn });
  return { day: day ?? '', works: is === 'working', restricted: is === 'restricted', name };
}

/** `2027-01-26`, or as one writes it in India: `26/1/2027`, `26.01.2027`. Null for what is no day. */
function readDay(written: string): string | null {
  const [, day = '', month = '', year = ''] = /^(\d{1,2})[./-](\d{1,2})[./-](\d{4})$/.exec(written) ?? [];
  const said = day === '' ? written : `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return Day.safeParse(said).success ? said : null;
}

function refuseTwice(read: readonly { row: number; declared: DeclaredDay }[], mistakes: Mistake[]): void {
  const seen = new Set<string>();
  for (const { row, declared } of read) {
    if (declared.day !== '' && seen.has(declared.day)) mistakes.push({ row, column: 'day', code: 'twice' });
    seen.add(declared.day);
  }
}

function changeOf(wanted: DeclaredDay, known: DeclaredDay | undefined): DayListRead['days'][number]['change'] {
  if (!known) return 'added';
  const isSame =
    wanted.works === known.works &&
    wanted.restricted === known.restricted &&
    wanted.name.hi === known.name.hi &&
    wanted.name.en === known.name.en;
  return isSame ? 'same' : 'changed';
}
