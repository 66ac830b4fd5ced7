import { browserMemory, forget } from './memory';
import { pageWords } from './page-words';
import { addressOf, fetchText } from './sources';
import { check } from './steps';
import { draw, make } from './view';
import type { Words } from './words';

/**
 * The page that checks one receipt and needs nothing of the registry: three files that anybody may put on any web server. With
 * `?event=…` it asks the log beside it for the receipt; otherwise a file is dropped or its text pasted.
 */
function start(main: HTMLElement): void {
  const asked = new URLSearchParams(location.search);
  const language = asked.get('lang') ?? (navigator.language.startsWith('zh') ? 'zh' : 'en');
  const say = (words: Words) => (language === 'zh' ? words.zh : words.en);
  document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
  document.title = say(pageWords.title);

  const result = make('section', { 'aria-live': 'polite', 'aria-label': say(pageWords.title) });
  const file = make('input', { type: 'file', accept: '.tlog-proof,text/plain' });
  const receipt = make('textarea', { spellcheck: 'false', autocomplete: 'off' });
  const keys = make('textarea', { spellcheck: 'false', autocomplete: 'off' });
  const form = make('form', {},
    make('label', {}, say(pageWords.file), file),
    make('label', {}, say(pageWords.paste), receipt),
    make('details', {}, make('summary', {}, say(pageWords.keys)), make('label', {}, say(pageWords.keysWhat), keys)),
    make('button', { type: 'submit', class: 'main' }, say(pageWords.check)));
  const other = new URLSearchParams([...asked, ['lang', language === 'zh' ? 'en' : 'zh']].reverse());
  main.replaceChildren(
    make('header', {}, make('h1', {}, say(pageWords.title)), make('a', { href: `?${other.toString()}`, lang: language === 'zh' ? 'en' : 'zh-CN' }, say(pageWords.other))),
    make('p', {}, say(pageWords.intro)), form, result);

  const memory = browserMemory();
  const show = async (read: () => Promise<string>) => {
    result.replaceChildren(make('p', { class: 'soft' }, say(pageWords.checking)));
    const policy = keys.value.trim() === '' ? undefined : `${keys.value.trim()}\n`;
    const outcome = await check({ receipt: read, policy, memory, now: () => new Date(), read: (origin, path) => fetchText(addressOf(origin, path)) });
    draw(result, outcome, say);
    const origin = await read().then((text) => /\n\n(.+)\n/.exec(text)?.[1], () => undefined);
    if (origin) result.append(forgetting(origin));
  };
  const forgetting = (origin: string) => {
    const button = make('button', { type: 'button', class: 'link' }, say(pageWords.forget));
    button.addEventListener('click', () => {
      forget(memory, origin);
      button.replaceWith(make('p', { class: 'soft' }, say(pageWords.forgotten)));
    });
    return button;
  };

  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void show(() => Promise.resolve(receipt.value.endsWith('\n') ? receipt.value : `${receipt.value}\n`));
  });
  const take = async (chosen: File | null | undefined) => {
    if (!chosen) return;
    receipt.value = await chosen.text();
    await show(() => chosen.text());
  };
  file.addEventListener('change', () => { void take(file.files?.[0]); });
  for (const name of ['dragover', 'dragleave', 'drop']) {
    form.addEventListener(name, (event) => {
      event.preventDefault();
      form.classList.toggle('over', name === 'dragover');
    });
  }
  form.addEventListener('drop', (event) => { void take(event.dataTransfer?.files[0]); });

  const event = asked.get('event');
  if (event) {
    void show(async () => {
      receipt.value = await fetchText(`/proof/inclusion?event=${encodeURIComponent(event)}`);
      return receipt.value;
    });
  }
}

const main = document.getElementById('check');
if (main) start(main);
