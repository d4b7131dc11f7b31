import type { ActorRef } from '@patravali/contract';
import { useLanguage } from '../language/use-language';

/** Who acted: name, designation, marking. A link officer reads "A for B"; additional charge is named. */
export function Actor({ actor }: { actor: ActorRef }) {
  const { t, say } = useLanguage();
  const { actingFor, capacity, post } = actor;
  const name = say(actor.name);
  return (
    <span>
      <strong>{actingFor ? t('actor.for', { name, absent: say(actingFor) }) : name}</strong>
      {', '}
      {say(post.designation)}
      {capacity !== 'regular' && !actingFor && ` (${t(`capacity.${capacity}`)})`}
      {' · '}
      <span className="mono">{post.marking}</span>
    </span>
  );
}
