import { PAGE_PATHS } from '@patravali/contract';
import type { QueryClient } from '@tanstack/react-query';
import {
  type AnyRoute,
  type AsyncRouteComponent,
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
  redirect,
} from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { readEventFilters, readSampleFilters, readSecurityFilters } from '../audit/filters';
import { welcomeQuery } from '../identity/api';
import { readBox, readInboxFilters } from '../desk/boxes';
import { linkOfView } from '../desk/views/link-of-view';
import { firstPage } from './first-page';
import { firstView, isSomethingMissing, requireSession } from './before-pages';
import { ErrorPage, NotFound } from './ErrorPage';
import { readFoundInLetter } from '../ui/page/found-in-address';
import { Waiting } from '../ui/page/Waiting';
import { readRegister, readRegisterSearch } from '../ui/register/range';
import { keepLanguages } from '../language/language';
import { readFileAddress, textOf } from './file-address';
import { readSearch } from './search-address';
import { cameWithoutSession } from '../api/session/came-without-session';
import { postOf } from '../api/use-session';
import { lazyImport } from '../parts/lazy-import';

interface Context {
  client: QueryClient;
}

const root = createRootRouteWithContext<Context>()({
  component: Outlet,
  notFoundComponent: NotFound,
  errorComponent: ErrorPage,
});

/** A page that is loaded when somebody goes there, by its name in its file. */
const lazyPage = <Name extends string, File extends Record<Name, () => ReactNode>>(
  load: () => Promise<File>,
  name: Name,
) => lazyRouteComponent(lazyImport(load), name);

const signIn = createRoute({
  getParentRoute: () => root,
  path: PAGE_PATHS.signIn,
  validateSearch: (search: Record<string, unknown>): { next?: string | undefined } => ({ next: textOf(search.next) }),
  loader: ({ context }) =>
    void context.client
      .query(welcomeQuery)
      .then(({ keptLanguages }) => keepLanguages(keptLanguages))
      .catch(() => undefined),
  component: lazyPage(() => import('../identity/sign-in/SignInPage'), 'SignInPage'),
});
const link = createRoute({
  getParentRoute: () => root,
  path: PAGE_PATHS.link,
  component: lazyPage(() => import('../identity/sign-in/LinkPage'), 'LinkPage'),
});
const setUp = createRoute({
  getParentRoute: () => root,
  path: PAGE_PATHS.setUp,
  component: lazyPage(() => import('../identity/sign-in/SetUpPage'), 'SetUpPage'),
});

const verifyBundle = createRoute({
  getParentRoute: () => root,
  path: PAGE_PATHS.verifyBundle,
  component: lazyPage(() => import('../verify/VerifyBundlePage'), 'VerifyBundlePage'),
});

const choosePost = createRoute({
  getParentRoute: () => root,
  path: PAGE_PATHS.choosePost,
  validateSearch: (search: Record<string, unknown>): { next?: string | undefined } => ({ next: textOf(search.next) }),
  beforeLoad: ({ context, location }) => requireSession(context.client, location.href),
  component: lazyPage(() => import('./ChoosePost'), 'ChoosePost'),
});

const office = createRoute({
  getParentRoute: () => root,
  id: 'office',
  beforeLoad: async ({ context, location }) => {
    const session = await requireSession(context.client, location.href);
    if (!postOf(session)) throw redirect({ to: '/choose-post', search: { next: location.href } });
  },
  component: lazyPage(() => import('./frame/beginning'), 'Shell'),
});
const withNavigation = createRoute({
  getParentRoute: () => office,
  id: 'with-navigation',
  component: lazyPage(() => import('./frame/beginning'), 'WithNavigation'),
});

/** Pages that say all of themselves in their path. */
const pagesOf =
  <Parent extends AnyRoute>(parent: Parent) =>
  <Path extends string, Name extends string, File extends Record<Name, () => ReactNode>>(
    path: Path,
    load: () => Promise<File>,
    name: Name,
  ) =>
    createRoute({ getParentRoute: () => parent, path, component: lazyPage(load, name) });

/** In the place of the whole office. */
const alone = pagesOf(office);
/** Beside the navigation of the desk. */
const besideNavigation = pagesOf(withNavigation);

