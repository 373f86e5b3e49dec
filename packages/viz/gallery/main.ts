/** @file Every chart with its example: both themes, both languages, live controls. */
import { darkTheme, lightTheme, renderAnsi, renderTableHtml, type Locale } from '@manabi/viz';
import { mountScene, type MountedScene } from '@manabi/viz/dom';
import {
  startValues,
  type ChartExample,
  type Control,
  type ControlValues,
} from '../test/examples/chart-example.js';
import { examples } from '../test/examples/index.js';

interface Settings {
  readonly theme: 'light' | 'dark';
  readonly locale: Locale;
  readonly width: number | undefined;
}

const form = document.querySelector<HTMLFormElement>('#settings')!;

/** The address keeps the settings, so that a view can be shared. */
function readAddress(): void {
  for (const [name, value] of new URLSearchParams(location.hash.slice(1))) {
    const field = form.elements.namedItem(name);
    if (field instanceof HTMLSelectElement || field instanceof HTMLInputElement)
      field.value = value;
  }
}

function readSettings(): Settings {
  const fields = new FormData(form);
  const width = Number(fields.get('width'));
  return {
    theme: fields.get('theme') === 'dark' ? 'dark' : 'light',
    locale: fields.get('locale') === 'ja' ? 'ja' : 'en',
    width: width === 0 ? undefined : width,
  };
}

/** One chart's part of the page; call the result to draw it again. */
function addChart(example: ChartExample, parent: Element): (settings: Settings) => void {
  const section = document.createElement('section');
  section.id = example.name;
  section.innerHTML = `<h2>${example.name}</h2><form></form><figure></figure><p></p>
    <output></output><details><summary></summary><div></div></details>
    <details><summary></summary><pre tabindex="0"></pre></details>`;
  parent.append(section);
  const part = (selector: string) => section.querySelector<HTMLElement>(selector)!;
  const [table, terminal] = [...section.querySelectorAll('details')];
  let values: ControlValues = startValues(example);
  let mounted: MountedScene | undefined;
  let current: Settings | undefined;

  for (const [name, control] of Object.entries(example.controls)) {
    part('form').append(
      field(name, control, (value) => {
        values = { ...values, [name]: value };
        if (current !== undefined) draw(current);
      }),
    );
  }

  function draw(settings: Settings): void {
    current = settings;
    const { locale, width } = settings;
    const theme = settings.theme === 'dark' ? darkTheme : lightTheme;
    const scene = example.draw(values, { locale, ...(width === undefined ? {} : { width }) });
    if (mounted === undefined) {
      mounted = mountScene(part('figure'), scene, {
        theme,
        onEvent: ({ type, markId, datum }) => {
          part('output').textContent = `${type} ${markId} ${JSON.stringify(datum ?? {})}`;
        },
      });
    } else {
      mounted.update(scene, theme);
    }
    part('p').textContent = scene.description;
    table!.querySelector('summary')!.textContent = locale === 'ja' ? '表' : 'Table';
    table!.querySelector('div')!.innerHTML = renderTableHtml(scene.table);
    terminal!.querySelector('summary')!.textContent = locale === 'ja' ? '端末' : 'Terminal';
    const narrow = example.draw(values, { locale, width: 640 });
    terminal!.querySelector('pre')!.textContent = renderAnsi(narrow, { color: 'none' });
  }
  return draw;
}

function field(
  name: string,
  control: Control,
  onChange: (value: string | number) => void,
): Element {
  const label = document.createElement('label');
  label.textContent = `${name} `;
  if (control.kind === 'choice') {
    const select = document.createElement('select');
    select.append(...control.values.map((value) => new Option(value, value)));
    select.value = control.start;
    select.addEventListener('input', () => {
      onChange(select.value);
    });
    label.append(select);
    return label;
  }
  const input = document.createElement('input');
  input.type = 'range';
  for (const bound of ['min', 'max', 'step'] as const) input[bound] = String(control[bound]);
  input.value = String(control.start);
  const shown = document.createElement('span');
  shown.textContent = input.value;
  input.addEventListener('input', () => {
    shown.textContent = input.value;
    onChange(input.valueAsNumber);
  });
  label.append(input, shown);
  return label;
}

readAddress();
const charts = examples.map((example) => addChart(example, document.querySelector('#charts')!));

function drawAll(): void {
  const settings = readSettings();
  const { tokens } = settings.theme === 'dark' ? darkTheme : lightTheme;
  for (const [token, color] of Object.entries(tokens)) {
    document.documentElement.style.setProperty(`--${token}`, color);
  }
  document.documentElement.lang = settings.locale;
  for (const draw of charts) draw(settings);
}

form.addEventListener('input', () => {
  location.hash = new URLSearchParams(
    [...new FormData(form)].map(([name, value]) => [name, typeof value === 'string' ? value : '']),
  ).toString();
  drawAll();
});
window.addEventListener('hashchange', () => {
  readAddress();
  drawAll();
});
drawAll();
