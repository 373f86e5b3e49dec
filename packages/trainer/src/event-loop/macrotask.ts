/**
 * Gives signals, timers, input and painting a turn. A message is not slowed down as timers are in
 * browsers, where nested ones wait at least 4 ms and those of a hidden page a second.
 */
export function macrotask(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}
