// Tells a learning platform by SCORM which steps were read, and takes the reader on where they were. What is kept is a bit for each step, a
// digit for four of them, so it stays far below the 4096 characters of SCORM 1.2. Without a platform the page is what it is.
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
  const api = above(window) ?? above(window.opener);
  if (!api || String(api[call.begin]("")) !== "true") return;

  const begun = Date.now(), steps = [...document.querySelectorAll(".chapter__step[id]")];
  const get = name => String(api[call.get](name));
  const isRecorded = !["review", "browse"].includes(get(field.mode));
  const set = (name, value) => isRecorded && api[call.set](name, String(value));

  const FORM = "1:";
  const pack = read => {
    let digits = "";
    for (let at = 0; at < steps.length; at += 4) digits += [0, 1, 2, 3].reduce((sum, bit) => sum + (read.has(at + bit) ? 1 << bit : 0), 0).toString(16);
    return FORM + digits;
  };
  const unpack = text => {
    const read = new Set();
    if (text.startsWith(FORM)) [...text.slice(FORM.length)].forEach((digit, place) => {
      for (let bit = 0; bit < 4; bit += 1) if ((parseInt(digit, 16) >> bit) & 1 && place * 4 + bit < steps.length) read.add(place * 4 + bit);
    });
    return read;
  };
  const read = unpack(get("cmi.suspend_data"));

  let isOver = false;
  const time = () => {
    const seconds = Math.round((Date.now() - begun) / 1000);
    const [hours, minutes, rest] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
    const two = number => String(number).padStart(2, "0");
    return isOld ? `${two(hours)}:${two(minutes)}:${two(rest)}` : `PT${hours}H${minutes}M${rest}S`;
  };
  const end = () => {
    if (isOver) return;
    isOver = true;
    set(field.time, time());
    if (isRecorded) api[call.commit]("");
    api[call.end]("");
  };

  const root = document.querySelector(".whole"), words = root.dataset;
  const line = document.createElement("p"), said = document.createElement("span"), exit = document.createElement("button");
  said.setAttribute("role", "status");
  exit.type = "button";
  exit.className = "button";
  exit.textContent = words.lmsExit;
  line.append(said, " ", exit);
  document.querySelector(".site-header").append(line);
  const tell = () => { said.textContent = words.lmsRead.replace("{n}", read.size).replace("{total}", steps.length); };
  exit.onclick = () => {
    end();
    line.textContent = words.lmsSaved;
    line.setAttribute("role", "status");
  };

  const note = place => {
    if (read.has(place) || isOver) return;
    read.add(place);
    tell();
    set("cmi.suspend_data", pack(read));
    set(field.place, steps[place].id.slice(0, 255));
    set(field.status, read.size === steps.length ? "completed" : "incomplete");
    if (!isOld) set("cmi.progress_measure", (read.size / steps.length).toFixed(4));
    if (isRecorded) api[call.commit]("");
  };
  if (["not attempted", "unknown"].includes(get(field.status))) set(field.status, "incomplete");
  set(field.exit, "suspend");
  tell();

  const last = document.getElementById(get(field.place));
  if (last && read.size) {
    const on = document.createElement("a");
    on.href = "#" + last.id;
    on.textContent = words.lmsOn;
    line.append(" ", on);
  }

  // A step is read once its end has stood in the window for a second.
  const waiting = new Map();
  const watch = new IntersectionObserver(entries => {
    for (const { target, isIntersecting } of entries) {
      const place = steps.indexOf(target.parentElement);
      clearTimeout(waiting.get(place));
      if (isIntersecting) waiting.set(place, setTimeout(() => note(place), 1000));
    }
  });
  for (const step of steps) {
    const end = document.createElement("div");
    end.style.marginBlockStart = "0";
    step.append(end);
    watch.observe(end);
  }
  addEventListener("pagehide", end);
})();
