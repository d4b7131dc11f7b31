import { NONE, uuid } from './a-log';

/** The lines of the canonical form in their order. */
export interface EventValues {
  readonly previous: string | undefined;
  readonly id: string | undefined;
  readonly organisation: string | undefined;
  readonly subject: string | undefined;
  readonly sequence: string | undefined;
  readonly name: string | undefined;
  readonly related: string | undefined;
  readonly user: string | undefined;
  readonly post: string | undefined;
  readonly capacity: string | undefined;
  readonly at: string | undefined;
  readonly reason: string | undefined;
  readonly data: string | undefined;
  readonly content: string | undefined;
  /** Since encoding 2. */
  readonly rows: string | undefined;
}

/** The example of docs/proof.md, and what is said to be different. */
export function anEvent(values: Partial<EventValues> = {}): EventValues {
  return {
    previous: NONE,
    id: uuid(1),
    organisation: uuid(2),
    subject: `file ${uuid(3)}`,
    sequence: '1',
    name: 'file.returned',
    related: undefined,
    user: uuid(4),
    post: uuid(5),
    capacity: 'regular',
    at: '2026-11-28T09:30:00.123456Z',
    reason: 'संलग्नक नहीं है।',
    data: '{"movement": 2}',
    content: undefined,
    rows: undefined,
    ...values,
  };
}

const ORDER = [
  'previous',
  'id',
  'organisation',
  'subject',
  'sequence',
  'name',
  'related',
  'user',
  'post',
  'capacity',
  'at',
  'reason',
  'data',
  'content',
] as const;

/** The canonical form, written as docs/proof.md says. */
export function formOf(values: EventValues, encoding = 1): string {
  const order = encoding < 2 ? ORDER : ([...ORDER, 'rows'] as const);
  const lines = order.map((name) => {
    const value = values[name];
    return value === undefined ? `${name} -\n` : `${name} ${Buffer.byteLength(value)} ${value}\n`;
  });
  return `patravali event ${encoding}\n${lines.join('')}`;
}
