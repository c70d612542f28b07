// What is typed into a form of the desk stays in this tab until it is saved: through a lost
// connection, a session that ended, a page left by mistake. Every form works without this.
(() => {
  const kept = {
    read: (key) => JSON.parse(sessionStorage.getItem(key)),
    write: (key, form) => {
      try {
        sessionStorage.setItem(key, JSON.stringify(form));
      } catch {} // no room, or none given: as without a script
    },
    all: () => Object.keys(sessionStorage).filter((key) => key.startsWith("typed ")),
  };
  if (document.querySelector("[data-saved]")) {
    for (const key of kept.all()) if (kept.read(key).sent) sessionStorage.removeItem(key);
  }

  const form = document.querySelector("form[data-kept]");
  if (!form) return;
  const notice = document.getElementById("kept");
  const key = `typed ${form.getAttribute("action")}`;
  const fields = [...form.elements].filter((field) => field.name);
  const called = (field) => field.id || field.name;
  const value = (field) => (field.type === "checkbox" ? field.checked : field.value);
  const typed = () => Object.fromEntries(fields.map((field) => [called(field), value(field)]));
  const differs = (one, other) =>
    fields.some((field) => field.type !== "hidden" && one[called(field)] !== other[called(field)]);
  // with the version that was seen: what another saved meanwhile is shown beside it, not lost
  const fill = (values) => {
    for (const field of fields) {
      const its = values[called(field)];
      if (typeof its === "boolean") field.checked = its;
      else if (its !== undefined) field.value = its;
    }
  };
  const keep = (sent) => kept.write(key, { typed: typed(), sent });

  const shown = typed();
  const before = kept.read(key);
  if (document.getElementById("faults")) {
    keep(false);
  } else if (before && differs(before.typed, shown)) {
    fill(before.typed);
    notice.hidden = false;
  }
  notice.querySelector("button").addEventListener("click", () => {
    sessionStorage.removeItem(key);
    fill(shown);
    notice.hidden = true;
  });
  form.addEventListener("input", () => keep(false));
  form.addEventListener("submit", () => keep(true));
})();
