import { PAGE_PATHS } from '@patravali/contract';
import type { QueryClient } from '@tanstack/react-query';
import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
  redirect,
} from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { readEventFilters, readFileFilters, readSampleFilters } from '../audit/filters';
import { welcomeQuery } from '../identity/api';
import { readBox, readInboxFilters } from '../desk/boxes';
import { firstPage } from './first-page';
import { firstView, requireSession } from './before-pages';
import { ErrorPage, NotFound } from './ErrorPage';
import { Waiting } from '../ui/page/Waiting';
import { readRange, readRegister } from '../ui/register/range';
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

/** A search parameter that is a text, or nothing. */
const textOf = (value: unknown) => (typeof value === 'string' && value !== '' ? value : undefined);

const signIn = createRoute({
  getParentRoute: () => root,
  path: PAGE_PATHS.signIn,
  validateSearch: (search: Record<string, unknown>): { next?: string | undefined } => ({ next: textOf(search.next) }),
  loader: ({ context }) => void context.client.query(welcomeQuery).catch(() => undefined),
  component: lazyPage(() => import('../identity/sign-in/SignInPage'), 'SignInPage'),
});
const link = createRoute({
  getParentRoute: () => root,
  path: PAGE_PATHS.link,
  component: lazyPage(() => import('../identity/sign-in/LinkPage'), 'LinkPage'),
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
  component: lazyPage(() => import('../identity/sign-in/ChoosePostPage'), 'ChoosePostPage'),
});

const office = createRoute({
  getParentRoute: () => root,
  id: 'office',
  beforeLoad: async ({ context, location }) => {
    const session = await requireSession(context.client, location.href);
    if (!postOf(session)) throw redirect({ to: '/choose-post', search: { next: location.href } });
  },
  component: lazyPage(() => import('./frame/Shell'), 'Shell'),
});
const withNavigation = createRoute({
  getParentRoute: () => office,
  id: 'with-navigation',
  component: lazyPage(() => import('./frame/WithNavigation'), 'WithNavigation'),
});

