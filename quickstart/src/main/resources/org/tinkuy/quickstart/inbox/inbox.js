// New mail appears by itself, and the keyboard is enough to read it.
const list = () => document.getElementById("mails");
const rows = () => [...document.querySelectorAll(".row")];

async function refresh() {
  if (document.hidden) return;
  const answer = await fetch(location.href, { headers: { Accept: "text/html" } }).catch(() => null);
  if (!answer?.ok) return;
  const fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
  const mails = fresh.getElementById("mails");
  if (mails.dataset.state === list().dataset.state) return;
  const focused = document.activeElement?.getAttribute("href");
  list().replaceWith(mails);
  document.title = fresh.title;
  document.querySelector("footer").replaceWith(fresh.querySelector("footer"));
  if (focused) rows().find(row => row.getAttribute("href") === focused)?.focus();
}

if (list()) {
  setInterval(refresh, 2000);
  document.addEventListener("visibilitychange", refresh);
  addEventListener("pageshow", event => { if (event.persisted) refresh(); });
}

document.addEventListener("keydown", event => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const typing = event.target.matches("input");
  if (event.key === "Escape") {
    if (typing) event.target.blur();
    else if (!list()) document.querySelector("[rel=up]").click();
    return;
  }
  if (typing) return;
  if (event.key === "/") {
    document.querySelector("input[type=search]")?.focus();
    event.preventDefault();
  }
  const step = { j: 1, ArrowDown: 1, k: -1, ArrowUp: -1 }[event.key];
  if (step && list()) {
    const all = rows();
    const at = all.indexOf(document.activeElement);
    all[Math.min(all.length - 1, Math.max(0, at < 0 ? 0 : at + step))]?.focus();
    event.preventDefault();
  }
});
