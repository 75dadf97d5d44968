import createClient, { type Client, type Middleware } from "openapi-fetch";
import type { components, paths } from "./schema.js";

export type { components, operations, paths } from "./schema.js";

/** RFC 9457, in the one shape that every part of the suite answers. `detail` says what to do next. */
export type Problem = components["schemas"]["Problem"];

export interface Options {
  /** The gateway, without a slash at its end: `https://c3po.city.example`. */
  baseUrl: string;
  /** Called for each request, so that it may refresh a token that is about to end. */
  token: () => string | Promise<string>;
  /** In place of the platform's own, for tests. */
  fetch?: (request: Request) => Promise<Response>;
}

/** Thrown by {@link must}: what the suite refused, and why. */
export class Refused extends Error {
  constructor(
    readonly status: number,
    readonly problem: Problem | undefined,
  ) {
    super(problem ? `${problem.code}: ${problem.detail}` : `status ${status}`);
    this.name = "Refused";
  }
}

/** A client of every documented operation. Each path, parameter and body is checked by the compiler. */
export function c3po(options: Options): Client<paths> {
  const client = createClient<paths>({
    baseUrl: options.baseUrl,
    ...(options.fetch ? { fetch: options.fetch } : {}),
  });
  const withToken: Middleware = {
    async onRequest({ request }) {
      request.headers.set("Authorization", `Bearer ${await options.token()}`);
      return request;
    },
  };
  client.use(withToken);
  return client;
}

/** The answer's data, or {@link Refused}. */
export async function must<T>(
  answering: Promise<{ data?: T; error?: unknown; response: Response }>,
): Promise<{ data: T; etag: string | null; response: Response }> {
  const { data, error, response } = await answering;
  if (!response.ok || data === undefined) {
    throw new Refused(response.status, error as Problem | undefined);
  }
  return { data, etag: response.headers.get("ETag"), response };
}

/** Everything of a list, page by page, as the server's `next` leads. */
export async function* all<Item>(
  first: (cursor: string | undefined) => Promise<{ data: { items: Item[]; next: string | null } }>,
): AsyncGenerator<Item> {
  let cursor: string | undefined;
  do {
    const { data } = await first(cursor);
    yield* data.items;
    cursor = data.next
      ? (new URL(data.next, "http://list").searchParams.get("cursor") ?? undefined)
      : undefined;
  } while (cursor);
}
