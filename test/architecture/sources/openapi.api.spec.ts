import { type OperationEntry, type OperationId, OPERATIONS, REFUSALS } from '@patravali/contract';
import { refusalsOf } from '@patravali/operations';
import { z } from 'zod';
import { parameterNames } from '../../../apps/api/src/requests/path-parameters';
import { type ApiDescription, describeApi } from '../../../apps/api/src/openapi/describe-api';
import { STATUS_OF } from '../../../apps/api/src/problem/status-of';
import { useApi } from '../../support/http/api';

interface Schema {
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, Schema>>;
  readonly allOf?: readonly Schema[];
  readonly type?: string;
  readonly properties?: Readonly<Record<string, { readonly enum?: readonly string[] }>>;
  readonly required?: readonly string[];
}
type Content = Readonly<Record<string, { readonly schema: Schema }>>;
interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly required?: boolean;
  readonly description?: string;
}
interface Described {
  readonly operationId: string;
  readonly summary: string;
  readonly tags: readonly string[];
  readonly security: readonly object[];
  readonly parameters: readonly (Parameter & { readonly $ref?: string })[];
  readonly requestBody?: { readonly required: boolean; readonly content: Content };
  readonly responses: Readonly<Record<string, { readonly content?: Content; readonly headers?: object }>>;
}

const entries = Object.entries<OperationEntry>(OPERATIONS);
const BYTES: Schema = { type: 'string' };
const MOST_LETTERS_OF_A_SUMMARY = 60;
const isSuccess = (status: string) => status.startsWith('2');

