import { Button, Menu } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslations } from '../language/use-translations';

interface CopyForRtiProps {
  /** With whose letters the document came in or went out. */
  fileId: string;
  documentId: string;
}

/** Leads to where copies of a document are made for requests under the RTI Act, and lists those that there are. */
export function CopyForRti(params: CopyForRtiProps) {
  const { t } = useTranslations('enclosures');
  return (
    <Button
      variant="default"
      size="compact-sm"
      renderRoot={(link) => <Link to="/files/$fileId/rti/$documentId" params={params} {...link} />}
    >
      {t('enclosure.copyForRti')}
    </Button>
  );
}

/** The same, as a line of the viewer's menu. */
export function CopyForRtiItem(params: CopyForRtiProps) {
  const { t } = useTranslations('enclosures');
  return (
    <Menu.Item renderRoot={(link) => <Link to="/files/$fileId/rti/$documentId" params={params} {...link} />}>
      {t('enclosure.copyForRti')}
    </Menu.Item>
  );
}
