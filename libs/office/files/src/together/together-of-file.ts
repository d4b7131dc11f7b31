import type { Actor } from '@patravali/authorization';
import { FileBeside, PartOfFile, VolumeOfFile } from '@patravali/contract';
import { custodyAs, mayReadFile } from '@patravali/custody';
import { type Parameters, projection } from '@patravali/database';
import { LINKED_IDS } from './file-links';

/** Another file as `g`, with its custody as `o`. */
const BESIDE = projection(FileBeside, {
  id: 'g.id',
  number: 'g.number',
  subject: 'g.subject',
  state: 'o.state',
  holder: 'o.holder_post_id',
});

const PART = projection(PartOfFile, {
  id: 'g.id',
  number: 'g.number',
  state: 'o.state',
  holder: 'o.holder_post_id',
  part: 'g.part',
  incorporated: 'o.incorporated',
});

const VOLUME = projection(VolumeOfFile, {
  id: 'g.id',
  number: 'g.number',
  state: 'o.state',
  holder: 'o.holder_post_id',
  volume: 'o.volume',
  lastNote: 'o.notes',
  lastPage: 'o.pages',
});

/** The contract's `Together` of the file of `f` and `c`, as JSON: what the actor may not read is left out, but for what parts and volumes there are. */
export function togetherOf(actor: Actor, parameters: Parameters): string {
  const source = `office_file g JOIN ${custodyAs('o')} ON o.organisation_id = g.organisation_id AND o.file_id = g.id`;
  const which = (ids: string) => `${source}
    WHERE o.organisation_id = c.organisation_id AND ${ids} AND ${mayReadFile(actor, parameters, 'o')}`;
  const listOf = (ids: string) =>
    `(SELECT COALESCE(json_agg(${BESIDE.json} ORDER BY g.computer_number), '[]') FROM ${which(ids)})`;
  const volume = (which: string) => `(SELECT ${VOLUME.json} FROM ${source} WHERE g.organisation_id = c.organisation_id
    AND o.volume = ${which} AND g.id IN (SELECT volumes_of(c.organisation_id, c.file_id)))`;
  return `json_build_object(
    'attachedTo', (SELECT ${BESIDE.json} FROM ${which('o.file_id = c.attached_to_file_id')}),
    'attached', ${listOf('o.attached_to_file_id = c.file_id')},
    'linked', ${listOf(`o.file_id IN (${LINKED_IDS})`)},
    'mainFile', (SELECT ${BESIDE.json} FROM ${which('o.file_id = f.main_file_id')}),
    'part', f.part,
    'incorporated', c.incorporated,
    'parts', CASE WHEN c.parts = 0 THEN '[]' ELSE (SELECT json_agg(${PART.json} ORDER BY g.part) FROM ${source}
      WHERE g.organisation_id = c.organisation_id AND g.main_file_id = c.file_id) END,
    'volume', c.volume,
    'earlierVolume', CASE WHEN c.volume > 1 THEN ${volume('c.volume - 1')} END,
    'laterVolume', CASE WHEN c.continued THEN ${volume('c.volume + 1')} END)`;
}
