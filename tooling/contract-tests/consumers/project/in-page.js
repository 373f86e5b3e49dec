import { use } from './use.js';

const output = document.getElementById('result');
try {
  output.textContent = JSON.stringify(await use());
} catch (error) {
  output.textContent = JSON.stringify({ error: String(error?.stack ?? error) });
}
