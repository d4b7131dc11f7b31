import { Bilingual, oneLine, operation, Reason } from '@patravali/contract-base';
import { z } from 'zod';
import { URGENCIES } from './vocabulary';

export const URGENCY_SETTERS = ['anyone', 'officer'] as const;

/** What the office says of a degree of urgency in place of the manual. */
export const OfficeUrgency = z
  .strictObject({
    code: z.enum(URGENCIES),
    name: z.strictObject({ hi: oneLine(50), en: oneLine(50) }),
    setBy: z.enum(URGENCY_SETTERS).default('anyone'),
    inUse: z.boolean().default(true),
  })
  .refine(({ code, setBy, inUse }) => code !== 'ordinary' || (setBy === 'anyone' && inUse), {
    error: 'ordinary-is-for-all',
    path: ['code'],
  })
  .meta({ id: 'OfficeUrgency' });
export type OfficeUrgency = z.infer<typeof OfficeUrgency>;

/** A degree of urgency as this office has it. */
export const UrgencyLabel = z
  .object({
    code: z.enum(URGENCIES),
    name: Bilingual,
    /** Whose post may set it. */
    setBy: z.enum(URGENCY_SETTERS),
    /** One that is not is set on nothing new; what bears it keeps it. */
    inUse: z.boolean(),
  })
  .meta({ id: 'UrgencyLabel' });
export type UrgencyLabel = z.infer<typeof UrgencyLabel>;

/** In rising order. */
export const UrgencyLabels = z.object({ items: z.array(UrgencyLabel) }).meta({ id: 'UrgencyLabels' });
export type UrgencyLabels = z.infer<typeof UrgencyLabels>;

/** All that this office says otherwise; a degree that is left out is as the manual has it. */
export const SetUrgencies = z
  .strictObject({ items: z.array(OfficeUrgency).max(URGENCIES.length), reason: Reason })
  .refine(({ items }) => new Set(items.map(({ code }) => code)).size === items.length, {
    error: 'twice',
    path: ['items'],
  })
  .meta({ id: 'SetUrgencies' });
export type SetUrgencies = z.infer<typeof SetUrgencies>;

export const urgencyOperations = {
  listUrgencies: operation('GET', '/urgencies', {
    summary: 'List the urgencies in use and their names',
    answer: UrgencyLabels,
    shows: ['urgencies'],
  }),
  setUrgencies: operation('PUT', '/urgencies', {
    summary: 'Set the urgencies in use and their names',
    body: SetUrgencies,
    answer: UrgencyLabels,
    changes: ['urgencies'],
    event: 'organisation.urgencies_set',
  }),
};
