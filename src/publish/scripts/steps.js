// Follows a reader through the one-page edition in a window: says in its head how many steps were read, with a button to leave and, on a
// later visit, a link to go on. `note` is told after each step, and once at the start if all were read and it is not `isDone`; `leave` is told
// once, when the reader goes, and whether by the button; both say where they keep it. What is
// kept is a bit for each step, a digit for four of them, so it stays far below the 4096 characters of SCORM 1.2. The words for leaving speak
// of saving only if it is recorded.
const followSteps = (view, { kept, last, isDone, isRecorded, note, leave }) => {
  const page = view.document, words = page.querySelector(".whole").dataset;
  const steps = [...page.querySelectorAll(".chapter__step[id]")];

  // "1:" is the form, so that another may follow.
  const pack = read => {
    let digits = "1:";
    for (let at = 0; at < steps.length; at += 4) digits += [0, 1, 2, 3].reduce((sum, bit) => sum + (read.has(at + bit) ? 1 << bit : 0), 0).toString(16);
    return digits;
  };
  const unpack = text => {
    const read = new Set();
    if (/^1:[\da-f]*$/.test(text)) [...text.slice(2)].forEach((digit, place) => {
      for (let bit = 0; bit < 4; bit += 1) if ((parseInt(digit, 16) >> bit) & 1 && place * 4 + bit < steps.length) read.add(place * 4 + bit);
    });
    return read;
  };
  const read = unpack(kept);

  const line = page.createElement("p"), said = page.createElement("span"), exit = page.createElement("button");
  said.setAttribute("role", "status");
  exit.type = "button";
  exit.className = "button";
  exit.textContent = isRecorded ? words.lmsExit : words.lmsLeave;
  line.append(said, " ", exit);
  page.querySelector(".site-header").append(line);
  const tell = () => { said.textContent = words.lmsRead.replace("{n}", read.size).replace("{total}", steps.length); };
  tell();

  let isOver = false;
  const end = isByButton => {
    if (isOver) return undefined;
    isOver = true;
    return leave(isByButton);
  };
  const close = () => {
    said.textContent = isRecorded ? words.lmsSaved : words.lmsLeft;
    line.replaceChildren(said);
  };
  exit.onclick = async () => {
    if (isOver) return;
    exit.setAttribute("aria-disabled", "true");
    await end(true);
    close();
    said.tabIndex = -1;
    said.focus();
  };
  // A source is opened in a window of its own: in this one it would end the visit.
  page.addEventListener("click", ({ target }) => {
    const link = target.closest("a[href^='http']");
    if (link) Object.assign(link, { target: "_blank", rel: "noopener noreferrer" });
  }, true);

  if (read.size && page.getElementById(last)) {
    const on = page.createElement("a");
    on.href = "#" + last;
    on.textContent = words.lmsOn;
    line.append(" ", on);
  }

  // A step is read once its end has stood in the window for a second.
  const count = place => {
    if (read.has(place) || isOver) return;
    read.add(place);
    tell();
    note({ kept: pack(read), last: steps[place].id, share: read.size / steps.length });
  };
  if (steps.length && read.size === steps.length && !isDone) note({ kept: pack(read), last, share: 1 });
  const waiting = new Map();
  const watch = new view.IntersectionObserver(entries => {
    for (const { target, isIntersecting } of entries) {
      const place = steps.indexOf(target.parentElement);
      clearTimeout(waiting.get(place));
      if (isIntersecting) waiting.set(place, setTimeout(() => count(place), 1000));
    }
  });
  for (const step of steps) {
    const foot = page.createElement("div");
    foot.style.marginBlockStart = "0";
    step.append(foot);
    watch.observe(foot);
  }
  addEventListener("pagehide", () => end(false));
  // A page that the browser kept and shows again has ended its visit.
  addEventListener("pageshow", ({ persisted }) => persisted && close());
};
