import type { Role } from '@patravali/contract';
import { useMantineColorScheme } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { BOXES, holdsWork } from '../desk/boxes';
import { switchLanguage } from '../language/language';
import { useTranslations } from '../language/use-translations';
import { REGISTERS } from '../ui/register/range';
import { useActing } from '../identity/use-session';

/** A place to go or a thing to begin, as the palette lists it. */
export interface PaletteCommand {
  id: string;
  label: string;
  go: () => void;
}

export function usePaletteCommands(): PaletteCommand[] {
  const { t } = useTranslations();
  const { post } = useActing();
  const navigate = useNavigate();
  const { setColorScheme } = useMantineColorScheme();
  const does = (...roles: readonly Role[]) => roles.some((role) => post.roles.includes(role));
  const begin: PaletteCommand[] = [];
  if (does('dealing_hand', 'officer'))
    begin.push({ id: 'new-file', label: t('desk.newFile'), go: () => void navigate({ to: '/files/new' }) });
  if (does('dealing_hand', 'dispatcher'))
    begin.push({ id: 'diarise', label: t('desk.diarise'), go: () => void navigate({ to: '/receipts/new' }) });
  return [
    ...begin,
    ...(holdsWork(post) ? BOXES : []).map((box) => ({
      id: `box-${box}`,
      label: t(`desk.box.${box}`),
      go: () => void navigate({ to: '/desk/$box', params: { box }, search: {} }),
    })),
    ...REGISTERS.map((register) => ({
      id: `register-${register}`,
      label: t(`registers.${register}`),
      go: () => void navigate({ to: '/registers/$register', params: { register }, search: {} }),
    })),
    { id: 'search', label: t('desk.findFiles'), go: () => void navigate({ to: '/search', search: {} }) },
    { id: 'language', label: t('page.switchLanguage'), go: () => void switchLanguage() },
    { id: 'light', label: t('session.scheme.light'), go: () => setColorScheme('light') },
    { id: 'dark', label: t('session.scheme.dark'), go: () => setColorScheme('dark') },
    { id: 'password', label: t('session.changePassword'), go: () => void navigate({ to: '/password' }) },
  ];
}
