/** What is used here of the library's JavaScript, which comes without types. */
declare module 'tesseract.js-core/tesseract-core-simd-lstm.js' {
  export interface TessBaseApi {
    /** 0 when the languages were found. */
    Init(path: null, languages: string, engine: number): number;
    SetVariable(name: string, value: string): boolean;
    /** Of the file `/input`, turned by an angle in radians; 1 when it is no picture. */
    SetImageFile(orientation: number, angle: number): number;
    FindLines(): number;
    /** Radians by which its lines slant. */
    GetGradient(): number;
    Recognize(monitor: null): number;
    /** Per cent. */
    MeanTextConf(): number;
    GetTSVText(page: number): string;
  }
  export interface TesseractModule {
    readonly FS: { writeFile(path: string, data: Uint8Array): void };
    readonly TessBaseAPI: new () => TessBaseApi;
  }
  const start: (options: {
    wasmBinary: Uint8Array;
    print: (line: string) => void;
    printErr: (line: string) => void;
  }) => Promise<TesseractModule>;
  export default start;
}
