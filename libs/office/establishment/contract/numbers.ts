import { Bilingual, Instant, oneLine, operation, PageQuery, Reason } from '@patravali/contract-base';
import { z } from 'zod';
import { pageOf } from '../../organisation/contract/list';
import { NumberHead } from '../../organisation/contract/organisation';
import { Kept, ShortName } from './establishment';

export const NUMBER_KINDS = ['file', 'diary', 'issue'] as const;
export type NumberKind = (typeof NUMBER_KINDS)[number];

/** The calendar year, or the financial year from 1 April. */
export const NUMBER_YEARS = ['calendar', 'financial'] as const;

/** Without these two things would have the same number. */
export const NEEDED_IN_NUMBERS = ['{serial}', '{year}'] as const;
const IN_EACH = [...NEEDED_IN_NUMBERS, '{unit}'] as const;
/** What the number of each kind may print. */
export const FIELDS_OF_NUMBERS: Readonly<Record<NumberKind, readonly string[]>> = {
  file: [...IN_EACH, '{head}', '{basic}', '{primary}', '{secondary}'],
  diary: IN_EACH,
  issue: IN_EACH,
};

/** The last number of a series, null before the first, and how the next will read in both languages. */
const ahead = { last: z.int().nullable(), next: z.string(), nextHi: z.string().nullable() };

/** How numbers of a kind are made, with the next one of a unit. */
export const NumberSchemeView = z
  .object({
    kind: z.enum(NUMBER_KINDS),
    /** `{serial}/{unit}-{year}`: what stands in braces is filled in. */
    template: z.string(),
    period: z.enum(NUMBER_YEARS),
    /** Null where each head has its own: see `listKeptHeads`. */
    ahead: z.object(ahead).nullable(),
  })
  .meta({ id: 'NumberSchemeView' });
export type NumberSchemeView = z.infer<typeof NumberSchemeView>;

export const NumberSchemes = z
  .object({ unitId: z.uuid(), items: z.array(NumberSchemeView) })
  .meta({ id: 'NumberSchemes' });
export type NumberSchemes = z.infer<typeof NumberSchemes>;

/** Of which unit the next numbers are shown; left out, that of the acting post. */
const ofUnit = { unitId: z.uuid().optional() };
export const NumberSchemesQuery = z.strictObject(ofUnit);
export type NumberSchemesQuery = z.infer<typeof NumberSchemesQuery>;
export const KeptHeadsQuery = PageQuery.extend(ofUnit);
export type KeptHeadsQuery = z.infer<typeof KeptHeadsQuery>;

export const SetNumberScheme = z
  .strictObject({
    kind: z.enum(NUMBER_KINDS),
    template: oneLine(100),
    period: z.enum(NUMBER_YEARS),
    reason: Reason,
  })
  .meta({ id: 'SetNumberScheme' });
export type SetNumberScheme = z.infer<typeof SetNumberScheme>;

/** A head as its administrator keeps it, with the next file number of a unit under it. */
export const KeptHead = NumberHead.omit({ series: true })
  .extend({
    /** As numbers print it: `A-11011`, or the code. */
    code: z.string(),
    basicHi: z.string().nullable(),
    retiredAt: Instant.nullable(),
    version: z.int(),
    /** Null where the scheme asks for parts that this head does not have. */
    ahead: z.object(ahead).nullable(),
  })
  .meta({ id: 'KeptHead' });
export type KeptHead = z.infer<typeof KeptHead>;

/** In one language or both; where one is left out, the other stands for it. */
const Title = z
  .strictObject({ hi: oneLine(200).nullable(), en: oneLine(200).nullable() })
  .refine(({ hi, en }) => hi !== null || en !== null, { error: 'missing', path: ['hi'] });
const TwoDigits = z
  .string()
  .regex(/^\d{2}$/)
  .nullable();

