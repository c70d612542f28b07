// The visitor's time zone: shown at once, told to the next page, and sent with a registration.
// Every page works without this.
(() => {
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  // what browsers say that protect from fingerprinting, wherever they are
  if (!zone || /^(Etc\/)?(UTC|GMT|Unknown)$/.test(zone) || zone === "Atlantic/Reykjavik") return;
  if (!/(^|; )tinkuy-time-zone=/.test(document.cookie)) {
    const secure = location.protocol === "https:" ? "; Secure" : "";
    // a day only: people travel, and a zone that was chosen by hand stays longer
    document.cookie = `tinkuy-time-zone=${zone}; Path=/; Max-Age=86400; SameSite=Lax${secure}`;
  }
  for (const field of document.querySelectorAll("[data-time-zone]")) field.value ||= zone;

  const language = document.documentElement.lang === "en" ? "en-GB" : document.documentElement.lang;
  // few browsers know the days in Quechua; without another choice they print numbers and English
  const write = (instant, options) =>
    new Intl.DateTimeFormat([language, "es"], { timeZone: zone, ...options }).format(instant);
  const clock = (instant, timeZone) =>
    new Intl.DateTimeFormat("en-GB", { timeZone, dateStyle: "short", timeStyle: "short" }).format(instant);
  const time = { hour: "2-digit", minute: "2-digit", hourCycle: "h23" };

  for (const own of document.querySelectorAll(".own[data-starts]")) {
    const starts = new Date(own.dataset.starts);
    if (clock(starts, zone) === clock(starts, own.dataset.zone)) continue;
    let times = write(starts, { weekday: "short", day: "numeric", month: "short" }) + ", " + write(starts, time);
    if (own.dataset.ends) times += "–" + write(new Date(own.dataset.ends), time);
    own.textContent = own.dataset.words.replace("%t", times).replace("%z", zone.replace(/_/g, " "));
    own.hidden = false;
  }
})();
