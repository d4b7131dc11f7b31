import type { ActorRef, Named } from '@patravali/contract';
import { useTranslations } from '../language/use-translations';

/** Who acted: name, designation, marking. A link officer reads "A for B", an operator "A, operator of B"; additional charge is named. */
export function Actor({ actor }: { actor: Named<ActorRef> }) {
  const { t, translate, marking } = useTranslations();
  const { actingFor, capacity, post } = actor;
  const name = translate(actor.name);
  const whoActed =
    actingFor === null
      ? name
      : capacity === 'operator'
        ? t('actor.operatorOf', { name, clerk: translate(actingFor) })
        : t('actor.for', { name, absent: translate(actingFor) });
  return (
    <span>
      <strong>{whoActed}</strong>
      {', '}
      {translate(post.designation)}
      {capacity !== 'regular' && !actingFor && ` (${t(`capacity.${capacity}`)})`}
      {' · '}
      <span className="mono">{marking(post)}</span>
    </span>
  );
}
