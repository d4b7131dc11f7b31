import type { Actor } from '@patravali/authorization';
import { custodyAs, mayReadFile } from '@patravali/custody';
import type { Parameters } from '@patravali/database';
import { EVENTS } from '@patravali/ledger';
import { noteEventShown } from '@patravali/notes';

/** What parts and volumes there are is told to whoever reads the file, and each of them names it by its own number. */
const OF_ONE_NUMBER = `'file.part_opened', 'file.part_incorporated', 'file.volume_opened'`;
/** One event tells of both files. */
const OF_TWO_FILES = `('file.linked', 'file.unlinked', 'file.attached', 'file.detached', ${OF_ONE_NUMBER})`;

/** What the event under this alias recorded; of a draft also which, where its related thing alone says it. */
export const factsShown = (alias: string): string =>
  `${alias}.data || CASE WHEN ${alias}.name LIKE 'draft.%' AND NOT jsonb_exists(${alias}.data, 'draftId')
    THEN jsonb_build_object('draftId', ${alias}.related_id) ELSE '{}' END`;

/**
 * What a post may see of the events of each file `file_id`, numbered anew: a number left out would tell of what is hidden. An
 * event of two files stands in the history of each for whoever may know of the other.
 */
export function shownEvents(actor: Actor, parameters: Parameters): string {
  const { bind } = parameters;
  return `(SELECT e.*, ${factsShown('e')} AS facts, g.number AS other_number,
      row_number() OVER (PARTITION BY e.organisation_id, e.file_id ORDER BY e.at, e.sequence)::integer AS place
    FROM (
      SELECT e.*, e.subject_id AS file_id, CASE WHEN e.name IN ${OF_TWO_FILES} THEN e.related_id END AS other_id, true AS own
      FROM ${EVENTS} e
      UNION ALL SELECT e.*, e.related_id, e.subject_id, false FROM ${EVENTS} e WHERE e.name IN ${OF_TWO_FILES}
    ) e
    LEFT JOIN ${custodyAs('o')} ON o.organisation_id = e.organisation_id AND o.file_id = e.other_id
      AND (e.name IN (${OF_ONE_NUMBER}) OR ${mayReadFile(actor, parameters, 'o')})
    LEFT JOIN office_file g ON g.organisation_id = o.organisation_id AND g.id = o.file_id
    WHERE ${noteEventShown(bind(actor.postId))} AND (e.other_id IS NULL OR o.file_id IS NOT NULL))`;
}

/**
 * The same for an event `e` by itself, of a file or of anything else: a condition. What tells of two files is shown to whoever may
 * read both, and what names its note as the notes say.
 */
export function eventShown(actor: Actor, parameters: Parameters): string {
  return `(${noteEventShown(parameters.bind(actor.postId))} AND (e.name NOT IN ${OF_TWO_FILES} OR e.name IN (${OF_ONE_NUMBER})
    OR EXISTS (SELECT FROM ${custodyAs('o')} WHERE o.organisation_id = e.organisation_id AND o.file_id = e.related_id
      AND ${mayReadFile(actor, parameters, 'o')})))`;
}
