import { HoverCard } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslations } from '../../../language/use-translations';
import classes from '../../note.module.css';
import { type Elsewhere, useReferred } from './referred';

interface ReferenceElsewhereProps {
  to: Elsewhere;
  label: string;
}

/**
 * A reference to another file or to a letter that went out before. Whoever may read that opens it, and hovering shows what it
 * is; for all others there is the name alone, as the author wrote it, and no sign whether there is such a thing.
 */
export function ReferenceElsewhere({ to, label }: ReferenceElsewhereProps) {
  const { day } = useTranslations();
  const place = useReferred(to);
  if (!place) return label;
  return (
    <HoverCard openDelay={250} width={340} shadow="md" position="top" withinPortal>
      <HoverCard.Target>
        {to.kind === 'file' ? (
          <Link to="/files/$fileId" params={{ fileId: place.id }} className={classes.reference}>
            {label}
          </Link>
        ) : (
          <Link to="/issues/$issueId" params={{ issueId: place.id }} className={classes.reference}>
            {label}
          </Link>
        )}
      </HoverCard.Target>
      <HoverCard.Dropdown>
        <div className={classes.place}>
          <p className="soft small">
            <span className="mono">{place.number}</span>
            {place.issuedOn !== undefined && ` · ${day(place.issuedOn)}`}
          </p>
          <p>{place.subject}</p>
        </div>
      </HoverCard.Dropdown>
    </HoverCard>
  );
}
