import type { OperationEntry, OperationId } from '@patravali/contract';
import { OPERATIONS } from '@patravali/contract';
import { randomUUID } from 'node:crypto';
import { describeApi } from '../../../apps/api/src/openapi/describe-api';
import { HOSTILE_PDFS } from '../papers/hostile-pdfs';
import { Chance } from './chance';
import { DrawnValues, type JsonSchema, type Mood } from './drawn-values';
import { HOSTILE_BODIES, HOSTILE_HEADERS, HOSTILE_TEXTS, HOSTILE_TYPES } from './hostile-values';
import type { IdsOfTheOffice } from './ids-of-the-office';

/** One request that was drawn by chance. */
export interface DrawnCall {
  readonly operation: OperationId;
  readonly mood: Mood;
  /** Whose session it bears; null for none. */
  readonly by: string | null;
  readonly method: OperationEntry['method'];
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly payload?: string | Buffer;
}

/** A person who asks, and the post from which. */
export interface Seat {
  readonly name: string;
  readonly postId: string;
}

interface Described {
  readonly parameters?: readonly { readonly name?: string; readonly in?: string; readonly schema?: JsonSchema }[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: JsonSchema }>> };
}

const MOODS: readonly Mood[] = ['valid', 'valid', 'valid', 'near', 'near', 'hostile'];
const ALL = Object.keys(OPERATIONS) as OperationId[];
/** Those over which no reader sits for seconds: what becomes of these is shown elsewhere. */
const PDFS = Object.entries(HOSTILE_PDFS).filter(([name]) => !/draw|million|6,000|MiB|packed|image/.test(name));

/** Draws calls of all operations in turn, from the description of the API. */
export class DrawnCalls {
  private readonly api = describeApi({ secure: false });
  /** Keys under which other things were asked before. */
  private readonly stale = Array.from({ length: 5 }, () => randomUUID());

  constructor(
    private readonly ids: IdsOfTheOffice,
    private readonly seats: readonly Seat[],
    private readonly pdf: Buffer,
  ) {}

  /** @param number counts the calls of a run: each operation comes equally often. */
  draw(seed: number, number: number): DrawnCall {
    const chance = new Chance(seed + number);
    const operation = ALL[number % ALL.length] ?? 'getWelcome';
    const { method, path } = OPERATIONS[operation];
    const mood = chance.of(MOODS);
    const { parameters = [], requestBody } = this.described(operation);
    const { filled, desk } = this.path(path, chance, mood);
    const values = new DrawnValues(this.api, this.ids, chance, mood);
    const query = parameters.flatMap(({ name = '', in: place, schema = {} }) =>
      place === 'query' && chance.oneIn(3) ? [[name, values.of(schema, name)] as const] : [],
    );
    const seat = this.seatAt(desk, chance, mood);
    const body = this.body(operation, requestBody, { chance, mood, values });
    return {
      operation,
      mood,
      by: seat?.name ?? null,
      method,
      url: `/api/v1${filled}${queryOf(query, chance, mood)}`,
      headers: { ...this.headers(operation, seat, { chance, mood }), ...body?.headers },
      ...(body ? { payload: body.payload } : {}),
    };
  }

  private described(operation: OperationId): Described {
    const { method, path } = OPERATIONS[operation];
    const route = this.api.paths?.[`/api/v1${path.replace(/:(\w+)/g, '{$1}')}`];
    return (route as Record<string, Described>)[method.toLowerCase()] ?? {};
  }

  /** @returns also the desk on which what the path names lies, as far as one can say. */
  private path(path: string, chance: Chance, mood: Mood): { filled: string; desk: string | null } {
    let desk: string | null = null;
    const filled = path.replaceAll(/:(\w+)/g, (_, name: string) => {
      if (mood === 'hostile' && chance.oneIn(4)) return encoded(chance.of(HOSTILE_TEXTS).slice(0, 200)) || '%00';
      if (!name.endsWith('Id')) return String(1 + chance.upTo(4));
      const drawn = this.ids.draw(name, chance, mood !== 'valid');
      desk ??= drawn.desk;
      return drawn.id;
    });
    return { filled, desk };
  }

  /** Mostly who may do something with it: of all others nearly everybody is told that it is not there. */
  private seatAt(desk: string | null, chance: Chance, mood: Mood): Seat | null {
    const here = this.seats.filter(({ postId }) => postId === desk);
    if (here.length > 0 && !chance.oneIn(mood === 'valid' ? 4 : 2)) return chance.of(here);
    return chance.oneIn(12) ? null : chance.of(this.seats);
  }

  private headers(operation: OperationId, seat: Seat | null, { chance, mood }: Drawing): Record<string, string> {
    const { ifMatch, method }: OperationEntry = OPERATIONS[operation];
    const post = mood !== 'valid' && chance.oneIn(12) ? chance.of(this.seats).postId : seat?.postId;
    const key = mood !== 'valid' && chance.oneIn(8) ? chance.of(this.stale) : randomUUID();
    const saysVersion = ifMatch === 'required' ? !chance.oneIn(10) : ifMatch && chance.oneIn(3);
    return {
      'accept-language': chance.of(['hi', 'en']),
      ...(post ? { 'x-acting-post': post } : {}),
      ...(method === 'GET' ? {} : { 'idempotency-key': key }),
      ...(saysVersion ? { 'if-match': `"${1 + chance.upTo(5)}"` } : {}),
      ...(mood === 'hostile' && chance.oneIn(3) ? chance.of(HOSTILE_HEADERS) : {}),
    };
  }

  private body(
    operation: OperationId,
    described: Described['requestBody'],
    { chance, mood, values }: Drawing & { readonly values: DrawnValues },
  ): { headers: Record<string, string>; payload: string | Buffer } | undefined {
    const entry: OperationEntry = OPERATIONS[operation];
    const type =
      mood === 'hostile' && chance.oneIn(6) ? chance.of(HOSTILE_TYPES) : (entry.upload ?? 'application/json');
    const headers = { 'content-type': type };
    if (entry.upload) return { headers, payload: mood === 'valid' ? this.pdf : chance.of(PDFS)[1]() };
    if (entry.method === 'GET') return undefined;
    if (mood === 'hostile' && chance.oneIn(3)) return { headers, payload: chance.of(HOSTILE_BODIES) };
    const schema = described?.content['application/json']?.schema;
    if (!schema) return undefined;
    const { example }: OperationEntry = entry;
    const drawn = example && mood === 'valid' && chance.oneIn(2) ? example : values.of(schema, '');
    return { headers, payload: JSON.stringify(drawn) };
  }
}

interface Drawing {
  readonly chance: Chance;
  readonly mood: Mood;
}

/** As a query string; sometimes with a field twice, or with one that nobody knows. */
function queryOf(fields: readonly (readonly [string, unknown])[], chance: Chance, mood: Mood): string {
  const all = fields.map(
    ([name, value]) => `${name}=${encoded(typeof value === 'string' ? value : JSON.stringify(value))}`,
  );
  if (mood !== 'valid' && all.length > 0 && chance.oneIn(6)) all.push(all[0] ?? '');
  if (mood === 'hostile' && chance.oneIn(6))
    all.push(chance.of(['x=1', '__proto__=1', 'a[b]=c', '=', '&&', '%', '%zz=%', 'cursor=%00']));
  return all.length > 0 ? `?${all.join('&').slice(0, 8000)}` : '';
}

/** Half characters have no encoding of their own; a broken client sends them so. */
const encoded = (text: string): string => (text.isWellFormed() ? encodeURIComponent(text) : '%ED%A0%BD');
