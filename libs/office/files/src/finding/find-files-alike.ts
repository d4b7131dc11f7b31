import { Injectable } from '@nestjs/common';
import { type Actor } from '@patravali/authorization';
import { FileAlike, type FilesAlike, type FileToOpen, MOST_FILES_ALIKE, type Unnamed } from '@patravali/contract';
import { isStillReader, joinCustody, mayReadFile, necessaryReader } from '@patravali/custody';
import { Parameters, projection, select } from '@patravali/database';
import { Serves } from '@patravali/operations';
import {
  isName,
  isToldBy,
  type Likeness,
  newestMatches,
  OfficeQuestions,
  SearchWords,
  tellingOf,
  type TellingWord,
} from '@patravali/search';
import { EntityManager } from 'typeorm';
import { FILE_ROW } from '../file/file-row';
import { NEW_READERS, walkedFiles } from './file-search';

/** So many that have most of the words are held against what they say beside them. */
const CANDIDATES = 12;
/** So many files that have some of the words, and too few, are looked at. */
const PATIENCE = 4000;
const AT_ONCE = 256;

/** The files that one may read and whose subjects say about the same as that of a file which is about to be opened. */
@Injectable()
export class FindFilesAlike {
  constructor(
    private readonly database: EntityManager,
    private readonly questions: OfficeQuestions,
    private readonly known: SearchWords,
  ) {}

  /** Three statements, and one for words of what was found that are new. Nothing is found by a single word of many files. */
  @Serves('findFilesAlike')
  async execute(actor: Actor, { subject, headId }: FileToOpen): Promise<Unnamed<FilesAlike>> {
    const likeness = await this.questions.likenessOf(actor.organisationId, subject);
    if (!likeness) return { items: [] };
    const parameters = new Parameters();
    const organisation = `${parameters.bind(actor.organisationId)}::uuid`;
    const shown = projection(FileAlike, {
      id: FILE_ROW.expressions.id,
      number: FILE_ROW.expressions.number,
      subject: FILE_ROW.expressions.subject,
      holder: FILE_ROW.expressions.holder,
      sameHead: `COALESCE(f.head_id = ${parameters.bind(headId ?? null)}::uuid, false)`,
    });
    const found = await select(
      this.database,
      shown.row,
      `SELECT ${shown.columns} FROM (${numbersAlike(actor, likeness, organisation, parameters)}) found (number)
       JOIN office_file f ON f.organisation_id = ${organisation} AND f.computer_number = found.number ${joinCustody('f.id')}
       ORDER BY found.number DESC LIMIT ${CANDIDATES}`,
      parameters.values,
    );
    return { items: (await this.saidByBoth(likeness, found)).slice(0, MOST_FILES_ALIKE) };
  }

  /** Those of which most is said in the other subject too. */
  private async saidByBoth(likeness: Likeness, files: FileAlike[]): Promise<FileAlike[]> {
    const told = files.map(({ subject }) => tellingOf(subject));
    const stems = await this.known.stemsOf(
      this.database,
      told.flat().map(({ word }) => word),
    );
    let next = 0;
    return files.filter((_, at) =>
      isToldBy(
        likeness,
        (told[at] ?? []).map((word) => ({ ...word, stem: stems[next++] ?? '' })),
      ),
    );
  }
}

/** The computer numbers of files that one may read and that have enough of the words, as a query. */
function numbersAlike(actor: Actor, likeness: Likeness, organisation: string, parameters: Parameters): string {
  const { bind } = parameters;
  const reader = necessaryReader(actor);
  const told = ({ query, weight }: TellingWord) =>
    `CASE WHEN s.said @@ ${bind(query)}::tsquery THEN ${weight} ELSE 0 END`;
  const names = likeness.words.filter(isName);
  const isAlike = [
    `${likeness.words.map(told).join(' + ')} >= ${likeness.needed}`,
    ...(names.length > 0 ? [`${names.map(told).join(' + ')} >= ${likeness.neededOfNames}`] : []),
  ].join(' AND ');
  const walk = newestMatches({
    walked: walkedFiles(organisation),
    where: [mayReadFile(actor, parameters, 's')],
    allowed: isAlike,
    implied: {
      keys: reader === null ? [] : [`ARRAY[uuid_hash_extended(${bind(reader)}::uuid, long)]`],
      stems: likeness.implied.map((stems) => `${bind(stems)}::text[]`),
    },
    wanted: String(CANDIDATES),
    atOnce: AT_ONCE,
    patience: PATIENCE,
  });
  const isNew = [
    `n.organisation_id = ${organisation}`,
    `n.post_id = ${bind(actor.postId)}::uuid`,
    ...isStillReader(actor, parameters, 's'),
  ];
  return `(SELECT number FROM (${walk}) walked (number) WHERE number IS NOT NULL)
    UNION (SELECT n.computer_number FROM ${NEW_READERS} WHERE ${[...isNew, isAlike].join(' AND ')}
      ORDER BY n.computer_number DESC LIMIT ${CANDIDATES})`;
}
