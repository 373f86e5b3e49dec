/** @file Lets comlink carry the fields of a fault; by itself it carries an error's message alone. */
import { transferHandlers, type TransferHandler } from 'comlink';
import { classifyError } from './classify-error.js';

interface Thrown {
  readonly value: unknown;
}

interface SerializedThrown {
  readonly isError: boolean;
  readonly value: unknown;
}

/** Called once in the worker; the page reads the fault with `faultOf`. */
export function carryFaults(): void {
  const usual = transferHandlers.get('throw') as TransferHandler<Thrown, SerializedThrown>;
  const carrying: TransferHandler<Thrown, SerializedThrown> = {
    ...usual,
    serialize(thrown) {
      const [{ isError, value }, transferables] = usual.serialize(thrown);
      const carried = { ...(value as object), fault: classifyError(thrown.value) };
      return [{ isError, value: isError ? carried : value }, transferables];
    },
  };
  transferHandlers.set('throw', carrying);
}
