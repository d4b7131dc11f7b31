import { dayInIndia } from '@patravali/language';
import type { ApiDescription } from '../../../apps/api/src/openapi/describe-api';
import type { Chance } from './chance';
import { HOSTILE_TEXTS, HOSTILE_VALUES } from './hostile-values';
import type { IdsOfTheOffice } from './ids-of-the-office';

/** How far what is sent strays from what the description of the API asks for. */
export type Mood = 'valid' | 'near' | 'hostile';

export interface JsonSchema {
  readonly $ref?: string;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly JsonSchema[];
  readonly oneOf?: readonly JsonSchema[];
  readonly allOf?: readonly JsonSchema[];
  readonly type?: string;
  readonly format?: string;
  readonly pattern?: string;
  readonly contentEncoding?: string;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: JsonSchema | boolean;
  readonly propertyNames?: JsonSchema;
  readonly items?: JsonSchema;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly exclusiveMinimum?: number;
  readonly maximum?: number;
}

/** Deeper than this nothing is added that may be left out. */
const DEEPEST = 7;
/** A list or text whose limit is larger is not filled to it. */
const LARGEST_LIST = 500;
const LARGEST_TEXT = 50_000;
/** Longer than any request may be. */
const LARGEST_LISTED = 3_000_000;
const DAY_MS = 24 * 60 * 60 * 1000;
const WORDS = ['सड़क', 'मरम्मत', 'के', 'सम्बन्ध', 'में', 'आख्या', 'Report', 'वेतन', '42', 'क़', 'प्रस्तुत।'];

/** Draws values that fit a schema of the description, or nearly, or not at all. */
export class DrawnValues {
  constructor(
    private readonly api: ApiDescription,
    private readonly ids: IdsOfTheOffice,
    private readonly chance: Chance,
    private readonly mood: Mood,
  ) {}

  /** @param name of the field or parameter: it says which ids may stand there. */
  of(schema: JsonSchema, name: string, depth = 0): unknown {
    if (depth > 0 && this.strays()) return this.chance.of([...HOSTILE_VALUES, ...HOSTILE_TEXTS]);
    if (schema.$ref) return this.of(this.named(schema.$ref), name, depth);
    if (schema.allOf) return this.of(Object.assign({}, ...schema.allOf) as JsonSchema, name, depth);
    if ('const' in schema) return schema.const;
    if (schema.enum) return this.chance.of(schema.enum);
    const alternatives = schema.anyOf ?? schema.oneOf;
    if (alternatives) return this.of(this.chance.of(alternatives), name, depth);
    switch (schema.type) {
      case 'object':
        return this.object(schema, depth);
      case 'array':
        return this.list(schema, name, depth);
      case 'integer':
      case 'number':
        return this.number(schema);
      case 'boolean':
        return this.chance.oneIn(2);
      case 'null':
        return null;
      case 'string':
        return this.text(schema, name);
      default:
        return this.chance.of(HOSTILE_VALUES);
    }
  }

  private strays(): boolean {
    return this.mood === 'hostile' ? this.chance.oneIn(5) : this.mood === 'near' && this.chance.oneIn(14);
  }

  /** Whether a border is tried, or what lies just beyond it. */
  private triesBorder(): boolean {
    return this.mood !== 'valid' && this.chance.oneIn(8);
  }

  private object(schema: JsonSchema, depth: number): object {
    const { properties = {}, required = [], additionalProperties, propertyNames } = schema;
    const value: Record<string, unknown> = {};
    for (const [name, field] of Object.entries(properties)) {
      const isThere = required.includes(name) ? !this.strays() : depth < DEEPEST && this.chance.oneIn(2);
      if (isThere) value[name] = this.of(field, name, depth + 1);
    }
    if (typeof additionalProperties === 'object' && depth < DEEPEST) {
      const key = String(propertyNames ? this.of(propertyNames, '', depth + 1) : this.chance.of(WORDS));
      value[key] = this.of(additionalProperties, key, depth + 1);
    }
    if (this.strays()) value[this.chance.of(HOSTILE_TEXTS)] = this.chance.of(HOSTILE_VALUES);
    return value;
  }

  private list({ items = {}, minItems = 0, maxItems = 20 }: JsonSchema, name: string, depth: number): unknown[] {
    const most = depth < DEEPEST ? Math.min(maxItems, minItems + 2) : minItems;
    let length = minItems + this.chance.upTo(most - minItems);
    if (this.triesBorder())
      length = this.chance.of([0, minItems, maxItems, maxItems + 1].filter((n) => n <= LARGEST_LIST));
    const one = () => this.of(items, name, depth + 1);
    if (length <= 5) return Array.from({ length }, one);
    const same = one();
    // Long lists in long lists of long texts are longer than any text can be.
    const fitting = Math.ceil(LARGEST_LISTED / JSON.stringify([same]).length);
    return Array.from({ length: Math.min(length, fitting) }, () => same);
  }

  private number({ minimum, exclusiveMinimum, maximum, type }: JsonSchema): number {
    const least = minimum ?? (exclusiveMinimum === undefined ? 0 : exclusiveMinimum + 1);
    const most = maximum ?? Number.MAX_SAFE_INTEGER;
    if (this.triesBorder()) return this.chance.of([least, least - 1, most, most + 1, least + 0.5, -least]);
    const near = least + this.chance.upTo(Math.min(6, Math.max(0, Math.floor(most - least))));
    return type === 'number' && this.chance.oneIn(3) && near < most ? near + 0.25 : near;
  }

  private text(schema: JsonSchema, name: string): string {
    if (this.mood === 'hostile' && this.chance.oneIn(2)) return this.chance.of(HOSTILE_TEXTS);
    if (schema.format === 'uuid') return this.ids.draw(name, this.chance, this.mood !== 'valid').id;
    if (schema.format === 'date') return this.day();
    if (schema.format === 'date-time') return `${this.day()}T0${this.chance.upTo(9)}:00:00.000Z`;
    if (schema.format === 'email') return this.chance.of(['pradhan@example.in', "o'neil+x@a-b.example.in"]);
    if (schema.format === 'base64') return this.chance.of(['', 'AAAA', 'JVBERi0=', 'MIIBAA==']);
    return schema.pattern ? this.chance.matching(schema.pattern) : this.words(schema);
  }

  private words({ minLength = 0, maxLength = 400 }: JsonSchema): string {
    if (this.triesBorder()) {
      const lengths = [minLength - 1, minLength, maxLength, maxLength + 1].filter((n) => n >= 0 && n <= LARGEST_TEXT);
      return 'क'.repeat(this.chance.of(lengths));
    }
    const words = Array.from({ length: 1 + this.chance.upTo(4) }, () => this.chance.of(WORDS)).join(' ');
    return words.padEnd(minLength, 'x').slice(0, maxLength);
  }

  /** Mostly a day that somebody might mean. */
  private day(): string {
    if (this.triesBorder()) return this.chance.of(['1900-01-01', '0001-01-01', '9999-12-31', '2028-02-29']);
    return dayInIndia(new Date(Date.now() + (this.chance.upTo(80) - 40) * DAY_MS));
  }

  private named(reference: string): JsonSchema {
    const schema = this.api.components?.schemas?.[reference.slice(reference.lastIndexOf('/') + 1)];
    if (!schema) throw new Error(`The description of the API has no ${reference}`);
    return schema as JsonSchema;
  }
}
