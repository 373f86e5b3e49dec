import process from 'node:process';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { interruptible, type Interruption } from './interruption.js';

let interruption: Interruption | undefined;
afterEach(() => {
  interruption?.release();
  vi.restoreAllMocks();
});

/** Listens, with a clock of the test's own and without ending this process. */
function listen() {
  const clock = vi.spyOn(performance, 'now').mockReturnValue(0);
  const exit = vi.spyOn(process, 'exit').mockImplementation(() => undefined as never);
  const onSignal = vi.fn();
  interruption = interruptible(onSignal);
  return { clock, exit, onSignal, interruption };
}

describe('interruptible', () => {
  it('aborts at the first Ctrl-C', () => {
    const { exit, onSignal, interruption } = listen();
    expect(interruption.exitCode()).toBe(0);
    process.emit('SIGINT', 'SIGINT');
    expect(interruption.signal.aborted).toBe(true);
    expect(interruption.exitCode()).toBe(130);
    expect(onSignal).toHaveBeenCalledOnce();
    expect(exit).not.toHaveBeenCalled();
  });

  it('takes the echo of a key press for the same one, and the next press for a second one', () => {
    const { clock, exit, onSignal } = listen();
    process.emit('SIGINT', 'SIGINT');
    clock.mockReturnValue(20);
    process.emit('SIGINT', 'SIGINT');
    expect(exit).not.toHaveBeenCalled();
    clock.mockReturnValue(900);
    process.emit('SIGINT', 'SIGINT');
    expect(exit).toHaveBeenCalledWith(130);
    expect(onSignal).toHaveBeenCalledOnce();
  });

  it('aborts without a word when the reader of stdout has gone', () => {
    const { onSignal, interruption } = listen();
    const ignore = () => undefined;
    process.stdout.on('error', ignore);
    process.stdout.emit('error', Object.assign(new Error('write EPIPE'), { code: 'EPIPE' }));
    process.stdout.off('error', ignore);
    expect(interruption.signal.aborted).toBe(true);
    expect(interruption.exitCode()).toBe(0);
    expect(onSignal).not.toHaveBeenCalled();
  });

  it('leaves no listener behind', () => {
    const before = ['SIGINT', 'SIGTERM'].map((signal) => process.listenerCount(signal));
    const { interruption } = listen();
    interruption.release();
    expect(['SIGINT', 'SIGTERM'].map((signal) => process.listenerCount(signal))).toEqual(before);
  });
});
