import '../styles/public.css';

// What the server wrote is shown before the page's script is even asked for: reading must not wait for it.
const go = () => { void import('./main'); };
if (document.hidden) go();
else requestAnimationFrame(() => { setTimeout(go); });
