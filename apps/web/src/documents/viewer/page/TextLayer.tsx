import { useEffect, useRef, useState } from 'react';
import type { OpenedPdf } from '../../pdf/opened-pdf';
import type { TextRun } from '../../pdf/text-runs';
import classes from './viewer.module.css';

interface TextLayerProps {
  pdf: OpenedPdf;
  /** Counted from 0. */
  page: number;
  scale: number;
  /** Its text was read from its picture, and may have come just now. */
  isRecognised: boolean;
}

/** Share of a line's height that its letters take. */
const LETTER_HEIGHT = 0.8;

/** The page's words, unseen above its picture, so that they can be selected, copied and read aloud. */
export function TextLayer({ pdf, page, scale, isRecognised }: TextLayerProps) {
  const runs = useRuns(pdf, page, isRecognised);
  const layer = useRef<HTMLDivElement>(null);
  useEffect(() => stretch(layer.current, runs, scale), [runs, scale]);
  return (
    <div ref={layer} className={classes.textLayer}>
      {runs.map((run, index) => (
        <Run key={index} run={run} scale={scale} />
      ))}
    </div>
  );
}

function Run({ run, scale }: { run: TextRun; scale: number }) {
  const style = {
    left: run.left * scale,
    top: run.top * scale,
    height: run.height * scale,
    lineHeight: `${run.height * scale}px`,
    fontSize: run.height * scale * LETTER_HEIGHT,
  };
  return (
    <>
      <span style={style}>{run.text}</span>
      {run.endsLine && <br />}
    </>
  );
}

function useRuns(pdf: OpenedPdf, page: number, isRecognised: boolean): TextRun[] {
  const [runs, setRuns] = useState<TextRun[]>([]);
  useEffect(() => {
    let gone = false;
    pdf.runs(page).then(
      (read) => {
        if (!gone) setRuns(read);
      },
      () => undefined,
    );
    return () => {
      gone = true;
    };
  }, [pdf, page, isRecognised]);
  return runs;
}

/** Makes each run exactly as wide as on the paper, whatever font the browser has measured it with. */
function stretch(layer: HTMLDivElement | null, runs: readonly TextRun[], scale: number): void {
  if (!layer) return;
  const spans = [...layer.querySelectorAll('span')];
  for (const span of spans) span.style.transform = '';
  const widths = spans.map((span) => span.offsetWidth);
  spans.forEach((span, index) => {
    const wanted = (runs[index]?.width ?? 0) * scale;
    const width = widths[index] ?? 0;
    if (width > 0) span.style.transform = `scaleX(${wanted / width})`;
  });
}