describe('the description of the API', () => {
  const api = useApi();
  let description: ApiDescription;
  let described: ReadonlyMap<string, Described>;

  beforeAll(() => {
    description = JSON.parse(JSON.stringify(describeApi({ secure: false }))) as ApiDescription;
    described = new Map(
      Object.entries(description.paths ?? {}).flatMap(([path, methods]) =>
        Object.entries(methods as Record<string, Described>).map(
          ([method, operation]) => [`${method.toUpperCase()} ${path}`, operation] as const,
        ),
      ),
    );
  });

  it('is what the office answers with', async () => {
    const { body } = await api().ask('get', '/api/openapi.json');
    expect(body).toEqual(description);
    expect(description.openapi).toMatch(/^3\.1/);
  });

  it('has every operation of the contract and no other', () => {
    expect([...described].map(([route, { operationId }]) => [operationId, route]).sort()).toEqual(
      entries.map(([id, entry]) => [id, routeOf(entry)]).sort(),
    );
  });

  it('says in few words what each operation does, of no two the same, and under one tag', () => {
    const all = [...described.values()];
    expect(new Set(all.map(({ summary }) => summary)).size).toBe(entries.length);
    const others = all.filter(
      ({ summary }) => !/^[A-Z].*[^.]$/.test(summary) || summary.length > MOST_LETTERS_OF_A_SUMMARY,
    );
    expect(others.map(({ summary }) => summary)).toEqual([]);
    expect([...new Set(all.flatMap(({ tags }) => tags))].sort()).toEqual(
      description.tags?.map(({ name }) => name).sort(),
    );
  });

  it.each(entries)('says of %s what the contract says: parameters, body and answer', (_, entry) => {
    const operation = described.get(routeOf(entry));
    const named = (place: string) => parametersOf(operation).filter((parameter) => parameter.in === place);
    expect(named('path').map(({ name, required }) => [name, required])).toEqual(
      parameterNames(entry.path).map((name) => [name, true]),
    );
    const query = entry.query && outline(jsonSchema(entry.query, 'input'));
    expect(
      named('query')
        .map(({ name }) => name)
        .sort(),
    ).toEqual(query?.properties ?? []);
    expect(parametersOf(operation).filter((parameter) => parameter.in !== 'query' && !parameter.description)).toEqual(
      [],
    );
    expect(outlinesIn(operation?.requestBody?.content)).toEqual({
      ...(entry.body ? { 'application/json': outline(jsonSchema(entry.body, 'input')) } : {}),
      ...(entry.upload ? { [entry.upload]: outline(BYTES) } : {}),
    });
    expect(operation?.requestBody?.required).toBe(entry.body || entry.upload ? true : undefined);
    const status = String(entry.status ?? 200);
    expect(Object.keys(operation?.responses ?? {}).filter(isSuccess)).toEqual([status]);
    expect(outlinesIn(operation?.responses[status]?.content)).toEqual({
      ...(entry.answer ? { 'application/json': outline(jsonSchema(entry.answer, 'output')) } : {}),
      ...(entry.media ? { [entry.media]: outline(BYTES) } : {}),
    });
    expect(Object.keys(operation?.responses[status]?.headers ?? {})).toEqual(entry.etag ? ['ETag'] : []);
  });

  it.each(entries)('says of %s who may ask, and with which headers', (_, entry) => {
    const operation = described.get(routeOf(entry));
    expect(operation?.security).toEqual(entry.access === 'public' ? [] : [{ cookie: [] }, { bearer: [] }]);
    const headers = parametersOf(operation).filter((parameter) => parameter.in === 'header');
    const isRead = (name: string) => headers.some((header) => header.name === name);
    expect(isRead('X-Acting-Post')).toBe(entry.access === undefined);
    expect(isRead('If-Match')).toBe(entry.ifMatch !== undefined);
    expect(isRead('Idempotency-Key')).toBe(entry.method !== 'GET' && entry.access !== 'public');
    expect(headers.filter(({ required }) => required).map(({ name }) => name)).toEqual(
      entry.ifMatch === 'required' ? ['If-Match'] : [],
    );
  });

  it.each(entries)('says of %s with which codes it refuses: in problem+json, each under its status', (id, entry) => {
    const refusals = Object.entries(described.get(routeOf(entry))?.responses ?? {}).filter(
      ([status]) => !isSuccess(status),
    );
    const codes = refusals.flatMap(([status, { content = {} }]) => {
      expect(Object.keys(content)).toEqual(['application/problem+json']);
      const [problem, named] = content['application/problem+json']?.schema.allOf ?? [];
      expect(problem?.$ref).toMatch(/\/Problem$/);
      expect(named?.required).toEqual(['code']);
      return (named?.properties?.code?.enum ?? []).map((code) => `${status} ${code}`);
    });
    const declared = refusalsOf(id as OperationId).map((code) => `${STATUS_OF[REFUSALS[code]]} ${code}`);
    expect(codes.sort()).toEqual([...declared, '500 internal'].sort());
  });

  it('refers to no schema that it does not hold, and holds none to which nothing refers', () => {
    const referred = [...JSON.stringify(description).matchAll(/"\$ref":"([^"]+)"/g)].map(([, to]) => to);
    const { schemas = {}, parameters = {} } = description.components ?? {};
    const held = [
      ...Object.keys(schemas).map((name) => `#/components/schemas/${name}`),
      ...Object.keys(parameters).map((name) => `#/components/parameters/${name}`),
    ];
    expect(held.length).toBeGreaterThan(100);
    expect([...new Set(referred)].sort()).toEqual(held.sort());
  });

  const parametersOf = (operation: Described | undefined) =>
    (operation?.parameters ?? []).map((parameter) =>
      parameter.$ref ? (description.components?.parameters?.[nameIn(parameter.$ref)] as Parameter) : parameter,
    );

  const outlinesIn = (content: Content = {}) =>
    Object.fromEntries(Object.entries(content).map(([media, { schema }]) => [media, outline(schema)]));

  /** The names in an object, and which must be there. Of two spellings of one schema (null as a type or as an alternative) both are right. */
  function outline(schema: Schema, definitions = schema.$defs) {
    if (schema.$ref) {
      const name = nameIn(schema.$ref);
      const found = definitions?.[name] ?? (description.components?.schemas?.[name] as Schema | undefined);
      if (!found) throw new Error(`Nothing is called ${schema.$ref}`);
      return outline(found, definitions);
    }
    const { type, properties = {}, required = [] } = schema;
    return { type, properties: Object.keys(properties).sort(), required: [...required].sort() };
  }
});

const nameIn = (reference: string) => reference.slice(reference.lastIndexOf('/') + 1);

function routeOf({ method, path }: OperationEntry): string {
  return `${method} /api/v1${path.replace(/:(\w+)/g, '{$1}')}`;
}

function jsonSchema(schema: z.ZodType, io: 'input' | 'output'): Schema {
  return z.toJSONSchema(schema, { io }) as Schema;
}
