import type { QueryClient } from '@tanstack/react-query';
import { redirect } from '@tanstack/react-router';
import { ProblemError } from '../api/problem-error';
import { cameWithoutSession } from '../api/session/came-without-session';
import { deskViewsQuery } from '../desk/views/api';
import { keepLanguages } from '../language/language';
import { checklistQuery } from '../upkeep/api';
import { sessionQuery } from '../api/use-session';

let isFirst = true;

/** The pages of the office need a session; without one the person signs in first and then comes back. */
export async function requireSession(client: QueryClient, href: string) {
  const signIn = () => redirect({ to: '/sign-in', search: { next: href === '/' ? undefined : href } });
  const isStranger = isFirst && cameWithoutSession();
  isFirst = false;
  if (isStranger && !client.getQueryData(sessionQuery.queryKey)) throw signIn();
  try {
    const session = await client.query({ ...sessionQuery, staleTime: 'static' });
    // Without its sentences the page stays in the language that it is in.
    await keepLanguages(session.organisation.keptLanguages).catch(() => undefined);
    return session;
  } catch (error) {
    if (error instanceof ProblemError && error.problem.status === 401) throw signIn();
    throw error;
  }
}

/** The view with which the person wants this post to begin. Without an answer it begins as every other does. */
export async function firstView(client: QueryClient) {
  const views = await client.query(deskViewsQuery()).catch(() => null);
  return views?.items.find(({ isFirst }) => isFirst);
}

/** Whether something is missing without which no letter goes out. Without an answer the office begins as every other does. */
export async function isSomethingMissing(client: QueryClient): Promise<boolean> {
  const checklist = await client.query(checklistQuery()).catch(() => null);
  return checklist?.isReady === false;
}
