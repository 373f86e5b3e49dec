/** Examples a forward pass when nothing is learned: fills a device and fits its memory. */
export const evaluationBatchSize = 256;
