/** "Cached plan must not change result type": somebody has changed a table since, as a newer version does when it starts. */
const PLAN_CHANGED = { code: '0A000', routine: 'RevalidateCachedQuery' };
/** The name is unknown, or is known already: a pooler has put another connection of the database behind ours. */
const NAME_LOST = ['26000', '42P05'];

/** Whether the database refused only the remembered plan of a statement, which it would do when it is parsed anew. */
export function isOutOfDate(error: unknown): boolean {
  const { code, routine } = error as { readonly code?: string; readonly routine?: string };
  return NAME_LOST.includes(code ?? '') || (code === PLAN_CHANGED.code && routine === PLAN_CHANGED.routine);
}
