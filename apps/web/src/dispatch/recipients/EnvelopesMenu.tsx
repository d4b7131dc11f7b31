import { ENVELOPE_SIZES, type EnvelopeSize, type IssueView, type Named } from '@patravali/contract';
import { Button, Menu } from '@mantine/core';
import { useTranslations } from '../../language/use-translations';
import { call } from '../../api/call';
import { useDownload } from '../../ui/use-download';

/** Envelopes or labels for those who are still to be sent the letter; for all when nobody is. */
export function EnvelopesMenu({ issue }: { issue: Named<IssueView> }) {
  const { t } = useTranslations('outward');
  const { isWorking, download } = useDownload();
  const open = issue.sendings.filter(({ state }) => state === 'to_send').map(({ recipient }) => recipient);
  const print = (size: EnvelopeSize) => {
    const query = { size, ...(open.length > 0 && { recipients: open.join(',') }) };
    download(`${issue.number} ${size}.pdf`, () => call('printEnvelopes', { params: { issueId: issue.id }, query }));
  };
  return (
    <Menu>
      <Menu.Target>
        <Button variant="default" size="sm" loading={isWorking}>
          {t('outward.envelopes')} ▾
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {ENVELOPE_SIZES.map((size) => (
          <Menu.Item key={size} onClick={() => print(size)}>
            {t(`outward.size.${size}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
