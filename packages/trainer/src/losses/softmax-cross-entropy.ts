import {
  cast,
  customGrad,
  div,
  exp,
  log,
  max,
  mean,
  mul,
  oneHot,
  sub,
  sum,
  type GradSaveFunc,
  type Scalar,
  type Tensor1D,
  type Tensor2D,
} from '@tensorflow/tfjs-core';

/**
 * Mean softmax cross-entropy over a batch, in nats, with its own gradient.
 * `L = -(1/N) sum_n log softmax(logits_n)[label_n]` (Goodfellow et al. 2016, section 6.2.2.3),
 * `dL/dlogits = (softmax(logits) - onehot(labels)) / N` (Bishop 2006, equation 4.109).
 * The largest logit of a row is subtracted first, so that no exponential overflows.
 *
 * @param logits - [batch, classes], float32, unnormalised, finite.
 * @param labels - [batch], int32, in [0, classes).
 * @returns scalar float32; the caller disposes it.
 */
export function softmaxCrossEntropy(logits: Tensor2D, labels: Tensor1D): Scalar {
  const differentiable = customGrad<Scalar>((...inputs) => {
    const [x, save] = inputs as [Tensor2D, GradSaveFunc];
    const [batch, classes] = x.shape;
    // tfjs' wasm backend writes integer ones into a float32 one-hot, so it is cast instead.
    const target = cast(oneHot(labels, classes), 'float32');
    const shifted = sub(x, max(x, 1, true));
    const exponentials = exp(shifted);
    const sums = sum(exponentials, 1, true);
    save([div(exponentials, sums), target]);
    return {
      value: mean(sub(log(sums), sum(mul(shifted, target), 1, true))),
      gradFunc: (dy, [probabilities, onehot]) => mul(sub(probabilities!, onehot!), div(dy, batch)),
    };
  });
  return differentiable(logits);
}
