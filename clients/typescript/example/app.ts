// The smallest page that does it all: logs in, reads, writes, and follows what changes.
import { c3po, must, Refused } from "../src/index.js";
import { events } from "./events.js";
import { Login } from "./login.js";

interface Settings {
  gateway: string;
  issuer: string;
  client: string;
}

const page = location.origin + location.pathname;
const settings = (await (await fetch("settings.json")).json()) as Settings;
const login = await Login.at(settings.issuer, settings.client, page);
const suite = c3po({ baseUrl: settings.gateway, token: () => login.accessToken() });

if (await login.finish()) {
  show("form", "records");
  element("form").addEventListener("submit", (submitted) => {
    submitted.preventDefault();
    void attempt(save);
  });
  await attempt(list);
  void attempt(follow);
} else {
  show("login");
  element("login").addEventListener("click", () => void login.begin());
}

async function save(): Promise<void> {
  const title = element("title") as HTMLInputElement;
  const { data } = await must(
    suite.POST("/v1/initiatives", {
      params: { header: { "Idempotency-Key": crypto.randomUUID() } },
      body: { title: title.value, sponsoringDepartment: "DEP-PW" },
    }),
  );
  say(`Saved as ${data.number}.`);
  await list();
}

async function list(): Promise<void> {
  const { data } = await must(suite.GET("/v1/initiatives", { params: { query: { limit: 10 } } }));
  const lines = data.items.map((initiative) => line(`${initiative.number} ${initiative.title}`));
  element("initiatives").replaceChildren(...lines);
}

async function follow(): Promise<void> {
  const stream = await fetch(`${settings.gateway}/v1/changes?since=latest`, {
    headers: { Accept: "text/event-stream", Authorization: `Bearer ${await login.accessToken()}` },
  });
  for await (const told of events(stream)) {
    if (told.event === "standing") {
      document.body.dataset.follows = "yes";
    } else {
      const change = JSON.parse(told.data) as { op: string; subject: { number?: string; id: string } };
      element("news").prepend(line(`${change.subject.number ?? change.subject.id} ${change.op}`));
    }
  }
}

async function attempt(action: () => Promise<void>): Promise<void> {
  try {
    await action();
  } catch (reason) {
    // A refusal says itself what to do next.
    say(reason instanceof Refused ? (reason.problem?.detail ?? reason.message) : String(reason));
  }
}

function line(text: string): HTMLLIElement {
  const item = document.createElement("li");
  item.textContent = text;
  return item;
}

function say(text: string): void {
  element("message").textContent = text;
}

function show(...ids: string[]): void {
  ids.forEach((id) => (element(id).hidden = false));
}

function element(id: string): HTMLElement {
  const found = document.getElementById(id);
  if (!found) {
    throw new Error(`The page has no ${id}.`);
  }
  return found;
}
