import { predictionBars, renderAnsi, renderSvg } from '@manabi/viz';

export async function use() {
  const scene = predictionBars({
    probabilities: [0.1, 0.7, 0.2],
    classNames: ['setosa', 'versicolor', 'virginica'],
    truth: 1,
  });
  const text = renderAnsi(scene, { columns: 60, color: 'none' });
  return { ok: renderSvg(scene).startsWith('<svg') && text.includes('versicolor'), text };
}
