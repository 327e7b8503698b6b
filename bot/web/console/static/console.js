// What a page does better with a script; each of them works without it.

const wait = (ms) => new Promise((resume) => setTimeout(resume, ms));
const tell = (words) => { const live = document.getElementById("live"); if (live.textContent !== words) live.textContent = words; };

// After a form: the eyes and the screen reader go to what it did, or to what is wrong.
(document.getElementById("erreurs") ?? document.querySelector(".problem[role=alert]") ?? document.getElementById("fait"))?.focus();

// Logging in: the page goes on by itself once the phone said yes.
async function goOn(form) {
  for (let pause = 1500; ; pause = Math.min(pause * 1.15, 6000)) {
    await wait(pause);
    if (document.hidden) continue;
    const asked = form.dataset.token ? { headers: { "X-Token": form.dataset.token } } : {};
    const answer = await fetch(form.dataset.wait, asked).then((a) => (a.ok ? a.json() : null)).catch(() => null);
    if (answer && answer.state !== "waiting") return form.requestSubmit();
  }
}
document.querySelectorAll("form[data-wait]").forEach(goOn);

// One's own device: the browser asks whoever holds it (a finger, a face, a code), and the form carries the answer.
document.querySelectorAll("form[data-passkey]").forEach((form) => {
  if (!window.PublicKeyCredential?.parseRequestOptionsFromJSON) return;
  form.hidden = false;
  document.querySelectorAll("[data-without-passkey]").forEach((one) => { one.hidden = true; });
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    try {
      const asked = form.dataset.options ?? await fetch(form.dataset.optionsAt, { method: "POST" }).then((a) => a.text());
      const making = form.dataset.passkey === "create";
      const publicKey = PublicKeyCredential[making ? "parseCreationOptionsFromJSON" : "parseRequestOptionsFromJSON"](JSON.parse(asked));
      const answer = await navigator.credentials[form.dataset.passkey]({ publicKey });
      form.elements.passkey.value = JSON.stringify(answer.toJSON());
      form.submit();
    } catch {
      form.querySelector("[role=alert]").hidden = false;
    }
  });
});

// A block that changes by itself (the progress of a send): asked again, slower when the answer is slow, until it is over.
async function follow(block) {
  for (;;) {
    const began = performance.now();
    const answer = await fetch(block.dataset.follow).then((a) => (a.ok ? a.text() : "")).catch(() => "");
    if (answer && !block.contains(document.activeElement)) {
      block.innerHTML = answer;
      const said = block.querySelector("[data-said]");
      if (said) tell(said.dataset.said);
      if (block.querySelector("[data-over]")) return;
    }
    await wait(Math.max(2000, 250 * Math.sqrt(performance.now() - began) - 1000));
    while (document.hidden) await wait(1000);
  }
}
document.querySelectorAll("[data-follow]").forEach(follow);

// The two phones while one writes: the form is shown as it would leave, after a short silence.
document.querySelectorAll("form[data-preview]").forEach((form) => {
  const block = document.getElementById("apercu");
  let last = 0;
  form.addEventListener("input", async () => {
    const mine = ++last;
    await wait(600);
    if (mine !== last) return;
    const answer = await fetch(form.dataset.preview, { method: "POST", body: new URLSearchParams(new FormData(form)) }).catch(() => null);
    if (answer?.ok && mine === last) block.innerHTML = await answer.text();
  });
});

// How many letters are left.
document.querySelectorAll("textarea[maxlength][data-left]").forEach((area) => {
  const place = document.getElementById(area.dataset.left);
  const count = () => { place.querySelector("[data-count]").textContent = area.maxLength - area.value.length; };
  area.addEventListener("input", count);
  place.hidden = false;
  count();
});

// "Tick all" of a table, when there is a script to do it.
document.querySelectorAll("[data-tick]").forEach((button) => {
  button.hidden = false;
  button.addEventListener("click", () => document.querySelectorAll(`[name="${button.dataset.tick}"]`).forEach((box) => { box.checked = true; }));
});
document.querySelectorAll("[data-print]").forEach((button) => { button.hidden = false; button.addEventListener("click", () => print()); });

// Two minutes before the session ends, it can be kept.
const ends = Number(document.body.dataset.ends);
const stay = document.getElementById("stay");
if (ends && stay) setTimeout(() => stay.showModal(), Math.max(0, ends - 120) * 1000);
stay?.querySelector("form").addEventListener("submit", async (event) => {
  event.preventDefault();
  const kept = await fetch(event.target.action, { method: "POST", body: new URLSearchParams(new FormData(event.target)) }).catch(() => null);
  if (!kept?.ok) return event.target.submit();
  stay.close();
  setTimeout(() => stay.showModal(), Math.max(0, ends - 120) * 1000);
});
