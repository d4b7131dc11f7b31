import type { EventView, Named } from '@patravali/contract';
import { useTranslations } from '../../language/use-translations';
import { Actor } from '../../organisation/Actor';

/** What is told from outside of the office. */
const OF_MAIL_SERVERS: readonly string[] = ['dispatch.reported'];

/** Who did it; what nobody of the office did says so. */
export function EventActor({ event: { name, by } }: { event: Pick<Named<EventView>, 'name' | 'by'> }) {
  const { t } = useTranslations();
  if (by) return <Actor actor={by} />;
  return <>{t(OF_MAIL_SERVERS.includes(name) ? 'history.mailServer' : 'history.program')}</>;
}
