// The visitor's time zone: shown at once, told to the next page, and sent with a registration.
// Every page works without this.
(() => {
  // what was typed here is nobody else's
  document.querySelector("[action='/sign-out']")?.addEventListener("submit", () => sessionStorage.clear());

  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  // what browsers say that protect from fingerprinting, wherever they are
  if (!zone || /^(Etc\/)?(UTC|GMT|Unknown)$/.test(zone) || zone === "Atlantic/Reykjavik") return;
  const told = () => /(^|; )(__Host-)?tinkuy-time-zone=/.test(document.cookie);
  if (!told()) {
    const [host, secure] = location.protocol === "https:" ? ["__Host-", "; Secure"] : ["", ""];
    // a day only: people travel, and a zone that was chosen by hand stays longer
    document.cookie = `${host}tinkuy-time-zone=${zone}; Path=/; Max-Age=86400; SameSite=Lax${secure}`;
  }
  for (const field of document.querySelectorAll("[data-time-zone]")) field.value ||= zone;

  const clock = (instant, timeZone) =>
    new Intl.DateTimeFormat("en-GB", { timeZone, dateStyle: "short", timeStyle: "short" }).format(new Date(instant));
  const unknown = [...document.querySelectorAll(".own[data-starts]")].filter(
    (own) => clock(own.dataset.starts, zone) !== clock(own.dataset.starts, own.dataset.zone));
  if (!unknown.length || !told()) return;
  // its room is kept from the first picture on
  for (const own of unknown) {
    own.hidden = false;
    own.classList.add("awaited");
  }
  // in the site's own words: the same page, now that the zone is known
  fetch(location.href, { headers: { Accept: "text/html" } })
    .then((answer) => (answer.ok ? answer.text() : ""))
    .then((text) => {
      const page = new DOMParser().parseFromString(text, "text/html");
      for (const own of unknown) {
        const words = page.querySelector(`.own[data-session="${own.dataset.session}"]:not([hidden])`);
        if (!words) continue;
        words.classList.add("came");
        own.replaceWith(document.adoptNode(words));
      }
    })
    .catch(() => {}); // the times of the place stay alone
})();
