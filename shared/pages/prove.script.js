/*
 * Shows with a proof of work that a post is meant: fetches a challenge, solves it in a worker, and sends the form. The same
 * file is the page's script and its worker. Challenges are ALTCHA's (PBKDF2): the key of a counter must begin as it is said.
 */
if (typeof document === 'undefined') {
  self.onmessage = async ({ data }) => self.postMessage(await solve(data));
} else {
  prove(document.currentScript);
}

async function prove(script) {
  const form = document.getElementById('form');
  const working = document.getElementById('proving');
  working.hidden = false;
  try {
    const answer = await fetch(script.dataset.challenge, { headers: { accept: 'application/json' } });
    const challenge = await answer.json();
    const solution = await new Promise((resolve, reject) => {
      const worker = new Worker(script.src);
      worker.onmessage = ({ data }) => resolve(data);
      worker.onerror = reject;
      worker.postMessage(challenge.parameters);
    });
    const proof = document.createElement('input');
    proof.type = 'hidden';
    proof.name = 'altcha';
    proof.value = btoa(JSON.stringify({ challenge, solution }));
    form.append(proof);
    form.submit();
  } catch {
    // The buttons below still work.
    working.hidden = true;
  }
}

async function solve({ nonce, salt, cost, keyLength, keyPrefix }) {
  const password = new Uint8Array([...bytesOf(nonce), 0, 0, 0, 0]);
  const view = new DataView(password.buffer);
  for (let counter = 0; ; counter += 1) {
    view.setUint32(password.length - 4, counter);
    const key = await crypto.subtle.importKey('raw', password, 'PBKDF2', false, ['deriveBits']);
    const method = { name: 'PBKDF2', hash: 'SHA-256', salt: bytesOf(salt), iterations: cost };
    const derivedKey = hexOf(await crypto.subtle.deriveBits(method, key, keyLength * 8));
    if (derivedKey.startsWith(keyPrefix)) return { counter, derivedKey };
  }
}

function bytesOf(hex) {
  return Uint8Array.from(hex.match(/../g), (pair) => Number.parseInt(pair, 16));
}

function hexOf(bytes) {
  return [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
