import type { Words } from './words';

export const en: Words = {
  usage: `Verifies what an office running Patravali has recorded, without asking the office.

  verify [--key KEY] [--witness KEY]… [--kept FILE] [--lang hi|en] [--json] TARGET

TARGET        an evidence bundle (folder or ZIP), a data folder or its log folder, or the address of an office
--key         the first key of the log, as the office has published it: the key itself, or a file that holds it;
              after it, once more, a key with which the log went on after one was lost
--witness     the key of a witness that must have signed too, at least an earlier checkpoint
--kept        a checkpoint kept from before (the file log/checkpoint of then): is the log of today its continuation?
--lang        Hindi or English alone; without it, both
--json        the answer as JSON

Ends with 0: all is right; 1: something is wrong; 2: it could not be verified.`,

  right: 'All is right: {target}',
  'right-as-compared':
    'All that was compared is right ({events} events, {rows} rows); what was not compared is said below: {target}',
  'right-after-loss': 'What is there is right, but the office has lost something: {target}',
  wrong: 'Something is wrong: {target}',
  unverified: 'It could not be verified: {target}',

  'log-checked':
    'Entries in the log {origin}: {size}. Events: {events}. Chains: {subjects}. Changes of key: {keyChanges}.',
  'hashes-checked': 'Entries in the log {origin}: {size}. Only their hashes are public, and only these were checked.',
  root: 'Root of the tree: {root}',
  'kept-continued': 'The log continues the checkpoint that was kept, of {size} entries.',
  'bundle-checked':
    'Events: {events}. Chains: {subjects}. Documents: {documents}. Changes of key: {keyChanges}. Entries in the log: {size}.',
  'bundle-events-lost':
    'Of what this bundle is about, the office has lost events: {count}. It said so on {at} in entry {index} of its log: “{reason}”. Their entries are in the bundle and show that they happened; what they said is lost, and what happened after them goes on from before.',
  'contents-absent':
    'Not compared: contents that events name by their hash alone and that are not in the bundle: {count}.',
  'rows-compared':
    'Rows of the record that were compared: {count}. Each says what the last event in the bundle that names it says. Whether an event outside the bundle has changed it since is not seen here.',
  'pdf-made':
    '{path} is the PDF that the office has made of the file and named in an event at {at}. Events of the file after that one, which are not in the PDF: {later}.',
  'documents-left-out':
    'Documents that are left out: {count}; their hashes are in the chain. Copies for RTI in their place, each proven by the event of its making: {copies}.',
  'events-left-out':
    'Events that are given by their hash alone: {count}. They are in their chain and in the log like all others; what they say is not in the bundle.',
  'rows-left-out':
    'Not compared: rows, which a bundle that leaves something out does not hold. Events that name some: {count}.',
  'rows-absent':
    'Not compared: rows whose text is not in the bundle, since they are of drafts, letterheads or another file, were changed from there, or do not belong to the letter that the bundle is of: {count}.',
  'rows-unnamed':
    'Events from before events named the rows that were written with them: {count}. Their rows are compared only as far as a later event names them.',
  'names-absent': 'Not compared: people and posts whom events name and whose rows are not in the bundle: {count}.',
  'chained-afterwards': 'Events that were chained only afterwards: {count}. What was done to them before is not known.',
  'others-listed':
    'Not compared: further files, which only the list of the bundle names and no event proves: {count} ({names}).',
  'signatures-unchecked': 'Signatures inside PDFs were not checked; use a PDF reader for that.',
  'signers-unchecked': 'Others have signed too, which was not checked because you gave no key of theirs: {names}.',
  cosigned: 'Also signed by: {key}',
  'cosigned-earlier':
    'Also signed, over the first {size} entries, by: {key}. It has not signed the {rest} after them yet.',
  'events-lost':
    'The office has lost the events of the entries {from} to {to}, and said so on {at} in entry {index}: “{reason}”. The entries still show that they happened; what happened after them goes on from before.',
  'log-begun-anew':
    'On {at} the office wrote its log again from its database, and said so in entry {index}: “{reason}”. Checkpoints of more than {index} entries that it signed before then are not of this log.',
  'key-lost':
    'The office lost the key of its log, and said so on {at} in entry {index}: “{reason}”. From there on it signs with {key}, which no key before it announces: compare it with the one that the office has published.',
  'key-given': 'Verified with the key that you gave: {key}',
  'key-taken':
    'Verified with the key found in what was verified: {key}. Compare it with the one that the office has published.',
  'key-unproven':
    'Signed by a later key of the log: {key}. The log folder or a bundle shows that the first key announced it.',

  'bundle-unreadable': 'This ZIP is damaged, cut off, or not such as the office writes.',
  'chain-broken': 'Entry {index} is wrong: event {sequence} of {subject} does not follow from the one before it.',
  'change-of-other-log': 'Entry {index} is not what the office shows of it.',
  'changes-unreadable': 'What the office shows of changes of its log cannot be read: {path}.',
  'checkpoint-contradicts': 'Two checkpoints of the same log contradict each other: {path}.',
  'checkpoint-missing': 'The log has no checkpoint.',
  'checkpoint-of-other-log': 'The checkpoint is of the log {origin}, not of {expected}.',
  'checkpoint-unreadable': 'This is not a checkpoint: {path}.',
  'checkpoint-unsigned': 'The checkpoint is not signed by the key of the log that signs at this size: {key}.',
  'copy-of-other-document':
    'No event says that this copy was made of the document that it replaces, with this left out: {path}.',
  'cosignature-missing': 'The checkpoint is not signed by the witness {key}.',
  'document-misnamed': 'The document is not the one whose hash it bears as its name: {path}.',
  'document-of-no-event': 'No event of the bundle names this document: {path}.',
  'document-undeclared':
    'A document that an event names is neither in the bundle nor said to be left out, its hash: {sha256}.',
  'entries-missing': 'The entries from {index} on are missing: {path}.',
  'entries-rewritten':
    'Among the entries {from} to {to} at least one is not the one that the checkpoint was signed over.',
  'entries-unreadable': 'From entry {index} on the file of entries is damaged: {path}.',
  'entry-changed': 'Entry {index} is wrong: it is not the one that was recorded there.',
  'entry-of-other-event': 'The entry does not belong to its event: {path}.',
  'entry-unreadable': 'Entry {index} is wrong: it is not an entry.',
  'event-gap': 'An event is missing: {path}.',
  'event-misplaced': 'The event is of another subject or bears another number: {path}.',
  'event-unreadable': 'This is not an event: {path}.',
  'events-missing': 'The bundle holds no events.',
  'file-changed': 'The file is not the one that the bundle lists: {path}.',
  'file-missing': 'The file is missing: {path}.',
  'file-unexpected': 'This file may not be there, or not in this form: {path}.',
  'file-unlisted': 'The file is not in the list of the bundle: {path}.',
  'form-older': 'This event is written in an older form than the one before it: {path}.',
  'kept-differs': 'The first {size} entries of the log are not those over which the kept checkpoint was signed.',
  'kept-larger': 'The log has gone back: {kept} entries were signed before, now there are {size}.',
  'kept-unreadable': 'The checkpoint that was kept is not a checkpoint.',
  'kept-unsigned': 'The checkpoint that was kept is not signed by a key of the log.',
  'key-unannounced':
    'Entry {index}: the office says that the key of its log was lost. If it has published the new one, give that after the first with --key: {key}',
  'key-unsigned': 'Entry {index} is wrong: the key before it did not sign this change of key.',
  'keys-disordered': 'The changes of key are not in their order: {path}.',
  'keys-missing': 'The log names no key; give it with --key.',
  'left-out-of-no-event':
    'The bundle says that a document is left out whose hash no event of the bundle holds: {sha256}.',
  'loss-contradicts':
    'Entry {index} is wrong: it says that events were lost, but entry {lost} is not at the end of its chain.',
  'loss-untold': 'The bundle says that an event was lost, but holds no entry of the log that says so: {path}.',
  'lost-key-differs':
    'Entry {index} is wrong: the log does not begin with what the key that is said to be lost has signed.',
  'manifest-missing': 'The bundle has no manifest.json.',
  'manifest-unreadable': 'The manifest.json of the bundle is not in the written form.',
  'pdf-of-no-event':
    'This is not the PDF that the office has made: no event of the file names it with these bytes and in this place: {path}.',
  'proof-unreadable': 'This is not a proof: {path}.',
  'proof-wrong': 'The proof does not lead to the checkpoint: {path}.',
  'root-differs': 'The entries do not give the root that the checkpoint was signed over, of {size} entries.',
  'row-changed': 'The record was changed: this row does not say what the last event that names it says: {row}.',
  'row-deleted': 'This row was deleted, and is in the bundle all the same: {row}.',
  'row-number-twice': 'The number {number} is that of the rows of two events: {path}.',
  'row-numbers-disordered': 'The numbers of rows go back along the chain, at number {number}: {path}.',
  'row-of-no-event': 'No event in the bundle names this row: {row}.',
  'row-twice': 'The bundle holds this row twice: {row}.',
  'rows-of-other-event': 'These are not the rows that the event names: {path}.',
  'rows-unreadable': 'The rows are not in the written form: {path}.',
  'target-unreadable': 'This cannot be read: {path}.',
  'tile-changed':
    'A file of hashes does not agree with the log: {path}. The entries themselves are not touched by this.',
  'tile-missing': 'A file of hashes is missing: {path}.',
  'tile-unreadable': 'A file of hashes has the wrong length: {path}.',
  'time-backwards': 'This event bears an earlier time than the one before it in its chain: {path}.',
  'witnessed-differs': 'The log does not begin with the {size} entries that the witness has signed.',
};

/** What the rows of tables are that people know by another name than the database. */
export const rowsInEnglish: Readonly<Record<string, string>> = {
  organisation: 'office',
  office_user: 'person',
  post: 'post',
  unit: 'unit',
  tenure: 'tenure',
  office_file: 'file',
  file_custody: 'custody of the file',
  movement: 'movement',
  note: 'note',
  correspondence: 'letter on the file',
  receipt: 'receipt',
  document: 'document',
  issue: 'issued letter',
  issue_recipient: 'addressee',
  dispatch: 'dispatch',
  draft_approval: 'approval',
  consultation: 'consultation',
};
