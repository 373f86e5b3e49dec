import { mount } from 'svelte';
import './design/tokens.css';
import './design/base.css';
import App from './app.svelte';
import { keepSite } from './offline/site-worker.svelte.js';

mount(App, { target: document.getElementById('app')! });
// The development server's files change all the time.
if (import.meta.env.PROD) keepSite();
