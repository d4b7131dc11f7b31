import {
  type Language,
  LANGUAGES,
  type Role,
  URGENCIES,
  type Urgency,
  urgenciesFor,
  type UrgencyLabel,
} from '@patravali/contract';
import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { queryOf } from '../api/query-of';
import { sayAsOffice } from '../language/language';

const AN_HOUR = 3_600_000;

function useUrgencies(): readonly UrgencyLabel[] | undefined {
  const { data } = useQuery(queryOf('listUrgencies', {}, { staleTime: AN_HOUR }));
  return data?.items;
}

/**
 * The degrees of urgency that a post with these roles may give.
 * @param now the one that stands, which may stay.
 */
export function useUrgenciesToGive(roles: readonly Role[], now?: Urgency): readonly Urgency[] {
  const labels = useUrgencies();
  // Until the office has said, as the manual has it.
  if (!labels) return URGENCIES.filter((code) => code !== 'vip' || code === now || roles.includes('officer'));
  return urgenciesFor(labels, roles, now).map(({ code }) => code);
}

/** Has the page call the degrees of urgency as the office does. */
export function OfficeWords(): null {
  const labels = useUrgencies();
  useEffect(() => {
    if (labels) sayAsOffice(Object.fromEntries(LANGUAGES.map((language) => [language, wordsIn(labels, language)])));
  }, [labels]);
  return null;
}

function wordsIn(labels: readonly UrgencyLabel[], language: Language): Record<string, string> {
  return Object.fromEntries(labels.map(({ code, name }) => [`urgency.${code}`, name[language]]));
}
