import type { ESignConfig } from '@patravali/config';
import type { ESignBegun } from '@patravali/contract';
import { Authority } from '../../../libs/platform/signatures/test/authority';
import { type Consent, StandInESign } from '../../../libs/platform/signatures/test/stand-in-esign';

interface Visit {
  /** Who identifies himself there. */
  readonly person: string;
  /** Under which number the authority of the service knows him. */
  readonly number?: string | undefined;
  readonly consent?: Consent;
}

/** An eSign service that stands in for one, and what an office is told to use it. */
export class ESignOffice {
  readonly authority = new Authority();
  readonly service = new StandInESign(this.authority, '');
  readonly eSign = {
    url: 'https://esign.example.in/2.1/form/signdoc',
    aspId: 'OFFICE-1',
    certificatePath: this.authority.file('service.pem', this.service.certificate),
  } satisfies ESignConfig;

  /** What the browser brings back from there. */
  visit({ fields }: Pick<ESignBegun, 'fields'>, { person, number, consent = 'agrees' }: Visit): string {
    this.service.person = person;
    this.service.number = number;
    return this.service.visit(Object.fromEntries(fields.map(({ name, value }) => [name, value])), consent);
  }

  close(): void {
    this.authority.close();
  }
}

/** As a browser asks that comes from the page of the service: of another site, and without a session. */
export const backFromESign = (form: string) => ({
  headers: { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'cross-site' },
  raw: form,
});
