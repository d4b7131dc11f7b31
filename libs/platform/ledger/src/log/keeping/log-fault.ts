import { officeCommand } from '@patravali/config';

/**
 * Why nothing more is signed. `older-database`: the store holds a checkpoint of more entries than the database has, which is
 * an older state of it. `older-store`: the store lacks the checkpoint that was published last. `older-than-witness`: the witness
 * has signed a checkpoint that the entries do not give, so database and store went back together. `other-log`: a checkpoint that
 * no key of this log has signed, or of other entries than the database has. `damaged-tiles`: tiles are missing or changed.
 * `changed-event`: an event is not what was logged. `no-key`: the secret key is not the one of the log.
 */
export type LogFault =
  'older-database' | 'older-store' | 'older-than-witness' | 'other-log' | 'damaged-tiles' | 'changed-event' | 'no-key';

/** The log stands, and signs nothing until a person has looked. */
export class LogStands extends Error {
  /** @param place the entry or the tile that is wrong, where one can be named. */
  constructor(
    readonly fault: LogFault,
    readonly place = '',
  ) {
    const found = `${fault}${place && ` at ${place}`}`;
    super(`The log stands, nothing is signed any more: ${found}. Run "${officeCommand('check')}".`);
    this.name = new.target.name;
  }
}