const index = createRoute({
  getParentRoute: () => office,
  path: PAGE_PATHS.index,
  beforeLoad: async ({ context, location }) => {
    const post = postOf(await requireSession(context.client, location.href));
    const first = post ? firstPage(post) : 'search';
    if (post?.roles.includes('administrator') === true && (await isSomethingMissing(context.client)))
      throw redirect({ to: '/checklist' });
    if (first === 'search' || first === 'people') throw redirect({ to: `/${first}` });
    const view = await firstView(context.client);
    if (view) throw redirect(linkOfView(view.filters));
    throw redirect({ to: '/desk/$box', params: { box: first } });
  },
});
const desk = createRoute({
  getParentRoute: () => withNavigation,
  path: PAGE_PATHS.desk,
  params: { parse: ({ box }) => ({ box: readBox(box) }), stringify: ({ box }) => ({ box }) },
  validateSearch: readInboxFilters,
  component: lazyPage(() => import('./frame/beginning'), 'DeskPage'),
});
const discussions = createRoute({
  getParentRoute: () => withNavigation,
  path: PAGE_PATHS.discussions,
  /** `all`: those answered too; `note`: the one that is being read. */
  validateSearch: (search: Record<string, unknown>): { all?: true | undefined; note?: string | undefined } => ({
    all: search.all === true ? true : undefined,
    note: textOf(search.note),
  }),
  component: lazyPage(() => import('../notes/discussions/DiscussionsPage'), 'DiscussionsPage'),
});
const register = createRoute({
  getParentRoute: () => withNavigation,
  path: PAGE_PATHS.register,
  params: {
    parse: ({ register: name }) => ({ register: readRegister(name) }),
    stringify: ({ register: name }) => ({ register: name }),
  },
  validateSearch: readRegisterSearch,
  component: lazyPage(() => import('./RegisterPage'), 'RegisterPage'),
});
const search = createRoute({
  getParentRoute: () => withNavigation,
  path: PAGE_PATHS.search,
  validateSearch: readSearch,
  component: lazyPage(() => import('./FoundPage'), 'FoundPage'),
});
const auditEvents = createRoute({
  getParentRoute: () => withNavigation,
  path: PAGE_PATHS.auditEvents,
  validateSearch: readEventFilters,
  component: lazyPage(() => import('../audit/EventsPage'), 'EventsPage'),
});
const auditSample = createRoute({
  getParentRoute: () => withNavigation,
  path: PAGE_PATHS.auditSample,
  validateSearch: readSampleFilters,
  component: lazyPage(() => import('../audit/SamplePage'), 'SamplePage'),
});
const securityEvents = createRoute({
  getParentRoute: () => withNavigation,
  path: PAGE_PATHS.securityEvents,
  validateSearch: readSecurityFilters,
  component: lazyPage(() => import('../audit/security/SecurityEventsPage'), 'SecurityEventsPage'),
});
const people = createRoute({
  getParentRoute: () => withNavigation,
  path: PAGE_PATHS.people,
  /** `find`: what is looked for among the posts. */
  validateSearch: ({ find }: Record<string, unknown>): { find?: string | undefined } => ({ find: textOf(find) }),
  component: lazyPage(() => import('../establishment/PostsPage'), 'PostsPage'),
});
const newFile = createRoute({
  getParentRoute: () => withNavigation,
  path: PAGE_PATHS.newFile,
  validateSearch: (query: Record<string, unknown>): { receipt?: string | undefined } => ({
    receipt: textOf(query.receipt),
  }),
  component: lazyPage(() => import('../files/NewFilePage'), 'NewFilePage'),
});
const letterToSign = createRoute({
  getParentRoute: () => office,
  path: PAGE_PATHS.letterToSign,
  // The eSign service has sent the browser back.
  validateSearch: ({ esign }: Record<string, unknown>): { esign?: 'back' | undefined } => ({
    esign: esign === 'back' ? esign : undefined,
  }),
  component: lazyPage(() => import('../drafts/signing/SignPage'), 'SignPage'),
});
const receipt = createRoute({
  getParentRoute: () => office,
  path: PAGE_PATHS.receipt,
  validateSearch: readFoundInLetter,
  component: lazyPage(() => import('../dak/receipt/ReceiptPage'), 'ReceiptPage'),
});
const issue = createRoute({
  getParentRoute: () => office,
  path: PAGE_PATHS.issue,
  validateSearch: readFoundInLetter,
  component: lazyPage(() => import('../dispatch/issue/IssuePage'), 'IssuePage'),
});
const file = createRoute({
  getParentRoute: () => office,
  path: PAGE_PATHS.file,
  validateSearch: readFileAddress,
  component: lazyPage(() => import('../file-page/FilePage'), 'FilePage'),
});
const newDraft = createRoute({
  getParentRoute: () => office,
  path: PAGE_PATHS.newDraft,
  validateSearch: (
    query: Record<string, unknown>,
  ): { receipt?: string | undefined; reminder?: string | undefined } => ({
    receipt: textOf(query.receipt),
    reminder: textOf(query.reminder),
  }),
  component: lazyPage(() => import('../drafts/new/NewDraftPage'), 'NewDraftPage'),
});
const draft = createRoute({
  getParentRoute: () => office,
  path: PAGE_PATHS.draft,
  /** `version`: the one that is compared with the one before it. */
  validateSearch: ({ version }: Record<string, unknown>): { version?: number | undefined } => ({
    version: typeof version === 'number' ? version : undefined,
  }),
  component: lazyPage(() => import('../drafts/page/DraftPage'), 'DraftPage'),
});
const channel = createRoute({
  getParentRoute: () => withNavigation,
  path: PAGE_PATHS.channel,
  validateSearch: (query: Record<string, unknown>): { category?: string | undefined; from?: string | undefined } => ({
    category: textOf(query.category),
    from: textOf(query.from),
  }),
  component: lazyPage(() => import('../movement/channel/ChannelPage'), 'ChannelPage'),
});

