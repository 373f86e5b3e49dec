import { mkdtemp, mkdir, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadModel } from '@manabi/models/node';
import { compareRuns, decodeRunRecord } from '@manabi/trainer';
import { unzipSync } from 'fflate';
import { expect, it } from 'vitest';
import { repeatRun, writtenRun } from '../../../test/command-line-run.js';
import { axeViolations, describeSite, overflow, type Page } from '../../../test/site.js';

const patience = 120_000;
const small = 'd=synthetic-digits:600,200,1&epochs=2';

const pane = (page: Page, name: string) =>
  page.getByRole('main').getByRole('link', { name, exact: true }).click();

const choose = (page: Page, files: readonly { name: string; content: string | Uint8Array }[]) =>
  page.locator('input[type=file]').setInputFiles(
    files.map(({ name, content }) => ({
      ...{ name, mimeType: 'application/octet-stream', buffer: Buffer.from(content) },
    })),
  );

describeSite('the lab’s files', ({ open }) => {
  it('of a run trained here are read by the packages, repeat it, and open in another browser', async () => {
    const { page, problems } = await open(`lab/train?${small}`);
    await page.locator('.sentence[data-phase="ready"]').waitFor({ timeout: patience });
    await page.getByRole('button', { name: 'Start', exact: true }).click();
    await page.locator('.sentence[data-phase="ended"]').waitFor({ timeout: patience });
    await pane(page, 'Save and load');
    const downloads = page.waitForEvent('download', { timeout: patience });
    await page.getByRole('button', { name: 'Save as a zip file' }).click();
    const zip = await readFile(await (await downloads).path());
    await page.getByText('manabi reproduce mlp-synthetic-digits-600-200-1/run.json').waitFor();
    expect(await axeViolations(page)).toEqual([]);

    const folder = await mkdtemp(join(tmpdir(), 'manabi-'));
    const name = 'mlp-synthetic-digits-600-200-1';
    await mkdir(join(folder, name));
    for (const [path, bytes] of Object.entries(unzipSync(zip))) {
      await writeFile(join(folder, path), bytes);
    }
    const { model, metadata } = await loadModel(join(folder, name));
    expect(model.spec.inputShape).toEqual([28, 28, 1]);
    expect(metadata.dataset).toBe('synthetic-digits');
    const record = decodeRunRecord(await readFile(join(folder, name, 'run.json'), 'utf8'));
    expect(record.environment).toMatchObject({ backend: 'wasm', engine: 'plan' });
    expect(compareRuns(record, await repeatRun(record))).toEqual({
      ...{ standard: 'bits', matches: true, differences: [] },
    });
    expect(problems).toEqual([]);
    await page.context().close();

    const other = await open('lab/files');
    await choose(other.page, [{ name: 'mine.zip', content: zip }]);
    await other.page.getByText('is open and kept in this browser').waitFor({ timeout: patience });
    await other.page.getByRole('link', { name: 'Look at its answers' }).click();
    const accuracy = `${Number((100 * record.test!.accuracy).toFixed(2))}%`;
    await other.page.locator('dd', { hasText: accuracy }).waitFor({ timeout: patience });
    await pane(other.page, 'Save and load');
    await other.page.getByRole('link', { name: /in the network visualiser$/ }).click();
    await other.page.getByText('From the lab').waitFor({ timeout: patience });
    expect(other.page.url()).toMatch(/#\/network\?run=[0-9a-f]{8}/);
    expect(other.problems).toEqual([]);
    await other.page.context().close();
  }, 300_000);

  it('of a model without a record are learned further from, and saved while they learn', async () => {
    const written = await writtenRun();
    const { page, problems } = await open('lab/files');
    await choose(page, [
      { name: 'model.json', content: written.json },
      { name: 'weights.bin', content: written.weights },
    ]);
    await page.getByText('is open and kept in this browser').waitFor({ timeout: patience });
    await pane(page, 'Train');
    await page.locator('.sentence', { hasText: 'weights come from a file' }).waitFor();
    await page.getByRole('button', { name: 'Start', exact: true }).click();
    await page.locator('.sentence[data-phase="running"]').waitFor({ timeout: patience });
    await pane(page, 'Save and load');
    const downloads = page.waitForEvent('download', { timeout: patience });
    await page.getByRole('button', { name: 'Save as a zip file' }).click();
    expect(await (await downloads).failure()).toBeNull();
    // A run that began with drawn weights would be told to be tested first.
    await page.getByText('the first weights came from a file').waitFor({ timeout: patience });
    expect(problems).toEqual([]);
    await page.context().close();
  }, 300_000);

  it('of the command line are listed, compared and trained again; wrong ones are told', async () => {
    const written = await writtenRun();
    const { page } = await open('lab/files', { language: 'ja', width: 360 });
    await choose(page, [{ name: 'weights.bin', content: written.weights }]);
    await page.getByText('重みだけでは開けません').waitFor({ timeout: patience });
    await choose(page, [
      { name: 'model.json', content: written.json },
      { name: 'weights.bin', content: written.weights.subarray(8) },
    ]);
    await page.getByText('model.jsonに書かれている重みと一致しません').waitFor();
    await choose(page, [{ name: 'cat.json', content: '{"format":' }]);
    await page.getByText('cat.jsonを読めません').waitFor();
    expect(await overflow(page)).toBe(0);
    expect(await axeViolations(page)).toEqual([]);

    const dropped = await page.evaluateHandle((content) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([content], 'run.json'));
      return transfer;
    }, written.recordJson);
    await page
      .getByRole('group', { name: 'ファイルを開く' })
      .locator('.drop')
      .dispatchEvent('drop', {
        dataTransfer: dropped,
      });
    await page.getByText('重みは入っていません').waitFor();
    await page.getByText('（記録のみ）').waitFor();
    const downloads = page.waitForEvent('download', { timeout: patience });
    await page.getByRole('button', { name: /をファイルに保存する$/ }).click();
    const kept = unzipSync(await readFile(await (await downloads).path()));
    const [record] = Object.values(kept);
    expect(decodeRunRecord(Buffer.from(record!).toString())).toEqual(written.record);
    await page.getByRole('button', { name: /と同じ設定で訓練する$/ }).click();
    await page.getByText('の設定を読み込みました').waitFor();
    await expect.poll(() => page.url()).toContain('batch=20');
    expect(page.url()).toMatch(/lab\/train.*d=synthetic-digits:120,40,1.*seed=3/);
    await page.locator('.sentence[data-phase="ready"]').waitFor({ timeout: patience });
    await page.getByRole('main').getByRole('button', { name: '開始', exact: true }).click();
    await page.locator('.sentence[data-phase="ended"]').waitFor({ timeout: patience });
    const [loss] = (await page.locator('.sentence').textContent())?.match(/損失([\d.]+)/u) ?? [];
    // On another backend, so rounded otherwise.
    expect(Number(loss?.slice(2))).toBeCloseTo(written.record.test!.loss, 1);
    await page.context().close();
  }, 300_000);
});
