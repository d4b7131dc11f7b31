import type { RevocationCheck } from '@patravali/contract';
import { useTranslations } from '../language/use-translations';

/** Whether somebody said, when it was signed, that the certificate had not been revoked; nothing where it was not asked yet. */
export function Revocation({ revocation }: { revocation: RevocationCheck | null }) {
  const { t } = useTranslations('signing');
  if (revocation === null) return null;
  return <div className="soft small">{t(`signing.revocation.${revocation}`)}</div>;
}