const routeTree = root.addChildren([
  signIn,
  link,
  setUp,
  verifyBundle,
  choosePost,
  office.addChildren([
    index,
    withNavigation.addChildren([
      channel,
      besideNavigation(PAGE_PATHS.questions, () => import('../consultations/QuestionsPage'), 'QuestionsPage'),
      auditEvents,
      auditSample,
      securityEvents,
      desk,
      discussions,
      register,
      search,
      people,
      besideNavigation(PAGE_PATHS.accounts, () => import('../establishment/AccountsPage'), 'AccountsPage'),
      besideNavigation(PAGE_PATHS.calendar, () => import('../calendar/CalendarPage'), 'CalendarPage'),
      besideNavigation(PAGE_PATHS.urgencies, () => import('../urgencies/UrgenciesPage'), 'UrgenciesPage'),
      besideNavigation(PAGE_PATHS.synonyms, () => import('../search/synonyms/SynonymsPage'), 'SynonymsPage'),
      besideNavigation(PAGE_PATHS.numbers, () => import('../numbers/NumbersPage'), 'NumbersPage'),
      besideNavigation(PAGE_PATHS.connections, () => import('../upkeep/ConnectionsPage'), 'ConnectionsPage'),
      besideNavigation(PAGE_PATHS.templates, () => import('../drafts/templates/TemplatesPage'), 'TemplatesPage'),
      besideNavigation(PAGE_PATHS.checklist, () => import('../upkeep/ChecklistPage'), 'ChecklistPage'),
      besideNavigation(
        PAGE_PATHS.letterhead,
        () => import('../organisation/letterhead/LetterheadPage'),
        'LetterheadPage',
      ),
      besideNavigation(PAGE_PATHS.signingRule, () => import('../signing/SigningRulePage'), 'SigningRulePage'),
      besideNavigation(PAGE_PATHS.certificates, () => import('../certificates/CertificatesPage'), 'CertificatesPage'),
      besideNavigation(PAGE_PATHS.categories, () => import('../organisation/channel/CategoriesPage'), 'CategoriesPage'),
      newFile,
      besideNavigation(PAGE_PATHS.password, () => import('../identity/PasswordPage'), 'PasswordPage'),
      besideNavigation(PAGE_PATHS.sessions, () => import('../identity/SessionsPage'), 'SessionsPage'),
      besideNavigation(PAGE_PATHS.absence, () => import('../absence/AbsencePage'), 'AbsencePage'),
      besideNavigation(PAGE_PATHS.help, () => import('./help/HelpPage'), 'HelpPage'),
      besideNavigation(PAGE_PATHS.notices, () => import('../notices/NoticesPage'), 'NoticesPage'),
      besideNavigation(PAGE_PATHS.noticeSettings, () => import('../notices/NoticeSettingsPage'), 'NoticeSettingsPage'),
      besideNavigation(PAGE_PATHS.pdfs, () => import('../records/MyPdfsPage'), 'MyPdfsPage'),
      besideNavigation(PAGE_PATHS.phrases, () => import('../notes/phrases/QuickPhrasesPage'), 'QuickPhrasesPage'),
      besideNavigation(PAGE_PATHS.signingKeys, () => import('../signing/keys/KeysPage'), 'KeysPage'),
    ]),
    alone(PAGE_PATHS.question, () => import('../consultations/QuestionPage'), 'QuestionPage'),
    alone(PAGE_PATHS.newReceipt, () => import('../dak/diarise/DiarisePage'), 'DiarisePage'),
    receipt,
    file,
    newDraft,
    alone(PAGE_PATHS.redaction, () => import('../records/redaction/RedactionPage'), 'RedactionPage'),
    draft,
    issue,
    letterToSign,
  ]),
]);

export function createOfficeRouter(client: QueryClient) {
  return createRouter({
    routeTree,
    context: { client },
    defaultPreload: 'intent',
    defaultPendingComponent: Waiting,
    defaultPendingMs: 150,
    scrollRestoration: true,
  });
}

type OfficeRouter = ReturnType<typeof createOfficeRouter>;

/**
 * Loads the code of the page at which the browser has begun, before it is known who is signed in. Who begins at the office's own
 * address comes to a desk, mostly.
 */
export function loadAhead(router: OfficeRouter): void {
  const { latestLocation } = router;
  const [matched] = router.getMatchedRoutes(latestLocation.pathname);
  const inOffice = latestLocation.pathname === '/' ? [office, withNavigation, desk] : matched;
  const begun: readonly AnyRoute[] = !matched.includes(office) ? matched : cameWithoutSession() ? [signIn] : inOffice;
  for (const { options } of begun) preload(options.component);
}

/** What does not come is asked for again by the page, which then says so. */
function preload(component: unknown): void {
  (component as AsyncRouteComponent<unknown> | undefined)?.preload?.()?.catch(() => undefined);
}

declare module '@tanstack/react-router' {
  interface Register {
    router: OfficeRouter;
  }
}
