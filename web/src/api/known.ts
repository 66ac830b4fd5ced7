/**
 * The page brings the answer to the question that its script asks first, by the question's address below `/api/public/v1`.
 * It is used once: whoever asks again wants to know what is new.
 */
const known = read();

function read(): Map<string, unknown> {
  const text = document.getElementById('known')?.textContent;
  return new Map(text ? Object.entries(JSON.parse(text) as Record<string, unknown>) : []);
}

export function fetchUnlessKnown(request: Request): Promise<Response> {
  const { pathname, search } = new URL(request.url);
  const question = pathname.replace('/api/public/v1', '') + search;
  if (request.method !== 'GET' || !known.has(question)) return fetch(request);
  const answer = known.get(question);
  known.delete(question);
  return Promise.resolve(Response.json(answer));
}
