// Tells the record store of a learning platform by cmi5 which steps were read in the one-page edition, which stands in a frame of this page,
// and takes the reader on where they were. Without a platform, or with one that does not answer, the edition is what it is, and a line above
// it says what is not recorded. What could not be sent is sent again until it is, in its order.
(async () => {
  const CATEGORY = "https://w3id.org/xapi/cmi5/context/categories/";
  const PAUSE_MS = 5000, PATIENCE_MS = 30000;
  const edition = new Promise(done => document.addEventListener("load", ({ target }) => {
    if (target.localName === "iframe") done(target.contentWindow);
  }, true));
  const words = document.body.dataset, notice = document.querySelector("[role=alert]");
  let isLost = false; // something was refused: what is said then stays
  const say = text => {
    if (isLost || notice.textContent === text) return; // an alert that is written again is spoken again
    notice.textContent = text;
    notice.hidden = !text;
  };

  const given = Object.fromEntries(new URLSearchParams(location.search));
  if (!["endpoint", "fetch", "actor", "registration", "activityId"].every(name => given[name])) return say(words.alone);
  const { actor: agent, registration, activityId } = given;

  let token = "";
  const ask = async (path, values, method = "GET", body = undefined) => {
    const url = new URL(path, given.endpoint.replace(/\/*$/, "/"));
    url.search = new URLSearchParams(values);
    const headers = { Authorization: `Basic ${token}`, "X-Experience-API-Version": "1.0.3" };
    if (body) headers["Content-Type"] = "application/json";
    const answer = await fetch(url, { method, headers, body: body && JSON.stringify(body), keepalive: Boolean(body), cache: "no-store", signal: AbortSignal.timeout(PATIENCE_MS) });
    if (answer.ok) return answer;
    if (method === "GET" && answer.status === 404) return null;
    if (answer.status === 409) return answer; // it was sent before, and only the answer was lost
    throw Object.assign(new Error(answer.status), { isRefused: answer.status < 500 && ![408, 429].includes(answer.status) });
  };
  const state = stateId => ["activities/state", { activityId, agent, registration, stateId }];
  const read = async (path, values) => {
    const text = await (await ask(path, values))?.text();
    return text ? JSON.parse(text) : undefined;
  };
  const lose = () => {
    say(words.again);
    isLost = true;
  };

  let launch, visit, actor;
  try {
    // Once, and with POST: the token is for this window alone.
    token = (await (await fetch(given.fetch, { method: "POST", signal: AbortSignal.timeout(PATIENCE_MS) })).json())["auth-token"];
    launch = token && await read(...state("LMS.LaunchData"));
    if (!launch) throw new Error("no launch");
    // The standard has it read, though there is one language so far.
    await ask("agents/profile", { agent, profileId: "cmi5LearnerPreferences" }).catch(() => {});
    actor = JSON.parse(agent);
    visit = await read(...state("steps")) ?? {};
  } catch {
    return say(words.again);
  }

  const view = await edition, begun = Date.now(), isRecorded = launch.launchMode === "Normal";
  const duration = () => `PT${((Date.now() - begun) / 1000).toFixed(2)}S`;
  const id = () => {
    const bytes = crypto.getRandomValues(new Uint8Array(16));
    bytes[6] = bytes[6] & 15 | 64;
    bytes[8] = bytes[8] & 63 | 128;
    const digits = [...bytes].map(byte => byte.toString(16).padStart(2, "0")).join("");
    return [[0, 8], [8, 12], [12, 16], [16, 20], [20]].map(([from, to]) => digits.slice(from, to)).join("-");
  };
  const statement = (verb, result) => {
    const template = launch.contextTemplate ?? {}, activities = template.contextActivities ?? {};
    const named = result?.completion ? ["cmi5", "moveon"] : ["cmi5"];
    const category = [].concat(activities.category ?? [], named.map(name => ({ id: CATEGORY + name })));
    return {
      id: id(),
      timestamp: new Date().toISOString(),
      actor,
      verb: { id: `http://adlnet.gov/expapi/verbs/${verb}`, display: { en: verb } },
      object: { objectType: "Activity", id: activityId },
      context: { ...template, registration, contextActivities: { ...activities, category } },
      result,
    };
  };

  // What is to be sent, in order; the first stays until it has been.
  const queue = [];
  let going = null, busy = null;
  const send = task => {
    queue.push(task);
    return going ??= (async () => {
      while (queue.length) {
        busy = queue[0];
        try {
          await busy();
          queue.shift();
          say("");
        } catch ({ isRefused }) {
          busy = null;
          if (isRefused) { // asking again would change nothing
            queue.shift();
            lose();
            continue;
          }
          say(words.unsent);
          await new Promise(done => setTimeout(done, PAUSE_MS));
        }
      }
      going = busy = null;
    })();
  };
  const post = (verb, result) => {
    const told = statement(verb, result);
    return send(() => ask("statements", {}, "POST", told));
  };
  // What is kept is what holds when it is sent, so that one that waits is enough.
  const keep = () => queue.includes(keepNow) && busy !== keepNow ? going : send(keepNow);
  const keepNow = () => ask(...state("steps"), "PUT", visit);
  // A registration is completed once. The mark of its statement is kept before it is sent, so that one whose answer was lost is sent as the same.
  const complete = () => {
    visit.doneId ??= id();
    const told = { ...statement("completed", { completion: true, duration: duration() }), id: visit.doneId };
    keep();
    send(async () => {
      await ask("statements", {}, "POST", told);
      visit.isDone = true;
    });
    return send(keepNow);
  };

  post("initialized");
  followSteps(view, {
    kept: visit.steps ?? "",
    last: visit.last ?? "",
    isDone: visit.isDone || !isRecorded,
    isRecorded,
    note: ({ kept, last, share }) => {
      if (!isRecorded) return;
      Object.assign(visit, { steps: kept, last });
      if (share === 1 && !visit.isDone) complete();
      else keep();
    },
    leave: async isByButton => {
      await post("terminated", { duration: duration() });
      if (isByButton && /^https?:\/\//i.test(launch.returnURL)) location.replace(launch.returnURL);
    },
  });
  // Who leaves while something waits: there is no later.
  addEventListener("pagehide", () => queue.filter(task => task !== busy).forEach(task => task().catch(() => {})));
})();
