import '../styles/public.css';
import { languageOf } from './language';
import { wordsOf } from './words';

/** The script and the words are fetched beside each other. */
async function go() {
  const language = languageOf(location.pathname);
  const [{ begin }, words] = await Promise.all([import('./main'), wordsOf(language)]);
  await begin(language, words);
}

// What the server wrote is shown before the page's script is even asked for: reading must not wait for it.
if (document.hidden) void go();
else requestAnimationFrame(() => { setTimeout(() => { void go(); }); });
