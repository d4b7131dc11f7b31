import type { ActorRef } from '@patravali/contract';
import { useLanguage } from '../language/use-language';

/** Who acted: name, designation, marking; in additional or link charge it says for which post. */
export function Actor({ actor }: { actor: ActorRef }) {
  const { t, say } = useLanguage();
  const capacity = actor.capacity === 'regular' ? '' : ` (${t(`capacity.${actor.capacity}`)})`;
  return (
    <span>
      <strong>{say(actor.name)}</strong>
      {', '}
      {say(actor.post.designation)}
      {capacity}
      {' · '}
      <span className="mono">{actor.post.marking}</span>
    </span>
  );
}
