// Server-sent events over fetch: the browser's own EventSource cannot send a token.

export interface Told {
  event: string;
  id: string;
  data: string;
}

/** Every event of one connection; go on from the last `id` with the header Last-Event-ID when it ends. */
export async function* events(answer: Response): AsyncGenerator<Told> {
  if (!answer.ok || !answer.body) {
    throw new Error(`The stream was refused (${answer.status}).`);
  }
  const reader = answer.body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = "";
  for (let piece = await reader.read(); !piece.done; piece = await reader.read()) {
    const blocks = (rest + piece.value).split("\n\n");
    rest = blocks.pop() ?? "";
    yield* blocks.map(told).filter((one) => one.data !== "");
  }
}

function told(block: string): Told {
  const fields = new Map(
    block.split("\n").map((line) => {
      const colon = line.indexOf(":");
      return [line.slice(0, colon), line.slice(colon + 1).trimStart()] as const;
    }),
  );
  return { event: fields.get("event") ?? "message", id: fields.get("id") ?? "", data: fields.get("data") ?? "" };
}
