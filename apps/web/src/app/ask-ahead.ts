import type { QueryClient } from '@tanstack/react-query';
import { cameWithoutSession } from '../api/session/came-without-session';
import { postOf, sessionQuery } from '../api/use-session';
import { correspondenceQuery } from '../correspondence/api';
import { fileQuery } from '../custody/api';
import { ofEveryKind } from '../desk/all/every-kind';
import { deskItemsQuery, deskQuery, inboxQuery, type InboxFilters } from '../desk/api';
import { readInboxFilters } from '../desk/boxes';
import { deskViewsQuery } from '../desk/views/api';
import { movementsQuery } from '../movement/api';
import { lastNotesQueries } from '../notes/sheet/turning/stretches';
import { firstView } from './before-pages';
import { firstPage } from './first-page';

/** The notes that the preview of a file shows. */
const NOTES_IN_BRIEF = 2;
const OPENED_FILE = /^\/files\/([\da-f-]{36})$/;

/** Where the browser has begun. */
interface Beginning {
  readonly pathname: string;
  readonly search: object;
}

/**
 * Asks at once for what the page shows first at this address, while the code that shows it is still on its way. What fails here
 * is asked for again by the page, which says why.
 */
export function askAhead(client: QueryClient, beginning: Beginning): void {
  if (!cameWithoutSession()) askFor(client, beginning).catch(() => undefined);
}

/** The page asks again for what does not come, and says why. */
function ahead(asked: Promise<unknown>): void {
  asked.catch(() => undefined);
}

async function askFor(client: QueryClient, { pathname, search }: Beginning): Promise<void> {
  const post = postOf(await client.query({ ...sessionQuery, staleTime: 'static' }));
  if (!post) return;
  const [, fileId] = OPENED_FILE.exec(pathname) ?? [];
  if (fileId !== undefined) return askForFile(client, fileId);
  const isFirstPage = pathname === '/' && firstPage(post) === 'all';
  if (!isFirstPage && !pathname.startsWith('/desk/')) return;
  ahead(client.query(deskViewsQuery()));
  ahead(client.query(deskQuery()));
  if (isFirstPage) {
    // Few have a view with which they begin: the list does not wait for it.
    const whole = askForDesk(client, {});
    const view = await firstView(client);
    if (view && 'search' in view.filters) return;
    return view ? askForInbox(client, readInboxFilters(view.filters)) : whole;
  }
  const filters = readInboxFilters(search);
  if (pathname === '/desk/all') return askForDesk(client, filters);
  if (pathname === '/desk/inbox') return askForInbox(client, filters);
}

/** The list, and what is shown beside it of its first file. */
async function askForDesk(client: QueryClient, filters: InboxFilters): Promise<void> {
  const { pages } = await client.infiniteQuery(deskItemsQuery(ofEveryKind(filters)));
  await askForPreview(client, pages[0]?.items[0]?.file?.id);
}

async function askForInbox(client: QueryClient, filters: InboxFilters): Promise<void> {
  const { pages } = await client.infiniteQuery(inboxQuery(filters));
  await askForPreview(client, pages[0]?.items[0]?.id);
}

async function askForPreview(client: QueryClient, fileId: string | undefined): Promise<void> {
  if (fileId === undefined) return;
  ahead(client.infiniteQuery(movementsQuery(fileId)));
  await askForFile(client, fileId);
}

async function askForFile(client: QueryClient, fileId: string): Promise<void> {
  ahead(client.infiniteQuery(correspondenceQuery(fileId)));
  const { counts } = await client.query(fileQuery(fileId));
  for (const notes of lastNotesQueries(fileId, counts.notes, NOTES_IN_BRIEF)) ahead(client.query(notes));
}
