import { offline, problemFrom } from './problem';
import { antiforgery } from './session';

/** Sends a file and tells how much of it has gone (0 to 1): the one thing that fetch cannot. */
export async function upload<T>(address: string, file: File, onProgress: (share: number) => void, headers: Record<string, string> = {}): Promise<T> {
  const token = await antiforgery();
  const response = await new Promise<Response>((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', address);
    request.setRequestHeader('Content-Type', 'application/octet-stream');
    request.setRequestHeader('Accept-Language', document.documentElement.lang);
    for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value);
    if (token) request.setRequestHeader('X-Antiforgery', token);
    request.upload.onprogress = (event) => { if (event.lengthComputable) onProgress(event.loaded / event.total); };
    request.onerror = () => { reject(offline()); };
    request.onload = () => {
      resolve(new Response(request.status === 204 ? null : request.responseText, { status: request.status, headers: { 'Content-Type': request.getResponseHeader('Content-Type') ?? '' } }));
    };
    request.send(file);
  });
  if (!response.ok) throw await problemFrom(response);
  return await response.json() as T;
}
