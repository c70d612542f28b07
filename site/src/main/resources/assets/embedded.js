// In a frame: tells the page around how high this one is, and the form where the visitor is.
(() => {
  const root = document.documentElement;
  const tell = () => parent.postMessage({ tinkuy: "height", height: root.getBoundingClientRect().height }, "*");
  new ResizeObserver(tell).observe(root);
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  if (!zone || /^(Etc\/)?(UTC|GMT|Unknown)$/.test(zone) || zone === "Atlantic/Reykjavik") return;
  for (const field of document.querySelectorAll("[data-time-zone]")) field.value ||= zone;
})();
