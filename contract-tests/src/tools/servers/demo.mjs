// The twin on the demo world.
import { join } from "node:path";
import { Twin } from "../../../../api-spec/src/tools/twin.mjs";
import { ADDED } from "../credentials.mjs";

/** Starts a twin whose world has what `credentials.mjs` adds, whenever it begins anew. */
export async function demo({ root, tools }) {
  const twin = await Twin.start(root, join(tools, "twin.log"));
  const control = async (method, path, body) => {
    const answer = await fetch(`${twin.url}/_twin/${path}`, { method, body: body && JSON.stringify(body) });
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
    return answer;
  };
  await control("PATCH", "state", ADDED);
  const { apps } = await (await control("GET", "state")).json();
  const key = apps.find((app) => app.slug === "twin-app").private_key;
  await control("PUT", "snapshots/start");
  return {
    url: twin.url,
    key,
    reset: () => control("POST", "snapshots/start/restore"),
    stop: () => twin.stop(),
  };
}
