import type { MarkedArea } from '@patravali/contract';
import { type PointerEvent, useState } from 'react';
import classes from './redaction.module.css';
import { isLargeEnough, type Mark } from './use-marks';

interface MarkingLayerProps {
  marks: readonly Mark[];
  /** CSS pixels a point. */
  scale: number;
  /** None where nothing can be marked. */
  onMark: ((area: MarkedArea) => void) | null;
}

interface Point {
  readonly x: number;
  readonly y: number;
}

/** Over a page: what is left out of it, and the rectangle that is being drawn. */
export function MarkingLayer({ marks, scale, onMark }: MarkingLayerProps) {
  const [drawn, setDrawn] = useState<{ readonly from: Point; readonly to: Point } | null>(null);
  const begin = (event: PointerEvent<HTMLDivElement>) => {
    if (!onMark || event.button !== 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    const from = pointOf(event);
    setDrawn({ from, to: from });
  };
  const end = (event: PointerEvent<HTMLDivElement>) => {
    if (!drawn || !onMark) return;
    setDrawn(null);
    const area = areaBetween(drawn.from, pointOf(event), scale);
    if (isLargeEnough(area)) onMark(area);
  };
  return (
    <div
      className={classes.layer}
      data-marking={onMark !== null}
      onPointerDown={begin}
      onPointerMove={(event) => drawn && setDrawn({ ...drawn, to: pointOf(event) })}
      onPointerUp={end}
      onPointerCancel={() => setDrawn(null)}
    >
      {marks.map(({ key, area, clause }) => (
        <span key={key} className={classes.bar} style={area ? placed(area, scale) : { inset: 0 }}>
          {clause}
        </span>
      ))}
      {drawn && <span className={classes.drawn} style={placed(areaBetween(drawn.from, drawn.to, scale), scale)} />}
    </div>
  );
}

/** Within the page before it is turned, and never beside it. */
function pointOf({ nativeEvent, currentTarget }: PointerEvent<HTMLDivElement>): Point {
  const { offsetX, offsetY } = nativeEvent;
  const within = (value: number, most: number) => Math.min(Math.max(value, 0), most);
  return { x: within(offsetX, currentTarget.clientWidth), y: within(offsetY, currentTarget.clientHeight) };
}

function areaBetween(one: Point, other: Point, scale: number): MarkedArea {
  return {
    left: Math.min(one.x, other.x) / scale,
    top: Math.min(one.y, other.y) / scale,
    width: Math.abs(one.x - other.x) / scale,
    height: Math.abs(one.y - other.y) / scale,
  };
}

function placed({ left, top, width, height }: MarkedArea, scale: number) {
  return { left: left * scale, top: top * scale, width: width * scale, height: height * scale };
}
