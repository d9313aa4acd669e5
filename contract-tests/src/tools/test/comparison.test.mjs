// How the output of tools is read, when a fault counts as found, and what faults do to answers.
import assert from "node:assert/strict";
import { createServer } from "node:http";
import { test } from "node:test";
import { Comparison } from "../comparison.mjs";
import { FAULTS } from "../faults.mjs";
import { Proxy } from "../proxy.mjs";
import { told as toldByDredd } from "../testers/dredd.mjs";
import { told as toldByPortman } from "../testers/portman.mjs";
import { told as toldBySpecmatic } from "../testers/specmatic.mjs";

const faultAt = (operation) => FAULTS.find((fault) => fault.operation === operation);

test("of Dredd's transactions those count that were sent", () => {
  const lines = [
    { operation: "GET /a", status: "pass" },
    { operation: "GET /apps/{app_slug}", status: "fail", words: "body: At '/id' Invalid type: string" },
    { operation: "GET /b", status: "skip" },
  ];
  const { told, findings } = toldByDredd(lines.map((line) => JSON.stringify(line)).join("\n") + "\n");
  assert.equal(told, "1 of 2 transactions fail");
  assert.ok(faultAt("GET /apps/{app_slug}").isToldBy(findings[0]));
});

test("an assertion of Portman's names its operation", () => {
  const failures = [{ error: { test: "[GET]::/users/:username/orgs - Schema is valid", message: "'node_id' is required" } }];
  const { told, findings } = toldByPortman({ run: { stats: { assertions: { total: 7 } }, failures } });
  assert.equal(told, "1 of 7 assertions fail");
  assert.ok(faultAt("GET /users/{username}/orgs").isToldBy(findings[0]));
});

test("a scenario of Specmatic's names its operation, and what failed stands below it", () => {
  const out = `Scenario: GET /organizations -> 200 with the request from the example 'demo' has SUCCEEDED

--------------------
Scenario: GET /orgs/(org:string)/outside_collaborators -> 200 with the request from the example 'demo' has FAILED
Reason:
      Specification expected status 200 but response contained status 500

--------------------
  Skipping Scenario: GET /organizations -> 304
`;
  const { told, findings } = toldBySpecmatic(out);
  assert.equal(told, "1 of 2 scenarios fail");
  assert.deepEqual(FAULTS.filter((fault) => fault.isToldBy(findings[0])), [faultAt("GET /orgs/{org}/outside_collaborators")]);
});

test("what is told of the honest server as well is no fault found", () => {
  const fault = faultAt("GET /apps/{app_slug}");
  const trial = (server, words) => ({ server, tool: "tool", told: "", findings: words.map((one) => ({ operation: fault.operation, words: one })) });
  const found = (honest, seeded) => {
    const comparison = new Comparison();
    comparison.trials.push(trial("honest", honest), trial("seeded", seeded));
    return comparison.found([fault], { server: "seeded", honest: "honest", tool: "tool" });
  };
  assert.deepEqual(found([], ["id is a text"]), [fault]);
  assert.deepEqual(found(["id is a text"], ["id is a text"]), []);
  assert.deepEqual(found([], ["the status is 500"]), []);
});

test("a fault strikes at its operation alone, and the proxy counts what is asked", async () => {
  const server = createServer((request, response) => {
    const seen = { url: request.url, id: 3 };
    response.writeHead(200, { "X-GitHub-Media-Type": "github.v3" }).end(JSON.stringify(seen));
  });
  await new Promise((resume) => server.listen(0, "127.0.0.1", resume));
  const proxy = await Proxy.start({ url: `http://127.0.0.1:${server.address().port}` }, { faults: FAULTS });
  const get = async (path) => {
    const answer = await fetch(proxy.url + path);
    return { ...(await answer.json()), type: answer.headers.get("X-GitHub-Media-Type") };
  };
  try {
    assert.equal((await get("/apps/twin-app")).id, "3");
    assert.equal((await get("/apps/twin-app/more")).id, 3);
    assert.equal((await get("/organizations?since=5&per_page=2")).url, "/organizations?per_page=2");
    assert.equal((await get("/orgs/acme/public_members")).type, null);
    assert.equal((await fetch(proxy.url + "/_twin/state")).status, 404);
    assert.equal(proxy.count, 5);
  } finally {
    proxy.stop();
    server.closeAllConnections();
    server.close();
  }
});
