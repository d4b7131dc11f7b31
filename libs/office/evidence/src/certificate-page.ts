import type { Bilingual, Language } from '@patravali/contract';
import { fill, formatInstant } from '@patravali/language';
import { messagesOf } from '@patravali/messages';
import { type Generated, generatedLine, templateOf, type TypesetInput } from '@patravali/typesetting';

/** A file of the bundle, in words, with its hash. */
export interface HashedFile {
  readonly what: Bilingual;
  readonly sha256: string;
}

export interface FileInWords {
  readonly number: string;
  /** Null in a bundle for RTI, which leaves it out. */
  readonly subject: string | null;
}

export interface CertificateData {
  readonly office: Bilingual;
  readonly about: readonly FileInWords[];
  /** Of the letter that the bundle is about; null for the file. */
  readonly letterNumber: string | null;
  /** What the log says to be lost of the record: whoever signs has to know it. */
  readonly losses: readonly { readonly at: string; readonly reason: string; readonly events: number }[];
  /** Of `hashes.txt`, which lists every file of the bundle. */
  readonly sha256: string;
  readonly files: readonly HashedFile[];
  readonly generated: Generated;
}

/**
 * The certificate of section 63(4) of the Bharatiya Sakshya Adhiniyam, 2023, in the words of its Schedule: what the office knows is
 * filled in, what a person answers for is left blank. Nobody has signed it.
 */
export function certificatePage(data: CertificateData, language: Language): TypesetInput {
  const words = messagesOf('certificate', language);
  const { office, about, letterNumber, losses, sha256, files, generated } = data;
  const numbers = about.map(({ number }) => number).join(', ');
  const record = about.some(({ subject }) => subject === null)
    ? words.recordInPart
    : about.length > 1
      ? words.recordOfFiles
      : words.recordIs;
  const person = [words.name, words.relation, words.address];
  const device = [
    { label: words.sourceKind, text: words.server },
    ...[words.makeAndModel, words.serialNumber, words.otherIds].map(toWrite),
  ];
  const hash = [
    { label: words.hashValue, text: sha256 },
    { label: words.algorithm, text: words.sha256 },
  ];
  const dated = [words.date, words.time, words.place];
  return {
    template: templateOf('office/evidence', 'certificate'),
    unhurried: true,
    data: {
      language,
      title: words.title,
      law: words.law,
      fileNumber: numbers,
      about: [
        { label: words.office, text: office[language] },
        ...about.flatMap(({ number, subject }) => [
          { label: words.fileNumber, text: number },
          ...(subject === null ? [] : [{ label: words.subject, text: subject }]),
        ]),
        ...(letterNumber === null ? [] : [{ label: words.letter, text: letterNumber }]),
        { label: words.record, text: record },
        ...losses.map(({ events, at, reason }) => ({
          label: words.lost,
          text: fill(words.lostWhat, { count: events, at: formatInstant('screen', at, language), reason }, language),
        })),
        { label: words.produced, text: fill(words.producedHow, howProduced(generated, language), language) },
      ],
      parts: [
        {
          title: words.partA,
          person,
          says: [words.affirm, words.haveProduced],
          device,
          states: [words.lawfulControl, words.relationToDevice, words.hashStated],
          hash,
          signature: [words.nameAndSignature, words.designation, ...dated],
        },
        {
          title: words.partB,
          person,
          says: [words.affirm, words.obtained],
          device,
          states: [words.hashStated],
          hash,
          signature: [words.nameDesignationSignature, ...dated],
        },
      ],
      report: {
        title: words.report,
        explained: fill(words.reportExplained, { sha256 }, language),
        headings: [words.what, words.algorithmName],
        rows: files.map((file) => [file.what[language], file.sha256]),
      },
      generated: generatedLine(generated, language, 'screen'),
    },
  };
}

const toWrite = (label: string) => ({ label, text: null });

const howProduced = ({ by, post, at }: Generated, language: Language) => ({
  by,
  post,
  at: formatInstant('screen', at, language),
});
