import { Button, Group } from '@mantine/core';
import { type ChargeView, LANGUAGES, type Named } from '@patravali/contract';
import { call } from '../api/call';
import { useTranslations } from '../language/use-translations';
import { useDownload } from '../ui/use-download';

const LABELS = { hi: 'charge.certificateHi', en: 'charge.certificateEn' } as const;

/** The certificate of a charge in each language, once it is made. */
export function CertificateButtons({ charge }: { charge: Named<ChargeView> }) {
  const { t, marking, registerDay } = useTranslations('absence');
  const { isWorking, download } = useDownload();
  if (charge.certificate === 'withheld') return null;
  if (charge.certificate === 'being_made') return <div className="soft small">{t('charge.beingMade')}</div>;
  const post = marking(charge.post);
  const params = { chargeId: charge.id };
  return (
    <Group gap="xs">
      {LANGUAGES.map((language) => {
        const label = t(LABELS[language]);
        const whole = t('charge.certificateOf', { certificate: label, post, day: registerDay(charge.handedOn) });
        return (
          <Button
            key={language}
            variant="subtle"
            size="xs"
            aria-label={whole}
            loading={isWorking}
            onClick={() => download(`${whole}.pdf`, () => call('downloadCharge', { params, query: { language } }))}
          >
            {label}
          </Button>
        );
      })}
    </Group>
  );
}
