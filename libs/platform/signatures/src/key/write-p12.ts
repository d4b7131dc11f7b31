import {
  AuthenticatedSafe,
  CertBag,
  type Certificate,
  PFX,
  PKCS8ShroudedKeyBag,
  PrivateKeyInfo,
  SafeBag,
  SafeContents,
} from 'pkijs';

const OID = {
  keyBag: '1.2.840.113549.1.12.10.1.2',
  certificateBag: '1.2.840.113549.1.12.10.1.3',
} as const;

export interface P12Contents {
  readonly pkcs8: ArrayBuffer;
  /** That of the key first. */
  readonly certificates: readonly Certificate[];
  readonly password: string;
  /** How often the password is hashed before it opens the file: for the key (PBKDF2) and for the HMAC of the whole, so that neither is easier to guess. */
  readonly iterations: number;
}

/** Puts a key and its certificates into a PKCS#12 file (RFC 7292), the key under AES-256 and the whole under an HMAC. */
export async function writeP12({ pkcs8, certificates, password, iterations }: P12Contents): Promise<Uint8Array> {
  const secret = new TextEncoder().encode(password).buffer;
  const keyBag = new PKCS8ShroudedKeyBag({ parsedValue: PrivateKeyInfo.fromBER(pkcs8) });
  await keyBag.makeInternalValues({
    password: secret,
    contentEncryptionAlgorithm: { name: 'AES-CBC', length: 256 },
    hmacHashAlgorithm: 'SHA-256',
    iterationCount: iterations,
  });
  const safeBags = [
    new SafeBag({ bagId: OID.keyBag, bagValue: keyBag }),
    ...certificates.map(
      (certificate) => new SafeBag({ bagId: OID.certificateBag, bagValue: new CertBag({ parsedValue: certificate }) }),
    ),
  ];
  const contents = { privacyMode: 0, value: new SafeContents({ safeBags }) };
  const authenticatedSafe = new AuthenticatedSafe({ parsedValue: { safeContents: [contents] } });
  await authenticatedSafe.makeInternalValues({ safeContents: [{}] });
  const file = new PFX({ parsedValue: { integrityMode: 0, authenticatedSafe } });
  await file.makeInternalValues({
    password: secret,
    iterations,
    pbkdf2HashAlgorithm: { name: 'SHA-256' },
    hmacHashAlgorithm: 'SHA-256',
  });
  return new Uint8Array(file.toSchema().toBER(false));
}