export const CreateNumberHead = z
  .strictObject({
    /** A letter where the two parts follow, else the whole code. */
    basic: ShortName.refine((code) => !/[{}]/.test(code), 'name'),
    /** As numbers in Hindi print it; null where they print the other. */
    basicHi: ShortName.nullable(),
    primary: TwoDigits,
    secondary: TwoDigits,
    title: Title,
    reason: Reason,
  })
  .refine(({ primary, secondary }) => (primary === null) === (secondary === null), {
    error: 'missing',
    path: ['secondary'],
  })
  .refine(({ basic, primary }) => primary === null || /^[A-Z]$/.test(basic), { error: 'name', path: ['basic'] })
  .meta({ id: 'CreateNumberHead' });
export type CreateNumberHead = z.infer<typeof CreateNumberHead>;

/** What numbers of it print stays as it is, but for Hindi: a head of another code is another head. */
export const ChangeNumberHead = z
  .strictObject({
    basicHi: ShortName.nullable(),
    title: Title,
    /** A head that is retired is offered for no new file. */
    retired: z.boolean(),
    reason: Reason,
  })
  .meta({ id: 'ChangeNumberHead' });
export type ChangeNumberHead = z.infer<typeof ChangeNumberHead>;

const HIGHEST_NUMBER = 9_999_999;

/** The last number that was given before this office drew them: on paper, or by another system. */
export const StartNumbers = z
  .strictObject({
    kind: z.enum(NUMBER_KINDS),
    /** Where the numbers of the kind print the unit. */
    unitId: z.uuid().nullable(),
    /** Of file numbers. */
    headId: z.uuid().nullable(),
    /** Of letters that begin from a template with a series of its own. */
    templateId: z.uuid().nullable().optional(),
    last: z.int().min(1).max(HIGHEST_NUMBER),
    reason: Reason,
  })
  .meta({ id: 'StartNumbers' });
export type StartNumbers = z.infer<typeof StartNumbers>;

export const NumbersStarted = z
  .object({ kind: z.enum(NUMBER_KINDS), number: Bilingual })
  .meta({ id: 'NumbersStarted' });
export type NumbersStarted = z.infer<typeof NumbersStarted>;

export const numberOperations = {
  listNumberSchemes: operation('GET', '/number-schemes', {
    summary: 'List how numbers are made, with the next ones of a unit',
    query: NumberSchemesQuery,
    answer: NumberSchemes,
    shows: ['numbers'],
    refuses: ['not-allowed', 'unknown-unit'],
  }),
  setNumberScheme: operation('PUT', '/number-schemes', {
    summary: 'Set how numbers of a kind are made from now on',
    description: 'Numbers that were drawn stay as they are.',
    body: SetNumberScheme,
    answer: NumberSchemes,
    changes: ['numbers'],
    event: 'organisation.number_scheme_set',
    refuses: ['unfit-number-form', 'head-without-parts'],
  }),
  listKeptHeads: operation('GET', '/number-heads/kept', {
    summary: 'List all number heads with the next file number',
    query: KeptHeadsQuery,
    answer: pageOf(KeptHead),
    shows: ['numbers'],
    refuses: ['not-allowed', 'unknown-unit'],
  }),
  createNumberHead: operation('POST', '/number-heads', {
    summary: 'Add a head under which files are numbered',
    body: CreateNumberHead,
    answer: Kept,
    status: 201,
    changes: ['numbers'],
    event: 'organisation.number_head_created',
    refuses: ['name-taken', 'head-without-parts'],
  }),
  changeNumberHead: operation('PUT', '/number-heads/:headId', {
    summary: 'Rename a number head, or retire it',
    body: ChangeNumberHead,
    answer: Kept,
    ifMatch: 'required',
    changes: ['numbers'],
    event: 'organisation.number_head_changed',
    refuses: ['name-taken', 'head-without-parts'],
  }),
  startNumbers: operation('POST', '/number-starts', {
    summary: 'Go on from a number that was given elsewhere',
    description:
      'Of an office that begins within the year: the next number is one higher than the last that was given on paper.',
    body: StartNumbers,
    answer: NumbersStarted,
    changes: ['numbers'],
    event: 'organisation.numbers_started',
    refuses: ['number-drawn', 'unknown-unit', 'unknown-number-head', 'head-without-parts'],
  }),
};
