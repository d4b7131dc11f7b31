/**
 * The root of offices that do not exist, and the key with which it issues what their people and their seal sign with. Everybody can
 * read both here, so that anybody can make a certificate of this root: offices of the demo alone trust it, and their letters
 * are marked as specimens.
 */
const CERTIFICATE = [
  'MIIB0DCCAXegAwIBAgIUP3g2fLonvUQIa15CSCCYsELk/7cwCgYIKoZIzj0EAwIwRDELMAkGA1UEBhMCSU4xFzAVBgNVBAoMDlBh',
  'dHJhdmFsaSBEZW1vMRwwGgYDVQQDDBNQYXRyYXZhbGkgRGVtbyBSb290MCAXDTIwMDEwMTAwMDAwMFoYDzIwNjAwMTAxMDAwMDAw',
  'WjBEMQswCQYDVQQGEwJJTjEXMBUGA1UECgwOUGF0cmF2YWxpIERlbW8xHDAaBgNVBAMME1BhdHJhdmFsaSBEZW1vIFJvb3QwWTAT',
  'BgcqhkjOPQIBBggqhkjOPQMBBwNCAASoMos4zlFkUpTkE7lhlRqU143DGlje9G0Mo+f/CjNmaKbOpXimbcmkUl2CcW63dav+uqhP',
  'h+q+Wfobamw/EBpPo0UwQzASBgNVHRMBAf8ECDAGAQH/AgEAMA4GA1UdDwEB/wQEAwIBBjAdBgNVHQ4EFgQUivEJxVJlowyeyzpN',
  'lsfbP9R3FvswCgYIKoZIzj0EAwIDRwAwRAIgNxEPVoSc0za4i146i5CKglmzSVt8VtyYqLseF+TS8BYCICeOcy/XFO3sXrMvG6sD',
  '/2QA40pWSK3isOj9JEwEYAGh',
].join('');

/** On P-256, PKCS#8. */
const KEY = [
  'MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgiZMbLGzRf3EQE0yOO0txL0jHvizfKAcMJuu+zZ/lCyShRANCAASo',
  'Mos4zlFkUpTkE7lhlRqU143DGlje9G0Mo+f/CjNmaKbOpXimbcmkUl2CcW63dav+uqhPh+q+Wfobamw/EBpP',
].join('');

const bytesOf = (base64: string): Uint8Array => new Uint8Array(Buffer.from(base64, 'base64'));

export const DEMO_ROOT = {
  certificate: bytesOf(CERTIFICATE),
  key: bytesOf(KEY),
  /** What the certificate says; the database knows its fingerprint too. */
  subject: 'C=IN, O=Patravali Demo, CN=Patravali Demo Root',
  fingerprint: 'f994a0c19544cfa6928e484485cf705f338dc61fea4f54ae1aafecfffe299276',
  validFrom: '2020-01-01T00:00:00.000Z',
  validUntil: '2060-01-01T00:00:00.000Z',
  /** The number of the holder in the certificate of a seal; a person has his own. */
  sealNumber: 'seal',
} as const;
