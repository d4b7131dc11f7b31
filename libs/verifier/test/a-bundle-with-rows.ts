import { type BundleFiles, BundleUnderWay, list } from './a-bundle';
import { type LogKey, sha256, uuid } from './a-log';

const hex = (bytes: Uint8Array | string) => sha256(bytes).toString('hex');
export const [FILE, OFFICE] = [`file ${uuid(0xf1)}`, `organisation ${uuid(2)}`];
export const [PERSON, POST] = [`office_user ${uuid(4)}`, `post ${uuid(5)}`];
export const [MOVEMENT, NOTE, PARTICIPANT] = [
  `movement ${uuid(0x31)}`,
  `note ${uuid(0x32)}`,
  `note_participant ${uuid(2)} ${uuid(0xf1)} 1 1`,
];
export const WHOLE_FILE = Buffer.from('%PDF-1.7 the whole file');
export const TEXTS = 'rows/texts.tsv';
/** The events of the file, and the two of the office that name the person and the post. */
export const [CREATED, FORWARDED, BUNDLED, AFTER] = [uuid(0xa0), uuid(0xa1), uuid(0xa2), uuid(0xa3)];
export const [LOADED, RENAMED] = [uuid(0xc0), uuid(0xc1)];

/** What the rows of the bundle say. */
export const SAID: Readonly<Record<string, string>> = {
  [PERSON]: '{"name_hi": "सीता देवी"}',
  [POST]: '{"marking": "SO(A)"}',
  [MOVEMENT]: '{"remarks": "कृपया देखें"}',
  [NOTE]: '{"number": 1}',
};

/** A line of an event: the event's number, the row's name, and what it says. @param text null where it was deleted. */
export const lineOf = (number: number, name: string, text: string | null = SAID[name] ?? '{}'): string =>
  `${number} ${text === null ? '-' : hex(text)} ${name}\n`;

export const textsOf = (said: Readonly<Record<string, string>> = SAID): string =>
  Object.entries(said)
    .map(([name, text]) => `${name}\t${text}\n`)
    .join('');

export interface WithRows {
  /** The lines of an event in the place of its own, by its id. */
  readonly lines?: Readonly<Record<string, string>>;
  /** What events say otherwise, by their ids. */
  readonly events?: Readonly<Record<string, Parameters<BundleUnderWay['addEvents']>[2][number]>>;
  readonly texts?: string;
}

/** The lines of each event, if not said otherwise; the last event of the file has written none. */
const LINES: Readonly<Record<string, string>> = {
  [LOADED]: lineOf(3, PERSON, '{"name_hi": "सीता"}') + lineOf(3, POST),
  [RENAMED]: lineOf(5, PERSON),
  [CREATED]: lineOf(7, MOVEMENT, '{}') + lineOf(7, PARTICIPANT),
  [FORWARDED]: lineOf(11, MOVEMENT) + lineOf(11, NOTE) + lineOf(11, PARTICIPANT, null),
};

/**
 * Of a file with four events since events name rows: the third of them names the PDF that is in the bundle. Two events of the office name
 * a post, and a person who was renamed.
 */
export function aBundleUnderWayWithRows(key: LogKey, { lines = {}, events = {}, texts }: WithRows = {}): BundleFiles {
  const bundle = new BundleUnderWay();
  const said = (id: string) => {
    const own = { ...LINES, ...lines }[id];
    return { encoding: 2, ...(own !== undefined && { lines: own }), ...events[id] } as const;
  };
  bundle.addEvents(OFFICE, 0xc0, [said(LOADED), said(RENAMED)]);
  const pdf = { name: 'file.bundled', content: hex(WHOLE_FILE), data: '{"path": "whole-file.pdf"}' };
  bundle.addEvents(FILE, 0xa0, [said(CREATED), said(FORWARDED), { ...pdf, ...said(BUNDLED) }, said(AFTER)]);
  bundle.prove(key);
  for (const [sequence, id] of [
    [1, LOADED],
    [2, RENAMED],
  ] as const)
    bundle.keepToNameRows(OFFICE, sequence, id);
  bundle.put('whole-file.pdf', WHOLE_FILE);
  bundle.put(TEXTS, texts ?? textsOf());
  bundle.put('index.html', '<p>for people</p>');
  return bundle.files;
}

/** With its list, after what somebody has changed. */
export function aBundleWithRows(
  key: LogKey,
  options: WithRows = {},
  change: (files: BundleFiles) => void = () => undefined,
): BundleFiles {
  const files = aBundleUnderWayWithRows(key, options);
  change(files);
  list(files, key.vkey);
  return files;
}
