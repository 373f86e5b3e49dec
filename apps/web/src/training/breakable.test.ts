import { wrap } from 'comlink';
import { describe, expect, it, onTestFinished } from 'vitest';
import { breakable } from './breakable.js';
import { FaultError, faultOf } from './fault.js';

interface Counter {
  add(a: number, b: number): number;
  /** Never answers, as a worker that broke. */
  hang(): number;
}

function connect() {
  const { port1, port2 } = new MessageChannel();
  onTestFinished(() => {
    port1.close();
    port2.close();
  });
  port2.onmessage = ({ data }: MessageEvent<{ id: string; path: string[]; argumentList: [] }>) => {
    if (data.path[0] !== 'add') return;
    const sum = data.argumentList.reduce((all, { value }: { value: number }) => all + value, 0);
    port2.postMessage({ id: data.id, type: 'RAW', value: sum });
  };
  return breakable(wrap<Counter>(port1));
}

describe('calls of a worker', () => {
  it('are answered as usual while it works', async () => {
    expect(await connect().remote.add(2, 3)).toBe(5);
  });

  it('end with the reason when it breaks', async () => {
    const { remote, breakOff } = connect();
    const open = [remote.hang(), remote.hang()].map((call) => Promise.resolve(call).catch(faultOf));
    const fault = { code: 'unexpected', message: 'the worker broke' } as const;
    breakOff(new FaultError(fault));
    expect(await Promise.all(open)).toEqual([fault, fault]);
  });
});
