import { readFile } from 'node:fs/promises';
import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config, type ESignConfig } from '@patravali/config';
import { Refusal } from '@patravali/errors';
import { eSignSigning, type RemoteSigning } from '@patravali/signatures';
import { OfficeKey } from './office-key';

/** The service of the kind of eSign with which the office has an agreement. Its requests bear the signature of the office. */
@Injectable()
export class ESignService {
  constructor(
    private readonly officeKey: OfficeKey,
    @Inject(CONFIG) private readonly config: Pick<Config, 'eSign'>,
  ) {}

  /** @throws Refusal `esign-not-configured`, `signing-not-configured`. */
  async get(): Promise<RemoteSigning> {
    const { eSign } = this.config;
    if (!eSign) throw new Refusal('esign-not-configured');
    const [key, certificate] = await Promise.all([this.officeKey.get(), certificateOf(eSign)]);
    return eSignSigning({ url: eSign.url, aspId: eSign.aspId, key, certificate });
  }
}

const certificateOf = async (eSign: ESignConfig): Promise<string> =>
  'certificatePath' in eSign ? await readFile(eSign.certificatePath, 'utf8') : eSign.certificatePem;
