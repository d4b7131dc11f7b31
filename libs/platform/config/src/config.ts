/** What the office was told at start. Nothing else reads the environment. */
export interface Config extends OutsideConfig {
  /** TCP port of API and page. */
  readonly port: number;
  /** Address to listen on; loopback unless said otherwise. */
  readonly host: string;
  /** The address people type, without a slash at the end. */
  readonly publicUrl: string;
  /** Whether the server was told that address; else it is where it listens, until the page names another. */
  readonly publicUrlIsTold?: boolean;
  /** Absolute path of the one folder that holds everything the office keeps on this machine. */
  readonly dataFolder: string;
  /** Connection string of the database's owner; the application's pool switches to a role of its own. */
  readonly databaseUrl: string;
  /** Whether the database remembers statements; false behind a pooler that cannot bear it. On unless said otherwise. */
  readonly preparedStatements?: boolean;
  /** Absent: documents are kept in `<dataFolder>/objects`. */
  readonly s3?: S3Config;
  /** The demo office: open accounts, letters marked as specimens. Off by default with an external database. */
  readonly demo: boolean;
  /** Seeds a handful of files of today instead of three months of work: ready in seconds. */
  readonly smallDemo?: boolean;
  readonly maxUploadBytes: number;
  /** What one person may upload in a day in India. */
  readonly uploadsPerDay: number;
  readonly uploadBytesPerDay: number;
  /** The server was told one of the two; else the page may say them. */
  readonly uploadsAreTold?: boolean;
  /** Absent, wholly or in part: as many and as much as the machine bears. */
  readonly children?: ChildrenConfig;
  /** What is done with a PDF that carries something that acts: it is taken and labelled, or refused. */
  readonly activePdfs: 'label' | 'refuse';
  /** Absent: uploads are not scanned. */
  readonly virusScanner?: VirusScannerConfig;
  readonly mail: MailConfig;
  /** Who is told of what keeps the office from working as it should. Absent: nobody, by mail. */
  readonly troubleMail?: string;
  /** By which whoever watches the office may read its metrics. Absent: nobody may. */
  readonly metricsToken?: string;
  /** Absent outside the demo: issuing is refused. */
  readonly signing?: SigningConfig;
  /** The key that the page has set; the server's wins. */
  readonly officeKey?: OfficeKeyConfig;
  /** Absent: signatures of officers get no time stamp. */
  readonly timestamp?: TimestampConfig;
  /** Absent: nobody signs by eSign. */
  readonly eSign?: ESignConfig;
  /** Absent: nobody bears witness for the log. */
  readonly witness?: WitnessConfig;
  /** Whether the API process also runs the jobs. */
  readonly jobsInProcess: boolean;
  /** Cookies travel over HTTPS only. */
  readonly secureCookies: boolean;
  /** Addresses and networks whose word is taken on who is calling. */
  readonly trustedProxies: readonly string[];
  /** After how many days without a backup its administrators are reminded; 0: never. */
  readonly backupDays: number;
  readonly sessionHours: number;
  /** A session that is not used for so long ends. */
  readonly idleMinutes: number;
  /** One more ends the one that was used longest ago. */
  readonly sessionsPerPerson: number;
  /** At which a process takes the requests of one person. Absent: as they come. */
  readonly requestsPerSecond?: number;
}

/** What child processes of one process of the office may be and take in sum: they make and check PDFs, sign, and read scans. */
export interface ChildrenConfig {
  readonly processes?: number;
  readonly megabytes?: number;
}

export interface S3Config {
  /** Host name or address, without scheme and port. */
  readonly endpoint: string;
  readonly port?: number;
  readonly useSSL: boolean;
  readonly accessKey: string;
  readonly secretKey: string;
  readonly bucket: string;
  readonly region: string;
}

/** Where a host lies that a setting names and others give an address: on the internet, or in one of these networks of the office. */
export interface OutsideConfig {
  readonly innerNetworks?: readonly string[];
}

/**
 * `reports`: the mailbox to which mails are returned; `returnTo`: the address for that, with `*` in place of a key.
 * `none`: an office that has not configured mail cannot dispatch by it; the attempt is refused.
 */
export type MailConfig =
  | { readonly kind: 'folder'; readonly folder: string; readonly returnTo?: string }
  | ({
      readonly kind: 'smtp';
      readonly url: string;
      readonly from: string;
      readonly reports?: string;
      readonly returnTo?: string;
    } & OutsideConfig)
  | { readonly kind: 'none' };

export type ClamdAddress = { readonly host: string; readonly port: number } | { readonly path: string };

export interface VirusScannerConfig {
  /** Where a clamd listens. */
  readonly address: ClamdAddress;
  /** What is done with an upload while it does not answer. */
  readonly whenAway: 'refuse' | 'accept';
}

export interface SigningConfig {
  readonly p12Path: string;
  readonly password: string;
}

/** A PKCS#12 file itself, with its certificates in DER. */
export interface OfficeKeyConfig {
  readonly p12: Uint8Array;
  readonly password: string;
  readonly certificates: readonly Uint8Array[];
}

export interface TimestampConfig extends OutsideConfig {
  /** Of an authority for time stamps (RFC 3161). */
  readonly url: string;
  /** Who may be asked whether certificates hold, with what is below them; absent: nobody. */
  readonly revocationHosts?: readonly string[];
}

/** With the certificate of the service, by which its answers are known: in a file that the server names, or its text. */
export type ESignConfig = ESignAgreement & ({ readonly certificatePath: string } | { readonly certificatePem: string });

interface ESignAgreement {
  /** Where the service takes forms. */
  readonly url: string;
  /** What the service calls the office (application service provider). */
  readonly aspId: string;
}

export interface WitnessConfig extends OutsideConfig {
  /** Where it shows what it has signed. */
  readonly url: string;
  /** By which its signature is known (C2SP tlog-cosignature). */
  readonly key: string;
}

/** The launcher's configuration: without `databaseUrl` it starts a database of its own. */
export type LauncherConfig = Omit<Config, 'databaseUrl'> & {
  readonly databaseUrl?: string;
  /** How large the archived log of the embedded database may become; 0 keeps none. */
  readonly historyBytes: number;
};
