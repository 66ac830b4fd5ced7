// A certified client library against our issuer: what it accepts, every standard client will.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as oidc from 'openid-client';
import { Browser, client, issuer, persona } from './installation.mjs';

// Local installations speak plain http; signatures are always checked.
const execute = [oidc.enableNonRepudiationChecks, ...(issuer.startsWith('http:') ? [oidc.allowInsecureRequests] : [])];
const discover = (id = client.id, secret = client.secret, how = undefined) => oidc.discovery(new URL(issuer), id, secret, how, { execute });

/** From the authorization request to the tokens. */
async function signIn(config, who, browser = new Browser()) {
  const verifier = oidc.randomPKCECodeVerifier();
  const [state, nonce] = [oidc.randomState(), oidc.randomNonce()];
  await browser.signIn(persona(who));
  const answer = await browser.open(oidc.buildAuthorizationUrl(config, {
    redirect_uri: client.redirectUri, scope: 'openid offline_access', state, nonce,
    code_challenge: await oidc.calculatePKCECodeChallenge(verifier), code_challenge_method: 'S256'
  }));
  assert.equal(answer.status, 303);
  return oidc.authorizationCodeGrant(config, new URL(answer.headers.get('location')), {
    pkceCodeVerifier: verifier, expectedState: state, expectedNonce: nonce, idTokenExpected: true
  });
}

const refusedAs = code => error => error.error === code;

test('discovery names this issuer and what it supports', async () => {
  const metadata = (await discover()).serverMetadata();
  assert.equal(metadata.issuer, issuer);
  assert.equal(metadata.supportsPKCE(), true);
  assert.equal(metadata.authorization_response_iss_parameter_supported, true);
});

test('a code with PKCE becomes tokens whose signature, nonce and issuer are right', async () => {
  const tokens = await signIn(await discover(), 'province');
  assert.equal(tokens.claims().role, 'province');
  assert.equal(tokens.claims().province, '320000');
  assert.equal(tokens.expires_in, 300);
});

test('the access token is accepted by the registry', async () => {
  const config = await discover();
  const tokens = await signIn(config, 'verifier');
  const answer = await oidc.fetchProtectedResource(config, tokens.access_token, new URL(`${issuer}/api/identity/v1/me`), 'GET');
  assert.equal((await answer.json()).role, 'verifier');
});

test('the client may show its secret in the header as well', async () => {
  const tokens = await signIn(await discover(client.id, client.secret, oidc.ClientSecretBasic(client.secret)), 'park');
  assert.equal(tokens.claims().role, 'park');
});

test('a refresh brings new tokens, and a used refresh token ends the whole family', async () => {
  const config = await discover();
  const first = await signIn(config, 'park');
  const second = await oidc.refreshTokenGrant(config, first.refresh_token);
  assert.equal(second.claims().sub, first.claims().sub);
  assert.notEqual(second.refresh_token, first.refresh_token);

  await assert.rejects(oidc.refreshTokenGrant(config, first.refresh_token), refusedAs('invalid_grant'));
  await assert.rejects(oidc.refreshTokenGrant(config, second.refresh_token), refusedAs('invalid_grant'));
});

test('a machine client of a persona gets that persona\'s token', async () => {
  const { clientId, clientSecret } = persona('national');
  const config = await discover(clientId, clientSecret);
  const tokens = await oidc.clientCredentialsGrant(config);
  const answer = await oidc.fetchProtectedResource(config, tokens.access_token, new URL(`${issuer}/api/identity/v1/me`), 'GET');
  assert.equal((await answer.json()).role, 'national');
});

test('a wrong secret is refused', async () => {
  const { clientId } = persona('national');
  await assert.rejects(oidc.clientCredentialsGrant(await discover(clientId, 'x'.repeat(43))), refusedAs('invalid_client'));
});

test('a refresh token that was given back is dead', async () => {
  const config = await discover();
  const tokens = await signIn(config, 'park');
  await oidc.tokenRevocation(config, tokens.refresh_token);
  await assert.rejects(oidc.refreshTokenGrant(config, tokens.refresh_token), refusedAs('invalid_grant'));
});

test('signing out at the issuer ends the session and everything that came from it', async () => {
  const config = await discover();
  const browser = new Browser();
  const tokens = await signIn(config, 'park', browser);
  const answer = await browser.open(oidc.buildEndSessionUrl(config, { id_token_hint: tokens.id_token, post_logout_redirect_uri: `${issuer}/` }));

  assert.equal(answer.status, 303);
  assert.equal(answer.headers.get('location'), `${issuer}/`);
  await assert.rejects(oidc.refreshTokenGrant(config, tokens.refresh_token), refusedAs('invalid_grant'));
});