const index = createRoute({
  getParentRoute: () => office,
  path: PAGE_PATHS.index,
  beforeLoad: async ({ context, location }) => {
    const post = postOf(await requireSession(context.client, location.href));
    const first = post ? firstPage(post) : 'search';
    if (first === 'search' || first === 'people') throw redirect({ to: `/${first}` });
    const view = await firstView(context.client);
    if (view) throw redirect({ to: '/desk/$box', params: { box: 'inbox' }, search: readInboxFilters(view.filters) });
    throw redirect({ to: '/desk/$box', params: { box: first } });
  },
});
const desk = createRoute({
  getParentRoute: () => withNavigation,
  path: PAGE_PATHS.desk,
  params: { parse: ({ box }) => ({ box: readBox(box) }), stringify: ({ box }) => ({ box }) },
  validateSearch: readInboxFilters,
  component: lazyPage(() => import('../desk/boxes/DeskPage'), 'DeskPage'),
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
const questions = createRoute({
  getParentRoute: () => withNavigation,
  path: PAGE_PATHS.questions,
  component: lazyPage(() => import('../consultations/QuestionsPage'), 'QuestionsPage'),
});
const question = createRoute({
  getParentRoute: () => office,
  path: PAGE_PATHS.question,
  component: lazyPage(() => import('../consultations/QuestionPage'), 'QuestionPage'),
});
const register = createRoute({
  getParentRoute: () => withNavigation,
  path: PAGE_PATHS.register,
  params: {
    parse: ({ register: name }) => ({ register: readRegister(name) }),
    stringify: ({ register: name }) => ({ register: name }),
  },
  validateSearch: readRange,
  component: lazyPage(() => import('./RegisterPage'), 'RegisterPage'),
});
const search = createRoute({
  getParentRoute: () => withNavigation,
  path: PAGE_PATHS.search,
  validateSearch: readFileFilters,
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
const people = createRoute({
  getParentRoute: () => withNavigation,
  path: PAGE_PATHS.people,
  component: lazyPage(() => import('../organisation/PeoplePage'), 'PeoplePage'),
});
const signingRule = createRoute({
  getParentRoute: () => withNavigation,
  path: PAGE_PATHS.signingRule,
  component: lazyPage(() => import('../signing/SigningRulePage'), 'SigningRulePage'),
});
const newFile = createRoute({
  getParentRoute: () => withNavigation,
  path: PAGE_PATHS.newFile,
  validateSearch: (query: Record<string, unknown>): { receipt?: string | undefined } => ({
    receipt: textOf(query.receipt),
  }),
  component: lazyPage(() => import('../files/NewFilePage'), 'NewFilePage'),
});
const password = createRoute({
  getParentRoute: () => withNavigation,
  path: PAGE_PATHS.password,
  component: lazyPage(() => import('../identity/PasswordPage'), 'PasswordPage'),
});
const sessions = createRoute({
  getParentRoute: () => withNavigation,
  path: PAGE_PATHS.sessions,
  component: lazyPage(() => import('../identity/SessionsPage'), 'SessionsPage'),
});
const notices = createRoute({
  getParentRoute: () => withNavigation,
  path: PAGE_PATHS.notices,
  component: lazyPage(() => import('../notices/NoticesPage'), 'NoticesPage'),
});
const noticeSettings = createRoute({
  getParentRoute: () => withNavigation,
  path: PAGE_PATHS.noticeSettings,
  component: lazyPage(() => import('../notices/NoticeSettingsPage'), 'NoticeSettingsPage'),
});
const pdfs = createRoute({
  getParentRoute: () => withNavigation,
  path: PAGE_PATHS.pdfs,
  component: lazyPage(() => import('../records/MyPdfsPage'), 'MyPdfsPage'),
});
const phrases = createRoute({
  getParentRoute: () => withNavigation,
  path: PAGE_PATHS.phrases,
  component: lazyPage(() => import('../notes/phrases/QuickPhrasesPage'), 'QuickPhrasesPage'),
});
const signingKeys = createRoute({
  getParentRoute: () => withNavigation,
  path: PAGE_PATHS.signingKeys,
  component: lazyPage(() => import('../signing/keys/KeysPage'), 'KeysPage'),
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
const newReceipt = createRoute({
  getParentRoute: () => office,
  path: PAGE_PATHS.newReceipt,
  component: lazyPage(() => import('../dak/diarise/DiarisePage'), 'DiarisePage'),
});
const receipt = createRoute({
  getParentRoute: () => office,
  path: PAGE_PATHS.receipt,
  component: lazyPage(() => import('../dak/receipt/ReceiptPage'), 'ReceiptPage'),
});
const file = createRoute({
  getParentRoute: () => office,
  path: PAGE_PATHS.file,
  /** `tab`: which tab of the file; `page`: the correspondence page C/n turned to; `compose`: begin with a note or the send bar. */
  validateSearch: (
    query: Record<string, unknown>,
  ): { tab?: string | undefined; page?: number | undefined; compose?: 'note' | 'forward' | undefined } => ({
    tab: textOf(query.tab),
    page: typeof query.page === 'number' ? query.page : undefined,
    compose: query.compose === 'note' || query.compose === 'forward' ? query.compose : undefined,
  }),
  component: lazyPage(() => import('../file-page/FilePage'), 'FilePage'),
});
const redaction = createRoute({
  getParentRoute: () => office,
  path: PAGE_PATHS.redaction,
  component: lazyPage(() => import('../records/redaction/RedactionPage'), 'RedactionPage'),
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
const issue = createRoute({
  getParentRoute: () => office,
  path: PAGE_PATHS.issue,
  component: lazyPage(() => import('../dispatch/issue/IssuePage'), 'IssuePage'),
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
  verifyBundle,
  choosePost,
  office.addChildren([
    index,
    withNavigation.addChildren([
      channel,
      questions,
      auditEvents,
      auditSample,
      desk,
      discussions,
      register,
      search,
      people,
      signingRule,
      newFile,
      password,
      sessions,
      notices,
      noticeSettings,
      pdfs,
      phrases,
      signingKeys,
    ]),
    question,
    newReceipt,
    receipt,
    file,
    newDraft,
    redaction,
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

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createOfficeRouter>;
  }
}
