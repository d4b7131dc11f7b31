import { ActionIcon } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useKeys } from '../../ui/keyboard/keys';
import { useTranslations } from '../../language/use-translations';
import { neighboursOf } from '../../ui/list/neighbours';
import { forgetNext } from '../../ui/notices/announcements';
import classes from './head.module.css';

/** To the file before and after this one in the list that it was opened from. */
export function NextFile({ fileId }: { fileId: string }) {
  const { previous, next } = neighboursOf(fileId);
  // On an open file the key is that of its own list.
  useEffect(forgetNext, [fileId]);
  if (previous === undefined && next === undefined) return null;
  return (
    <span className={`${classes.neighbours ?? ''} not-printed`}>
      <Neighbour id={previous} keys="[" icon="‹" to="previous" />
      <Neighbour id={next} keys="]" icon="›" to="next" />
    </span>
  );
}

interface NeighbourProps {
  /** None where the list ends. */
  id: string | undefined;
  keys: string;
  icon: string;
  to: 'previous' | 'next';
}

function Neighbour({ id, keys, icon, to }: NeighbourProps) {
  const label = useTranslations().t(`file.${to}`);
  const navigate = useNavigate();
  const go = () => {
    if (id !== undefined) void navigate({ to: '/files/$fileId', params: { fileId: id } });
  };
  useKeys([{ key: keys, label, run: go }], id !== undefined);
  return (
    <ActionIcon
      variant="subtle"
      color="gray"
      size="sm"
      aria-label={label}
      aria-keyshortcuts={keys}
      title={`${label} (${keys})`}
      disabled={id === undefined}
      onClick={go}
    >
      <span aria-hidden>{icon}</span>
    </ActionIcon>
  );
}
