import { Link, useRouterState } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { useTranslations } from '../../language/use-translations';
import { useDesk } from '../api';
import type { Place } from '../places';
import { Count } from './Count';
import classes from './PlaceTabs.module.css';

/** The lists that are looked at together, with how much waits in each. One without anything is left out, unless it is shown. */
export function PlaceTabs({ place: { label, tabs, hidesEmpty = false } }: { place: Place }) {
  const { t } = useTranslations();
  const { data: counts } = useDesk();
  const pathname = useRouterState({ select: ({ location }) => location.pathname });
  const bar = useRef<HTMLElement>(null);
  useEffect(() => {
    bar.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [pathname]);
  const shown = tabs
    .map((tab) => ({ ...tab, waiting: (counts && tab.count?.(counts)) ?? 0 }))
    .filter(({ path, waiting }, index) => !hidesEmpty || index === 0 || waiting > 0 || path === pathname);
  return (
    <nav ref={bar} className={`${classes.tabs ?? ''} not-printed`} aria-label={t(label)}>
      {shown.map((tab) => (
        <Link key={tab.path} {...tab.link} activeOptions={{ includeSearch: false }}>
          <span>{t(tab.label)}</span> <Count of={tab.waiting} />
        </Link>
      ))}
    </nav>
  );
}
