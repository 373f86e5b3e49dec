import { fetchPublishedDataset } from '@manabi/datasets/node';

process.once('message', async ({ info, options }) => {
  const files = await fetchPublishedDataset(info, options);
  process.send(`${files.length} files`, () => process.disconnect());
});
