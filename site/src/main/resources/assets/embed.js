// Puts a timetable or a form of Tinkuy where this script stands in a page, as high as it is.
// <script src="https://…/embed.js" data-programme="slug" data-event="slug" data-show="form" data-language="es" async></script>
(() => {
  const script = document.currentScript;
  const { programme, event, show, language, title } = script.dataset;
  const tinkuy = new URL(script.src).origin;
  const path = [...(show === "form" ? ["programmes", programme, event] : ["timetables", programme])]
    .filter(Boolean)
    .map(encodeURIComponent)
    .join("/");
  const words = (language || document.documentElement.lang).slice(0, 2).toLowerCase();
  const frame = document.createElement("iframe");
  frame.src = `${tinkuy}/embedded/${path}${words ? `?language=${encodeURIComponent(words)}` : ""}`;
  frame.title = title || document.title || "Tinkuy";
  frame.loading = "lazy";
  Object.assign(frame.style, { display: "block", width: "100%", height: "30rem", border: "0" });
  script.after(frame);
  addEventListener("message", ({ source, origin, data }) => {
    if (source === frame.contentWindow && origin === tinkuy && data?.tinkuy === "height" && data.height > 0) {
      frame.style.height = `${Math.ceil(data.height)}px`;
    }
  });
})();
