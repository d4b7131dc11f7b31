import type { OpenAPIObject } from '@nestjs/swagger';
import { OPERATIONS, type OperationEntry } from '@patravali/contract';
import { z } from 'zod';
import { describeApi } from '../../../apps/api/src/describe-api';
import { parameterNames } from '../../../apps/api/src/http/path-parameters';
import { useApi } from '../../support/http/api';

interface Schema {
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, Schema>>;
  readonly type?: string;
  readonly properties?: Readonly<Record<string, unknown>>;
  readonly required?: readonly string[];
}
type Content = Readonly<Record<string, { readonly schema: Schema }>>;
interface Described {
  readonly operationId: string;
  readonly parameters: readonly { readonly name: string; readonly in: string; readonly required: boolean }[];
  readonly requestBody?: { readonly required: boolean; readonly content: Content };
  readonly responses: Readonly<Record<string, { readonly content?: Content }>>;
}

const entries = Object.entries<OperationEntry>(OPERATIONS);
const BYTES: Schema = { type: 'string' };

describe('the description of the API that the application makes', () => {
  const api = useApi();
  let description: OpenAPIObject;
  let described: ReadonlyMap<string, Described>;

  beforeAll(() => {
    description = JSON.parse(JSON.stringify(describeApi(api().app))) as OpenAPIObject;
    described = new Map(
      Object.entries(description.paths).flatMap(([path, methods]) =>
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

  it.each(entries)('says of %s what the contract says: parameters, body and answer', (_, entry) => {
    const operation = described.get(routeOf(entry));
    const named = (place: string) => (operation?.parameters ?? []).filter((parameter) => parameter.in === place);
    expect(named('path').map(({ name, required }) => [name, required])).toEqual(
      parameterNames(entry.path).map((name) => [name, true]),
    );
    const query = entry.query && outline(jsonSchema(entry.query, 'input'));
    expect(
      named('query')
        .map(({ name }) => name)
        .sort(),
    ).toEqual(query?.properties ?? []);
    expect(outlinesIn(operation?.requestBody?.content)).toEqual({
      ...(entry.body ? { 'application/json': outline(jsonSchema(entry.body, 'input')) } : {}),
      ...(entry.upload ? { [entry.upload]: outline(BYTES) } : {}),
    });
    expect(operation?.requestBody?.required).toBe(entry.body || entry.upload ? true : undefined);
    expect(Object.keys(operation?.responses ?? {})).toEqual([String(entry.status ?? 200), 'default']);
    expect(outlinesIn(operation?.responses[entry.status ?? 200]?.content)).toEqual({
      ...(entry.answer ? { 'application/json': outline(jsonSchema(entry.answer, 'output')) } : {}),
      ...(entry.media ? { [entry.media]: outline(BYTES) } : {}),
    });
    expect(operation?.responses.default?.content?.['application/json']?.schema.$ref).toMatch(/\/Problem$/);
  });

  it('refers to no schema that it does not hold, and holds none to which nothing refers', () => {
    const referred = [...JSON.stringify(description).matchAll(/"\$ref":"([^"]+)"/g)].map(([, to]) => to);
    const held = Object.keys(description.components?.schemas ?? {}).map((name) => `#/components/schemas/${name}`);
    expect(held.length).toBeGreaterThan(100);
    expect([...new Set(referred)].sort()).toEqual(held.sort());
  });

  const outlinesIn = (content: Content = {}) =>
    Object.fromEntries(Object.entries(content).map(([media, { schema }]) => [media, outline(schema)]));

  /** The names in an object, and which must be there. Of two spellings of one schema (null as a type or as an alternative) both are right. */
  function outline(schema: Schema, definitions = schema.$defs) {
    if (schema.$ref) {
      const name = schema.$ref.slice(schema.$ref.lastIndexOf('/') + 1);
      const found = definitions?.[name] ?? (description.components?.schemas?.[name] as Schema | undefined);
      if (!found) throw new Error(`Nothing is called ${schema.$ref}`);
      return outline(found, definitions);
    }
    const { type, properties = {}, required = [] } = schema;
    return { type, properties: Object.keys(properties).sort(), required: [...required].sort() };
  }
});

function routeOf({ method, path }: OperationEntry): string {
  return `${method} /api/v1${path.replace(/:(\w+)/g, '{$1}')}`;
}

function jsonSchema(schema: z.ZodType, io: 'input' | 'output'): Schema {
  return z.toJSONSchema(schema, { io }) as Schema;
}
