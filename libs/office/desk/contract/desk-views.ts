import { oneLine, operation } from '@patravali/contract-base';
import { z } from 'zod';
import { KeptSearch } from '../../files/contract/searching';
import { InboxQuery } from './desk';

/** So many a person keeps for one post. */
export const MOST_VIEWS = 20;

/** What a view of the inbox shows: its filters, their order, and whether headings stand between the rows. */
export const InboxView = z
  .strictObject({
    ...InboxQuery.omit({ cursor: true, limit: true, order: true }).shape,
    order: InboxQuery.shape.order.unwrap().optional(),
    unread: z.boolean().optional(),
    late: z.boolean().optional(),
    dueThisWeek: z.boolean().optional(),
    returned: z.boolean().optional(),
    backFromParking: z.boolean().optional(),
    grouped: z.boolean().optional(),
  })
  .meta({ id: 'InboxView' });
export type InboxView = z.infer<typeof InboxView>;

/** What a view shows that is a search. */
export const SearchView = z.strictObject({ search: KeptSearch }).meta({ id: 'SearchView' });
export type SearchView = z.infer<typeof SearchView>;

export const ViewFilters = z.union([InboxView, SearchView]).meta({ id: 'ViewFilters' });
export type ViewFilters = z.infer<typeof ViewFilters>;

export const SaveDeskView = z
  .strictObject({ name: oneLine(60), filters: ViewFilters, isFirst: z.boolean().default(false) })
  .meta({ id: 'SaveDeskView' });
export type SaveDeskView = z.infer<typeof SaveDeskView>;

/** A look at the inbox, or a search, that a person keeps for one of their posts under a name. */
export const DeskView = z
  .object({
    id: z.uuid(),
    name: z.string(),
    filters: ViewFilters,
    /** Whether the post begins with it. */
    isFirst: z.boolean(),
    version: z.int(),
  })
  .meta({ id: 'DeskView' });
export type DeskView = z.infer<typeof DeskView>;

export const DeskViews = z.object({ items: z.array(DeskView) }).meta({ id: 'DeskViews' });
export type DeskViews = z.infer<typeof DeskViews>;

export const DeskViewChanged = z.object({ id: z.uuid(), version: z.int() }).meta({ id: 'DeskViewChanged' });
export type DeskViewChanged = z.infer<typeof DeskViewChanged>;

export const deskViewOperations = {
  listDeskViews: operation('GET', '/desk/views', {
    summary: 'List the kept views of the inbox, and the kept searches',
    description: 'Those of the acting post, by name.',
    answer: DeskViews,
    shows: ['desk-views'],
  }),
  saveDeskView: operation('POST', '/desk/views', {
    summary: 'Keep a view of the inbox, or a search',
    body: SaveDeskView,
    answer: DeskViewChanged,
    status: 201,
    changes: ['desk-views'],
    event: 'user.view_saved',
    refuses: ['too-many-views', 'view-name-taken'],
  }),
  changeDeskView: operation('PUT', '/desk/views/:viewId', {
    summary: 'Change a kept view',
    body: SaveDeskView,
    answer: DeskViewChanged,
    ifMatch: 'required',
    changes: ['desk-views'],
    event: 'user.view_changed',
    refuses: ['view-name-taken'],
  }),
  deleteDeskView: operation('DELETE', '/desk/views/:viewId', {
    summary: 'Delete a kept view',
    answer: DeskViewChanged,
    ifMatch: 'optional',
    changes: ['desk-views'],
    event: 'user.view_deleted',
  }),
};
