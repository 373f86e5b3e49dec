import { gzipSync } from 'node:zlib';
import { build } from 'vite';
import { afterAll, describe, expect, it } from 'vitest';
import { examples } from './examples/index.js';

/** Bytes after minification and gzip of a program that does what `source` says. */
async function bundled(source: string): Promise<number> {
  const entry = '\0entry';
  const result = await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      minify: true,
      lib: { entry, formats: ['es'] },
      rolldownOptions: { input: entry },
    },
    plugins: [
      {
        name: 'entry',
        resolveId: (id) => (id === entry ? id : undefined),
        load: (id) => (id === entry ? source : undefined),
      },
    ],
  });
  const [output] = Array.isArray(result) ? result : [result];
  if (!('output' in output)) throw new Error('internal: no bundle');
  return gzipSync(output.output[0].code).length;
}

function camelCase(name: string): string {
  return name.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());
}

describe('bundles', () => {
  const sizes: Record<string, number> = {};

  afterAll(() => {
    console.log('bytes after gzip', sizes);
  });

  it('keep everything but the charts under 40 kB', async () => {
    const size = await bundled(
      `export { renderSvg, renderAnsi, renderTableHtml, lightTheme, darkTheme } from '@manabi/viz';
       export { mountScene } from '@manabi/viz/dom';`,
    );
    sizes['core and mount'] = size;
    expect(size).toBeLessThan(40_000);
  });

  it.each(examples.map(({ name }) => name))('hold %s alone when it alone is used', async (name) => {
    const [fromIndex, fromFile] = await Promise.all([
      bundled(`export { ${camelCase(name)} } from '@manabi/viz';`),
      bundled(`export { ${camelCase(name)} } from '@manabi/viz/charts/${name}';`),
    ]);
    sizes[name] = fromFile;
    // The two differ by names that the minifier chooses, not by other charts.
    expect(Math.abs(fromIndex - fromFile)).toBeLessThan(256);
    expect(fromFile).toBeLessThan(25_000);
  });
});
