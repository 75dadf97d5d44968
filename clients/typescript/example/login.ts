// OpenID Connect in a browser: authorization code with PKCE (S256). Nothing is stored but what the redirect needs.

interface Provider {
  authorization_endpoint: string;
  token_endpoint: string;
}

interface Tokens {
  access_token: string;
  refresh_token?: string;
  expires_in: number;
}

export class Login {
  private tokens: Tokens | undefined;
  private endsAt = 0;

  private constructor(
    private readonly provider: Provider,
    private readonly client: string,
    private readonly page: string,
  ) {}

  /** @param issuer the realm's address, as it stands in tokens */
  static async at(issuer: string, client: string, page: string): Promise<Login> {
    const answer = await fetch(`${issuer}/.well-known/openid-configuration`);
    return new Login((await answer.json()) as Provider, client, page);
  }

  /** Leaves the page for the provider's form. */
  async begin(): Promise<void> {
    const verifier = random();
    const state = random();
    sessionStorage.setItem("login", JSON.stringify({ verifier, state }));
    const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(verifier));
    location.assign(
      `${this.provider.authorization_endpoint}?${new URLSearchParams({
        response_type: "code",
        client_id: this.client,
        redirect_uri: this.page,
        scope: "openid",
        state,
        code_challenge: base64url(new Uint8Array(digest)),
        code_challenge_method: "S256",
      })}`,
    );
  }

  /** Whether the page was called by the provider's redirect and the code was worth a token. */
  async finish(): Promise<boolean> {
    const returned = new URLSearchParams(location.search);
    const begun = JSON.parse(sessionStorage.getItem("login") ?? "null") as { verifier: string; state: string } | null;
    const code = returned.get("code");
    if (!code || !begun || returned.get("state") !== begun.state) {
      return false;
    }
    sessionStorage.removeItem("login");
    history.replaceState(null, "", this.page);
    await this.ask({ grant_type: "authorization_code", code, redirect_uri: this.page, code_verifier: begun.verifier });
    return true;
  }

  /** Refreshed half a minute before it ends. */
  async accessToken(): Promise<string> {
    if (this.tokens?.refresh_token && Date.now() > this.endsAt - 30_000) {
      await this.ask({ grant_type: "refresh_token", refresh_token: this.tokens.refresh_token });
    }
    if (!this.tokens) {
      throw new Error("Log in first.");
    }
    return this.tokens.access_token;
  }

  private async ask(grant: Record<string, string>): Promise<void> {
    const answer = await fetch(this.provider.token_endpoint, {
      method: "POST",
      body: new URLSearchParams({ ...grant, client_id: this.client }),
    });
    if (!answer.ok) {
      throw new Error(`The login was not accepted (${answer.status}). Log in again.`);
    }
    this.tokens = (await answer.json()) as Tokens;
    this.endsAt = Date.now() + this.tokens.expires_in * 1000;
  }
}

function random(): string {
  return base64url(crypto.getRandomValues(new Uint8Array(32)));
}

function base64url(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes)).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
}
