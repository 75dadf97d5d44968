// What a department's program does: submits an initiative twice over a bad line, finds it in a list, and sees what changed.
import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { all, c3po, must, Refused } from "../src/index.js";

const baseUrl = env("C3PO_URL");
const department = c3po({ baseUrl, token: () => env("SUBMITTER_TOKEN") });
const job = c3po({ baseUrl, token: () => env("JOB_TOKEN") });

const since = await must(job.GET("/v1/changes", { params: { query: { since: "latest" } } }));

const intent = { header: { "Idempotency-Key": randomUUID() } };
const body = { title: `Street lights that dim ${intent.header["Idempotency-Key"]}`, sponsoringDepartment: "DEP-PW" };
const first = await must(department.POST("/v1/initiatives", { params: intent, body }));
const again = await must(department.POST("/v1/initiatives", { params: intent, body }));
assert.equal(again.data.id, first.data.id, "the same intent is one initiative");
assert.ok(first.etag, "an ETag can be read");

const path = { id: first.data.id };
await assert.rejects(
  must(department.POST("/v1/initiatives/{id}/submit", { params: { path, header: { "If-Match": '"7.0"' } } })),
  (refused: unknown) => refused instanceof Refused && refused.status === 412 && refused.problem?.code === "stale-version",
);
const submitted = await must(
  department.POST("/v1/initiatives/{id}/submit", { params: { path, header: { "If-Match": first.etag } } }),
);
assert.equal(submitted.data.state, "SUBMITTED");
assert.equal(submitted.data.triage?.outcome, "NEEDS_INFORMATION");

let found = false;
for await (const initiative of all((cursor) =>
  must(department.GET("/v1/initiatives", { params: { query: { limit: 50, ...(cursor ? { cursor } : {}) } } })),
)) {
  found ||= initiative.id === first.data.id;
}
assert.ok(found, "the list has it on one of its pages");

let position = since.data.page?.delta;
let seen: string[] = [];
for (let round = 0; round < 20 && !seen.includes(first.data.id); round++) {
  assert.ok(position, "a round ends with a position");
  const cursor = new URL(position, baseUrl).searchParams.get("cursor") ?? "";
  const news = await must(
    job.GET("/v1/changes", { params: { query: { cursor }, header: { Prefer: "wait=10" } } }),
  );
  seen = (news.data.items ?? []).map((item) => item.subject?.id ?? "");
  position = news.data.page?.delta ?? news.data.page?.next;
}
assert.ok(seen.includes(first.data.id), "the change is told");
console.log(`told: ${submitted.data.number} ${submitted.data.state}`);

function env(name: string): string {
  const value = process.env[name];
  assert.ok(value, `${name} is not set`);
  return value;
}
