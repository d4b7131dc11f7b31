import type { ApiDescription } from '../../../apps/api/src/openapi/describe-api';

interface JsonSchema {
  readonly $ref?: string;
  readonly const?: unknown;
  readonly default?: unknown;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly JsonSchema[];
  readonly oneOf?: readonly JsonSchema[];
  readonly type?: string;
  readonly format?: string;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly items?: JsonSchema;
  readonly minItems?: number;
  readonly minimum?: number;
}

const FORMATS: Readonly<Record<string, string>> = { date: '2026-01-02', email: 'pradhan@example.in' };

/** The smallest body that an operation takes, as the description of the API says; every id in it is the given one. */
export function sampleBody(api: ApiDescription, schema: unknown, id: string): unknown {
  const sample = (of: JsonSchema): unknown => {
    if (of.$ref) return sample(named(api, of.$ref));
    if ('const' in of) return of.const;
    if (of.enum) return of.enum[0];
    const [alternative] = of.anyOf ?? of.oneOf ?? [];
    if (alternative) return sample(alternative);
    switch (of.type) {
      case 'object':
        return Object.fromEntries(
          (of.required ?? []).map((name) => [name, sample(of.properties?.[name] ?? {})] as const),
        );
      case 'array':
        return Array.from({ length: Math.max(1, of.minItems ?? 0) }, () => sample(of.items ?? {}));
      case 'integer':
      case 'number':
        return Math.max(of.minimum ?? 1, 1);
      case 'boolean':
        return false;
      case 'null':
        return null;
      default:
        return of.format === 'uuid' ? id : (FORMATS[of.format ?? ''] ?? 'परीक्षण');
    }
  };
  return sample(schema as JsonSchema);
}

function named(api: ApiDescription, reference: string): JsonSchema {
  const schema = api.components?.schemas?.[reference.slice(reference.lastIndexOf('/') + 1)];
  if (!schema) throw new Error(`The description of the API has no ${reference}`);
  return schema as JsonSchema;
}
