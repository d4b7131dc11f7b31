import { LoopMeter } from './loop-meter';

describe('the processor time since an event loop turned', () => {
  it('grows while the process works without a turn, not while it gets no processor, and begins anew with a turn', () => {
    let [turns, used] = [0, 1000];
    const meter = new LoopMeter(
      () => turns,
      () => used,
    );
    turns++;
    expect(meter.processorMsSinceTurn()).toBe(0);
    used += 20_000;
    expect(meter.processorMsSinceTurn()).toBe(20_000);
    expect(meter.processorMsSinceTurn()).toBe(20_000);
    used += 20_000;
    expect(meter.processorMsSinceTurn()).toBe(40_000);
    turns++;
    expect(meter.processorMsSinceTurn()).toBe(0);
    used += 5;
    expect(meter.processorMsSinceTurn()).toBe(5);
  });

  it('tells a loop that has turned from one that has not, though the process has done nothing', () => {
    const meter = new LoopMeter(
      () => 0,
      () => 0,
    );
    expect(meter.processorMsSinceTurn()).toBeGreaterThan(0);
  });
});
