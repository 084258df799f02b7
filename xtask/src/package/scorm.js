// Tells a learning platform by SCORM which steps were read, and takes the reader on where they were. Without a platform the page is what
// it is.
(() => {
  const isOld = "%VERSION%" === "1.2";
  const call = isOld
    ? { object: "API", begin: "LMSInitialize", get: "LMSGetValue", set: "LMSSetValue", commit: "LMSCommit", end: "LMSFinish" }
    : { object: "API_1484_11", begin: "Initialize", get: "GetValue", set: "SetValue", commit: "Commit", end: "Terminate" };
  const field = isOld
    ? { status: "cmi.core.lesson_status", place: "cmi.core.lesson_location", exit: "cmi.core.exit", time: "cmi.core.session_time", mode: "cmi.core.lesson_mode" }
    : { status: "cmi.completion_status", place: "cmi.location", exit: "cmi.exit", time: "cmi.session_time", mode: "cmi.mode" };

  // Windows of other origins cannot be asked.
  const above = from => {
    for (let turn = 0, view = from; view && turn < 12; turn += 1) {
      try {
        if (view[call.object]) return view[call.object];
      } catch {}
      if (view === view.parent) return null;
      view = view.parent;
    }
    return null;
  };
  const api = above(window) ?? above(window.opener) ?? above(window.top.opener);
  if (!api || String(api[call.begin]("")) !== "true") return;

  const begun = Date.now();
  const get = name => String(api[call.get](name));
  const isRecorded = !["review", "browse"].includes(get(field.mode));
  const set = (name, value) => isRecorded && api[call.set](name, String(value));
  const time = () => {
    const seconds = Math.round((Date.now() - begun) / 1000);
    const [hours, minutes, rest] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
    const two = number => String(number).padStart(2, "0");
    return isOld ? `${two(hours)}:${two(minutes)}:${two(rest)}` : `PT${hours}H${minutes}M${rest}S`;
  };

  // Whoever goes without a word has been saved: while a page is taken away, a platform may hear no more than the end.
  const save = () => {
    if (!isRecorded) return;
    set(field.time, time());
    api[call.commit]("");
  };

  const status = get(field.status);
  let isDone = ["completed", "passed"].includes(status);
  if (["not attempted", "unknown"].includes(status)) set(field.status, "incomplete");
  set(field.exit, "suspend");
  save();
  followSteps(window, {
    kept: get("cmi.suspend_data"),
    last: get(field.place),
    isDone,
    isRecorded,
    note: ({ kept, last, share }) => {
      set("cmi.suspend_data", kept);
      set(field.place, last.slice(0, 255));
      // What is done stays done, also where a later edition has more steps.
      if (!isDone) set(field.status, share === 1 ? "completed" : "incomplete");
      isDone ||= share === 1;
      if (!isOld) set("cmi.progress_measure", share.toFixed(4));
      save();
    },
    leave: isByButton => {
      if (isByButton) save();
      api[call.end]("");
    },
  });
})();
