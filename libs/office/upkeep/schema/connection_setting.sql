-- What an administrator has set on the page of connections, sealed under a key that lies in the data folder and never
-- here (AES-256-GCM: nonce, text, tag). `key_id` says which key that is. A server serves one office.
CREATE TABLE connection_setting (
  connection text PRIMARY KEY CHECK (connection IN ('mail', 'mailbox', 'troubles', 'public-address', 'timestamp',
    'signing-key', 'esign', 'virus-scanner', 'witness', 'uploads')),
  organisation_id uuid NOT NULL REFERENCES organisation,
  key_id text NOT NULL CHECK (key_id ~ '^[0-9a-f]{32}$'),
  sealed text NOT NULL CHECK (sealed ~ '^[A-Za-z0-9+/]{38,}={0,2}$'),
  changed_at timestamptz NOT NULL DEFAULT office_now()
);
